// Looking at a text around a place, without minding its ends. Internal to text/.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ruamlint {

/// The code point at or before byte `offset`; 0 where there is none.
[[nodiscard]] char32_t code_point_at(std::string_view text, std::size_t offset);
[[nodiscard]] char32_t code_point_before(std::string_view text, std::size_t offset);

[[nodiscard]] constexpr char32_t ascii_lower(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
}
[[nodiscard]] constexpr bool is_latin_letter(char32_t c) {
  return ascii_lower(c) >= U'a' && ascii_lower(c) <= U'z';
}

/// Whether `text` begins with `lowered`, in which Latin letters are lower case. The last byte is looked at
/// first: Thai letters share their first two, and most words of a list are told apart by it alone.
[[nodiscard]] inline bool begins_with_lowered(std::string_view text, std::string_view lowered) {
  const auto same = [](char expected, char c) {
    return expected == static_cast<char>(ascii_lower(static_cast<unsigned char>(c)));
  };
  if (lowered.empty()) return true;
  return text.size() >= lowered.size() && same(lowered.back(), text[lowered.size() - 1]) &&
         std::equal(lowered.begin(), lowered.end(), text.begin(), same);
}

/// `offset`, moved behind the blanks that begin there.
[[nodiscard]] std::size_t behind_blanks(std::string_view text, std::size_t offset);

/// `text` from `offset` on; nothing where that is behind its end.
[[nodiscard]] std::string_view rest_of(std::string_view text, std::size_t offset);

}  // namespace ruamlint
