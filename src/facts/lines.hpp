// The lines of a document before their sections are known, with what makes them look like headings.
#pragma once

#include <optional>
#include <vector>

#include "facts/form.hpp"
#include "facts/heading.hpp"
#include "facts/label.hpp"

namespace ruamlint {

/// What tells an outer heading from an inner one.
struct HeadingStyle {
  bool structural = false;  ///< the file says that it is a heading
  int level = 0;            ///< as the file has it, 0 unknown
  bool bold = false;
  double font_size = 0;
  Label::Kind label = Label::Kind::none;
  std::size_t table_block = 0;  ///< block of the table that it stands in, plus 1; 0: none
};

/// Whether a heading of style `inner` stands under one of style `outer`, as far as can be told; else they are
/// peers or the other way about.
[[nodiscard]] bool is_inner(const HeadingStyle& inner, const HeadingStyle& outer);

struct Line {
  Passage passage;
  Folded folded;
  std::optional<HeadingLook> look;  ///< none: it cannot be a heading
  HeadingStyle style;
};

/// All lines in reading order: of blocks, of cells, of answers that stand in no block.
[[nodiscard]] std::vector<Line> lines_of(const Document& document);

}  // namespace ruamlint
