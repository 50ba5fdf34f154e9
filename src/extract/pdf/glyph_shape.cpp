#include "extract/pdf/glyph_shape.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace ruamlint::pdf {

double likeness(const GlyphShape& a, const GlyphShape& b, double least) {
  // A bar is a tone mark, a sara e or a hyphen by its proportions and place alone. The weights were tried on
  // Debian's Thai fonts, each family read by what the others look like.
  constexpr double weight_of_stretch = 0.15, weight_of_place = 0.3, most_of_place = 1;
  const double stretched = std::abs(a.stretch - b.stretch) / 16.0;
  const double higher = std::min(std::abs(a.top - b.top) / 32.0, most_of_place);
  const double lower = std::min(std::abs(a.bottom - b.bottom) / 32.0, most_of_place);
  const double otherness = weight_of_stretch * stretched + weight_of_place * (higher + lower);
  if (1 - otherness <= least) return 0;
  int both = 0, either = 0;
  for (std::size_t i = 0; i < a.dots.size(); ++i) {
    both += std::popcount(a.dots[i] & b.dots[i]);
    either += std::popcount(a.dots[i] | b.dots[i]);
  }
  return either == 0 ? 0 : static_cast<double>(both) / either - otherness;
}

}  // namespace ruamlint::pdf
