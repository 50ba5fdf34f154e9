// Ruling lines of a page, and the tables that they draw.
#pragma once

#include <vector>

#include "extract/ocr/pix.hpp"

namespace ruamlint::ocr {

/// A straight horizontal or vertical line: `at` is its middle across, [from, to) its extent along.
struct Ruling {
  int at = 0, from = 0, to = 0;
};

struct Rulings {
  std::vector<Ruling> horizontal, vertical;
};

struct GridCell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  PixelBox box;
};

/// A ruled table; merged cells stand once, in row-major order of their upper left corners.
struct Grid {
  int rows = 0, columns = 0;
  PixelBox box;
  std::vector<GridCell> cells;
};

/// Finds the ruling lines and takes them off `ink`. Letters are too short to be taken for them.
[[nodiscard]] Rulings take_rulings(Pix& ink, double dpi);

/// The tables: rulings that touch each other and make at least two cells. Fields of a single frame are none.
[[nodiscard]] std::vector<Grid> find_grids(const Rulings& rulings, double dpi);

}  // namespace ruamlint::ocr
