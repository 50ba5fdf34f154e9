// The words that a mark alone in its cell belongs to. Built once a table: a hostile one has very many cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace ruamlint {

/// What a cell's text is, as far as ticks go.
enum class CellKind : std::uint8_t {
  blank,
  drawn_mark,  ///< a box or tick and nothing else
  typed_mark,  ///< one typed sign: "/", "x"
  words,
};

class TickTable {
 public:
  /// `table` must outlive this.
  TickTable(const Table& table, CellKind (*kind_of)(std::string_view));

  /// A mark alone in its cell belongs to the cell on its right (a column of boxes before their labels), else
  /// to the row's first words and the heading of its column together (a matrix of ticks).
  [[nodiscard]] Text label_of(const Cell& cell) const;

 private:
  [[nodiscard]] std::size_t index_at(int row, int column) const;
  [[nodiscard]] const Cell* words_at(int row, int column) const;
  [[nodiscard]] bool is_long(const Cell& cell) const;
  [[nodiscard]] bool leads_row(const Cell& cell) const;
  [[nodiscard]] bool in_matrix(const Cell& cell) const;

  const Table& table_;
  std::vector<CellKind> kinds_;                 ///< of each cell
  std::vector<bool> long_;                      ///< more than a running number
  std::vector<std::vector<std::size_t>> rows_;  ///< the cells that cover a row, by column
  std::vector<int> marks_in_row_, marks_in_column_;
};

}  // namespace ruamlint
