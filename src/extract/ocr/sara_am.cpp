#include "extract/ocr/sara_am.hpp"

#include <algorithm>
#include <optional>

#include "text/utf8.hpp"

namespace ruamlint::ocr {
namespace {

// In body heights.
constexpr double lowest_mark = 0.8;   // bottom of a mark above the baseline
constexpr double least_mark = 0.15;   // height and width
constexpr double both_marks = 0.62;   // height of tone mark and ring where they touch
constexpr double highest_stem = 1.3;  // of a stem without a ring above it

bool has_tone(const std::vector<PlacedSymbol>& symbols, const Unit& unit) {
  for (std::size_t s = unit.first; s < unit.last; ++s)
    for (std::size_t offset = 0; offset < symbols[s].utf8.size();)
      if (is_tone_mark(next_code_point(symbols[s].utf8, offset))) return true;
  return false;
}

/// Whether both a tone mark and a ring stand above the letters from `left` to `right`.
bool ring_above(const TextLine& line, const std::vector<Component>& components, double left, double right) {
  std::size_t marks = 0;
  double highest = 0;
  for (const LinePart& part : line.parts) {
    const PixelBox& box = components[part.component].box;
    if (box.centre_x() < left || box.centre_x() > right) continue;
    const double bottom = (line.baseline_at(box.centre_x()) - part.bottom) / line.body_height;
    const double height = (part.bottom - part.top) / line.body_height, width = box.width() / line.body_height;
    if (bottom < lowest_mark || height < least_mark || width < least_mark) continue;
    ++marks;
    highest = std::max(highest, height);
  }
  return marks >= 2 || highest >= both_marks;
}

}  // namespace

void mend_sara_am(std::vector<PlacedSymbol>& symbols, const SeenLine& seen, const TextLine& line,
                  const std::vector<Component>& components) {
  std::vector<std::optional<std::size_t>> glyph_of(seen.units.size());
  for (std::size_t g = 0; g < seen.glyphs.size(); ++g)
    if (seen.unit_of[g] != unmatched) glyph_of[seen.unit_of[g]] = g;
  for (std::size_t u = 1; u < seen.units.size(); ++u) {
    const Unit& stem = seen.units[u];
    if (symbols[stem.first].utf8 != "า" || !has_tone(symbols, seen.units[u - 1])) continue;
    if (!glyph_of[u] || !glyph_of[u - 1]) continue;
    const Glyph& consonant = seen.glyphs[*glyph_of[u - 1]].glyph;
    const Glyph& aa = seen.glyphs[*glyph_of[u]].glyph;
    if (aa.top > highest_stem || ring_above(line, components, consonant.box.left, aa.box.right))
      symbols[stem.first].utf8 = "ำ";
  }
}

}  // namespace ruamlint::ocr
