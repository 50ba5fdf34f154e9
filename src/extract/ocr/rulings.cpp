#include "extract/ocr/rulings.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace ruamlint::ocr {
namespace {

constexpr std::size_t max_rulings = 2'000;  // a page of them is a picture, not a table
constexpr std::size_t max_grid_lines = 200;

// All in inches.
constexpr double probe_length = 0.22;  // no stroke of a letter is as long and straight
constexpr double least_horizontal = 0.35;
constexpr double least_vertical = 0.18;
constexpr double most_thickness = 0.035;
constexpr double most_break = 0.12;  // in a worn line
constexpr double touch_distance = 0.05;

int px(double inches, double dpi) {
  return std::max(1, static_cast<int>(std::lround(inches * dpi)));
}

/// Pieces of one line that the scan broke are put together again.
std::vector<Ruling> joined(std::vector<Ruling> pieces, int most_gap, int most_shift) {
  std::sort(pieces.begin(), pieces.end(), [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
  std::vector<Ruling> lines;
  for (const Ruling& piece : pieces) {
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Ruling& l) {
      return std::abs(l.at - piece.at) <= most_shift && piece.from <= l.to + most_gap;
    });
    if (line == lines.end()) {
      lines.push_back(piece);
    } else {
      if (piece.to - piece.from > line->to - line->from) line->at = piece.at;
      line->to = std::max(line->to, piece.to);
    }
  }
  return lines;
}

/// Where a pen's or a stamp's stroke has grown onto a line, the line is what keeps to one row (or column) of
/// `strokes` for most of its length.
std::optional<Ruling> straight_part(const Pix& strokes, const PixelBox& box, bool horizontal) {
  const int along = horizontal ? box.width() : box.height(), across = horizontal ? box.height() : box.width();
  ::Box* area = boxCreate(box.left, box.top, box.width(), box.height());
  const PixPtr part(pixClipRectangle(const_cast<Pix*>(&strokes), area, nullptr));
  boxDestroy(&area);
  if (!part) return std::nullopt;
  Numa* counts = horizontal ? pixCountPixelsByRow(part.get(), nullptr) : pixCountPixelsByColumn(part.get());
  int best = 0;
  l_int32 most = 0;
  for (int i = 0; i < across; ++i) {
    l_int32 count = 0;
    numaGetIValue(counts, i, &count);
    if (count <= most) continue;
    most = count;
    best = i;
  }
  numaDestroy(&counts);
  if (10 * most < 6 * along) return std::nullopt;
  return horizontal ? Ruling{box.top + best, box.left, box.right} : Ruling{box.left + best, box.top, box.bottom};
}

/// The strokes of one direction; they are erased from `ink`.
std::vector<Ruling> take_strokes(Pix& ink, bool horizontal, double dpi) {
  const int probe = px(horizontal ? probe_length : least_vertical, dpi);
  const PixPtr strokes(horizontal ? pixOpenBrick(nullptr, &ink, probe, 1)
                                  : pixOpenBrick(nullptr, &ink, 1, probe));
  if (!strokes) return {};
  Boxa* boxes = pixConnCompBB(strokes.get(), 8);
  std::vector<Ruling> pieces;
  const int thickness = px(most_thickness, dpi);
  const int count = boxes != nullptr ? boxaGetCount(boxes) : 0;
  for (int i = 0; i < count && pieces.size() < max_rulings; ++i) {
    int x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    if ((horizontal ? h : w) <= thickness)
      pieces.push_back(horizontal ? Ruling{y + h / 2, x, x + w} : Ruling{x + w / 2, y, y + h});
    else if (const auto line = straight_part(*strokes, {x, y, x + w, y + h}, horizontal))
      pieces.push_back(*line);
  }
  boxaDestroy(&boxes);
  if (pieces.size() >= max_rulings) return {};
  std::vector<Ruling> lines = joined(std::move(pieces), px(most_break, dpi), px(0.012, dpi));
  const int least = px(horizontal ? least_horizontal : least_vertical, dpi);
  std::erase_if(lines, [&](const Ruling& line) { return line.to - line.from < least; });
  return lines;
}

/// Erases the line's own ink, a pixel more to each side for its blurred edge.
void erase(Pix& ink, const Ruling& line, bool horizontal, double dpi) {
  const int half = px(most_thickness, dpi) / 2 + 1;
  const int x = horizontal ? line.from : line.at - half, y = horizontal ? line.at - half : line.from;
  const int w = horizontal ? line.to - line.from : 2 * half + 1,
            h = horizontal ? 2 * half + 1 : line.to - line.from;
  ::Box* area = boxCreate(std::max(x, 0), std::max(y, 0), w, h);
  if (area == nullptr) return;
  if (const PixPtr band(pixClipRectangle(&ink, area, nullptr)); band) {
    const int probe = std::max(5, px(0.05, dpi));
    PixPtr stroke(horizontal ? pixOpenBrick(nullptr, band.get(), probe, 1)
                             : pixOpenBrick(nullptr, band.get(), 1, probe));
    if (stroke) {
      const PixPtr wide(horizontal ? pixDilateBrick(nullptr, stroke.get(), 1, 3)
                                   : pixDilateBrick(nullptr, stroke.get(), 3, 1));
      int left = 0, top = 0, width = 0, height = 0;
      boxGetGeometry(area, &left, &top, &width, &height);
      pixRasterop(&ink, left, top, pixGetWidth(wide.get()), pixGetHeight(wide.get()),
                  PIX_DST & PIX_NOT(PIX_SRC), wide.get(), 0, 0);
    }
  }
  boxDestroy(&area);
}

bool touch(const Ruling& horizontal, const Ruling& vertical, int distance) {
  return vertical.at >= horizontal.from - distance && vertical.at <= horizontal.to + distance &&
         horizontal.at >= vertical.from - distance && horizontal.at <= vertical.to + distance;
}

/// Groups of rulings that touch, as indices: horizontals first, verticals behind them.
std::vector<std::vector<std::size_t>> touching_groups(const Rulings& rulings, int distance) {
  const std::size_t h = rulings.horizontal.size(), v = rulings.vertical.size();
  std::vector<std::size_t> parent(h + v);
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::size_t i = 0; i < h; ++i)
    for (std::size_t j = 0; j < v; ++j)
      if (touch(rulings.horizontal[i], rulings.vertical[j], distance)) parent[root(i)] = root(h + j);
  std::vector<std::vector<std::size_t>> groups(h + v);
  for (std::size_t i = 0; i < h + v; ++i) groups[root(i)].push_back(i);
  std::erase_if(groups, [](const auto& group) { return group.size() < 4; });
  return groups;
}

/// Whether a line's end at `end` is where a table's line may end: at a line across, or where others end too.
bool sound_end(const Ruling& line, int end, const std::vector<Ruling>& alike, const std::vector<Ruling>& across,
               int distance) {
  const auto crosses = [&](const Ruling& other) {
    return std::abs(other.at - end) <= distance && other.from <= line.at + distance && other.to >= line.at - distance;
  };
  const auto ends_there = [&](const Ruling& other) {
    return &other != &line && std::abs(other.at - line.at) > distance &&
           (std::abs(other.from - end) <= distance || std::abs(other.to - end) <= distance);
  };
  return std::any_of(across.begin(), across.end(), crosses) || std::any_of(alike.begin(), alike.end(), ends_there);
}

/// Without the strokes that only touch the table: what somebody underlined in a cell.
Rulings without_loose(const Rulings& rulings, int distance) {
  const auto kept = [&](const std::vector<Ruling>& lines, const std::vector<Ruling>& across) {
    std::vector<Ruling> sound;
    for (const Ruling& line : lines)
      if (sound_end(line, line.from, lines, across, distance) && sound_end(line, line.to, lines, across, distance))
        sound.push_back(line);
    return sound;
  };
  return {kept(rulings.horizontal, rulings.vertical), kept(rulings.vertical, rulings.horizontal)};
}

std::vector<int> distinct(std::vector<int> positions, int distance) {
  std::sort(positions.begin(), positions.end());
  std::vector<int> lines;
  for (int position : positions)
    if (lines.empty() || position - lines.back() > distance) lines.push_back(position);
  return lines;
}

/// Whether some ruling near `at` runs along most of [from, to).
bool ruled(const std::vector<Ruling>& rulings, int at, int from, int to, int distance) {
  int covered = 0;
  for (const Ruling& ruling : rulings)
    if (std::abs(ruling.at - at) <= distance)
      covered += std::max(0, std::min(ruling.to, to) - std::max(ruling.from, from));
  return covered * 10 >= (to - from) * 6;
}

struct GridLines {
  std::vector<int> xs, ys;
  Rulings rulings;
};

/// Positions of the grid's lines; a table without outer side lines ends where its rows' lines end.
GridLines grid_lines(const Rulings& all, const std::vector<std::size_t>& group, int distance) {
  GridLines lines;
  const std::size_t h = all.horizontal.size();
  for (std::size_t index : group) {
    if (index < h)
      lines.rulings.horizontal.push_back(all.horizontal[index]);
    else
      lines.rulings.vertical.push_back(all.vertical[index - h]);
  }
  lines.rulings = without_loose(lines.rulings, distance);
  for (const Ruling& line : lines.rulings.horizontal) lines.ys.push_back(line.at);
  for (const Ruling& line : lines.rulings.vertical) lines.xs.push_back(line.at);
  lines.xs = distinct(lines.xs, distance);
  lines.ys = distinct(lines.ys, distance);
  if (lines.xs.empty() || lines.ys.empty()) return lines;
  int left = lines.xs.front(), right = lines.xs.back();
  for (const Ruling& line : lines.rulings.horizontal) {
    left = std::min(left, line.from);
    right = std::max(right, line.to);
  }
  auto add_side = [&](int x) {
    lines.xs.push_back(x);
    lines.rulings.vertical.push_back({x, lines.ys.front(), lines.ys.back()});
  };
  if (lines.xs.front() - left > 3 * distance) add_side(left);
  if (right - lines.xs.back() > 3 * distance) add_side(right);
  std::sort(lines.xs.begin(), lines.xs.end());
  return lines;
}

struct Area {
  int row, column, last_row, last_column;
};

/// Grid fields without a line between them are one cell: grows the field at (row, column) to the right and
/// down while no line stops it.
Area merged_from(int row, int column, const GridLines& lines, int distance) {
  const int rows = static_cast<int>(lines.ys.size()) - 1, columns = static_cast<int>(lines.xs.size()) - 1;
  Area area{row, column, row, column};
  while (area.last_column + 1 < columns && !ruled(lines.rulings.vertical, lines.xs[area.last_column + 1],
                                                  lines.ys[row], lines.ys[row + 1], distance))
    ++area.last_column;
  while (area.last_row + 1 < rows && !ruled(lines.rulings.horizontal, lines.ys[area.last_row + 1],
                                            lines.xs[column], lines.xs[area.last_column + 1], distance))
    ++area.last_row;
  return area;
}

Grid make_grid(const GridLines& lines, int distance) {
  Grid grid;
  grid.rows = static_cast<int>(lines.ys.size()) - 1;
  grid.columns = static_cast<int>(lines.xs.size()) - 1;
  grid.box = {lines.xs.front(), lines.ys.front(), lines.xs.back(), lines.ys.back()};
  std::vector<bool> taken(static_cast<std::size_t>(grid.rows * grid.columns));
  auto at = [&](int r, int c) { return taken[static_cast<std::size_t>(r * grid.columns + c)]; };
  for (int row = 0; row < grid.rows; ++row)
    for (int column = 0; column < grid.columns; ++column) {
      if (at(row, column)) continue;
      Area area = merged_from(row, column, lines, distance);
      while (area.last_column > column && at(row, area.last_column)) --area.last_column;
      for (int r = row; r <= area.last_row; ++r)
        for (int c = column; c <= area.last_column; ++c) at(r, c) = true;
      grid.cells.push_back(
          {row,
           column,
           area.last_row - row + 1,
           area.last_column - column + 1,
           {lines.xs[column], lines.ys[row], lines.xs[area.last_column + 1], lines.ys[area.last_row + 1]}});
    }
  return grid;
}

}  // namespace

Rulings take_rulings(Pix& ink, double dpi) {
  Rulings rulings;
  rulings.horizontal = take_strokes(ink, true, dpi);
  rulings.vertical = take_strokes(ink, false, dpi);
  // A stem of a large letter is as long as a low table row is high: an upright line counts only where it is
  // long or ends at horizontal ones.
  const int distance = px(touch_distance, dpi), surely_line = px(0.8, dpi), joint = px(0.03, dpi);
  std::erase_if(rulings.vertical, [&](const Ruling& line) {
    if (line.to - line.from >= surely_line) return false;
    auto ends_at_a_line = [&](int end) {
      return std::any_of(rulings.horizontal.begin(), rulings.horizontal.end(), [&](const Ruling& h) {
        return touch(h, line, distance) && std::abs(h.at - end) <= joint;
      });
    };
    return !ends_at_a_line(line.from) || !ends_at_a_line(line.to);
  });
  for (const Ruling& line : rulings.horizontal) erase(ink, line, true, dpi);
  for (const Ruling& line : rulings.vertical) erase(ink, line, false, dpi);
  return rulings;
}

std::vector<Grid> find_grids(const Rulings& rulings, double dpi) {
  const int distance = px(touch_distance, dpi);
  std::vector<Grid> grids;
  for (const auto& group : touching_groups(rulings, distance)) {
    const GridLines lines = grid_lines(rulings, group, distance);
    if (lines.xs.size() < 2 || lines.ys.size() < 2) continue;
    if (lines.xs.size() > max_grid_lines || lines.ys.size() > max_grid_lines) continue;
    Grid grid = make_grid(lines, distance);
    if (grid.cells.size() >= 2) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.box.top < b.box.top; });
  return grids;
}

}  // namespace ruamlint::ocr
