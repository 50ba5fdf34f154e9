#include "extract/ocr/signs.hpp"

#include <cstddef>

namespace ruamlint::ocr {

void mend_bullet(std::vector<PlacedSymbol>& symbols, const SeenLine& seen) {
  // In body heights.
  constexpr double least = 0.2, most = 0.62, lowest = 0.15, least_gap = 0.3;
  if (seen.units.size() < 2 || seen.glyphs.size() < 2 || seen.unit_of.front() != 0) return;
  const Unit& unit = seen.units.front();
  const Glyph& dot = seen.glyphs[0].glyph;
  const Glyph& next = seen.glyphs[1].glyph;
  const bool small = dot.height >= least && dot.height <= most && dot.width >= least && dot.width <= most;
  const double gap = (next.box.left - dot.box.right) * dot.height / dot.box.height();
  const bool stop = is_stop(unit.letter) || unit.letter == U'*';
  if (!small || dot.bottom < lowest || gap < least_gap || stop || unit.last - unit.first != 1) return;
  symbols[unit.first].utf8 = "•";
  symbols[unit.last].starts_word = true;
}

void mend_percent(std::vector<PlacedSymbol>& symbols) {
  for (std::size_t i = 1; i < symbols.size(); ++i) {
    if (symbols[i].utf8 != "%" || symbols[i - 1].utf8 != "/" || symbols[i].starts_word) continue;
    symbols[i].starts_word = symbols[i - 1].starts_word;
    symbols[i].box = united(symbols[i - 1].box, symbols[i].box);
    symbols.erase(symbols.begin() + static_cast<std::ptrdiff_t>(i) - 1);
  }
}

}  // namespace ruamlint::ocr
