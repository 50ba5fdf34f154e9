// Ruling lines to grids of cells.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "extract/pdf/poppler_adapter.hpp"

namespace ruamlint::pdf {

/// A cell of a ruled grid, merged cells as one.
struct GridCell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  Box box;
};

struct Grid {
  std::vector<double> xs, ys;   ///< the edges of its columns and rows
  std::vector<GridCell> cells;  ///< row-major by upper left corner
  Box box;

  [[nodiscard]] int rows() const { return static_cast<int>(ys.size()) - 1; }
  [[nodiscard]] int columns() const { return static_cast<int>(xs.size()) - 1; }
  /// The index of the cell at the point, or -1.
  [[nodiscard]] int cell_at(double x, double y) const;
};

/// The grids on a page, smaller ones (nested in larger ones) first.
[[nodiscard]] std::vector<Grid> find_grids(const std::vector<RulingLine>& lines);

}  // namespace ruamlint::pdf
