// Where in a body a comment begins and ends: around the very words, or around the paragraph nearest to them.
#pragma once

#include <cstddef>
#include <string>

#include "annotate/annotation.hpp"
#include "annotate/docx/body_text.hpp"
#include "text/fuzzy.hpp"
#include "text/repair.hpp"

namespace ruamlint::docx {

/// A byte of the part at which something may be put in, and what must be closed before and opened after it.
struct BodyPoint {
  std::size_t offset = 0;
  std::size_t run = nowhere;    ///< within this run
  std::size_t words = nowhere;  ///< and within this w:t
};

struct CommentPlace {
  BodyPoint begin, end;
  bool at_words = false;     ///< around the words themselves
  bool nowhere_yet = false;  ///< there is no paragraph at all: one must be added for it
};

class CommentPlaces {
 public:
  /// `body` must outlive it; `story` is the name that places in it carry ("document").
  CommentPlaces(const BodyText& body, std::string story);

  [[nodiscard]] CommentPlace place_of(const Annotation& annotation) const;

 private:
  struct Stretch {
    std::size_t begin = 0, end = 0;  ///< in BodyText::text
  };
  [[nodiscard]] bool is_in_body(const Place& place) const;
  [[nodiscard]] bool find_words(const Annotation& annotation, Stretch& found) const;
  [[nodiscard]] Stretch stretch_of(std::size_t first_letter, std::size_t behind_last,
                                   std::string_view quote) const;
  [[nodiscard]] CommentPlace around(Stretch stretch) const;
  [[nodiscard]] CommentPlace around_paragraph(std::size_t index) const;
  [[nodiscard]] std::size_t paragraph_at(const Place& place) const;
  [[nodiscard]] BodyPoint begin_point(std::size_t text_offset) const;
  [[nodiscard]] BodyPoint end_point(std::size_t text_offset) const;

  const BodyText& body_;
  std::string story_;
  Repaired repaired_;  ///< as the reader of forms sees the text
  Folded letters_;
};

}  // namespace ruamlint::docx
