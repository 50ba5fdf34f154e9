// Which lines of text make a row of a table that has no ruling lines.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/pdf/text_line.hpp"

namespace ruamlint::pdf {

using RowCells = std::vector<std::vector<TextLine>>;  // by column

/// A table's lines of text, by baseline and column.
struct LineGrid {
  std::vector<RowCells> rows;
  std::vector<double> baselines;  ///< ascending
};

/// The indices in `grid.rows` at which rows of the table begin, ascending. Cells of several lines may stand
/// at the top of their rows or about their middle, as the whole table fits better. `size`: of its font;
/// `line_step`: the furthest that a cell's lines are apart.
[[nodiscard]] std::vector<std::size_t> row_begins(const LineGrid& grid, double size, double line_step);

}  // namespace ruamlint::pdf
