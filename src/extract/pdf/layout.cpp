#include "extract/pdf/layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "extract/pdf/labels.hpp"
#include "extract/pdf/word_breaks.hpp"

namespace ruamlint::pdf {
namespace {

constexpr double same_edge_pt = 3;
constexpr std::size_t least_lines = 4;  // in a column of text
constexpr double least_gutter = 0.8;    // of the font size
constexpr int most_cuts = 8;            // columns within columns

/// A part of the page that is read from top to bottom.
struct Region {
  std::vector<TextLine> lines;
  std::vector<PageTable> tables;
  bool column = false;  ///< one of several side by side
};

struct Gutter {
  double x = 0;  ///< where the right column begins
  double top = 0, bottom = 0;
};

/// How a side of a gutter looks: text in columns runs on line by line, most of its lines reaching the edge.
struct Side {
  std::size_t lines = 0;
  double width = 0;       ///< of its widest line, points
  double mean_width = 0;  ///< over the font size
  double full = 0;        ///< share of lines that nearly reach the right edge
  double dense = 0;       ///< share of lines that follow the one above at the usual distance
};

Side side_of(const std::vector<const TextLine*>& lines) {
  double left = 1e9, right = -1e9, sum = 0, step = 1e9;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    left = std::min(left, lines[i]->box.left);
    right = std::max(right, lines[i]->box.right);
    sum += lines[i]->box.width() / lines[i]->size;
    if (i > 0 && lines[i]->baseline - lines[i - 1]->baseline > lines[i]->size)
      step = std::min(step, lines[i]->baseline - lines[i - 1]->baseline);
  }
  Side side;
  side.lines = lines.size();
  side.width = right - left;
  const auto count = static_cast<double>(lines.size());
  side.mean_width = sum / count;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i]->box.right > right - 0.14 * side.width) side.full += 1 / count;
    if (i > 0 && lines[i]->baseline - lines[i - 1]->baseline < 1.4 * step) side.dense += 1 / (count - 1);
  }
  return side;
}

/// A few labels with their values beside them stand in two columns as well, but do not fill them.
bool are_columns(const Side& left, const Side& right) {
  constexpr double least_width = 8, least_full = 0.4, least_full_of_lists = 0.15, least_dense = 0.5;
  constexpr std::size_t few_lines = 8;
  constexpr double least_width_of_few = 11, least_full_of_few = 0.6;
  const bool few = std::min(left.lines, right.lines) < few_lines;
  return std::min(left.mean_width, right.mean_width) >= (few ? least_width_of_few : least_width) &&
         std::max(left.full, right.full) >= (few ? least_full_of_few : least_full) &&
         std::min(left.full, right.full) >= least_full_of_lists &&
         std::min(left.dense, right.dense) >= least_dense;
}

/// Whether the lines in the band stand in two filled columns left and right of x.
std::optional<Gutter> gutter_in(const std::vector<const TextLine*>& band, double x) {
  std::vector<const TextLine*> left, right;
  double gutter_left = -1e9, size = 0;
  for (const TextLine* line : band) {
    (line->box.left < x - same_edge_pt ? left : right).push_back(line);
    size = std::max(size, line->size);
  }
  if (left.size() < least_lines || right.size() < least_lines) return std::nullopt;
  for (const TextLine* line : left) gutter_left = std::max(gutter_left, line->box.right);
  if (x - gutter_left < least_gutter * size) return std::nullopt;
  if (!are_columns(side_of(left), side_of(right))) return std::nullopt;
  const double top = std::max(left.front()->baseline, right.front()->baseline);
  const double bottom = std::min(left.back()->baseline, right.back()->baseline);
  const double all = std::max(left.back()->baseline, right.back()->baseline) -
                     std::min(left.front()->baseline, right.front()->baseline);
  if (bottom - top < 0.3 * all) return std::nullopt;
  return Gutter{x, std::min(left.front()->box.top, right.front()->box.top),
                std::max(left.back()->box.bottom, right.back()->box.bottom)};
}

std::optional<Gutter> find_gutter(const Region& region) {
  std::vector<double> edges;
  for (const TextLine& line : region.lines) edges.push_back(line.box.left);
  std::sort(edges.begin(), edges.end());
  for (std::size_t first = 0; first < edges.size();) {
    std::size_t last = first;
    while (last < edges.size() && edges[last] - edges[first] < same_edge_pt) ++last;
    const double x = edges[first];
    const std::size_t count = last - first;
    first = last;
    if (count < least_lines || x - edges.front() < 20) continue;
    std::vector<const TextLine*> band;
    for (std::size_t i = 0; i <= region.lines.size(); ++i) {
      const TextLine* line = i < region.lines.size() ? &region.lines[i] : nullptr;
      const bool crosses = line == nullptr || (line->box.left < x - same_edge_pt && line->box.right > x - 1);
      if (!crosses) {
        band.push_back(line);
        continue;
      }
      if (const auto gutter = gutter_in(band, x)) return gutter;
      band.clear();
    }
  }
  return std::nullopt;
}

void cut(Region region, int cuts_left, std::vector<Region>& result) {
  const std::optional<Gutter> gutter = cuts_left > 0 ? find_gutter(region) : std::nullopt;
  if (!gutter) {
    if (!region.lines.empty() || !region.tables.empty()) result.push_back(std::move(region));
    return;
  }
  Region above, left, right, below;
  above.column = below.column = region.column;
  left.column = right.column = true;
  const auto part_for = [&](const Box& box) -> Region& {
    const double y = (box.top + box.bottom) / 2;
    if (y < gutter->top) return above;
    if (y > gutter->bottom) return below;
    return box.left < gutter->x - same_edge_pt ? left : right;
  };
  for (TextLine& line : region.lines) part_for(line.box).lines.push_back(std::move(line));
  for (PageTable& table : region.tables) part_for(table.box).tables.push_back(std::move(table));
  for (Region* part : {&above, &left, &right, &below}) cut(std::move(*part), cuts_left - 1, result);
}

Margins margins_of(const Region& region, const Margins& page) {
  if (!region.column) return page;
  Margins margins{1e9, -1e9};
  for (const TextLine& line : region.lines) {
    margins.left = std::min(margins.left, line.box.left);
    margins.right = std::max(margins.right, line.box.right);
  }
  return margins;
}

void add_pieces(Region region, int page, const Margins& page_margins, double pitch, const PageTable* open,
                std::vector<Piece>& pieces) {
  const Margins margins = margins_of(region, page_margins);
  if (const double own = usual_pitch(region.lines); own > 0) pitch = own;
  for (PageTable& table : find_aligned_tables(region.lines, pitch, open))
    region.tables.push_back(std::move(table));
  std::sort(region.tables.begin(), region.tables.end(),
            [](const PageTable& a, const PageTable& b) { return a.box.top < b.box.top; });
  std::vector<TextLine> rows = joined_rows(std::move(region.lines));
  std::size_t next = 0;
  const auto add_text_until = [&](double y) {
    std::vector<TextLine> text;
    while (next < rows.size() && rows[next].baseline - 0.3 * rows[next].size < y)
      text.push_back(std::move(rows[next++]));
    for (Paragraph& paragraph : paragraphs_of(text, margins, pitch))
      pieces.push_back({page, std::move(paragraph), std::nullopt});
  };
  for (PageTable& table : region.tables) {
    add_text_until(table.box.top);
    pieces.push_back({page, {}, std::move(table)});
  }
  add_text_until(1e9);
}

}  // namespace

Margins usual_margins(const std::vector<PageText>& pages, double page_width) {
  Margins margins{page_width, 0};
  std::vector<double> rights;
  for (const PageText& page : pages) {
    if (std::abs(page.width - page_width) > 1) continue;
    for (const TextLine& line : page.lines) {
      margins.left = std::min(margins.left, line.box.left);
      rights.push_back(line.box.right);
    }
  }
  if (rights.empty()) return {0, page_width};
  std::sort(rights.begin(), rights.end());
  margins.right = rights.back();
  const double near = margins.right - 0.06 * page_width;
  const auto full = rights.end() - std::lower_bound(rights.begin(), rights.end(), near);
  constexpr std::ptrdiff_t enough_full_lines = 4;
  if (full < enough_full_lines) margins.right = std::max(margins.right, page_width - margins.left);
  return margins;
}

std::vector<Piece> lay_out(PageText page, const Margins& margins, const PageTable* open) {
  const double pitch = usual_pitch(page.lines);
  std::vector<Region> regions;
  cut({std::move(page.lines), std::move(page.tables), false}, most_cuts, regions);
  std::vector<Piece> pieces;
  for (Region& region : regions)
    add_pieces(std::move(region), page.number, margins, pitch, std::exchange(open, nullptr), pieces);
  // What stands on its side belongs to nothing beside it.
  for (const TextLine& line : page.turned)
    for (Paragraph& paragraph : paragraphs_of({line}, margins, pitch))
      pieces.push_back({page.number, std::move(paragraph), std::nullopt});
  return pieces;
}

bool goes_on(const Paragraph& first, const Paragraph& second) {
  if (first.tag.block != 0 && second.tag.block != 0 && first.tag.block != second.tag.block) return false;
  if (first.bold != second.bold || std::abs(first.size - second.size) > 0.5 || first.centred) return false;
  const Label label = label_of(second.text.utf8);
  if (label.found() && label.closed) return false;
  if (second.text.spans.empty()) return false;
  const double word = width_until(second.text, first_word(second.text.utf8));
  return !would_fit(first.text, first.room, first.size, second.text, word, Margins().tolerance);
}

}  // namespace ruamlint::pdf
