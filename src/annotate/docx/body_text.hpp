// What a document's body says, letter by letter, and where in its part each letter stands: at which points a
// comment may begin and end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint::docx {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// A w:r that stands in a paragraph. All numbers are bytes of the part.
struct BodyRun {
  std::size_t open_begin = 0, open_end = 0;
  std::size_t content_begin = 0;  ///< behind its properties
  std::size_t close_begin = 0, close_end = 0;
};

/// A w:t in such a run.
struct BodyWords {
  std::size_t open_begin = 0, open_end = 0, close_begin = 0, close_end = 0;
  bool keeps_space = false;  ///< xml:space="preserve"
  bool may_be_cut = true;    ///< no CDATA section in it
};

/// A stretch of BodyText::text, and the bytes that it comes from.
struct BodyPiece {
  std::size_t text_begin = 0, text_end = 0;
  std::size_t begin = 0, end = 0;  ///< of the characters; of the whole element where it is not `plain`
  bool plain = false;              ///< byte for byte the same: a comment may begin and end within it
  std::size_t run = nowhere;       ///< index of the run that it stands in; nowhere: right in the paragraph
  std::size_t words = nowhere;     ///< index of its w:t; nowhere: it is a drawing or the like, taken whole
};

struct BodyParagraph {
  std::size_t text_begin = 0;                      ///< in BodyText::text
  std::size_t open_begin = 0, open_end = 0;        ///< bytes of its start tag
  std::size_t content_begin = 0, content_end = 0;  ///< behind its properties, up to its end tag
  bool within_drawing = false;                     ///< of a text box: no place for a comment
};

struct BodyText {
  std::string text;  ///< as the file has it, paragraphs parted by '\n'; deleted and hidden text left out
  std::vector<BodyPiece> pieces;
  std::vector<BodyRun> runs;
  std::vector<BodyWords> words;
  std::vector<BodyParagraph> paragraphs;  ///< in the order in which the reader of forms numbers them
  std::size_t body_begin = 0;             ///< behind the start tag of the body
  std::string space;                      ///< namespace of its elements
  std::string prefix;                     ///< the file's prefix for it, with its colon; may be empty
};

/// `xml` is a main part in UTF-8. Nothing where it is broken, or has no body that anything can stand in.
[[nodiscard]] std::optional<BodyText> read_body_text(std::string_view xml);

}  // namespace ruamlint::docx
