// Writes src/extract/pdf/thai_shapes_data.cpp: what the letters of Thai fonts look like, in those given.
//
//   cd /usr/share/fonts/truetype
//   pdf_glyph_shapes tlwg/*.ttf arundina/*.ttf noto/*Thai*.ttf freefont/FreeSerif*.ttf dejavu/DejaVuSans*.ttf
//   > FILE
//
// without the oblique ones and Purisa, which imitates handwriting.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pdf/embedded_font.hpp"
#include "extract/pdf/thai_shapes.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace {

using namespace ruamlint;
using namespace ruamlint::pdf;

/// Another font's drawing that is as good as the same is left out.
constexpr double as_good_as_same = 0.87;

constexpr char32_t first_symbol = 0x2500;

using Shapes = std::map<char32_t, std::vector<GlyphShape>>;

bool is_wanted(char32_t c) {
  static constexpr std::u32string_view signs = U"±×÷°½¼¾•…–—‘’“”·√☐☑☒✓✔✗✘";
  return is_thai(c) || (c > U' ' && c < 0x7F) || signs.find(c) != std::u32string_view::npos;
}

/// Letters of a font by glyph, variants included.
std::map<int, char32_t> letters_of(const EmbeddedFont& font) {
  std::map<int, char32_t> letters;
  for (const auto& [glyph, text] : font.own_texts()) {
    const std::u32string mended = to_utf32(repaired(to_utf8(text)));
    if (mended.size() == 1 && is_wanted(mended[0])) letters[glyph] = mended[0];
  }
  return letters;
}

void add_font(const std::string& path, Shapes& shapes) {
  std::ifstream file(path, std::ios::binary);
  const EmbeddedFont font({std::istreambuf_iterator<char>(file), {}});
  const std::map<int, char32_t> letters = letters_of(font);
  std::vector<int> consonants;
  for (const auto& [glyph, letter] : letters)
    if (is_thai_consonant(letter)) consonants.push_back(glyph);
  const double height = font.usual_height(consonants);
  const bool is_thai_font = !consonants.empty();  // others only lend their tick boxes
  for (const auto& [glyph, letter] : letters) {
    if (!is_thai_font && letter < first_symbol) continue;
    const auto shape = font.shape(glyph, height);
    if (!shape) continue;
    std::vector<GlyphShape>& known = shapes[letter];
    const bool is_new = std::none_of(known.begin(), known.end(), [&](const GlyphShape& other) {
      return likeness(*shape, other) >= as_good_as_same;
    });
    if (is_new) known.push_back(*shape);
  }
}

}  // namespace

int main(int argc, char** argv) {
  Shapes shapes;
  for (int i = 1; i < argc; ++i) add_font(argv[i], shapes);
  std::puts(
      "// Made by tools/pdf-glyph-shapes.cpp; do not edit.\n"
      "#include \"extract/pdf/thai_shapes.hpp\"\n\n"
      "namespace ruamlint::pdf {\n"
      "namespace {\n\n"
      "// clang-format off\n"
      "constexpr ThaiShape shapes[] = {");
  for (const auto& [letter, drawings] : shapes)
    for (const GlyphShape& s : drawings)
      std::printf("{0x%X,{{0x%llX,0x%llX,0x%llX,0x%llX},%d,%d,%d}},\n", static_cast<unsigned>(letter),
                  static_cast<unsigned long long>(s.dots[0]), static_cast<unsigned long long>(s.dots[1]),
                  static_cast<unsigned long long>(s.dots[2]), static_cast<unsigned long long>(s.dots[3]),
                  s.stretch, s.top, s.bottom);
  std::puts(
      "};\n"
      "// clang-format on\n\n"
      "}  // namespace\n\n"
      "std::span<const ThaiShape> thai_shapes() {\n"
      "  return shapes;\n"
      "}\n\n"
      "}  // namespace ruamlint::pdf");
}
