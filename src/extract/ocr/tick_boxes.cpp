#include "extract/ocr/tick_boxes.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace ruamlint::ocr {
namespace {

// In body heights.
constexpr double least_side = 0.6, most_side = 1.7, most_with_tick = 2.6;
constexpr double most_stretch = 1.2;     // longer side to shorter
constexpr double least_straight = 0.75;  // share of a side's length that is one straight stroke
constexpr double least_side_ink = 0.82;  // share of a side's length that is inked
constexpr double least_corner_ink =
    0.55;  // share of the emptiest corner that is inked; round letters have none
constexpr double least_tick_ink = 0.045;  // share of the inside

int ink_in(Pix* pix, const PixelBox& area) {
  if (area.width() <= 0 || area.height() <= 0) return 0;
  ::Box* box = boxCreate(area.left, area.top, area.width(), area.height());
  int count = 0;
  pixCountPixelsInRect(pix, box, &count, nullptr);
  boxDestroy(&box);
  return count;
}

/// The share of rows (or columns) of `band` with ink in them.
double covered(Pix* pix, const PixelBox& band, bool along_rows) {
  const int steps = along_rows ? band.height() : band.width();
  if (steps <= 0) return 0;
  int hits = 0;
  for (int i = 0; i < steps; ++i) {
    const PixelBox slice = along_rows ? PixelBox{band.left, band.top + i, band.right, band.top + i + 1}
                                      : PixelBox{band.left + i, band.top, band.left + i + 1, band.bottom};
    hits += ink_in(pix, slice) > 0 ? 1 : 0;
  }
  return static_cast<double>(hits) / steps;
}

/// The straight level and upright strokes of at least `length` pixels.
PixPtr straight_strokes(Pix* shape, int length) {
  const PixPtr across(pixOpenBrick(nullptr, shape, length, 1)), down(pixOpenBrick(nullptr, shape, 1, length));
  return PixPtr(across && down ? pixOr(nullptr, across.get(), down.get()) : nullptr);
}

/// Ink in the emptiest corner. A Thai nought has four straight sides as well, but rounded corners.
double corner_ink(Pix* shape, const PixelBox& square) {
  const int side =
      std::max(2, static_cast<int>(std::lround(0.13 * std::min(square.width(), square.height()))));
  double least = 1;
  for (const int x : {square.left, square.right - side})
    for (const int y : {square.top, square.bottom - side})
      least = std::min(least, static_cast<double>(ink_in(shape, {x, y, x + side, y + side})) / (side * side));
  return least;
}

/// The extent of the ink in one direction: [first, last).
std::optional<std::pair<int, int>> extent(Pix* pix, bool across) {
  ::Box* box = nullptr;
  if (pix == nullptr || pixClipToForeground(pix, nullptr, &box) != 0 || box == nullptr) return std::nullopt;
  int x = 0, y = 0, w = 0, h = 0;
  boxGetGeometry(box, &x, &y, &w, &h);
  boxDestroy(&box);
  return across ? std::pair(x, x + w) : std::pair(y, y + h);
}

/// The square within the shape: what its long straight strokes enclose. The sides' places come from the
/// strokes across them, since a tick that crosses a corner makes that side's own stroke longer.
std::optional<PixelBox> square_of(Pix* shape, double body_height) {
  const int least_stroke = std::max(5, static_cast<int>(0.45 * body_height));
  const PixPtr level(pixOpenBrick(nullptr, shape, least_stroke, 1)),
      upright(pixOpenBrick(nullptr, shape, 1, least_stroke));
  const auto columns = extent(upright.get(), true), rows = extent(level.get(), false);
  if (!columns || !rows) return std::nullopt;
  const int x = columns->first, y = rows->first, w = columns->second - x, h = rows->second - y;
  const double shorter = std::min(w, h), longer = std::max(w, h);
  if (shorter < least_side * body_height || longer > most_side * body_height ||
      longer > most_stretch * shorter)
    return std::nullopt;
  const PixelBox square{x, y, x + w, y + h};
  if (corner_ink(shape, square) < least_corner_ink) return std::nullopt;
  const PixPtr strokes = straight_strokes(shape, static_cast<int>(least_straight * shorter));
  if (!strokes) return std::nullopt;
  const int edge = std::max(2, static_cast<int>(std::lround(0.14 * shorter)));
  const bool sides = covered(strokes.get(), {x, y, x + edge, y + h}, true) >= least_side_ink &&
                     covered(strokes.get(), {x + w - edge, y, x + w, y + h}, true) >= least_side_ink &&
                     covered(strokes.get(), {x, y, x + w, y + edge}, false) >= least_side_ink &&
                     covered(strokes.get(), {x, y + h - edge, x + w, y + h}, false) >= least_side_ink;
  return sides ? std::optional(square) : std::nullopt;
}

PixelBox inside_of(const PixelBox& square) {
  const int rim = static_cast<int>(std::lround(0.2 * std::min(square.width(), square.height())));
  return {square.left + rim, square.top + rim, square.right - rim, square.bottom - rim};
}

}  // namespace

std::vector<TickBox> find_tick_boxes(const Components& components, double body_height) {
  std::vector<TickBox> found;
  const auto& list = components.list;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const PixelBox& outer = list[i].box;
    if (std::min(outer.width(), outer.height()) < least_side * body_height ||
        std::max(outer.width(), outer.height()) > most_with_tick * body_height)
      continue;
    const PixPtr shape(pixaGetPix(components.shapes.get(), static_cast<int>(i), L_CLONE));
    const auto square = square_of(shape.get(), body_height);
    if (!square) continue;
    TickBox tick;
    tick.box = {outer.left + square->left, outer.top + square->top, outer.left + square->right,
                outer.top + square->bottom};
    tick.outer = outer;
    tick.components.push_back(i);
    const PixelBox inside = inside_of(*square);
    int ink = ink_in(shape.get(), inside);
    for (std::size_t j = 0; j < list.size(); ++j) {
      const PixelBox& other = list[j].box;
      if (j == i || !contains(tick.box, other.centre_x(), other.centre_y())) continue;
      if (other.width() > 2 * tick.box.width() || other.height() > 2 * tick.box.height()) continue;
      const PixPtr mark(pixaGetPix(components.shapes.get(), static_cast<int>(j), L_CLONE));
      ink += ink_in(mark.get(), {0, 0, pixGetWidth(mark.get()), pixGetHeight(mark.get())});
      tick.components.push_back(j);
    }
    tick.ticked = ink >= least_tick_ink * inside.width() * inside.height();
    found.push_back(std::move(tick));
  }
  return found;
}

}  // namespace ruamlint::ocr
