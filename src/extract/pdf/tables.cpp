#include "extract/pdf/tables.hpp"

#include <algorithm>
#include <cmath>

#include "extract/pdf/paragraphs.hpp"

namespace ruamlint::pdf {
namespace {

constexpr double most_padding_pt = 12;
constexpr std::size_t lines_of_a_text_box =
    4;  // a single column with a cell of so many lines is text in frames

double middle_y(const TextLine& line) {
  return line.baseline - 0.3 * line.size;
}
double middle_x(const TextLine& line) {
  return (line.box.left + line.box.right) / 2;
}

/// Lines of text by the cell that they stand in; those outside the grid stay.
std::vector<std::vector<TextLine>> take_lines(const Grid& grid, std::vector<TextLine>& lines) {
  std::vector<std::vector<TextLine>> cells(grid.cells.size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int cell = grid.cell_at(middle_x(lines[i]), middle_y(lines[i]));
    if (cell >= 0)
      cells[static_cast<std::size_t>(cell)].push_back(std::move(lines[i]));
    else if (kept++ != i)
      lines[kept - 1] = std::move(lines[i]);
  }
  lines.resize(kept);
  return cells;
}

bool is_text_box(const Grid& grid, const std::vector<std::vector<TextLine>>& cells) {
  if (grid.columns() == 1 && grid.rows() == 1) return true;
  const bool empty = std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
  if (empty) return true;
  if (grid.cells.size() == 1) return true;
  return grid.columns() == 1 && std::any_of(cells.begin(), cells.end(), [](const auto& cell) {
           return cell.size() >= lines_of_a_text_box;
         });
}

bool lies_within(const Box& box, const Box& other) {
  constexpr double slack_pt = 1;
  return box.left > other.left - slack_pt && box.right < other.right + slack_pt &&
         box.top > other.top - slack_pt && box.bottom < other.bottom + slack_pt;
}

/// Whether the table stands in a cell of another one that has other columns beside it. A cell as wide as its
/// table is a frame, of which the form is made.
bool is_nested(const Grid& table, const std::vector<Grid>& grids) {
  return std::any_of(grids.begin(), grids.end(), [&](const Grid& other) {
    return other.rows() > 1 &&
           std::any_of(other.cells.begin(), other.cells.end(), [&](const GridCell& cell) {
             return cell.column_span < other.columns() && lies_within(table.box, cell.box);
           });
  });
}

/// A table's rows as lines, for the cell that it stands in.
void add_rows_as_lines(PageTable table, std::vector<TextLine>& lines) {
  for (int row = 0; row < table.table.rows; ++row) {
    TextLine line;
    line.is_table_row = true;
    for (Cell& cell : table.table.cells) {
      if (cell.row != row) continue;
      if (cell.column > 0) append(line.text, "\t");
      std::replace(cell.text.utf8.begin(), cell.text.utf8.end(), '\n', ' ');
      append(line.text, cell.text);
    }
    for (const Span& span : line.text.spans) {
      line.box = united(line.box, span.place.box);
      line.size = std::max(line.size, span.place.box.height() / 1.3);
    }
    if (line.box.empty()) continue;
    line.baseline = line.box.bottom - 0.3 * line.size;
    lines.push_back(std::move(line));
  }
}

/// What the cells leave free between their left edge and their text.
double padding_of(const Grid& grid, const std::vector<std::vector<TextLine>>& cells) {
  double padding = most_padding_pt;
  for (std::size_t i = 0; i < cells.size(); ++i)
    for (const TextLine& line : cells[i]) padding = std::min(padding, line.box.left - grid.cells[i].box.left);
  return std::max(padding, 0.5);
}

Text cell_text(std::vector<TextLine> lines, const Box& box, double padding) {
  Text text;
  lines = joined_rows(std::move(lines));
  for (TextLine& line : lines) line.tag = {};  // whether the file's tags are true shows on all of its pages
  const double pitch = usual_pitch(lines);
  constexpr double tolerance = 0.8;  // the padding is only known from the cells that fill theirs
  const Margins margins{box.left + padding, box.right - padding, tolerance};
  for (const Paragraph& paragraph : paragraphs_of(lines, margins, pitch)) {
    if (!text.empty()) append(text, "\n");
    append(text, paragraph.text);
  }
  return text;
}

bool all_bold(const std::vector<TextLine>& lines) {
  return !lines.empty() &&
         std::all_of(lines.begin(), lines.end(), [](const TextLine& line) { return line.bold; });
}

/// The first row is a head where all its words are bold and others' are not.
bool has_bold_head(const std::vector<GridCell>& grid, const std::vector<std::vector<TextLine>>& cells) {
  bool head = false, body = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (grid[i].row == 0) {
      if (!all_bold(cells[i])) return false;
      head = true;
    } else if (!all_bold(cells[i])) {
      body = true;
    }
  }
  return head && body;
}

/// Whether row `row` of `second`, at the top of a page, is more of the last row of `first`: it has words in
/// few columns, not in the first one, and only below words. A row that was cut in two by the page looks so.
bool is_more_of_last_row(const Table& first, const Table& second, int row) {
  int filled = 0;
  for (int column = 0; column < second.columns; ++column) {
    const Cell *above = first.at(first.rows - 1, column), *cell = second.at(row, column);
    if (above == nullptr || cell == nullptr || above->row_span != 1 || cell->row_span != 1 ||
        above->column != cell->column || above->column_span != cell->column_span)
      return false;
    if (cell->text.empty() || cell->column != column) continue;
    if (column == 0 || above->text.empty()) return false;
    ++filled;
  }
  return filled > 0 && filled * 2 <= second.columns;
}

/// Puts the words of row `row` of `second` behind those of the last row of `first`.
void append_to_last_row(Table& first, const Table& second, int row) {
  for (Cell& cell : first.cells) {
    const Cell* more = cell.row == first.rows - 1 ? second.at(row, cell.column) : nullptr;
    if (more == nullptr || more->text.empty()) continue;
    TextLine line;
    line.text = more->text;
    append_line(cell.text, false, line);
  }
}

}  // namespace

std::vector<PageTable> find_ruled_tables(const std::vector<RulingLine>& rulings,
                                         std::vector<TextLine>& lines) {
  std::vector<PageTable> tables;
  const std::vector<Grid> grids = find_grids(rulings);
  for (const Grid& grid : grids) {  // the smallest first, so that a table within a cell comes before it
    std::vector<std::vector<TextLine>> cells = take_lines(grid, lines);
    if (is_text_box(grid, cells)) {
      for (auto& cell : cells) std::move(cell.begin(), cell.end(), std::back_inserter(lines));
      continue;
    }
    PageTable table;
    table.box = grid.box;
    table.column_edges = grid.xs;
    table.table.rows = grid.rows();
    table.table.columns = grid.columns();
    table.bold_head = has_bold_head(grid.cells, cells);
    const double padding = padding_of(grid, cells);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Cell cell;
      cell.row = grid.cells[i].row;
      cell.column = grid.cells[i].column;
      cell.row_span = grid.cells[i].row_span;
      cell.column_span = grid.cells[i].column_span;
      cell.header = table.bold_head && cell.row == 0;
      cell.text = cell_text(std::move(cells[i]), grid.cells[i].box, padding);
      table.table.cells.push_back(std::move(cell));
    }
    if (is_nested(grid, grids))
      add_rows_as_lines(std::move(table), lines);
    else
      tables.push_back(std::move(table));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const TextLine& a, const TextLine& b) { return a.baseline < b.baseline; });
  return tables;
}

bool append_table(PageTable& first, const PageTable& second) {
  // Without lines the columns are only as wide as their words.
  const double same_edge_pt = first.ruled ? 4 : 30;
  if (first.ruled != second.ruled || first.column_edges.size() != second.column_edges.size()) return false;
  for (std::size_t i = 0; i < first.column_edges.size(); ++i)
    if (std::abs(first.column_edges[i] - second.column_edges[i]) > same_edge_pt) return false;
  int repeated = 1;
  for (int column = 0; column < first.table.columns; ++column) {
    const Cell *a = first.table.at(0, column), *b = second.table.at(0, column);
    if (a == nullptr || b == nullptr || a->text.utf8 != b->text.utf8 || a->row_span != b->row_span)
      repeated = 0;
  }
  if (repeated == 1)
    for (Cell& cell : first.table.cells)
      if (cell.row == 0) {
        cell.header = true;
        repeated = std::max(repeated, cell.row_span);
      }
  if (repeated < second.table.rows && is_more_of_last_row(first.table, second.table, repeated)) {
    append_to_last_row(first.table, second.table, repeated);
    ++repeated;
  }
  const int shift = first.table.rows - repeated;
  for (Cell cell : second.table.cells) {
    if (cell.row < repeated) continue;
    cell.row += shift;
    first.table.cells.push_back(std::move(cell));
  }
  first.table.rows = shift + second.table.rows;
  return true;
}

}  // namespace ruamlint::pdf
