#include "extract/pdf/shape_reader.hpp"

#include <algorithm>

#include "extract/pdf/thai_shapes.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr char32_t unknown = U'\uFFFD';
constexpr char32_t sara_aa = U'า', sara_am = U'ำ', nikhahit = 0xE4D;
constexpr char32_t first_below = 0xE38, last_below = 0xE3A;
constexpr std::int8_t baseline = 0, on_top = 28;  // in 32nds of a consonant's height
constexpr double is_alike = 0.55;                 // to some drawing of the stated letter
constexpr double far_more_alike = 0.25;
constexpr double the_same = 0.86;

/// Thai letters and signs; digits are left out, as some fonts draw Thai ones for Arabic codes on purpose.
bool is_checked(char32_t c) {
  return is_thai(c) && digit_value(c) < 0;
}

bool is_latin(char32_t c) {
  return digit_value(c) >= 0 || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_tick_sign(char32_t c) {
  return c >= 0x2500 && c < 0x2800;
}

/// Whether a mark is drawn where it is never written: above what stands below the consonant, or the reverse.
bool is_on_wrong_storey(const GlyphShape& shape, char32_t mark) {
  if (!is_mark(mark)) return false;
  const bool below = mark >= first_below && mark <= last_below;
  return below ? shape.bottom >= on_top : shape.top <= baseline;
}

}  // namespace

ShapeReader::ShapeReader(const EmbeddedFont& font, const std::vector<int>& glyphs)
    : font_(font), height_(font.usual_height(glyphs)) {}

char32_t ShapeReader::read(int glyph) const {
  if (font_.is_blank(glyph)) return U' ';
  const std::optional<GlyphShape> shape = font_.shape(glyph, height_);
  if (!shape) return 0;
  const ShapeReading reading = read_shape(*shape);
  return reading.is_sure() ? reading.letter : 0;
}

std::optional<char32_t> ShapeReader::objection(int glyph, const std::u32string& stated) const {
  const bool is_plain = stated.size() == 1 && is_latin(stated[0]);
  if (stated.empty() || (!is_plain && !std::all_of(stated.begin(), stated.end(), is_checked)))
    return std::nullopt;
  const std::optional<GlyphShape> shape = font_.shape(glyph, height_);
  if (!shape) return std::nullopt;
  if (stated.size() == 1) return objection_to_letter(*shape, stated[0]);
  const ShapeReading reading = read_shape(*shape);
  const bool has_sara_am = stated.find(sara_am) != std::u32string::npos;
  const bool is_one_of_them = stated.find(reading.letter) != std::u32string::npos ||
                              (has_sara_am && (reading.letter == nikhahit || reading.letter == sara_aa));
  if (is_one_of_them && reading.is_sure() && reading.likeness >= the_same) return reading.letter;
  return std::nullopt;
}

std::optional<char32_t> ShapeReader::objection_to_letter(const GlyphShape& shape, char32_t stated) {
  const double alike = likeness_to(shape, stated);
  if (alike >= is_alike) return std::nullopt;
  const ShapeReading reading = read_shape(shape);
  const bool other = reading.is_sure() && reading.likeness >= alike + far_more_alike;
  if (other && is_tick_sign(reading.letter)) return reading.letter;
  if (other && is_checked(stated) && is_checked(reading.letter)) return reading.letter;
  if (is_on_wrong_storey(shape, stated)) return unknown;
  return std::nullopt;
}

}  // namespace ruamlint::pdf
