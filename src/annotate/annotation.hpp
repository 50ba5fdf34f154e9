// What a report says at one place of a form, to be written into a copy of that form. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "document/document.hpp"

namespace ruamlint {

/// A part of a line of a page, in the model's points.
struct PageBox {
  int page = 0;  ///< from 1
  Box box;
};

struct Annotation {
  enum class Tone : std::uint8_t {
    mend,  ///< this is to be mended
    look,  ///< a person should look here
  };
  Tone tone = Tone::look;
  std::string text;   ///< what is to be read, UTF-8; paragraphs are parted by '\n'
  std::string quote;  ///< the form's words that it is about; empty where it is about something missing
  /// Where the words stand; where they are missing, the place that they belong to (their section's heading).
  /// Nothing known (no page, no part): the beginning of the form.
  Place place;
  Place section;               ///< its section's heading, for words in a header, a footnote or a comment
  std::vector<PageBox> boxes;  ///< of the words, line by line; empty where the format has no pages
};

struct AnnotateOptions {
  std::string author = "ruamlint";  ///< whose notes they are, for a person to see
  std::string
      signed_warning;  ///< put in front of the first page's notes where the original bears a signature
};

/// Why there is no copy.
enum class AnnotateFault : std::uint8_t {
  unreadable,  ///< damaged, or of no format that can be annotated
  locked,      ///< encrypted so that it cannot be opened, or must not be annotated
  too_large,   ///< a limit was reached
};

/// The copy's bytes, or why there is none.
using AnnotatedCopy = std::variant<std::string, AnnotateFault>;

}  // namespace ruamlint
