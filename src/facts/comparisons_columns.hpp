// Which columns of a table tell one measure before and after, and which tell their change. Internal to
// facts/.
#pragma once

#include <string_view>
#include <vector>

#include "facts/comparisons_grid.hpp"

namespace ruamlint {

/// A column before, its column after, and the columns that tell their change.
struct ColumnPair {
  int before = 0, after = 0;
  std::vector<int> changes;
  std::vector<int> perhaps;  ///< "ร้อยละ" alone behind them: a change or a share
  bool by_years = false;
  int year_before_last = -1;  ///< of several years: a change may be since then
};

/// Pairs of columns before and after; where there is none, of years. `said` is what stands around a table and
/// in its rows: columns of years compare only where something says that they are statistics.
[[nodiscard]] std::vector<ColumnPair> column_pairs(const Layout& layout, std::string_view said,
                                                   const ChangeWords& words);

}  // namespace ruamlint
