#include "extract/pdf/tick_boxes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace ruamlint::pdf {
namespace {

constexpr double smallest_box_pt = 5, largest_box_pt = 20;
constexpr std::array<std::string_view, 12> mark_letters = {"✓", "✔", "✗", "✘", "√", "X",
                                                           "x", "×", "/", "∕", "●", "•"};

struct TickBox {
  Box box;
  bool round = false, ticked = false, field = false;
};

double middle_x(const Box& box) {
  return (box.left + box.right) / 2;
}
double middle_y(const Box& box) {
  return (box.top + box.bottom) / 2;
}

bool holds_middle(const Box& box, const Box& inner) {
  const double x = middle_x(inner), y = middle_y(inner);
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

bool touches(const Box& a, const Box& b) {
  constexpr double near_pt = 1;
  return a.left <= b.right + near_pt && b.left <= a.right + near_pt && a.top <= b.bottom + near_pt &&
         b.top <= a.bottom + near_pt;
}

bool is_box_size(const Box& box) {
  return std::min(box.width(), box.height()) >= smallest_box_pt &&
         std::max(box.width(), box.height()) <= largest_box_pt;
}

void add_fields(const PageContent& page, std::vector<TickBox>& boxes) {
  for (const Field& field : page.fields)
    if (field.kind == Field::Kind::check || field.kind == Field::Kind::radio)
      boxes.push_back({field.box, field.kind == Field::Kind::radio, field.checked, true});
}

/// Outlines within an outline are part of its drawing.
void add_outlines(const PageContent& page, std::vector<TickBox>& boxes) {
  for (const SmallShape& shape : page.shapes) {
    const bool outline = shape.kind == SmallShape::Kind::square || shape.kind == SmallShape::Kind::circle;
    if (!outline || !is_box_size(shape.box)) continue;
    const bool known = std::any_of(boxes.begin(), boxes.end(), [&](const TickBox& box) {
      return holds_middle(box.box, shape.box) || holds_middle(shape.box, box.box);
    });
    if (!known) boxes.push_back({shape.box, shape.kind == SmallShape::Kind::circle, false, false});
  }
}

/// Boxes in a row that touch are the squares for a number's digits or cells of a small table.
void drop_digit_squares(std::vector<TickBox>& boxes) {
  std::vector<bool> touched(boxes.size(), false);
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      if (!boxes[i].field && !boxes[j].field && touches(boxes[i].box, boxes[j].box) &&
          std::abs(middle_y(boxes[i].box) - middle_y(boxes[j].box)) < boxes[i].box.height() / 2)
        touched[i] = touched[j] = true;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    if (!touched[i]) boxes[kept++] = boxes[i];
  boxes.resize(kept);
}

bool is_mark_in(const SmallShape& shape, const Box& box) {
  constexpr double least_share = 0.3;
  const double size = std::max(shape.box.width(), shape.box.height());
  const bool within =
      holds_middle(box, shape.box) && size >= least_share * box.width() && size <= 1.8 * box.width();
  const bool same_outline =
      std::abs(shape.box.left - box.left) < 1 && std::abs(shape.box.right - box.right) < 1 &&
      std::abs(shape.box.top - box.top) < 1 && std::abs(shape.box.bottom - box.bottom) < 1;
  if (shape.kind == SmallShape::Kind::other) return within;  // a cross may fill its box
  return within && !same_outline;
}

/// A letter of a field's appearance, or a typed mark, within the box.
bool is_mark_letter(const Cluster& cluster, const TickBox& tick) {
  const Box letter{cluster.left, cluster.baseline - 0.7 * cluster.size, cluster.right, cluster.baseline};
  if (!holds_middle(tick.box, letter)) return false;
  if (tick.field && cluster.field) return true;
  return std::find(mark_letters.begin(), mark_letters.end(), cluster.text) != mark_letters.end();
}

Cluster cluster_of(const TickBox& tick, const std::vector<Cluster>& clusters) {
  Cluster cluster;
  cluster.text = tick.round ? (tick.ticked ? "◉" : "○") : (tick.ticked ? "☑" : "☐");
  cluster.left = static_cast<float>(tick.box.left);
  cluster.right = static_cast<float>(tick.box.right);
  cluster.top = static_cast<float>(tick.box.top);
  cluster.bottom = static_cast<float>(tick.box.bottom);
  cluster.baseline = cluster.bottom;
  cluster.size = static_cast<float>(tick.box.height());
  cluster.field = tick.field;
  cluster.own_place = true;
  // It stands on the line of the nearest letter beside it.
  double nearest = 1e9;
  const double y = middle_y(tick.box);
  for (const Cluster& letter : clusters) {
    if (letter.space || y < letter.top || y > letter.bottom) continue;
    const double distance =
        letter.left >= cluster.left ? letter.left - cluster.right : 2.0 * (cluster.left - letter.right);
    if (distance >= nearest) continue;
    nearest = distance;
    cluster.baseline = letter.baseline;
    cluster.size = letter.size;
  }
  return cluster;
}

}  // namespace

void add_tick_boxes(const PageContent& page, std::vector<Cluster>& clusters) {
  std::vector<TickBox> boxes;
  add_fields(page, boxes);
  add_outlines(page, boxes);
  constexpr std::size_t most_boxes = 2'000;  // more is a pattern
  if (boxes.empty() || boxes.size() > most_boxes) return;
  drop_digit_squares(boxes);
  std::vector<bool> unwanted(clusters.size(), false);
  for (TickBox& tick : boxes) {
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      if (!is_mark_letter(clusters[i], tick)) continue;
      unwanted[i] = true;
      if (!tick.field) tick.ticked = true;
    }
    if (tick.field) continue;
    tick.ticked =
        tick.ticked || std::any_of(page.shapes.begin(), page.shapes.end(),
                                   [&](const SmallShape& shape) { return is_mark_in(shape, tick.box); });
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < clusters.size(); ++i)
    if (!unwanted[i]) std::swap(clusters[kept++], clusters[i]);
  clusters.resize(kept);
  std::vector<Cluster> added;
  for (const TickBox& tick : boxes) added.push_back(cluster_of(tick, clusters));
  clusters.insert(clusters.end(), added.begin(), added.end());
}

}  // namespace ruamlint::pdf
