// What the letters of Thai fonts look like, Latin ones and signs as well, so that a glyph can be read that no
// code, name or table explains, and one be doubted that cannot be what the file says. The shapes are those of
// the free Thai fonts of Debian (tools/pdf-glyph-shapes makes thai_shapes_data.cpp).
#pragma once

#include <cstdint>
#include <span>

#include "extract/pdf/glyph_shape.hpp"

namespace ruamlint::pdf {

struct ThaiShape {
  char16_t letter = 0;
  GlyphShape shape;
};

/// By letter, ascending.
[[nodiscard]] std::span<const ThaiShape> thai_shapes();

struct ShapeReading {
  char32_t letter = 0;  ///< the letter that it looks most like
  double likeness = 0;
  double lead = 0;  ///< over the next letter
  /// With families of fonts that it had not seen, one in two hundred of the sure readings was wrong; with
  /// those that it knows, none.
  [[nodiscard]] bool is_sure() const {
    return (likeness >= 0.5 && lead >= 0.1) || (likeness >= 0.86 && lead >= 0.02);
  }
};

[[nodiscard]] ShapeReading read_shape(const GlyphShape& shape);
/// How much it looks like the most similar drawing of `letter`; 0 where none is known.
[[nodiscard]] double likeness_to(const GlyphShape& shape, char32_t letter);

}  // namespace ruamlint::pdf
