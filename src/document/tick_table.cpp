#include "document/tick_table.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t longest_running_number = 3;  // clusters
constexpr std::size_t no_cell = static_cast<std::size_t>(-1);

bool is_mark(CellKind kind) {
  return kind == CellKind::drawn_mark || kind == CellKind::typed_mark;
}

}  // namespace

TickTable::TickTable(const Table& table, CellKind (*kind_of)(std::string_view))
    : table_(table),
      rows_(static_cast<std::size_t>(std::max(table.rows, 0))),
      marks_in_row_(rows_.size()),
      marks_in_column_(static_cast<std::size_t>(std::max(table.columns, 0))) {
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    kinds_.push_back(kind_of(cell.text.utf8));
    long_.push_back(count_clusters(cell.text.utf8) > longest_running_number);
    const int end = std::min(cell.row + cell.row_span, table.rows);
    for (int row = std::max(cell.row, 0); row < end; ++row) rows_[static_cast<std::size_t>(row)].push_back(i);
    if (!is_mark(kinds_.back()) || cell.row >= table.rows || cell.column >= table.columns) continue;
    ++marks_in_row_[static_cast<std::size_t>(cell.row)];
    ++marks_in_column_[static_cast<std::size_t>(cell.column)];
  }
  for (auto& row : rows_)
    std::sort(row.begin(), row.end(),
              [&](std::size_t a, std::size_t b) { return table.cells[a].column < table.cells[b].column; });
}

std::size_t TickTable::index_at(int row, int column) const {
  if (row < 0 || static_cast<std::size_t>(row) >= rows_.size()) return no_cell;
  const auto& cells = rows_[static_cast<std::size_t>(row)];
  const auto behind = std::upper_bound(cells.begin(), cells.end(), column,
                                       [&](int at, std::size_t i) { return at < table_.cells[i].column; });
  if (behind == cells.begin()) return no_cell;
  const Cell& cell = table_.cells[*(behind - 1)];
  return column < cell.column + cell.column_span ? *(behind - 1) : no_cell;
}

const Cell* TickTable::words_at(int row, int column) const {
  const std::size_t i = index_at(row, column);
  return i != no_cell && kinds_[i] == CellKind::words ? &table_.cells[i] : nullptr;
}

bool TickTable::is_long(const Cell& cell) const {
  return long_[static_cast<std::size_t>(&cell - table_.cells.data())];
}

bool TickTable::leads_row(const Cell& cell) const {
  for (int column = 0; column < cell.column; ++column)
    if (const Cell* left = words_at(cell.row, column); left != nullptr && is_long(*left)) return false;
  return true;
}

/// Whether the cell's column has a heading: the mark is typed, which nobody does without a heading to answer,
/// the column's first cell is marked as one, or another mark stands alone in the row or column. Else the
/// first row of a form's table is one question among others.
bool TickTable::in_matrix(const Cell& cell) const {
  if (kinds_[static_cast<std::size_t>(&cell - table_.cells.data())] == CellKind::typed_mark) return true;
  const std::size_t head = index_at(0, cell.column);
  if (head != no_cell && table_.cells[head].header) return true;
  return marks_in_row_[static_cast<std::size_t>(cell.row)] > 1 ||
         marks_in_column_[static_cast<std::size_t>(cell.column)] > 1;
}

Text TickTable::label_of(const Cell& cell) const {
  if (leads_row(cell)) {
    for (int column = cell.column + cell.column_span; column < table_.columns; ++column)
      if (const Cell* right = words_at(cell.row, column)) return right->text;
  }
  Text label;
  for (int column = cell.column - 1; column >= 0; --column) {
    const Cell* left = words_at(cell.row, column);
    if (left == nullptr) continue;
    label = left->text;
    if (is_long(*left)) break;
  }
  const bool has_head = cell.row > 0 && in_matrix(cell);
  if (const Cell* head = has_head ? words_at(0, cell.column) : nullptr) {
    if (!label.empty()) append(label, " ");
    append(label, head->text);
  }
  return label;
}

}  // namespace ruamlint
