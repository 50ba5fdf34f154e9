#include "extract/pdf/table_runs.hpp"

#include <algorithm>
#include <cmath>

#include "extract/pdf/labels.hpp"

namespace ruamlint::pdf {
namespace {

constexpr double least_gap = 0.45;  // between columns, of the font size
// In parts of the pitch:
constexpr double further_step = 2.2;  // nor the first line of a cell that begins above the others of its row
constexpr double furthest_row = 3;    // nor the next row

std::vector<Gap> gaps_in(const std::vector<TextLine>& lines, const Row& row) {
  std::vector<Gap> gaps;
  for (std::size_t i = row.first + 1; i < row.last; ++i)
    gaps.push_back({lines[i - 1].box.right, lines[i].box.left});
  return gaps;
}

/// What is left of the gaps beside this row; false where the row closes one of them.
bool narrow(std::vector<Gap>& gaps, const std::vector<TextLine>& lines, const Row& row) {
  std::vector<Gap> narrowed = gaps;
  for (Gap& gap : narrowed) {
    for (std::size_t i = row.first; i < row.last; ++i) {
      const Box& box = lines[i].box;
      if (box.right <= gap.from || box.left >= gap.to) continue;
      if (box.left < gap.from && box.right > gap.to) {
        const WideSpace* space = space_in(lines[i], gap);
        if (space == nullptr) return false;
        gap = {std::max(gap.from, space->from), std::min(gap.to, space->to)};
      } else if ((box.left + box.right) / 2 < (gap.from + gap.to) / 2) {
        gap.from = std::max(gap.from, box.right);
      } else {
        gap.to = std::min(gap.to, box.left);
      }
    }
    if (gap.width() < least_gap * row.size) return false;
  }
  gaps = std::move(narrowed);
  return true;
}

bool is_inside_column(const Box& box, const std::vector<Gap>& gaps) {
  return std::none_of(gaps.begin(), gaps.end(),
                      [&](const Gap& gap) { return box.left < gap.from && box.right > gap.to; });
}

/// Whether the `count` rows above row `middle` and those below it are single lines that stand in the same
/// columns and mirror one another: a cell of several lines beside cells that stand at its middle.
bool is_mirrored(const std::vector<TextLine>& lines, const std::vector<Row>& rows,
                 const std::vector<Gap>& gaps, std::size_t middle, std::size_t count) {
  constexpr double same_place = 0.25;  // of the font size
  if (count == 0 || middle < count || middle + count >= rows.size()) return false;
  for (std::size_t k = 1; k <= count; ++k) {
    const Row &above = rows[middle - k], &below = rows[middle + k];
    const Box &a = lines[above.first].box, &b = lines[below.first].box;
    const double apart = above.baseline + below.baseline - 2 * rows[middle].baseline;
    const bool overlap =
        a.left < b.right && b.left < a.right && is_inside_column(a, gaps) && is_inside_column(b, gaps);
    const TextLine &line = lines[above.first], &other = lines[below.first];
    const bool alike = line.bold == other.bold && std::abs(line.size - other.size) < 0.08 * line.size;
    if (!alike || above.count() != 1 || below.count() != 1 || !overlap ||
        std::abs(apart) > same_place * rows[middle].size)
      return false;
  }
  return true;
}

/// Single lines at the end belong to what follows, unless they stand in a further column, nearer to the row
/// above than rows are to one another, or mirror those above their row.
void drop_followers(Run& run, const std::vector<TextLine>& lines, const std::vector<Row>& rows) {
  double row_step = 1e9;
  for (std::size_t i = run.first + 1; i < run.last; ++i)
    if (rows[i].count() >= 2) row_step = std::min(row_step, rows[i].baseline - rows[i - 1].baseline);
  std::size_t singles = 0;
  while (singles < run.last - run.first && rows[run.last - 1 - singles].count() == 1) ++singles;
  for (; singles > 0; --singles, --run.last) {
    if (singles == run.last - run.first) {  // no row stands above them; one of them is left
      run.last = run.first + 1;
      return;
    }
    const Row& row = rows[run.last - 1];
    const std::size_t middle = run.last - 1 - singles;
    const bool further = lines[row.first].box.left > lines[rows[middle].first].box.right;
    const bool nearer = row_step < 1e8 && row.baseline - rows[run.last - 2].baseline < 0.93 * row_step;
    if (further || nearer ||
        (middle >= run.first + singles && is_mirrored(lines, rows, run.gaps, middle, singles)))
      return;
  }
}

/// Columns that stand too close together in the first row show in the others.
void add_gaps(Run& run, const std::vector<TextLine>& lines, const std::vector<Row>& rows) {
  std::vector<Gap> candidates, narrow_ones;
  for (std::size_t i = run.first; i < run.last; ++i) {
    for (const Gap& gap : gaps_in(lines, rows[i])) candidates.push_back(gap);
    for (std::size_t j = rows[i].first; j < rows[i].last; ++j)
      for (const WideSpace& space : lines[j].wide_spaces) narrow_ones.push_back({space.from, space.to});
  }
  const std::size_t wide_ones = candidates.size();
  candidates.insert(candidates.end(), narrow_ones.begin(), narrow_ones.end());
  constexpr std::size_t most_candidates = 400;
  candidates.resize(std::min(candidates.size(), most_candidates));
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    const Gap& candidate = candidates[k];
    const auto overlaps = [&](const Gap& gap) { return candidate.from < gap.to && gap.from < candidate.to; };
    if (std::any_of(run.gaps.begin(), run.gaps.end(), overlaps)) continue;
    std::vector<Gap> narrowed = {candidate};
    bool open = true;
    std::size_t both_sides = 0, one_side = 0;
    for (std::size_t i = run.first; i < run.last && open; ++i) {
      open = narrow(narrowed, lines, rows[i]);
      const double middle = (narrowed[0].from + narrowed[0].to) / 2;
      if (lines[rows[i].first].box.left < middle && lines[rows[i].last - 1].box.right > middle)
        ++both_sides;
      else if (rows[i].count() >= 2 || !lines[rows[i].first].wide_spaces.empty())
        ++one_side;  // a single line may be one of several in its cell
    }
    // Spaces in running text may stand above one another by chance; gaps as wide as a letter do not.
    const bool enough =
        both_sides >= 2 && (k < wide_ones ? 3 * both_sides > one_side : both_sides > one_side);
    if (open && enough) run.gaps.push_back(narrowed[0]);
  }
  std::sort(run.gaps.begin(), run.gaps.end(), [](const Gap& a, const Gap& b) { return a.from < b.from; });
}

/// Takes row after row from `run.last` on for as long as they stand in its columns and follow near enough.
void extend(Run& run, const std::vector<TextLine>& lines, const std::vector<Row>& rows, double pitch) {
  std::size_t waiting =
      0;  // single lines further down than a cell's next one: what comes next has to claim them
  for (std::size_t i = run.last; i < rows.size(); ++i) {
    const double usual = (pitch > 0 ? pitch : 1.9) * rows[i].size;
    const double step = i > run.first ? rows[i].baseline - rows[i - 1].baseline : 0;
    const bool single = rows[i].count() < 2;
    if (step > (single ? further_step : furthest_row) * usual || !narrow(run.gaps, lines, rows[i])) return;
    if (single && (waiting > 0 || step > wrapped_step * usual)) {
      ++waiting;
      continue;
    }
    if (waiting > 0 && !is_mirrored(lines, rows, run.gaps, i, waiting)) return;
    waiting = 0;
    run.last = i + 1;
  }
}

}  // namespace

std::vector<Row> rows_of(std::vector<TextLine>& lines) {
  std::vector<Row> rows;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    while (last < lines.size() && lines[last].baseline - lines[first].baseline < 0.3 * lines[first].size)
      ++last;
    std::stable_sort(lines.begin() + static_cast<std::ptrdiff_t>(first),
                     lines.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const TextLine& a, const TextLine& b) { return a.box.left < b.box.left; });
    rows.push_back({first, last, lines[first].baseline, lines[first].size});
    first = last;
  }
  return rows;
}

const WideSpace* space_in(const TextLine& line, const Gap& gap) {
  const WideSpace* best = nullptr;
  double widest = 0;
  for (const WideSpace& space : line.wide_spaces) {
    const double overlap = std::min(space.to, gap.to) - std::max(space.from, gap.from);
    if (overlap <= widest) continue;
    widest = overlap;
    best = &space;
  }
  return best;
}

Run run_from(const std::vector<TextLine>& lines, const std::vector<Row>& rows, std::size_t first,
             double pitch) {
  Run run{first, first + 1, gaps_in(lines, rows[first])};
  extend(run, lines, rows, pitch);
  drop_followers(run, lines, rows);
  add_gaps(run, lines, rows);
  std::size_t above = 0;
  while (is_mirrored(lines, rows, run.gaps, first, above + 1) &&
         narrow(run.gaps, lines, rows[first - above - 1]))
    ++above;
  run.first -= above;
  return run;
}

std::size_t column_of(const Run& run, const TextLine& line) {
  std::size_t column = 0;
  const double middle = (line.box.left + line.box.right) / 2;
  while (column < run.gaps.size() && middle > (run.gaps[column].from + run.gaps[column].to) / 2) ++column;
  return column;
}

bool is_table(const std::vector<TextLine>& lines, const std::vector<Row>& rows, const Run& run) {
  std::size_t full = 0, labels = 0, firsts = 0;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const TextLine& line = lines[rows[i].first];
    if (rows[i].count() < 2 && line.box.right <= run.gaps.front().to) continue;
    ++full;
    if (column_of(run, line) != 0) continue;
    ++firsts;
    if (label_of(line.text.utf8 + " x").length == line.text.utf8.size() + 1) ++labels;
  }
  if (run.gaps.size() == 1 && labels == firsts) return false;  // a list with its numbers hung out
  return full >= 3 || (full == 2 && run.gaps.size() >= 2);
}

Run more_of(const PageTable& open, const std::vector<TextLine>& lines, const std::vector<Row>& rows,
            double pitch) {
  Run run;
  for (std::size_t i = 1; i + 1 < open.column_edges.size(); ++i) {
    // A gap has to stay open around the middle of the one above.
    const double middle = open.column_edges[i], reach = 2 * rows.front().size;
    run.gaps.push_back({middle - reach, middle + reach});
  }
  extend(run, lines, rows, pitch);
  if (run.last > 0) drop_followers(run, lines, rows);
  return run;
}

}  // namespace ruamlint::pdf
