// Whether a table's total is the sum of its rows. Internal to facts/.
#pragma once

#include <string>
#include <vector>

#include "facts/comparisons_tables.hpp"

namespace ruamlint {

struct WrongTotal {
  std::string heading;  ///< of the column
  CellRange total;
  double sum = 0;  ///< of the rows
};

/// Looks only at tables with one row of totals, their last, and at columns in which every row is a plain
/// figure of one unit; per cent and means have no sum.
[[nodiscard]] std::vector<WrongTotal> wrong_totals_in(const Table& table, const ChangeWords& words);

}  // namespace ruamlint
