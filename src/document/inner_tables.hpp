// Tables within a cell of a table, which the model keeps as text of that cell (document.hpp, Cell::text).
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.hpp"

namespace ruamlint {

struct InnerTable {
  std::size_t begin = 0, end = 0;  ///< bytes of the cell's text
  Table table;                     ///< its cells' texts keep the places that they have in the cell's
};

/// In order: two lines or more, one behind another, with as many tabs each, one at least. A table whose rows
/// are merged cells differently falls into such parts.
[[nodiscard]] std::vector<InnerTable> inner_tables(const Text& cell);

}  // namespace ruamlint
