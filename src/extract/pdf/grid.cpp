#include "extract/pdf/grid.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ruamlint::pdf {
namespace {

constexpr double touching_pt = 3;         // lines whose ends are this near meet
constexpr double same_edge_pt = 3;        // lines this near are one edge: double rules, borders drawn twice
constexpr std::size_t max_lines = 4'000;  // a page with more is a drawing
constexpr std::size_t max_cells = 20'000;

/// A ruling line by its position across and its extent along.
struct Rule {
  double at = 0, from = 0, to = 0;
};

/// Pieces of one line joined, doubled ones merged.
std::vector<Rule> merged(std::vector<Rule> rules) {
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<Rule> result;
  for (std::size_t first = 0; first < rules.size();) {
    std::size_t last = first + 1;
    while (last < rules.size() && rules[last].at - rules[first].at < 1.2) ++last;
    std::sort(rules.begin() + static_cast<std::ptrdiff_t>(first),
              rules.begin() + static_cast<std::ptrdiff_t>(last),
              [](const Rule& a, const Rule& b) { return a.from < b.from; });
    const std::size_t begin = result.size();
    for (std::size_t i = first; i < last; ++i) {
      if (result.size() > begin && rules[i].from <= result.back().to + touching_pt)
        result.back().to = std::max(result.back().to, rules[i].to);
      else
        result.push_back(rules[i]);
    }
    first = last;
  }
  return result;
}

class Components {
 public:
  explicit Components(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

bool meet(const Rule& horizontal, const Rule& vertical) {
  return vertical.at >= horizontal.from - touching_pt && vertical.at <= horizontal.to + touching_pt &&
         horizontal.at >= vertical.from - touching_pt && horizontal.at <= vertical.to + touching_pt;
}

std::vector<double> edges(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> result;
  for (const double value : values)
    if (result.empty() || value - result.back() > same_edge_pt) result.push_back(value);
  return result;
}

std::size_t nearest(const std::vector<double>& edges, double value) {
  const auto next = std::lower_bound(edges.begin(), edges.end(), value);
  if (next == edges.begin()) return 0;
  if (next == edges.end() || value - *(next - 1) < *next - value)
    return static_cast<std::size_t>(next - edges.begin()) - 1;
  return static_cast<std::size_t>(next - edges.begin());
}

/// For each edge the stretches between the crossing edges that a rule covers.
std::vector<std::vector<bool>> covered(const std::vector<Rule>& rules, const std::vector<double>& at,
                                       const std::vector<double>& across) {
  std::vector<std::vector<bool>> result(at.size(), std::vector<bool>(across.size() - 1, false));
  for (const Rule& rule : rules) {
    std::vector<bool>& edge = result[nearest(at, rule.at)];
    for (std::size_t i = 0; i + 1 < across.size(); ++i) {
      const double middle = (across[i] + across[i + 1]) / 2;
      if (middle >= rule.from && middle <= rule.to) edge[i] = true;
    }
  }
  return result;
}

/// Cells are rectangles of grid fields without a rule between them, grown to the right and then downwards.
void add_cells(Grid& grid, const std::vector<std::vector<bool>>& vertical,
               const std::vector<std::vector<bool>>& horizontal) {
  const auto rows = static_cast<std::size_t>(grid.rows()), columns = static_cast<std::size_t>(grid.columns());
  std::vector<bool> taken(rows * columns, false);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      if (taken[row * columns + column]) continue;
      std::size_t right = column + 1, bottom = row + 1;
      while (right < columns && !vertical[right][row] && !taken[row * columns + right]) ++right;
      const auto open_below = [&] {
        for (std::size_t c = column; c < right; ++c)
          if (horizontal[bottom][c] || taken[bottom * columns + c]) return false;
        for (std::size_t c = column + 1; c < right; ++c)
          if (vertical[c][bottom]) return false;
        return true;
      };
      while (bottom < rows && open_below()) ++bottom;
      for (std::size_t r = row; r < bottom; ++r)
        for (std::size_t c = column; c < right; ++c) taken[r * columns + c] = true;
      grid.cells.push_back({static_cast<int>(row),
                            static_cast<int>(column),
                            static_cast<int>(bottom - row),
                            static_cast<int>(right - column),
                            {grid.xs[column], grid.ys[row], grid.xs[right], grid.ys[bottom]}});
    }
  }
}

/// Whether a horizontal rule ends in the middle of nothing, as the line under a word does: borders end at
/// others, or where the table ends.
bool ends_in_a_cell(const Rule& rule, const std::vector<Rule>& vertical, double left, double right) {
  const auto is_border = [&](double x) {
    return x < left + touching_pt || x > right - touching_pt ||
           std::any_of(vertical.begin(), vertical.end(),
                       [&](const Rule& v) { return std::abs(v.at - x) <= touching_pt; });
  };
  return !is_border(rule.from) || !is_border(rule.to);
}

std::vector<Rule> without_underlines(std::vector<Rule> horizontal, const std::vector<Rule>& vertical) {
  double left = 1e9, right = -1e9;
  for (const Rule& rule : horizontal) {
    left = std::min(left, rule.from);
    right = std::max(right, rule.to);
  }
  std::erase_if(horizontal, [&](const Rule& rule) { return ends_in_a_cell(rule, vertical, left, right); });
  return horizontal;
}

/// Which of the edges cells begin or end at, and the new number of each.
std::vector<int> renumbered(std::vector<double>& edges, const std::vector<GridCell>& cells, int GridCell::*first,
                            int GridCell::*span) {
  std::vector<bool> used(edges.size(), false);
  for (const GridCell& cell : cells)
    used[static_cast<std::size_t>(cell.*first)] = used[static_cast<std::size_t>(cell.*first + cell.*span)] = true;
  std::vector<int> numbers;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    numbers.push_back(static_cast<int>(kept));
    if (used[i]) edges[kept++] = edges[i];
  }
  edges.resize(kept);
  return numbers;
}

/// Edges that no cell begins or ends at (the line under a word, a border drawn in pieces at slightly different
/// heights) are taken out.
void drop_unused_edges(Grid& grid) {
  const auto drop = [&](std::vector<double>& edges, int GridCell::*first, int GridCell::*span) {
    const std::vector<int> numbers = renumbered(edges, grid.cells, first, span);
    for (GridCell& cell : grid.cells) {
      const int last = numbers[static_cast<std::size_t>(cell.*first + cell.*span)];
      cell.*first = numbers[static_cast<std::size_t>(cell.*first)];
      cell.*span = last - cell.*first;
    }
  };
  drop(grid.xs, &GridCell::column, &GridCell::column_span);
  drop(grid.ys, &GridCell::row, &GridCell::row_span);
}

bool make_grid(const std::vector<Rule>& horizontal, const std::vector<Rule>& vertical, Grid& grid) {
  std::vector<double> xs, ys;
  for (const Rule& rule : horizontal) {
    ys.push_back(rule.at);
    xs.push_back(rule.from);
    xs.push_back(rule.to);
  }
  for (const Rule& rule : vertical) {
    xs.push_back(rule.at);
    ys.push_back(rule.from);
    ys.push_back(rule.to);
  }
  grid.xs = edges(std::move(xs));
  grid.ys = edges(std::move(ys));
  if (grid.xs.size() < 2 || grid.ys.size() < 2) return false;
  if ((grid.xs.size() - 1) * (grid.ys.size() - 1) > max_cells) return false;
  grid.box = {grid.xs.front(), grid.ys.front(), grid.xs.back(), grid.ys.back()};
  add_cells(grid, covered(vertical, grid.xs, grid.ys), covered(horizontal, grid.ys, grid.xs));
  drop_unused_edges(grid);
  return true;
}

}  // namespace

int Grid::cell_at(double x, double y) const {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Box& cell = cells[i].box;
    if (x >= cell.left && x <= cell.right && y >= cell.top && y <= cell.bottom) return static_cast<int>(i);
  }
  return -1;
}

std::vector<Grid> find_grids(const std::vector<RulingLine>& lines) {
  std::vector<Rule> horizontal, vertical;
  for (const RulingLine& line : lines) {
    if (line.horizontal())
      horizontal.push_back({(line.top + line.bottom) / 2.0, line.left, line.right});
    else
      vertical.push_back({(line.left + line.right) / 2.0, line.top, line.bottom});
  }
  horizontal = merged(std::move(horizontal));
  vertical = merged(std::move(vertical));
  if (horizontal.size() < 2 || vertical.empty() || horizontal.size() + vertical.size() > max_lines) return {};
  Components components(horizontal.size() + vertical.size());
  for (std::size_t h = 0; h < horizontal.size(); ++h)
    for (std::size_t v = 0; v < vertical.size(); ++v)
      if (meet(horizontal[h], vertical[v])) components.unite(h, horizontal.size() + v);

  std::vector<std::size_t> roots;
  for (std::size_t v = 0; v < vertical.size(); ++v) roots.push_back(components.find(horizontal.size() + v));
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  std::vector<Grid> grids;
  for (const std::size_t root : roots) {
    std::vector<Rule> across, down;
    for (std::size_t h = 0; h < horizontal.size(); ++h)
      if (components.find(h) == root) across.push_back(horizontal[h]);
    for (std::size_t v = 0; v < vertical.size(); ++v)
      if (components.find(horizontal.size() + v) == root) down.push_back(vertical[v]);
    across = without_underlines(std::move(across), down);
    Grid grid;
    if (across.size() >= 2 && make_grid(across, down, grid)) grids.push_back(std::move(grid));
  }
  const auto area = [](const Grid& grid) { return grid.box.width() * grid.box.height(); };
  std::stable_sort(grids.begin(), grids.end(),
                   [&](const Grid& a, const Grid& b) { return area(a) < area(b); });
  return grids;
}

}  // namespace ruamlint::pdf
