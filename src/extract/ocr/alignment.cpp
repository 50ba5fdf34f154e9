#include "extract/ocr/alignment.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "text/utf8.hpp"

namespace ruamlint::ocr {
namespace {

// In body heights.
constexpr double lowest_digit = 0.6, highest_digit = 2.2, widest_digit = 1.9;
constexpr double most_below = 0.6, most_raised = 0.35;  // of a digit's bottom, against the baseline
constexpr double largest_stop = 0.5;                    // height and width of a full stop or comma
constexpr float digit_like = 0.9F;                      // share, of a glyph that is taken for a digit

bool of_digits_size(const Glyph& glyph) {
  return glyph.height >= lowest_digit && glyph.height <= highest_digit && glyph.width <= widest_digit &&
         glyph.bottom >= -most_below && glyph.bottom <= most_raised;
}

std::vector<SeenGlyph> seen_glyphs(const TextLine& line, const std::vector<Component>& components,
                                   const PageImage& page) {
  std::vector<SeenGlyph> seen;
  for (const Glyph& glyph : glyphs_of(line, components)) {
    SeenGlyph one{glyph, std::nullopt, false};
    if (of_digits_size(glyph)) one.reading = read_digit(features_of(glyph, page));
    if (glyph.body != glyph.box && !one.digit()) {
      const Glyph body = measured(glyph.body, line);
      if (of_digits_size(body)) {
        SeenGlyph alone{body, read_digit(features_of(body, page)), true};
        if (alone.digit()) one = alone;
      }
    }
    seen.push_back(std::move(one));
  }
  return seen;
}

std::vector<Unit> units_of(const std::vector<PlacedSymbol>& symbols) {
  std::vector<Unit> units;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const char32_t letter = first_letter(symbols[i].utf8);
    if (is_mark(letter) && !units.empty())
      units.back().last = i + 1;
    else
      units.push_back({i, i + 1, (symbols[i].box.left + symbols[i].box.right) / 2.0, letter});
  }
  return units;
}

double match_cost(const SeenGlyph& glyph, const Unit& unit, double body_height) {
  const double apart = std::abs((glyph.glyph.box.left + glyph.glyph.box.right) / 2.0 - unit.x) / body_height;
  constexpr double too_far = 3;
  if (apart > too_far) return std::numeric_limits<double>::infinity();
  const double distance = 0.2 * apart;
  const int value = digit_value(unit.letter);
  if (!glyph.digit()) return distance + (value >= 0 ? 0.8 : glyph.stop() != is_stop(unit.letter) ? 0.3 : 0.0);
  if (value < 0) return distance + 0.5;
  const auto v = static_cast<std::size_t>(value);
  const float share = std::max(glyph.reading->certainty(v), glyph.reading->certainty(v + 10));
  return distance + (share > 0.5F ? 0 : 0.3);
}

/// For each glyph the unit that it was read as, in order on both sides.
std::vector<std::size_t> aligned(const std::vector<SeenGlyph>& glyphs, const std::vector<Unit>& units,
                                 double body_height) {
  constexpr double skip = 0.55;
  const std::size_t n = glyphs.size(), m = units.size();
  std::vector<double> cost((n + 1) * (m + 1));
  auto at = [&](std::size_t i, std::size_t j) -> double& { return cost[i * (m + 1) + j]; };
  for (std::size_t i = 0; i <= n; ++i)
    for (std::size_t j = 0; j <= m; ++j) {
      if (i == 0 && j == 0) continue;
      double best = std::numeric_limits<double>::infinity();
      if (i > 0) best = std::min(best, at(i - 1, j) + skip);
      if (j > 0) best = std::min(best, at(i, j - 1) + skip);
      if (i > 0 && j > 0)
        best = std::min(best, at(i - 1, j - 1) + match_cost(glyphs[i - 1], units[j - 1], body_height));
      at(i, j) = best;
    }
  std::vector<std::size_t> unit_of(n, unmatched);
  for (std::size_t i = n, j = m; i > 0 || j > 0;) {
    if (i > 0 && j > 0 &&
        at(i, j) == at(i - 1, j - 1) + match_cost(glyphs[i - 1], units[j - 1], body_height)) {
      unit_of[--i] = --j;
    } else if (i > 0 && at(i, j) == at(i - 1, j) + skip) {
      --i;
    } else {
      --j;
    }
  }
  return unit_of;
}

}  // namespace

bool SeenGlyph::digit() const {
  return reading && reading->digit_share() >= digit_like;
}

bool SeenGlyph::stop() const {
  return glyph.height <= largest_stop && glyph.width <= largest_stop && glyph.top <= largest_stop;
}

char32_t first_letter(const std::string& text) {
  std::size_t offset = 0;
  return text.empty() ? U' ' : next_code_point(text, offset);
}

bool is_stop(char32_t c) {
  return c == U'.' || c == U',' || c == U':' || c == U'-' || c == U'/';
}

SeenLine look_at(const TextLine& line, const std::vector<Component>& components, const PageImage& page,
                 const std::vector<PlacedSymbol>& symbols) {
  SeenLine seen;
  if (line.body_height <= 0) return seen;
  seen.glyphs = seen_glyphs(line, components, page);
  seen.units = units_of(symbols);
  seen.unit_of = aligned(seen.glyphs, seen.units, line.body_height);
  return seen;
}

}  // namespace ruamlint::ocr
