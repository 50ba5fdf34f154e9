// Reads single digits, Thai and Arabic, independently of Tesseract: two small networks, one of which sees the
// edges of a glyph and one its pixels. docs/digit-reader.md says how they were trained and how often they
// err.
#pragma once

#include <array>
#include <cstddef>

#include "extract/ocr/glyphs.hpp"

namespace ruamlint::ocr {

/// 0..9 Arabic, 10..19 Thai, 20 anything else.
inline constexpr std::size_t digit_classes = 21;
inline constexpr std::size_t no_digit = 20;

/// What either network thinks of a glyph: probabilities by class.
struct DigitReading {
  std::array<float, digit_classes> edges{}, pixels{};

  /// The less certain one's share.
  [[nodiscard]] float certainty(std::size_t digit_class) const;
  /// That it is the digit of this value (0 to 9), Arabic or Thai: the less certain one's share.
  [[nodiscard]] float certainty_of_value(std::size_t value) const;
  /// Of any digit: the mean of both.
  [[nodiscard]] float digit_share() const;
};

[[nodiscard]] DigitReading read_digit(const GlyphFeatures& features);

}  // namespace ruamlint::ocr
