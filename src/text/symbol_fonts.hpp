// Symbol fonts: letters that are pictures. A tick in Wingdings is stored as a letter of another alphabet, or
// as a private code point (0xF000 + the letter's byte).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ruamlint {

enum class SymbolFont : std::uint8_t { none, wingdings, wingdings2, webdings, symbol };

/// By the font's name; `none` for a font that holds real letters.
[[nodiscard]] SymbolFont symbol_font(std::string_view font_name);

/// What the picture shows, as Unicode: boxes and ticks exactly (☐ ☑ ☒ ✓ ✗), mathematics and arrows as
/// themselves, any other picture as "•". `code` is the letter's byte or its private code point.
[[nodiscard]] std::string symbol_text(SymbolFont font, char32_t code);

/// Text that was typed in `font`. With `none` the text comes back as it is, but for private code points,
/// which are read as Wingdings: such text has lost its font.
[[nodiscard]] std::string unicode_of(SymbolFont font, std::string_view text);

}  // namespace ruamlint
