// Puts components together to lines of text. Rows of white do not part Thai lines: tone marks of one line
// reach the level of the vowels below the line above. So letter bodies are chained along baselines first, and
// every mark then joins the line whose letters (or marks already joined) it stands closest to.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/ocr/components.hpp"
#include "extract/ocr/tick_boxes.hpp"

namespace ruamlint::ocr {

/// The rows [top, bottom) of a component. Where a descender touches the mark of the line below, either line
/// has a part of the one component.
struct LinePart {
  std::size_t component = 0;
  int top = 0, bottom = 0;
};

struct TextLine {
  std::vector<LinePart> parts;
  PixelBox box;
  int region = 0;
  int column = 0;          ///< order of reading: all of a lower column before any of the next, within a zone
  int zone_top = 0;        ///< where the zone of columns begins that the line stands in; its own top outside
  double body_height = 0;  ///< pixels from the baseline to the top of น
  double baseline = 0;     ///< y at the line's left end
  double slope = 0;        ///< of the baseline, pixels down a pixel right

  [[nodiscard]] double baseline_at(double x) const { return baseline + slope * (x - box.left); }
};

/// Lines in reading order: zones from the top, columns from the left, lines from the top, pieces from the
/// left. Regions are not ordered among each other.
[[nodiscard]] std::vector<TextLine> find_lines(const std::vector<Component>& components, double dpi,
                                               const std::vector<TickBox>& ticks);

}  // namespace ruamlint::ocr
