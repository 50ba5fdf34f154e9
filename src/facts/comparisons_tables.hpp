// Changes told in tables: columns before and after, the same as rows, a column a year. Internal to facts/.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts/comparisons_grid.hpp"
#include "facts/comparisons_pair.hpp"

namespace ruamlint {

/// A stretch of a cell.
struct CellRange {
  const Cell* cell = nullptr;
  std::size_t begin = 0, end = 0;
};

struct TablePair {
  FigurePair pair;                ///< `claims[i].source` counts the claims' cells
  CellRange before, after, verb;  ///< `verb`: a cell that only says which way it went
  std::vector<CellRange> claims;
};

struct TableChanges {
  std::vector<TablePair> pairs;
  std::vector<CellRange> after_only;  ///< figures of an "after" column without a "before"
  std::vector<const Cell*> read;      ///< cells whose figures are told by the pairs
  std::optional<Layout> layout;       ///< of a table that compares by columns, for its part on the next page
};

/// `caption` is what stands right before the table; `continued` the layout of a table that this one may go on
/// from.
[[nodiscard]] TableChanges changes_in_table(const Table& table, std::string_view caption,
                                            const ChangeWords& words, const Layout* continued = nullptr);

}  // namespace ruamlint
