#include "annotate/pdf/note_spots.hpp"

#include <algorithm>

namespace ruamlint::pdf_copy {
namespace {

constexpr double gap = 3;  // between signs, and to the page's edge
constexpr double step = NoteSpots::side + gap;
constexpr double edge = 8;  // from the page's edge to signs: within the narrowest usual margin

/// `value` where the page has room for a sign there, else as near as it gets.
double within(double value, double page_side) {
  return std::max(gap, std::min(value, page_side - step));
}

}  // namespace

Box NoteSpots::beside(const Box& heading) {
  const double middle = (heading.top + heading.bottom) / 2;
  const double left = heading.left > width_ / 2 ? width_ - edge - side : edge;
  return take(left, middle - side / 2, Direction::down);
}

Box NoteSpots::at_top() {
  return take(edge, edge, Direction::right);
}

Box NoteSpots::take(double left, double top, Direction direction) {
  const Box first = {within(left, width_), within(top, height_), 0, 0};
  const auto spot_at = [](double x, double y) { return Box{x, y, x + side, y + side}; };
  Box spot = spot_at(first.left, first.top);
  // Each spot that is taken keeps at most four of the grid's from being free.
  for (std::size_t tries = 4 * taken_.size() + 1; tries > 0 && !is_free(spot); --tries) {
    double x = spot.left, y = spot.top;
    if (direction == Direction::down && (y += step) + step > height_) {
      y = gap;
      x = x + 2 * step > width_ ? gap : x + step;
    } else if (direction == Direction::right && (x += step) + step > width_) {
      x = gap;
      y = y + 2 * step > height_ ? gap : y + step;
    }
    spot = spot_at(x, y);
  }
  taken_.push_back(spot);
  return spot;
}

bool NoteSpots::is_free(const Box& spot) const {
  return std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) {
    return spot.left < other.right && other.left < spot.right && spot.top < other.bottom &&
           other.top < spot.bottom;
  });
}

}  // namespace ruamlint::pdf_copy
