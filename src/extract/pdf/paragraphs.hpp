// Lines of one column or cell to paragraphs.
#pragma once

#include <vector>

#include "extract/pdf/text_line.hpp"

namespace ruamlint::pdf {

struct Paragraph {
  Text text;
  Box box;
  double size = 0;  ///< of its largest letters
  double first_baseline = 0, last_baseline = 0;
  double first_left = 0;  ///< of its first line
  int lines = 0;
  bool bold = false, centred = false, artifact = false;
  bool ends_with_space = false;
  Tag tag;          ///< of its first line
  double room = 0;  ///< left free at the end of its last line, points
};

/// `lines` in reading order. `pitch` is the page's usual distance from baseline to baseline over the font
/// size, 0 unknown.
[[nodiscard]] std::vector<Paragraph> paragraphs_of(const std::vector<TextLine>& lines, const Margins& margins,
                                                   double pitch);

/// Lines that share a baseline joined into one, from the left.
[[nodiscard]] std::vector<TextLine> joined_rows(std::vector<TextLine> lines);

/// The usual distance from baseline to baseline over the font size; 0 where there are too few lines.
[[nodiscard]] double usual_pitch(const std::vector<TextLine>& lines);

}  // namespace ruamlint::pdf
