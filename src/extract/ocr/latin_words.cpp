#include "extract/ocr/latin_words.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "text/utf8.hpp"

namespace ruamlint::ocr {
namespace {

// In body heights.
constexpr double lowest_mark = 0.85;                                // bottom of a mark above the baseline
constexpr double least_mark_width = 0.3, least_mark_height = 0.15;  // an i's dot is smaller

bool latin_like(char32_t c) {
  constexpr std::u32string_view strange = U"@«»®©|[]{}<>?\\";
  return (c < 128 && std::isalpha(static_cast<int>(c)) != 0) || strange.find(c) != std::u32string_view::npos;
}

bool marks_above(const TextLine& line, const std::vector<Component>& components, int from, int to) {
  return std::any_of(line.parts.begin(), line.parts.end(), [&](const LinePart& part) {
    const PixelBox& box = components[part.component].box;
    if (box.centre_x() < from || box.centre_x() >= to) return false;
    const double bottom = (line.baseline_at(box.centre_x()) - part.bottom) / line.body_height;
    return bottom >= lowest_mark && box.width() >= least_mark_width * line.body_height &&
           part.bottom - part.top >= least_mark_height * line.body_height;
  });
}

float mean_confidence(const std::vector<PlacedSymbol>& symbols, std::size_t first, std::size_t last) {
  float sum = 0;
  for (std::size_t i = first; i < last; ++i) sum += symbols[i].confidence;
  return last > first ? sum / static_cast<float>(last - first) : 0;
}

}  // namespace

std::vector<LatinWord> latin_words(const std::vector<PlacedSymbol>& symbols, const SeenLine& seen,
                                   const TextLine& line, const std::vector<Component>& components) {
  std::vector<std::optional<std::size_t>> glyph_of(seen.units.size());
  for (std::size_t g = 0; g < seen.glyphs.size(); ++g)
    if (seen.unit_of[g] != unmatched) glyph_of[seen.unit_of[g]] = g;
  std::vector<LatinWord> words;
  for (std::size_t u = 0; u < seen.units.size();) {
    std::size_t end = u + 1;
    while (end < seen.units.size() && !symbols[seen.units[end].first].starts_word) ++end;
    // The Latin stretch of the word: Thai before and behind it stays.
    std::size_t first = u, last = end;
    while (first < last && !latin_like(seen.units[first].letter)) ++first;
    while (last > first && !latin_like(seen.units[last - 1].letter)) --last;
    u = end;
    if (first == last) continue;
    std::optional<std::size_t> first_glyph, last_glyph;
    for (std::size_t k = first; k < last; ++k) {
      if (!glyph_of[k]) continue;
      if (!first_glyph) first_glyph = glyph_of[k];
      last_glyph = glyph_of[k];
    }
    if (!first_glyph) continue;
    bool digits = true;
    for (std::size_t g = *first_glyph; g <= *last_glyph; ++g)
      digits = digits && (seen.glyphs[g].digit() || seen.glyphs[g].stop());
    if (digits) continue;
    LatinWord word{seen.units[first].first, seen.units[last - 1].last,
                   seen.glyphs[*first_glyph].glyph.box.left, seen.glyphs[*last_glyph].glyph.box.right, false};
    word.marks_above = marks_above(line, components, word.from, word.to);
    words.push_back(word);
  }
  return words;
}

bool better_as_thai(const LatinWord& word, const std::vector<PlacedSymbol>& symbols,
                    const std::vector<PlacedSymbol>& as_thai) {
  if (as_thai.empty()) return false;
  if (word.marks_above) return true;
  return mean_confidence(as_thai, 0, as_thai.size()) > mean_confidence(symbols, word.first, word.last);
}

}  // namespace ruamlint::ocr
