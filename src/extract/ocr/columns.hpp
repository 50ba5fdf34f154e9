// Columns of running text, and the order of reading that follows from them.
#pragma once

#include <vector>

#include "extract/ocr/line_finder.hpp"
#include "extract/ocr/tick_boxes.hpp"

namespace ruamlint::ocr {

/// Joins the pieces of a line that stand on one level, but for those on either side of a gutter: a gap that
/// persists over several lines of well-filled columns. Sets `column` and `zone_top`, and sorts. Between
/// pieces on either side of a tick box there is no gutter.
[[nodiscard]] std::vector<TextLine> in_reading_order(std::vector<TextLine> pieces,
                                                     const std::vector<TickBox>& ticks);

}  // namespace ruamlint::ocr
