// A line as text with its places, and the question of how lines follow one another.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "extract/pdf/lines.hpp"

namespace ruamlint::pdf {

/// A wide space inside a line, by the offset of its byte; columns may part there.
struct WideSpace {
  std::size_t offset = 0;
  double from = 0, to = 0;
};

/// A line of the page, its text repaired.
struct TextLine {
  Text text;
  Box box;
  std::vector<WideSpace> wide_spaces;
  double baseline = 0, size = 0;
  bool bold = false, artifact = false, ends_with_space = false;
  bool turned = false;        ///< stands on its side
  bool is_table_row = false;  ///< of a table within a cell: its cells, tabs between
  Tag tag;
};

[[nodiscard]] TextLine text_line_of(const Line& line, int page);

/// Appends a line to the text of its paragraph: no space where the break fell inside running Thai, else one.
void append_line(Text& paragraph, bool after_space, const TextLine& line);
/// Appends a line that stands on the same baseline, further right.
void append_beside(TextLine& line, const TextLine& right);

/// The sides between which a column or a cell sets its lines.
struct Margins {
  double left = 0, right = 0;
  double tolerance = 0.3;  ///< how sure they are, in parts of the font size
};

/// Whether the line stands in the middle between the margins, narrower than they are.
[[nodiscard]] bool is_centred(const TextLine& line, const Margins& margins);
/// Whether the line leaves as much free on its left as on its right, be it nothing.
[[nodiscard]] bool is_symmetric(const TextLine& line, const Margins& margins);

/// The width of the bytes [0, end) of a text that begins at the left end of its first span.
[[nodiscard]] double width_until(const Text& text, std::size_t end);

/// Whether a piece of that width, set behind `text`, would have fitted into `room`. Whoever breaks lines
/// fills them: a line that had room for the next one's first word was ended on purpose.
[[nodiscard]] bool would_fit(const Text& text, double room, double size, const Text& next, double word_width,
                             double tolerance);

}  // namespace ruamlint::pdf
