// The drawing of a glyph, small enough to be compared with thousands of others.
#pragma once

#include <array>
#include <cstdint>

namespace ruamlint::pdf {

/// A drawing stretched to a square of 16 by 16 dots, and what it was before: its proportions and its place.
struct GlyphShape {
  static constexpr int side = 16;
  std::array<std::uint64_t, 4> dots{};  ///< row by row from the top, four rows each
  std::int8_t stretch = 0;              ///< ln(width / height), in sixteenths
  std::int8_t top = 0, bottom = 0;      ///< above the baseline, in 32nds of a consonant's height
};

/// How much alike two are, 1 for the same. Below about 0.5 they are different letters. What is surely below
/// `least` is not worked out, and 0.
[[nodiscard]] double likeness(const GlyphShape& a, const GlyphShape& b, double least = 0);

}  // namespace ruamlint::pdf
