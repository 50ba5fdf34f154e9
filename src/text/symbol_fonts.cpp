#include "text/symbol_fonts.hpp"

#include <algorithm>
#include <span>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr char32_t private_base = 0xF000;

struct Symbol {
  unsigned char byte;
  const char* text;
};

// Boxes of every weight and shadow are one thing here: an empty box. 0x52 and 0x53 are ticked boxes in
// Wingdings 2 only, but files name the two fonts carelessly, and the sun and the drop that Wingdings has
// there are no form's.
constexpr Symbol wingdings[] = {
    {0x46, "☞"}, {0x52, "☑"}, {0x53, "☒"}, {0x6C, "●"}, {0x6D, "○"}, {0x6E, "■"}, {0x6F, "☐"}, {0x70, "☐"},
    {0x71, "☐"}, {0x72, "☐"}, {0x74, "◆"}, {0x75, "◆"}, {0x76, "❖"}, {0x77, "◆"}, {0x78, "☒"}, {0xA1, "○"},
    {0xA4, "◉"}, {0xA7, "▪"}, {0xA8, "☐"}, {0xAB, "★"}, {0xD8, "➢"}, {0xDF, "←"}, {0xE0, "→"}, {0xE1, "↑"},
    {0xE2, "↓"}, {0xE8, "➔"}, {0xF0, "⇨"}, {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☑"},
};
constexpr Symbol wingdings2[] = {
    {0x4F, "✗"}, {0x50, "✓"}, {0x51, "☒"}, {0x52, "☑"}, {0x53, "☒"}, {0x54, "☒"}, {0x97, "●"},
    {0x9A, "○"}, {0xA2, "■"}, {0xA3, "☐"}, {0xA4, "☐"}, {0xA5, "☐"}, {0xA6, "☐"},
};
constexpr Symbol webdings[] = {
    {0x61, "✓"}, {0x63, "☐"}, {0x67, "■"}, {0x6E, "●"}, {0x72, "✗"},
};
constexpr Symbol symbol[] = {
    {0x44, "Δ"}, {0x57, "Ω"}, {0x61, "α"}, {0x62, "β"}, {0x67, "γ"}, {0x6D, "μ"}, {0x70, "π"},
    {0x73, "σ"}, {0xA3, "≤"}, {0xAB, "↔"}, {0xAC, "←"}, {0xAD, "↑"}, {0xAE, "→"}, {0xAF, "↓"},
    {0xB0, "°"}, {0xB1, "±"}, {0xB3, "≥"}, {0xB4, "×"}, {0xB7, "•"}, {0xB8, "÷"}, {0xB9, "≠"},
    {0xBB, "≈"}, {0xD6, "√"}, {0xD7, "⋅"}, {0xDE, "⇒"}, {0xE5, "∑"},
};

std::span<const Symbol> table_of(SymbolFont font) {
  switch (font) {
    case SymbolFont::none:
      break;
    case SymbolFont::wingdings:
      return wingdings;
    case SymbolFont::wingdings2:
      return wingdings2;
    case SymbolFont::webdings:
      return webdings;
    case SymbolFont::symbol:
      return symbol;
  }
  return {};
}

const char* find_symbol(SymbolFont font, char32_t code) {
  const char32_t byte = code >= private_base ? code - private_base : code;
  const auto table = table_of(font);
  const auto found =
      std::find_if(table.begin(), table.end(), [byte](const Symbol& known) { return known.byte == byte; });
  return found == table.end() ? nullptr : found->text;
}

bool is_private(char32_t c) {
  return c >= private_base + 0x20 && c <= private_base + 0xFF;
}

}  // namespace

SymbolFont symbol_font(std::string_view font_name) {
  std::string letters;  // "Wingdings 2", "Wingdings2" and "Wingdings-Regular" name what they seem to name
  for (const char c : font_name.substr(0, font_name.find_first_of(",-"))) {
    if (c != ' ') letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (letters == "wingdings") return SymbolFont::wingdings;
  if (letters == "wingdings2") return SymbolFont::wingdings2;
  if (letters == "webdings") return SymbolFont::webdings;
  if (letters == "symbol" || letters == "symbolmt") return SymbolFont::symbol;
  return SymbolFont::none;
}

std::string symbol_text(SymbolFont font, char32_t code) {
  if (const char* known = find_symbol(font, code)) return known;
  std::string text;
  if (font == SymbolFont::none && !is_private(code)) append_utf8(text, code);
  if (text.empty()) text = "•";
  return text;
}

std::string unicode_of(SymbolFont font, std::string_view text) {
  // All private code points in question begin with the byte EF, so nearly all text is done here.
  if (font == SymbolFont::none && text.find('\xEF') == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (is_private(c)) {
      out += symbol_text(font == SymbolFont::none ? SymbolFont::wingdings : font, c);
    } else if (const char* known = c > 0x20 && c < 0x100 ? find_symbol(font, c) : nullptr) {
      out += known;
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace ruamlint
