// Rows of a page that make a table without ruling lines, and the gaps between its columns.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/pdf/tables.hpp"

namespace ruamlint::pdf {

constexpr double wrapped_step = 1.3;  // of the pitch: a cell's next line is no further down

struct Gap {
  double from = 0, to = 0;
  [[nodiscard]] double width() const { return to - from; }
};

/// Lines on one baseline: the indices [first, last) of the sorted lines.
struct Row {
  std::size_t first = 0, last = 0;
  double baseline = 0, size = 0;
  [[nodiscard]] std::size_t count() const { return last - first; }
};

/// Rows [first, last) that make a table, and the gaps between its columns.
struct Run {
  std::size_t first = 0, last = 0;
  std::vector<Gap> gaps;
};

/// `lines` are put in order: downwards, then from the left.
[[nodiscard]] std::vector<Row> rows_of(std::vector<TextLine>& lines);

/// The run that row `first`, of several lines, belongs to. `pitch`: the usual distance of lines over the font
/// size, 0 unknown.
[[nodiscard]] Run run_from(const std::vector<TextLine>& lines, const std::vector<Row>& rows,
                           std::size_t first, double pitch);

/// The rows at the top of a page that stand in the columns of a table on the page before; none where the
/// first row does not.
[[nodiscard]] Run more_of(const PageTable& open, const std::vector<TextLine>& lines,
                          const std::vector<Row>& rows, double pitch);

/// Whether the run is a table, not text that happens to stand so.
[[nodiscard]] bool is_table(const std::vector<TextLine>& lines, const std::vector<Row>& rows, const Run& run);

[[nodiscard]] std::size_t column_of(const Run& run, const TextLine& line);

/// The wide space of `line` that lies in the gap, nullptr for none.
[[nodiscard]] const WideSpace* space_in(const TextLine& line, const Gap& gap);

}  // namespace ruamlint::pdf
