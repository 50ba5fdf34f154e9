// Tables without ruling lines: rows of text whose gaps stand above one another.
#include <algorithm>
#include <cmath>

#include "extract/pdf/paragraphs.hpp"
#include "extract/pdf/table_rows.hpp"
#include "extract/pdf/table_runs.hpp"
#include "extract/pdf/tables.hpp"

namespace ruamlint::pdf {
namespace {

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

LineGrid line_grid_of(std::vector<TextLine>& lines, const std::vector<Row>& rows, const Run& run) {
  LineGrid grid;
  for (std::size_t i = run.first; i < run.last; ++i) {
    grid.baselines.push_back(rows[i].baseline);
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
  const double size = rows[run.first].size;
  const std::vector<std::size_t> begins =
      row_begins(grid, size, wrapped_step * (pitch > 0 ? pitch : 1.9) * size);
  std::vector<RowCells> cells;
  bool bold_head = true;
  PageTable result;
  result.ruled = false;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    if (std::binary_search(begins.begin(), begins.end(), i)) cells.emplace_back(grid.rows[i].size());
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
    const Run more = i == 0 && open != nullptr ? more_of(*open, lines, rows, pitch) : Run{};
    if (more.last == 0 && rows[i].count() < 2) {
      ++i;
      continue;
    }
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
