// Tables without ruling lines: rows of text whose gaps stand above one another.
#include <algorithm>
#include <cmath>

#include "extract/pdf/labels.hpp"
#include "extract/pdf/paragraphs.hpp"
#include "extract/pdf/tables.hpp"

namespace ruamlint::pdf {
namespace {

constexpr double least_gap = 0.45;    // between columns, of the font size
constexpr double wrapped_step = 1.3;  // of the pitch: a cell's next line is no further down

struct Gap {
  double from = 0, to = 0;
  [[nodiscard]] double width() const { return to - from; }
};

/// Lines on one baseline: the indices [first, last) of the sorted lines.
struct Row {
  std::size_t first = 0, last = 0;
  double baseline = 0, size = 0;
  [[nodiscard]] std::size_t count() const { return last - first; }
};

std::vector<Row> rows_of(std::vector<TextLine>& lines) {
  std::vector<Row> rows;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    while (last < lines.size() && lines[last].baseline - lines[first].baseline < 0.3 * lines[first].size)
      ++last;
    std::stable_sort(lines.begin() + static_cast<std::ptrdiff_t>(first),
                     lines.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const TextLine& a, const TextLine& b) { return a.box.left < b.box.left; });
    rows.push_back({first, last, lines[first].baseline, lines[first].size});
    first = last;
  }
  return rows;
}

std::vector<Gap> gaps_in(const std::vector<TextLine>& lines, const Row& row) {
  std::vector<Gap> gaps;
  for (std::size_t i = row.first + 1; i < row.last; ++i)
    gaps.push_back({lines[i - 1].box.right, lines[i].box.left});
  return gaps;
}

/// The wide space of `line` that lies in the gap, nullptr for none.
const WideSpace* space_in(const TextLine& line, const Gap& gap) {
  const WideSpace* best = nullptr;
  double widest = 0;
  for (const WideSpace& space : line.wide_spaces) {
    const double overlap = std::min(space.to, gap.to) - std::max(space.from, gap.from);
    if (overlap <= widest) continue;
    widest = overlap;
    best = &space;
  }
  return best;
}

/// What is left of the gaps beside this row; false where the row closes one of them.
bool narrow(std::vector<Gap>& gaps, const std::vector<TextLine>& lines, const Row& row) {
  std::vector<Gap> narrowed = gaps;
  for (Gap& gap : narrowed) {
    for (std::size_t i = row.first; i < row.last; ++i) {
      const Box& box = lines[i].box;
      if (box.right <= gap.from || box.left >= gap.to) continue;
      if (box.left < gap.from && box.right > gap.to) {
        const WideSpace* space = space_in(lines[i], gap);
        if (space == nullptr) return false;
        gap = {std::max(gap.from, space->from), std::min(gap.to, space->to)};
      } else if ((box.left + box.right) / 2 < (gap.from + gap.to) / 2) {
        gap.from = std::max(gap.from, box.right);
      } else {
        gap.to = std::min(gap.to, box.left);
      }
    }
    if (gap.width() < least_gap * row.size) return false;
  }
  gaps = std::move(narrowed);
  return true;
}

/// A line cut where the gaps part it.
std::vector<TextLine> pieces_of(TextLine line, const std::vector<Gap>& gaps) {
  std::vector<TextLine> pieces;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    TextLine piece = line;
    piece.text = slice(line.text, begin, end);
    piece.box = {};
    piece.wide_spaces.clear();
    for (const Span& span : piece.text.spans) piece.box = united(piece.box, span.place.box);
    if (!piece.text.empty() && !piece.box.empty()) pieces.push_back(std::move(piece));
  };
  for (const Gap& gap : gaps) {
    if (line.box.left >= gap.from || line.box.right <= gap.to) continue;
    const WideSpace* space = space_in(line, gap);
    if (space == nullptr || space->offset < begin) continue;
    add(space->offset);
    begin = space->offset + 1;
  }
  if (begin == 0) return {std::move(line)};
  add(line.text.utf8.size());
  return pieces;
}

/// Rows [first, last) that make a table, and the gaps between its columns.
struct Run {
  std::size_t first = 0, last = 0;
  std::vector<Gap> gaps;
};

/// Single lines at the end belong to what follows, unless they stand in a further column or nearer to the row
/// above than rows are to one another.
void drop_followers(Run& run, const std::vector<TextLine>& lines, const std::vector<Row>& rows) {
  double row_step = 1e9;
  for (std::size_t i = run.first + 1; i < run.last; ++i)
    if (rows[i].count() >= 2) row_step = std::min(row_step, rows[i].baseline - rows[i - 1].baseline);
  while (run.last > run.first + 1) {
    const Row& row = rows[run.last - 1];
    const bool further = lines[row.first].box.left >= run.gaps.front().to;
    const bool nearer = row_step < 1e8 && row.baseline - rows[run.last - 2].baseline < 0.93 * row_step;
    if (row.count() > 1 || further || nearer) return;
    --run.last;
  }
}

/// Columns that stand too close together in the first row show in the others.
void add_gaps(Run& run, const std::vector<TextLine>& lines, const std::vector<Row>& rows) {
  std::vector<Gap> candidates;
  for (std::size_t i = run.first; i < run.last; ++i) {
    for (const Gap& gap : gaps_in(lines, rows[i])) candidates.push_back(gap);
    for (std::size_t j = rows[i].first; j < rows[i].last; ++j)
      for (const WideSpace& space : lines[j].wide_spaces) candidates.push_back({space.from, space.to});
  }
  constexpr std::size_t most_candidates = 400;
  candidates.resize(std::min(candidates.size(), most_candidates));
  for (const Gap& candidate : candidates) {
    const auto overlaps = [&](const Gap& gap) { return candidate.from < gap.to && gap.from < candidate.to; };
    if (std::any_of(run.gaps.begin(), run.gaps.end(), overlaps)) continue;
    std::vector<Gap> narrowed = {candidate};
    bool open = true;
    std::size_t both_sides = 0;
    for (std::size_t i = run.first; i < run.last && open; ++i) {
      open = narrow(narrowed, lines, rows[i]);
      const double middle = (narrowed[0].from + narrowed[0].to) / 2;
      if (lines[rows[i].first].box.left < middle && lines[rows[i].last - 1].box.right > middle) ++both_sides;
    }
    if (open && both_sides * 2 > run.last - run.first) run.gaps.push_back(narrowed[0]);
  }
  std::sort(run.gaps.begin(), run.gaps.end(), [](const Gap& a, const Gap& b) { return a.from < b.from; });
}

Run run_from(const std::vector<TextLine>& lines, const std::vector<Row>& rows, std::size_t first,
             double pitch) {
  Run run{first, first + 1, gaps_in(lines, rows[first])};
  for (std::size_t i = first + 1; i < rows.size(); ++i) {
    const double step = rows[i].baseline - rows[i - 1].baseline;
    const double usual = (pitch > 0 ? pitch : 1.9) * rows[i].size;
    const double furthest = rows[i].count() >= 2 ? 3 * usual : wrapped_step * usual;
    if (step > furthest || !narrow(run.gaps, lines, rows[i])) break;
    run.last = i + 1;
  }
  drop_followers(run, lines, rows);
  add_gaps(run, lines, rows);
  return run;
}

std::size_t column_of(const Run& run, const TextLine& line) {
  std::size_t column = 0;
  const double middle = (line.box.left + line.box.right) / 2;
  while (column < run.gaps.size() && middle > (run.gaps[column].from + run.gaps[column].to) / 2) ++column;
  return column;
}

bool is_table(const std::vector<TextLine>& lines, const std::vector<Row>& rows, const Run& run) {
  std::size_t full = 0, labels = 0, firsts = 0;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const TextLine& line = lines[rows[i].first];
    if (rows[i].count() >= 2 || line.box.right > run.gaps.front().to) ++full;
    if (column_of(run, line) != 0) continue;
    ++firsts;
    if (label_of(line.text.utf8 + " x").length == line.text.utf8.size() + 1) ++labels;
  }
  if (run.gaps.size() == 1 && labels == firsts) return false;  // a list with its numbers hung out
  return full >= 3 || (full == 2 && run.gaps.size() >= 2);
}

/// The rows at the top of a page that stand in the columns of a table on the page before; none where the
/// first row does not.
Run more_of(const PageTable& open, const std::vector<TextLine>& lines, const std::vector<Row>& rows,
            double pitch) {
  Run run;
  for (std::size_t i = 1; i + 1 < open.column_edges.size(); ++i) {
    // A gap has to stay open around the middle of the one above.
    const double middle = open.column_edges[i], reach = 2 * rows.front().size;
    run.gaps.push_back({middle - reach, middle + reach});
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double usual = (pitch > 0 ? pitch : 1.9) * rows[i].size;
    const double furthest = rows[i].count() >= 2 ? 3 * usual : wrapped_step * usual;
    if (i > 0 && rows[i].baseline - rows[i - 1].baseline > furthest) break;
    if (!narrow(run.gaps, lines, rows[i])) break;
    run.last = i + 1;
  }
  if (run.last > 0) drop_followers(run, lines, rows);
  return run;
}

using RowCells = std::vector<std::vector<TextLine>>;  // by column

/// A table's lines of text, by row of the page and column.
struct LineGrid {
  std::vector<RowCells> rows;
  std::vector<double> steps;  ///< from the row above
};

bool is_filled(const std::vector<TextLine>& cell) {
  return !cell.empty();
}

/// The distance from row to row where both have most of their cells, 0 where there are no such.
double row_step(const LineGrid& grid) {
  std::vector<double> steps;
  for (std::size_t i = 1; i < grid.rows.size(); ++i) {
    const auto filled = std::count_if(grid.rows[i].begin(), grid.rows[i].end(), is_filled);
    if (filled * 2 > static_cast<std::ptrdiff_t>(grid.rows[i].size())) steps.push_back(grid.steps[i]);
  }
  if (steps.empty()) return 0;
  std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
  return steps[steps.size() / 2];
}

/// Whether line `i` of the grid is more of the cells above it: few cells, each below one with words, and
/// nearer than rows are to one another.
bool goes_on(const LineGrid& grid, std::size_t i, double usual_step, double pitch) {
  const RowCells &above = grid.rows[i - 1], &row = grid.rows[i];
  const auto filled = std::count_if(row.begin(), row.end(), is_filled);
  if (filled == static_cast<std::ptrdiff_t>(row.size())) return false;
  for (std::size_t column = 0; column < row.size(); ++column)
    if (is_filled(row[column]) && !is_filled(above[column])) return false;
  if (!is_filled(row[0]) && grid.steps[i] <= pitch) return true;
  return filled * 2 <= static_cast<std::ptrdiff_t>(row.size()) && grid.steps[i] < 0.93 * usual_step;
}

LineGrid line_grid_of(std::vector<TextLine>& lines, const std::vector<Row>& rows, const Run& run) {
  LineGrid grid;
  for (std::size_t i = run.first; i < run.last; ++i) {
    grid.steps.push_back(i > run.first ? rows[i].baseline - rows[i - 1].baseline : 0);
    grid.rows.emplace_back(run.gaps.size() + 1);
    for (std::size_t j = rows[i].first; j < rows[i].last; ++j)
      for (TextLine& piece : pieces_of(std::move(lines[j]), run.gaps))
        grid.rows.back()[column_of(run, piece)].push_back(std::move(piece));
  }
  return grid;
}

Text text_of(std::vector<TextLine> lines) {
  Text text;
  bool after_space = false;
  for (const TextLine& line : joined_rows(std::move(lines))) {
    append_line(text, after_space, line);
    after_space = line.ends_with_space;
  }
  return text;
}

PageTable table_of(std::vector<TextLine>& lines, const std::vector<Row>& rows, const Run& run, double pitch) {
  LineGrid grid = line_grid_of(lines, rows, run);
  const double usual_step = row_step(grid);
  const double line_step = wrapped_step * (pitch > 0 ? pitch : 1.9) * rows[run.first].size;
  std::vector<RowCells> cells;
  bool bold_head = true;
  PageTable result;
  result.ruled = false;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    const bool more = i > 0 && goes_on(grid, i, usual_step, line_step);
    if (!more) cells.emplace_back(grid.rows[i].size());
    for (std::size_t column = 0; column < grid.rows[i].size(); ++column)
      for (TextLine& line : grid.rows[i][column]) {
        result.box = united(result.box, line.box);
        if (cells.size() == 1) bold_head = bold_head && line.bold;
        cells.back()[column].push_back(std::move(line));
      }
  }
  result.bold_head = bold_head && cells.size() > 1;
  result.column_edges.push_back(result.box.left);
  for (const Gap& gap : run.gaps) result.column_edges.push_back((gap.from + gap.to) / 2);
  result.column_edges.push_back(result.box.right);
  result.table.rows = static_cast<int>(cells.size());
  result.table.columns = static_cast<int>(run.gaps.size()) + 1;
  for (std::size_t row = 0; row < cells.size(); ++row) {
    for (std::size_t column = 0; column < cells[row].size(); ++column) {
      Cell cell;
      cell.row = static_cast<int>(row);
      cell.column = static_cast<int>(column);
      cell.header = result.bold_head && row == 0;
      cell.text = text_of(std::move(cells[row][column]));
      result.table.cells.push_back(std::move(cell));
    }
  }
  return result;
}

}  // namespace

std::vector<PageTable> find_aligned_tables(std::vector<TextLine>& lines, double pitch,
                                           const PageTable* open) {
  std::vector<PageTable> tables;
  const std::vector<Row> rows = rows_of(lines);
  std::vector<bool> taken(lines.size(), false);
  for (std::size_t i = 0; i < rows.size();) {
    if (rows[i].count() < 2) {
      ++i;
      continue;
    }
    const Run more = i == 0 && open != nullptr ? more_of(*open, lines, rows, pitch) : Run{};
    const Run run = more.last > 0 ? more : run_from(lines, rows, i, pitch);
    if (more.last == 0 && !is_table(lines, rows, run)) {
      ++i;
      continue;
    }
    for (std::size_t j = rows[run.first].first; j < rows[run.last - 1].last; ++j) taken[j] = true;
    tables.push_back(table_of(lines, rows, run, pitch));
    if (more.last > 0) tables.back().column_edges = open->column_edges;
    i = run.last;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (taken[i]) continue;
    if (kept != i) lines[kept] = std::move(lines[i]);
    ++kept;
  }
  lines.resize(kept);
  return tables;
}

}  // namespace ruamlint::pdf
