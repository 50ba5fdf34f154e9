#include "extract/ocr/layout.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/ocr/columns.hpp"
#include "extract/ocr/digit_reader.hpp"
#include "extract/ocr/glyphs.hpp"

namespace ruamlint::ocr {
namespace {

int region_at(const Layout& layout, int x, int y) {
  for (std::size_t g = 0; g < layout.grids.size(); ++g) {
    const Grid& grid = layout.grids[g];
    if (!contains(grid.box, x, y)) continue;
    for (std::size_t c = 0; c < grid.cells.size(); ++c)
      if (contains(grid.cells[c].box, x, y)) return layout.first_region[g] + static_cast<int>(c);
  }
  return 0;
}

/// The components without those of tick boxes.
Components without_ticks(const Components& all, const std::vector<TickBox>& ticks) {
  std::vector<bool> of_tick(all.list.size());
  for (const TickBox& tick : ticks)
    for (const std::size_t index : tick.components) of_tick[index] = true;
  Components rest;
  rest.shapes.reset(pixaCreate(0));
  for (std::size_t i = 0; i < all.list.size(); ++i) {
    if (of_tick[i]) continue;
    rest.list.push_back(all.list[i]);
    pixaAddPix(rest.shapes.get(), pixaGetPix(all.shapes.get(), static_cast<int>(i), L_CLONE), L_INSERT);
  }
  return rest;
}

/// A line of nothing but a box.
TextLine line_around(const TickBox& tick, int region) {
  TextLine line;
  line.box = tick.box;
  line.region = region;
  line.body_height = tick.box.height();
  line.baseline = tick.box.bottom;
  return line;
}

/// Boxes whose words were not found become lines of their own.
void add_lone_ticks(Layout& layout) {
  std::vector<TextLine> lone;
  for (const TickBox& tick : layout.ticks)
    if (line_of(tick, layout) == nullptr)
      lone.push_back(line_around(tick, region_at(layout, tick.box.centre_x(), tick.box.centre_y())));
  if (lone.empty()) return;
  layout.lines.insert(layout.lines.end(), lone.begin(), lone.end());
  layout.lines = in_reading_order(std::move(layout.lines), layout.ticks);
}

void find_lines_besides_ticks(Layout& layout, const Components& components, double dpi) {
  layout.components = without_ticks(components, layout.ticks);
  for (Component& component : layout.components.list)
    component.region = region_at(layout, component.box.centre_x(), component.box.centre_y());
  layout.lines = find_lines(layout.components.list, dpi, layout.ticks);
}

/// Whether both networks are certain of the same digit.
bool surely_digit(const Glyph& glyph, const PageImage& page) {
  constexpr float surely = 0.98F;
  const DigitReading reading = read_digit(features_of(glyph, page));
  for (std::size_t value = 0; value < 10; ++value)
    if (reading.certainty_of_value(value) >= surely) return true;
  return false;
}

/// Some letters are squares with something inside where the resolution is low: the Thai two, ษ. A letter
/// stands close to its neighbours on both sides, a digit close to another one, or alone.
bool is_letter(const TickBox& tick, const Layout& layout, const PageImage& page) {
  constexpr double word_gap = 0.45;  // body heights
  constexpr float surely = 0.9F;
  const TextLine* line = line_of(tick, layout);
  const TextLine alone = line_around(tick, 0);
  if (line == nullptr || line->body_height <= 0) line = &alone;
  if (surely_digit(measured(tick.outer, *line), page)) return true;
  const auto close = [&](const Glyph& glyph) {
    const int gap = std::max(glyph.box.left - tick.box.right, tick.box.left - glyph.box.right);
    return gap < word_gap * line->body_height;
  };
  const auto digit = [&](const Glyph& glyph) {
    return read_digit(features_of(glyph, page)).digit_share() >= surely;
  };
  bool left = false, right = false, beside_digit = false;
  for (const Glyph& glyph : glyphs_of(*line, layout.components.list)) {
    if (!close(glyph)) continue;
    (glyph.box.centre_x() < tick.box.centre_x() ? left : right) = true;
    beside_digit = beside_digit || digit(glyph);
  }
  return (left && right) || (beside_digit && digit(measured(tick.outer, *line)));
}

/// Whether something in no line of text is as thin and wide as what a pen draws. Print is denser, and the marks
/// that find no letter are smaller.
bool pen_strokes(const Layout& layout, double body_height) {
  constexpr double least_width = 2.5, least_height = 1.4;  // body heights
  constexpr int most_ink_percent = 25;                     // of the box around it
  std::vector<bool> in_line(layout.components.list.size());
  for (const TextLine& line : layout.lines)
    for (const LinePart& part : line.parts) in_line[part.component] = true;
  for (std::size_t i = 0; i < in_line.size(); ++i) {
    const PixelBox& box = layout.components.list[i].box;
    if (in_line[i] || box.width() < least_width * body_height || box.height() < least_height * body_height) continue;
    const PixPtr shape(pixaGetPix(layout.components.shapes.get(), static_cast<int>(i), L_CLONE));
    int ink = 0;
    pixCountPixels(shape.get(), &ink, nullptr);
    if (100.0 * ink < static_cast<double>(most_ink_percent) * box.width() * box.height()) return true;
  }
  return false;
}

/// What was taken off the ink is taken off the gray picture too, with its blurred edge, but no edge of a letter.
void whiten_taken(PageImage& page, const Pix& ink_before) {
  constexpr int blur_px = 5, letter_blur_px = 3;
  page.taken.reset(pixSubtract(nullptr, const_cast<Pix*>(&ink_before), page.ink.get()));
  const PixPtr area(pixDilateBrick(nullptr, page.taken.get(), blur_px, blur_px));
  const PixPtr letters(pixDilateBrick(nullptr, page.ink.get(), letter_blur_px, letter_blur_px));
  if (!area || !letters) return;
  pixSubtract(area.get(), area.get(), letters.get());
  pixPaintThroughMask(page.gray.get(), area.get(), 0, 0, 255);
}

}  // namespace

const TextLine* line_of(const TickBox& tick, const Layout& layout) {
  constexpr double reach = 25;  // body heights; the words to a box may stand far to its right
  const int region = region_at(layout, tick.box.centre_x(), tick.box.centre_y());
  const TextLine* nearest = nullptr;
  double nearest_distance = 0;
  for (const TextLine& line : layout.lines) {
    const double middle = line.baseline_at(tick.box.centre_x()) - line.body_height / 2;
    if (line.region != region || std::abs(middle - tick.box.centre_y()) > 0.9 * line.body_height) continue;
    const double distance = std::max({0, tick.box.left - line.box.right, line.box.left - tick.box.right});
    if (distance > reach * line.body_height) continue;
    if (nearest == nullptr || distance < nearest_distance) {
      nearest = &line;
      nearest_distance = distance;
    }
  }
  return nearest;
}

std::optional<Layout> take_apart(PageImage& page) {
  Layout layout;
  const PixPtr ink_before(pixCopy(nullptr, page.ink.get()));
  layout.grids = find_grids(take_rulings(*page.ink, page.dpi), page.dpi);
  if (const auto pieces = find_components(*page.ink, page.dpi))
    page.rings = take_strokes_over_text(*page.ink, typical_body_height(pieces->list, page.dpi));
  whiten_taken(page, *ink_before);
  int region = 1;
  for (const Grid& grid : layout.grids) {
    layout.first_region.push_back(region);
    region += static_cast<int>(grid.cells.size());
  }
  const auto components = find_components(*page.ink, page.dpi);
  if (!components) return std::nullopt;
  layout.ticks = find_tick_boxes(*components, typical_body_height(components->list, page.dpi));
  find_lines_besides_ticks(layout, *components, page.dpi);
  const std::size_t boxes = layout.ticks.size();
  std::erase_if(layout.ticks, [&](const TickBox& tick) { return is_letter(tick, layout, page); });
  if (layout.ticks.size() < boxes) find_lines_besides_ticks(layout, *components, page.dpi);
  add_lone_ticks(layout);
  const double body_height = typical_body_height(components->list, page.dpi);
  layout.strokes = components->drawing || !page.rings.empty() || pen_strokes(layout, body_height);
  return layout;
}

}  // namespace ruamlint::ocr
