// A prepared page taken apart: tables, tick boxes and lines of text, before anything is read.
#pragma once

#include <optional>
#include <vector>

#include "extract/ocr/components.hpp"
#include "extract/ocr/line_finder.hpp"
#include "extract/ocr/page_image.hpp"
#include "extract/ocr/rulings.hpp"
#include "extract/ocr/tick_boxes.hpp"

namespace ruamlint::ocr {

struct Layout {
  std::vector<Grid> grids;
  std::vector<int> first_region;  ///< of each grid; its cells have the numbers from there on
  Components components;          ///< without tick boxes
  std::vector<TickBox> ticks;
  bool strokes = false;  ///< there is ink that is neither print nor ruling
  std::vector<TextLine> lines;  ///< reading order; boxes without words are lines without parts
};

/// Takes ruling lines and what stamps and pens drew over the text off the page. Empty where the page holds so much that it cannot be text.
[[nodiscard]] std::optional<Layout> take_apart(PageImage& page);

/// The line that a tick box stands in, or nullptr: of those at its height the nearest.
[[nodiscard]] const TextLine* line_of(const TickBox& tick, const Layout& layout);

}  // namespace ruamlint::ocr
