// Tables without ruling lines: rows of text whose gaps stand above one another.
#include <algorithm>
#include <cmath>

#include "extract/pdf/labels.hpp"
#include "extract/pdf/paragraphs.hpp"
#include "extract/pdf/tables.hpp"

namespace ruamlint::pdf {
namespace {

constexpr double least_gap = 0.8;     // between columns, of the font size
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

/// What is left of the gaps beside this row; false where the row closes one of them.
bool narrow(std::vector<Gap>& gaps, const std::vector<TextLine>& lines, const Row& row) {
  std::vector<Gap> narrowed;
  for (Gap gap : gaps) {
    for (std::size_t i = row.first; i < row.last; ++i) {
      const Box& box = lines[i].box;
      if (box.right <= gap.from || box.left >= gap.to) continue;
      const bool from_left = (box.left + box.right) / 2 < (gap.from + gap.to) / 2;
      if (box.left <= gap.from && box.right >= gap.to) return false;
      if (from_left)
        gap.from = std::max(gap.from, box.right);
      else
        gap.to = std::min(gap.to, box.left);
    }
    if (gap.width() < least_gap * row.size) return false;
    narrowed.push_back(gap);
  }
  gaps = std::move(narrowed);
  return true;
}

/// Rows [first, last) that make a table, and the gaps between its columns.
struct Run {
  std::size_t first = 0, last = 0;
  std::vector<Gap> gaps;
};

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
  // Single lines at the end belong to what follows unless they stand in a further column.
  while (run.last > first + 1 && rows[run.last - 1].count() == 1 &&
         lines[rows[run.last - 1].first].box.left < run.gaps.front().to)
    --run.last;
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
    if (rows[i].count() >= 2) ++full;
    const TextLine& line = lines[rows[i].first];
    if (column_of(run, line) != 0) continue;
    ++firsts;
    if (label_of(line.text.utf8 + " x").length == line.text.utf8.size() + 1) ++labels;
  }
  if (run.gaps.size() == 1 && labels == firsts) return false;  // a list with its numbers hung out
  return full >= 3 || (full == 2 && run.gaps.size() >= 2);
}

PageTable table_of(std::vector<TextLine>& lines, const std::vector<Row>& rows, const Run& run, double pitch) {
  PageTable result;
  result.ruled = false;
  const std::size_t columns = run.gaps.size() + 1;
  std::vector<std::vector<std::vector<TextLine>>> cells;  // by row and column
  for (std::size_t i = run.first; i < run.last; ++i) {
    const double step = i > run.first ? rows[i].baseline - rows[i - 1].baseline : 0;
    const bool wraps = i > run.first && rows[i].count() < columns &&
                       step <= wrapped_step * (pitch > 0 ? pitch : 1.9) * rows[i].size &&
                       column_of(run, lines[rows[i].first]) > 0;
    if (!wraps) cells.emplace_back(columns);
    for (std::size_t j = rows[i].first; j < rows[i].last; ++j) {
      result.box = united(result.box, lines[j].box);
      cells.back()[column_of(run, lines[j])].push_back(std::move(lines[j]));
    }
  }
  result.column_edges.push_back(result.box.left);
  for (const Gap& gap : run.gaps) result.column_edges.push_back((gap.from + gap.to) / 2);
  result.column_edges.push_back(result.box.right);
  result.table.rows = static_cast<int>(cells.size());
  result.table.columns = static_cast<int>(columns);
  for (std::size_t row = 0; row < cells.size(); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      Cell cell;
      cell.row = static_cast<int>(row);
      cell.column = static_cast<int>(column);
      bool after_space = false;
      for (const TextLine& line : joined_rows(std::move(cells[row][column]))) {
        append_line(cell.text, after_space, line);
        after_space = line.ends_with_space;
      }
      result.table.cells.push_back(std::move(cell));
    }
  }
  return result;
}

}  // namespace

std::vector<PageTable> find_aligned_tables(std::vector<TextLine>& lines, double pitch) {
  std::vector<PageTable> tables;
  const std::vector<Row> rows = rows_of(lines);
  std::vector<bool> taken(lines.size(), false);
  for (std::size_t i = 0; i < rows.size();) {
    if (rows[i].count() < 2) {
      ++i;
      continue;
    }
    const Run run = run_from(lines, rows, i, pitch);
    if (!is_table(lines, rows, run)) {
      ++i;
      continue;
    }
    for (std::size_t j = rows[run.first].first; j < rows[run.last - 1].last; ++j) taken[j] = true;
    tables.push_back(table_of(lines, rows, run, pitch));
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
