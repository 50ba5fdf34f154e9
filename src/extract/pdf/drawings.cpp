#include "extract/pdf/drawings.hpp"

#include <algorithm>
#include <cmath>

namespace ruamlint::pdf {
namespace {

constexpr std::size_t max_lines_a_page = 50'000;
constexpr std::size_t max_shapes_a_page = 20'000;
constexpr float thin_rule_pt = 2.5F;  // a filled box no thicker than this is a ruling line
constexpr float shortest_rule_pt = 3.0F;
constexpr double smallest_shape_pt = 1.5, largest_shape_pt = 24;  // tick boxes, and the marks in them

bool has_straight_side(GfxState* state, const GfxSubpath& sub) {
  for (int j = 1; j < sub.getNumPoints(); ++j) {
    if (sub.getCurve(j) || sub.getCurve(j - 1)) continue;
    double dx = 0, dy = 0;
    state->transformDelta(sub.getX(j) - sub.getX(j - 1), sub.getY(j) - sub.getY(j - 1), &dx, &dy);
    if (std::hypot(dx, dy) > smallest_shape_pt) return true;
  }
  return false;
}

}  // namespace

/// A subpath as it stands on the page.
struct Drawings::Outline {
  Box box{1e9, 1e9, -1e9, -1e9};
  int points = 0;
  bool curved = false, upright = true;  // upright: all its straight sides are horizontal or vertical

  [[nodiscard]] bool is_rectangle() const { return !curved && upright && points >= 4 && points <= 6; }
  [[nodiscard]] bool is_small() const {
    return std::max(box.width(), box.height()) <= largest_shape_pt &&
           std::max(box.width(), box.height()) >= smallest_shape_pt;
  }
  [[nodiscard]] bool is_even() const {  // about as wide as high
    return box.width() > 0.75 * box.height() && box.height() > 0.75 * box.width();
  }
};

Drawings::Outline Drawings::outline_of(GfxState* state, const GfxSubpath& sub) {
  Outline outline;
  outline.points = sub.getNumPoints();
  double last_x = 0, last_y = 0;
  for (int j = 0; j < sub.getNumPoints(); ++j) {
    double x = 0, y = 0;
    state->transform(sub.getX(j), sub.getY(j), &x, &y);
    outline.curved = outline.curved || sub.getCurve(j);
    if (j > 0 && std::min(std::abs(x - last_x), std::abs(y - last_y)) > 0.5) outline.upright = false;
    last_x = x;
    last_y = y;
    Box& box = outline.box;
    box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
  }
  return outline;
}

void Drawings::begin(PageContent& page) {
  page_ = &page;
  shades_.clear();
}

void Drawings::stroke(GfxState* state) {
  const double width = std::max(state->getTransformedLineWidth(), 0.1);
  if (width > 2 * thin_rule_pt) return;
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath& sub = *path->getSubpath(i);
    const Outline outline = outline_of(state, sub);
    if (outline.is_small() && (outline.points > 2 || !outline.upright)) {
      const bool round = outline.curved && outline.is_even() && outline.points >= 9;
      const bool square = outline.is_rectangle() && outline.is_even();
      add_shape(square  ? SmallShape::Kind::square
                : round ? SmallShape::Kind::circle
                        : SmallShape::Kind::other,
                outline.box);
      if (outline.is_rectangle() && !square) add_segments(state, sub);
    } else {
      add_segments(state, sub);
    }
  }
}

void Drawings::fill(GfxState* state, bool pale) {
  if (!pale && add_frame(state)) return;
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const Outline outline = outline_of(state, *path->getSubpath(i));
    const Box& box = outline.box;
    const double thin = std::min(box.width(), box.height()), lengthy = std::max(box.width(), box.height());
    const bool straight = !outline.curved && outline.points >= 4 && outline.points <= 6;
    if (straight && thin <= thin_rule_pt && lengthy >= shortest_rule_pt) {
      if (!pale) add_thin(box);
      continue;
    }
    if (outline.is_small()) add_shape(SmallShape::Kind::solid, box);
    if (straight && thin > thin_rule_pt && shades_.size() < max_lines_a_page) shades_.push_back({box, pale});
  }
}

void Drawings::image(GfxState* state) {
  const double* m = state->getCTM();  // the unit square is the image
  const double xs[] = {m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]};
  const double ys[] = {m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]};
  if (page_->images.size() < max_lines_a_page)
    page_->images.push_back({*std::min_element(xs, xs + 4), *std::min_element(ys, ys + 4),
                             *std::max_element(xs, xs + 4), *std::max_element(ys, ys + 4)});
}

bool Drawings::is_dark_at(double x, double y) const {
  const auto holds = [&](const Box& box) {
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  };
  if (std::any_of(page_->images.begin(), page_->images.end(), holds)) return true;
  const auto shade =
      std::find_if(shades_.rbegin(), shades_.rend(), [&](const Shade& s) { return holds(s.box); });
  return shade != shades_.rend() && !shade->pale;
}

void Drawings::add_rule(double x0, double y0, double x1, double y1) {
  if (page_->lines.size() >= max_lines_a_page) {
    page_->truncated = true;
    return;
  }
  const auto f = [](double value) { return static_cast<float>(value); };
  page_->lines.push_back(
      {f(std::min(x0, x1)), f(std::min(y0, y1)), f(std::max(x0, x1)), f(std::max(y0, y1))});
}

void Drawings::add_thin(const Box& box) {
  const double middle_x = (box.left + box.right) / 2, middle_y = (box.top + box.bottom) / 2;
  if (box.width() >= box.height())
    add_rule(box.left, middle_y, box.right, middle_y);
  else
    add_rule(middle_x, box.top, middle_x, box.bottom);
}

void Drawings::add_shape(SmallShape::Kind kind, const Box& box) {
  if (page_->shapes.size() < max_shapes_a_page) page_->shapes.push_back({kind, box});
}

void Drawings::add_segments(GfxState* state, const GfxSubpath& sub) {
  for (int j = 1; j < sub.getNumPoints(); ++j) {
    if (sub.getCurve(j)) continue;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    state->transform(sub.getX(j - 1), sub.getY(j - 1), &x0, &y0);
    state->transform(sub.getX(j), sub.getY(j), &x1, &y1);
    const double width = std::abs(x1 - x0), height = std::abs(y1 - y0);
    if (std::min(width, height) < 0.5 && std::max(width, height) >= shortest_rule_pt)
      add_rule(x0, y0, x1, y1);
  }
}

/// Two boxes, one just inside the other, filled between: how some producers draw a border.
bool Drawings::add_frame(GfxState* state) {
  const GfxPath* path = state->getPath();
  if (path->getNumSubpaths() != 2) return false;
  Outline outer = outline_of(state, *path->getSubpath(0)), inner = outline_of(state, *path->getSubpath(1));
  if (outer.box.width() < inner.box.width()) std::swap(outer, inner);
  const Box &o = outer.box, &i = inner.box;
  const double thickest = std::max({i.left - o.left, i.top - o.top, o.right - i.right, o.bottom - i.bottom});
  const double thinnest = std::min({i.left - o.left, i.top - o.top, o.right - i.right, o.bottom - i.bottom});
  if (thinnest < 0 || thickest > thin_rule_pt || inner.box.empty()) return false;
  if (outer.is_small() && outer.is_even()) {
    const bool round = outer.curved && outer.points >= 13 && !has_straight_side(state, *path->getSubpath(0));
    add_shape(round ? SmallShape::Kind::circle : SmallShape::Kind::square, o);
    return true;
  }
  if (!outer.is_rectangle() || !inner.is_rectangle()) return false;
  add_rule(o.left, (o.top + i.top) / 2, o.right, (o.top + i.top) / 2);
  add_rule(o.left, (o.bottom + i.bottom) / 2, o.right, (o.bottom + i.bottom) / 2);
  add_rule((o.left + i.left) / 2, o.top, (o.left + i.left) / 2, o.bottom);
  add_rule((o.right + i.right) / 2, o.top, (o.right + i.right) / 2, o.bottom);
  return true;
}

}  // namespace ruamlint::pdf
