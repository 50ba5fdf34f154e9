// Walking UTF-8 by code points and by Thai clusters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// The code point that begins at `offset`, which then moves behind it. Ill-formed bytes give U+FFFD, one
/// each.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& offset);
void append_utf8(std::string& text, char32_t code_point);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
/// Ill-formed bytes replaced by U+FFFD, control characters other than tab and line end removed.
[[nodiscard]] std::string valid_utf8(std::string_view bytes);

/// A Thai vowel sign, tone mark or other sign that is written above or below its consonant (U+0E31,
/// U+0E34..0E3A, U+0E47..0E4E), or any other combining mark.
[[nodiscard]] bool is_mark(char32_t c);
/// A Thai letter, sign or digit (U+0E01..0E5B), without the baht sign.
[[nodiscard]] bool is_thai(char32_t c);
[[nodiscard]] bool is_thai_consonant(char32_t c);
/// เ แ โ ใ ไ: written before the consonant that they are spoken after.
[[nodiscard]] bool is_leading_vowel(char32_t c);
[[nodiscard]] bool is_tone_mark(char32_t c);
/// A decimal digit, Arabic or Thai; its value, or -1.
[[nodiscard]] int digit_value(char32_t c);
/// Space, tab, line end, no-break and other Unicode spaces.
[[nodiscard]] bool is_space(char32_t c);

/// Number of clusters (a base with its marks), white space not counted: what a reader would call letters, and
/// the unit of every length limit.
[[nodiscard]] std::size_t count_clusters(std::string_view text);

/// White space at both ends removed, runs of it inside folded into one space.
[[nodiscard]] std::string folded_spaces(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace ruamlint
