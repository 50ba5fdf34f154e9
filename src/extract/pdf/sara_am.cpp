#include "extract/pdf/sara_am.hpp"

#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr char32_t sara_aa = U'า', sara_am = U'ำ';
constexpr float no_advance_pt = 0.01F;

char32_t only_letter(const std::string& text) {
  std::size_t offset = 0;
  const char32_t c = text.empty() ? 0 : next_code_point(text, offset);
  return offset == text.size() ? c : 0;
}

bool is_ring(const Glyph& glyph) {
  return !glyph.actual_text && glyph.advance < no_advance_pt && is_space(only_letter(glyph.text));
}

void set(Glyph& glyph, char32_t c) {
  glyph.text.clear();
  append_utf8(glyph.text, c);
}

/// Whether a lone stem with the code of ำ is an า after all.
bool means_aa(const StemCodes& stems, const std::string& font) {
  const auto habits = stems.fonts.find(font);
  if (habits == stems.fonts.end()) return stems.any_rings;
  return habits->second.rings || (stems.any_rings && !habits->second.plain_aa);
}

}  // namespace

void mend_sara_am(PageContent& page, StemCodes& stems) {
  std::vector<Glyph*> lone_stems;
  bool ring = false, first = true;
  for (Glyph& glyph : page.glyphs) {
    if (glyph.hidden != Hidden::no && glyph.hidden != Hidden::render_mode) continue;
    const bool begins = std::exchange(first, false);
    if (is_ring(glyph)) {
      ring = !begins;
      glyph.text.clear();
      continue;
    }
    const char32_t c = only_letter(glyph.text);
    if (c == sara_aa || c == sara_am) {
      if (ring) {
        stems.fonts[page.fonts[glyph.font].name].rings = stems.any_rings = true;
        set(glyph, sara_am);
      } else if (!glyph.actual_text && c == sara_am) {
        lone_stems.push_back(&glyph);
      } else if (!glyph.actual_text) {
        stems.fonts[page.fonts[glyph.font].name].plain_aa = true;
      }
    }
    if (!is_mark(c) && !(c >= 0xF701 && c <= 0xF71A)) ring = false;  // a tone mark may stand between
  }
  for (Glyph* glyph : lone_stems)
    if (means_aa(stems, page.fonts[glyph->font].name)) set(*glyph, sara_aa);
}

}  // namespace ruamlint::pdf
