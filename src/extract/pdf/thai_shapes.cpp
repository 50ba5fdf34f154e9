#include "extract/pdf/thai_shapes.hpp"

#include <algorithm>

namespace ruamlint::pdf {

ShapeReading read_shape(const GlyphShape& shape) {
  ShapeReading reading;
  double second = 0;
  for (const ThaiShape& known : thai_shapes()) {
    const double alike = likeness(shape, known.shape, second);
    if (alike > reading.likeness) {
      if (known.letter != reading.letter) second = reading.likeness;
      reading.likeness = alike;
      reading.letter = known.letter;
    } else if (known.letter != reading.letter) {
      second = std::max(second, alike);
    }
  }
  reading.lead = reading.likeness - second;
  return reading;
}

double likeness_to(const GlyphShape& shape, char32_t letter) {
  const auto shapes = thai_shapes();
  const auto first = std::lower_bound(shapes.begin(), shapes.end(), letter,
                                      [](const ThaiShape& known, char32_t c) { return known.letter < c; });
  double best = 0;
  for (auto known = first; known != shapes.end() && known->letter == letter; ++known)
    best = std::max(best, likeness(shape, known->shape, best));
  return best;
}

}  // namespace ruamlint::pdf
