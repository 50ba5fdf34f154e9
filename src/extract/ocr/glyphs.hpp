// The letters of a line as single pictures, for the digit reader.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "extract/ocr/components.hpp"
#include "extract/ocr/line_finder.hpp"
#include "extract/ocr/page_image.hpp"

namespace ruamlint::ocr {

/// What stands in one column of the line: a letter with its marks, a digit, several letters that touch.
struct Glyph {
  PixelBox box;
  PixelBox body;                 ///< the largest piece of ink alone, without marks above or below
  double height = 0, width = 0;  ///< in body heights
  double bottom = 0, top = 0;    ///< above the baseline, in body heights
};

/// `box` in relation to its line.
[[nodiscard]] Glyph measured(const PixelBox& box, const TextLine& line);
/// From the left.
[[nodiscard]] std::vector<Glyph> glyphs_of(const TextLine& line, const std::vector<Component>& components);

inline constexpr int glyph_side = 20;  ///< pixels of the normalised picture
inline constexpr std::size_t glyph_pixels = glyph_side * glyph_side;
inline constexpr std::size_t glyph_edges = 200;  ///< 8 directions in 5 by 5 cells
inline constexpr std::size_t glyph_measures = 4;

/// What the digit reader looks at, each 0..255.
struct GlyphFeatures {
  std::array<std::uint8_t, glyph_pixels> pixels{};
  std::array<std::uint8_t, glyph_edges> edges{};
  std::array<std::uint8_t, glyph_measures> measures{};
};

[[nodiscard]] GlyphFeatures features_of(const Glyph& glyph, const PageImage& page);

}  // namespace ruamlint::ocr
