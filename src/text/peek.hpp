// Looking at a text around a place, without minding its ends. Internal to text/.
#pragma once

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

/// Whether `text` begins with `lowered`, in which Latin letters are lower case.
[[nodiscard]] bool begins_with_lowered(std::string_view text, std::string_view lowered);

/// `offset`, moved behind the blanks that begin there.
[[nodiscard]] std::size_t behind_blanks(std::string_view text, std::size_t offset);

/// `text` from `offset` on; nothing where that is behind its end.
[[nodiscard]] std::string_view rest_of(std::string_view text, std::size_t offset);

}  // namespace ruamlint
