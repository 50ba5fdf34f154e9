// Walking UTF-8 by code points and by Thai clusters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// The code point that begins at `offset`, which then moves behind it. Ill-formed bytes give U+FFFD, one
/// each.
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_utf8(std::string& text, char32_t code_point);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
/// Ill-formed bytes replaced by U+FFFD, control characters other than tab and line end removed.
[[nodiscard]] std::string valid_utf8(std::string_view bytes);

/// A Thai vowel sign, tone mark or other sign that is written above or below its consonant (U+0E31,
/// U+0E34..0E3A, U+0E47..0E4E), or any other combining mark.
[[nodiscard]] inline bool is_mark(char32_t c);
/// A Thai letter, sign or digit (U+0E01..0E5B), without the baht sign.
[[nodiscard]] constexpr bool is_thai(char32_t c) {
  return (c >= 0xE01 && c <= 0xE3A) || (c >= 0xE40 && c <= 0xE5B);
}
[[nodiscard]] constexpr bool is_thai_consonant(char32_t c) {
  return c >= 0xE01 && c <= 0xE2E;
}
/// เ แ โ ใ ไ: written before the consonant that they are spoken after.
[[nodiscard]] constexpr bool is_leading_vowel(char32_t c) {
  return c >= 0xE40 && c <= 0xE44;
}
[[nodiscard]] constexpr bool is_tone_mark(char32_t c) {
  return c >= 0xE48 && c <= 0xE4B;
}
/// A decimal digit, Arabic or Thai; its value, or -1.
[[nodiscard]] constexpr int digit_value(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'๐' && c <= U'๙') return static_cast<int>(c - U'๐');
  return -1;
}
/// Whether any digit, Thai or Arabic, is in the text.
[[nodiscard]] bool has_digit(std::string_view text);
/// Space, tab, line end, no-break and other Unicode spaces.
[[nodiscard]] constexpr bool is_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= U'\t' && c <= U'\r');
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Number of clusters (a base with its marks), white space not counted: what a reader would call letters, and
/// the unit of every length limit.
[[nodiscard]] std::size_t count_clusters(std::string_view text);

/// White space at both ends removed, runs of it inside folded into one space.
[[nodiscard]] std::string folded_spaces(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// As text.find(word, from). Thai letters all begin with the same byte, at which the standard one stops each
/// time; this one does not.
[[nodiscard]] std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);

// ---- What every letter of a form passes through, inline for what forms are made of.

namespace utf8_detail {
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset);
[[nodiscard]] bool is_mark_beyond_thai(char32_t c);
}  // namespace utf8_detail

inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(text[offset + i]); };
  if (byte(0) < 0x80) return static_cast<unsigned char>(text[offset++]);
  const bool is_thai_block =
      byte(0) == 0xE0 && text.size() - offset >= 3 && (byte(1) & 0xFEU) == 0xB8 && (byte(2) & 0xC0U) == 0x80;
  if (!is_thai_block) return utf8_detail::next_code_point(text, offset);
  const char32_t c = 0xE00 | (byte(1) & 1U) << 6 | (byte(2) & 0x3FU);
  offset += 3;
  return c;
}

inline bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  if (c >= 0xE00 && c <= 0xE7F) return c == 0xE31 || (c >= 0xE34 && c <= 0xE3A) || (c >= 0xE47 && c <= 0xE4E);
  return utf8_detail::is_mark_beyond_thai(c);
}

}  // namespace ruamlint
