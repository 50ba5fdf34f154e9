// A table seen by its columns: which of them tell the figures before, after, the change, the unit. Internal
// to facts/.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "facts/comparisons_tokens.hpp"

namespace ruamlint {

/// A table as it is, or turned so that its rows are columns.
class Grid {
 public:
  explicit Grid(const Table& table, bool turned = false) : table_(&table), turned_(turned) {}

  [[nodiscard]] int rows() const { return turned_ ? table_->columns : table_->rows; }
  [[nodiscard]] int columns() const { return turned_ ? table_->rows : table_->columns; }
  [[nodiscard]] const Cell* at(int row, int column) const {
    return turned_ ? table_->at(column, row) : table_->at(row, column);
  }
  [[nodiscard]] std::string_view text(int row, int column) const;
  [[nodiscard]] int column_span(const Cell& cell) const { return turned_ ? cell.row_span : cell.column_span; }
  [[nodiscard]] bool turned() const { return turned_; }

 private:
  const Table* table_;
  bool turned_;
};

struct Column {
  enum class Role { other, index, measure, unit, before, after, result, target, change, year, remark };
  enum class Kind { unknown, percent, points, difference, times };
  Role role = Role::other;
  Kind kind = Kind::unknown;  ///< of a change
  int direction = 0;          ///< of a change, where its heading says one
  std::string heading;        ///< all storeys, joined by blanks
  std::string label;  ///< the storeys that give no role: the measure of a wide table, "จำนวน" and "ร้อยละ"
  std::string unit;  ///< written in the heading
  Day year{};        ///< of a year's column
  bool has_figures = false;
};

struct Layout {
  int header_rows = 0;
  std::string title;                 ///< a first row that is one cell
  bool has_results_by_year = false;  ///< "ผลการดำเนินงาน ปี 2565", a column a year
  std::vector<Column> columns;
};

[[nodiscard]] Layout layout_of(const Grid& grid, const ChangeWords& words);

/// What a heading or row label is.
[[nodiscard]] Column column_of(const std::vector<std::string>& storeys, const ChangeWords& words);

/// A unit in brackets or behind "หน่วย": "ผู้ป่วย (ราย)", "หน่วย : ตัน/วัน". Empty where there is none.
[[nodiscard]] std::string unit_in_heading(std::string_view text, const ChangeWords& words);
/// A text that is a unit and nothing else.
[[nodiscard]] std::string unit_alone(std::string_view text, const ChangeWords& words);
/// The text without brackets that hold its unit.
[[nodiscard]] std::string without_unit(std::string_view text, const ChangeWords& words);

/// Whether the cell is a figure and nothing else.
[[nodiscard]] bool is_value(std::string_view text, const ChangeWords& words);

}  // namespace ruamlint
