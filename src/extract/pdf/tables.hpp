// Tables: ruled ones from their lines, others from text that stands in columns.
#pragma once

#include <vector>

#include "extract/pdf/grid.hpp"
#include "extract/pdf/text_line.hpp"

namespace ruamlint::pdf {

struct PageTable {
  Table table;
  Box box;
  std::vector<double> column_edges;
  bool ruled = true;
  bool bold_head = false;  ///< the first row is set off by bold letters
};

/// Tables with ruling lines; the lines of text in them are taken out of `lines`. A frame around text is no
/// table.
[[nodiscard]] std::vector<PageTable> find_ruled_tables(const std::vector<RulingLine>& rulings,
                                                       std::vector<TextLine>& lines);

/// Tables without ruling lines among the lines of one column; what they hold is taken out of `lines`. `open`:
/// such a table at the end of the page before, which may go on with the first lines here, be it one row; or
/// nullptr.
[[nodiscard]] std::vector<PageTable> find_aligned_tables(std::vector<TextLine>& lines, double pitch,
                                                         const PageTable* open);

/// Makes one table of two where the second goes on from the page before: same columns, a repeated head
/// dropped.
[[nodiscard]] bool append_table(PageTable& first, const PageTable& second);

}  // namespace ruamlint::pdf
