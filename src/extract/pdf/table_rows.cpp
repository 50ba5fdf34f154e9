#include "extract/pdf/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace ruamlint::pdf {
namespace {

constexpr double same_middle = 0.25;     // of the font size
constexpr double overlapping = 0.6;      // of the font size: lines this near stand beside one another
constexpr std::size_t longest_row = 40;  // baselines
constexpr double clearly_apart = 1.15;   // rows to one another, against the lines in them

bool is_filled(const std::vector<TextLine>& cell) {
  return !cell.empty();
}

std::size_t filled_cells(const RowCells& row) {
  return static_cast<std::size_t>(std::count_if(row.begin(), row.end(), is_filled));
}

double step_to(const LineGrid& grid, std::size_t i) {
  return grid.baselines[i] - grid.baselines[i - 1];
}

/// The distance from row to row where both have most of their cells, 0 where there are no such.
double usual_row_step(const LineGrid& grid) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < grid.rows.size(); ++i)
    if (filled_cells(grid.rows[i]) * 2 > grid.rows[i].size()) steps.push_back(step_to(grid, i));
  if (steps.empty()) return 0;
  std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
  return steps[steps.size() / 2];
}

/// Whether line `i` of the grid is more of the cells above it: few cells, each below one with words, and
/// nearer than rows are to one another.
bool goes_on(const LineGrid& grid, std::size_t i, double row_step, double line_step) {
  const RowCells &above = grid.rows[i - 1], &row = grid.rows[i];
  const std::size_t filled = filled_cells(row);
  if (filled == row.size()) return false;
  for (std::size_t column = 0; column < row.size(); ++column)
    if (is_filled(row[column]) && !is_filled(above[column])) return false;
  if (!is_filled(row[0]) && step_to(grid, i) <= line_step) return true;
  return filled * 2 <= row.size() && step_to(grid, i) < 0.93 * row_step;
}

/// Rows whose cells begin at their top.
std::vector<std::size_t> top_rows(const LineGrid& grid, double line_step) {
  const double row_step = usual_row_step(grid);
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 1; i < grid.rows.size(); ++i)
    if (!goes_on(grid, i, row_step, line_step)) begins.push_back(i);
  return begins;
}

std::size_t empty_cells(const LineGrid& grid, std::size_t first, std::size_t last) {
  std::size_t empty = 0;
  for (std::size_t column = 0; column < grid.rows[first].size(); ++column) {
    bool filled = false;
    for (std::size_t i = first; i < last; ++i) filled = filled || is_filled(grid.rows[i][column]);
    if (!filled) ++empty;
  }
  return empty;
}

/// How many cells of a row are empty that has the lines [first, last); nothing where they cannot be one row
/// with its cells set about its middle.
std::optional<std::size_t> empty_cells_of_centred(const LineGrid& grid, std::size_t first, std::size_t last,
                                                  double size, double line_step) {
  const double middle = (grid.baselines[first] + grid.baselines[last - 1]) / 2;
  std::size_t empty = 0;
  bool has_single = false;
  double widest_step = 0;
  for (std::size_t column = 0; column < grid.rows[first].size(); ++column) {
    double top = 0, bottom = 0;
    bool filled = false;
    for (std::size_t i = first; i < last; ++i) {
      if (!is_filled(grid.rows[i][column])) continue;
      const double baseline = grid.baselines[i];
      if (!filled) top = baseline;
      if (filled) widest_step = std::max(widest_step, baseline - bottom);
      bottom = baseline;
      filled = true;
    }
    if (!filled) {
      ++empty;
      continue;
    }
    if (std::abs((top + bottom) / 2 - middle) > same_middle * size || widest_step > line_step)
      return std::nullopt;
    has_single = has_single || top == bottom;
  }
  if (has_single) return empty;
  // Without a cell of one line these may be several rows, unless they keep clear of the others.
  const double above = first > 0 ? step_to(grid, first) : 1e9;
  const double below = last < grid.rows.size() ? step_to(grid, last) : 1e9;
  if (std::min(above, below) < clearly_apart * widest_step) return std::nullopt;
  return empty;
}

/// The smallest distance between lines one below the other in a column: that of a cell's lines, where cells
/// have several.
double smallest_step(const LineGrid& grid, double size) {
  double smallest = 1e9;
  for (std::size_t column = 0; column < grid.rows.front().size(); ++column) {
    double above = -1e9;
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
      if (!is_filled(grid.rows[i][column])) continue;
      const double step = grid.baselines[i] - above;
      if (step > 0.8 * size) smallest = std::min(smallest, step);
      above = grid.baselines[i];
    }
  }
  return smallest;
}

/// Rows whose cells stand at their top or about their middle, each row for itself (heads often differ): of
/// all ways to group the lines, the one that leaves fewest cells empty, then parts fewest lines that are as
/// near as lines of a cell, then has most rows, then fewest of the second kind.
std::vector<std::size_t> free_rows(const LineGrid& grid, double size, double line_step) {
  struct Best {
    std::size_t empty = 0, near = 0, joined = 0, centred = 0;  // over all lines before
    std::size_t begin = 0;                                     // of the last row
    [[nodiscard]] auto key() const { return std::tuple(empty, near, joined, centred); }
  };
  constexpr std::size_t never = 1'000'000;
  const double row_step = usual_row_step(grid);
  const double near_step = 1.08 * smallest_step(grid, size);
  const std::size_t count = grid.rows.size();
  std::vector<Best> best(count + 1, Best{never, 0, 0, 0, 0});
  best[0].empty = 0;
  for (std::size_t last = 1; last <= count; ++last) {
    bool at_top = true, beside = true;
    const std::size_t earliest = last > longest_row ? last - longest_row : 0;
    for (std::size_t first = last; first-- > earliest;) {
      if (first + 1 < last) {
        at_top = at_top && goes_on(grid, first + 1, row_step, line_step);
        beside = beside && step_to(grid, first + 1) < overlapping * size;
      }
      if (first > 0 && step_to(grid, first) < overlapping * size) continue;
      std::optional<std::size_t> empty = empty_cells_of_centred(grid, first, last, size, line_step);
      const bool centred = !at_top && empty;
      if (at_top) empty = grid.rows[first].size() - filled_cells(grid.rows[first]);
      if (!empty && beside) empty = empty_cells(grid, first, last);
      if (!empty) continue;
      const Best& before = best[first];
      const bool near = first > 0 && step_to(grid, first) <= near_step;
      const Best next{before.empty + *empty, before.near + (near ? 1 : 0), before.joined + last - first - 1,
                      before.centred + (centred ? 1 : 0), first};
      if (next.key() < best[last].key()) best[last] = next;
    }
  }
  std::vector<std::size_t> begins;
  for (std::size_t at = count; at > 0; at = best[at].begin) begins.push_back(best[at].begin);
  std::reverse(begins.begin(), begins.end());
  return begins;
}

/// How well rows stand out: few empty cells first, then how much further rows are apart than their lines.
struct Fit {
  std::size_t empty = 0;
  double apart = 0;
};

Fit fit_of(const LineGrid& grid, const std::vector<std::size_t>& begins) {
  Fit fit;
  double within = 0, between = 1e9;
  std::vector<bool> filled;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    const bool begins_row = std::binary_search(begins.begin(), begins.end(), i);
    if (begins_row) {
      fit.empty += static_cast<std::size_t>(std::count(filled.begin(), filled.end(), false));
      filled.assign(grid.rows[i].size(), false);
    }
    if (i > 0) {
      double& step = begins_row ? between : within;
      step = begins_row ? std::min(step, step_to(grid, i)) : std::max(step, step_to(grid, i));
    }
    for (std::size_t column = 0; column < filled.size(); ++column)
      if (is_filled(grid.rows[i][column])) filled[column] = true;
  }
  fit.empty += static_cast<std::size_t>(std::count(filled.begin(), filled.end(), false));
  fit.apart = between / std::max(within, 1.0);
  return fit;
}

}  // namespace

std::vector<std::size_t> row_begins(const LineGrid& grid, double size, double line_step) {
  const std::vector<std::size_t> top = top_rows(grid, line_step);
  if (top.size() == grid.rows.size() && fit_of(grid, top).empty == 0) return top;
  const std::vector<std::size_t> free = free_rows(grid, size, line_step);
  const Fit as_top = fit_of(grid, top), as_free = fit_of(grid, free);
  const bool fits_better = as_free.empty < as_top.empty ||
                           (as_free.empty == as_top.empty && as_free.apart > clearly_apart * as_top.apart);
  return fits_better ? free : top;
}

}  // namespace ruamlint::pdf
