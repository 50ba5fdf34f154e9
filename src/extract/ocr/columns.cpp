#include "extract/ocr/columns.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ruamlint::ocr {
namespace {

constexpr std::size_t least_rows = 4;      // of a gap that counts as a gutter
constexpr double least_gutter = 1.2;       // body heights
constexpr double most_row_distance = 4.5;  // body heights, from one row of the gutter to the next
constexpr double least_fill = 0.72;  // mean length of a column's lines against its longest: text, not a list
constexpr double least_column = 10;  // body heights, of a column's longest line

/// The white between two neighbours of a row.
struct Gap {
  std::size_t left = 0, right = 0;  ///< lines
  double from = 0, to = 0, y = 0;
  bool tick = false;  ///< a tick box stands in it
};

/// A gap seen in row after row.
struct Gutter {
  double from = 0, to = 0;
  int top = 0, bottom = 0;  ///< of the zone: all lines beside the gutter
  std::vector<Gap> gaps;
};

bool on_one_level(const TextLine& a, const TextLine& b) {
  const double height = std::min(a.body_height, b.body_height);
  const double x = (std::min(a.box.right, b.box.right) + std::max(a.box.left, b.box.left)) / 2.0;
  return a.region == b.region && std::abs(a.baseline_at(x) - b.baseline_at(x)) <= 0.4 * height;
}

bool tick_between(const TextLine& left, const TextLine& right, const std::vector<TickBox>& ticks) {
  return std::any_of(ticks.begin(), ticks.end(), [&](const TickBox& tick) {
    const double middle = right.baseline - right.body_height / 2;
    return tick.box.centre_x() > left.box.right && tick.box.centre_x() < right.box.left &&
           std::abs(tick.box.centre_y() - middle) <= right.body_height;
  });
}

/// For each line its nearest right neighbour on the same level.
std::vector<Gap> find_gaps(const std::vector<TextLine>& lines, const std::vector<TickBox>& ticks) {
  std::vector<Gap> gaps;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine* nearest = nullptr;
    for (const TextLine& other : lines) {
      if (&other == &lines[i] || other.box.left < lines[i].box.right - lines[i].body_height) continue;
      if (other.box.centre_x() <= lines[i].box.centre_x() || !on_one_level(lines[i], other)) continue;
      if (nearest == nullptr || other.box.left < nearest->box.left) nearest = &other;
    }
    if (nearest != nullptr)
      gaps.push_back({i, static_cast<std::size_t>(nearest - lines.data()),
                      static_cast<double>(lines[i].box.right), static_cast<double>(nearest->box.left),
                      nearest->baseline, tick_between(lines[i], *nearest, ticks)});
  }
  std::sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.y < b.y; });
  return gaps;
}

/// How far the text beside `gap` reaches from it without a gap as wide as `most`. The spaces of wide print
/// part a column's line into pieces.
double reach(const Gap& gap, bool to_left, double most, const std::vector<Gap>& gaps,
             const std::vector<TextLine>& lines) {
  std::size_t outermost = to_left ? gap.left : gap.right;
  for (bool grown = true; grown;) {
    const auto space = std::find_if(gaps.begin(), gaps.end(), [&](const Gap& other) {
      return (to_left ? other.right : other.left) == outermost && !other.tick && other.to - other.from < most;
    });
    grown = space != gaps.end();
    if (grown) outermost = to_left ? space->left : space->right;
  }
  const PixelBox& box = lines[outermost].box;
  return to_left ? gap.from - box.left : box.right - gap.to;
}

double fill(const Gutter& gutter, bool left_side, const std::vector<Gap>& gaps,
            const std::vector<TextLine>& lines) {
  constexpr double widest_space = 0.75;  // of the gutter
  double sum = 0, longest = 0, height = 0;
  for (const Gap& gap : gutter.gaps) {
    const double length = reach(gap, left_side, widest_space * (gutter.to - gutter.from), gaps, lines);
    sum += length;
    longest = std::max(longest, length);
    height = std::max(height, lines[left_side ? gap.left : gap.right].body_height);
  }
  if (longest < least_column * height) return 0;
  return sum / static_cast<double>(gutter.gaps.size()) / longest;
}

/// One column may end lines before the other: takes in what follows below in the rhythm of the column's
/// lines.
void extend_down(Gutter& gutter, const std::vector<TextLine>& lines) {
  constexpr double most_step = 1.15;  // pitches; what stands farther down begins something new
  const double pitch =
      (gutter.gaps.back().y - gutter.gaps.front().y) / static_cast<double>(gutter.gaps.size() - 1);
  const std::size_t last_left = gutter.gaps.back().left, last_right = gutter.gaps.back().right;
  for (const std::size_t above : {last_left, last_right}) {
    const TextLine* last = &lines[above];
    for (bool grown = true; grown;) {
      grown = false;
      for (const TextLine& line : lines) {
        const double step = line.baseline - last->baseline;
        if (line.region != 0 || step < 0.5 * pitch || step > most_step * pitch) continue;
        const bool beside = above == last_left ? line.box.right <= gutter.to : line.box.left >= gutter.from;
        if (!beside || std::abs(line.box.left - last->box.left) > line.body_height) continue;
        last = &line;
        gutter.bottom = std::max(gutter.bottom, line.box.bottom);
        grown = true;
        break;
      }
    }
  }
}

std::vector<Gutter> find_gutters(const std::vector<TextLine>& lines, const std::vector<Gap>& gaps) {
  std::vector<Gutter> growing;
  for (const Gap& gap : gaps) {
    const TextLine& left = lines[gap.left];
    if (left.region != 0 || gap.tick) continue;
    const auto gutter = std::find_if(growing.begin(), growing.end(), [&](const Gutter& g) {
      return std::min(g.to, gap.to) - std::max(g.from, gap.from) >= least_gutter * left.body_height &&
             gap.y - g.gaps.back().y <= most_row_distance * left.body_height;
    });
    if (gutter == growing.end()) {
      if (gap.to - gap.from >= least_gutter * left.body_height)
        growing.push_back({gap.from, gap.to, 0, 0, {gap}});
      continue;
    }
    gutter->from = std::max(gutter->from, gap.from);
    gutter->to = std::min(gutter->to, gap.to);
    gutter->gaps.push_back(gap);
  }
  std::erase_if(growing, [&](const Gutter& gutter) {
    return gutter.gaps.size() < least_rows || fill(gutter, true, gaps, lines) < least_fill ||
           fill(gutter, false, gaps, lines) < least_fill;
  });
  for (Gutter& gutter : growing) {
    gutter.top = lines[gutter.gaps.front().left].box.top;
    gutter.bottom = lines[gutter.gaps.front().left].box.bottom;
    for (const Gap& gap : gutter.gaps)
      for (const std::size_t index : {gap.left, gap.right}) {
        gutter.top = std::min(gutter.top, lines[index].box.top);
        gutter.bottom = std::max(gutter.bottom, lines[index].box.bottom);
      }
  }
  for (Gutter& gutter : growing) extend_down(gutter, lines);
  return growing;
}

void join(TextLine& left, const TextLine& right) {
  left.parts.insert(left.parts.end(), right.parts.begin(), right.parts.end());
  if (right.box.width() > left.box.width()) {
    const double at_left = right.baseline_at(left.box.left);
    left.body_height = right.body_height;
    left.slope = right.slope;
    left.baseline = at_left;
  }
  left.box = united(left.box, right.box);
}

}  // namespace

std::vector<TextLine> in_reading_order(std::vector<TextLine> pieces, const std::vector<TickBox>& ticks) {
  std::sort(pieces.begin(), pieces.end(), [](const TextLine& a, const TextLine& b) {
    return std::tie(a.region, a.box.left, a.box.top) < std::tie(b.region, b.box.left, b.box.top);
  });
  const std::vector<Gap> gaps = find_gaps(pieces, ticks);
  const std::vector<Gutter> gutters = find_gutters(pieces, gaps);

  // Pieces are sorted from the left, so the piece that a gap leads to has not been joined to the left yet.
  std::vector<std::size_t> head(pieces.size());
  for (std::size_t i = 0; i < head.size(); ++i) head[i] = i;
  auto head_of = [&](std::size_t i) {
    while (head[i] != i) i = head[i];
    return i;
  };
  for (const Gap& gap : gaps) {
    const bool across_gutter = std::any_of(gutters.begin(), gutters.end(), [&](const Gutter& gutter) {
      return gap.y >= gutter.top && gap.y <= gutter.bottom && gap.from <= gutter.to && gap.to >= gutter.from;
    });
    if (across_gutter && !gap.tick && pieces[gap.left].region == 0) continue;
    const std::size_t left = head_of(gap.left), right = head_of(gap.right);
    if (left == right) continue;
    join(pieces[left], pieces[right]);
    head[right] = left;
  }

  std::vector<TextLine> lines;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (head[i] == i) lines.push_back(std::move(pieces[i]));
  for (TextLine& line : lines) {
    line.column = 0;
    line.zone_top = static_cast<int>(line.baseline_at(line.box.left));
    if (line.region != 0) continue;
    for (const Gutter& gutter : gutters) {
      const bool beside = line.box.centre_y() >= gutter.top && line.box.centre_y() <= gutter.bottom &&
                          (line.box.right <= gutter.to || line.box.left >= gutter.from);
      if (!beside) continue;
      line.zone_top = std::min(line.zone_top, gutter.top);
      if (line.box.centre_x() > gutter.from) ++line.column;
    }
  }
  std::stable_sort(lines.begin(), lines.end(), [](const TextLine& a, const TextLine& b) {
    return std::tuple(a.region, a.zone_top, a.column, a.baseline, a.box.left) <
           std::tuple(b.region, b.zone_top, b.column, b.baseline, b.box.left);
  });
  return lines;
}

}  // namespace ruamlint::ocr
