#include "extract/pdf/embedded_font.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "extract/pdf/glyph_names.hpp"
#include "extract/pdf/substitutions.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr int max_glyphs = 65'535;
constexpr unsigned long max_table = 4UL << 20;

struct Library {
  Library() { FT_Init_FreeType(&handle); }
  ~Library() { FT_Done_FreeType(handle); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  FT_Library handle = nullptr;
};

FT_Library library() {
  static const Library shared;
  return shared.handle;
}

/// A glyph's drawing, stretched to a square: alternates are moved, resized, at times redrawn.
struct Drawing {
  static constexpr int side = 24;
  std::array<std::uint8_t, side * side> ink{};
  double width = 0, height = 0;  // in ems; 0 for a glyph that draws nothing
  bool no_advance = false;
};

/// How much two drawings look alike, 0 to 1.
double likeness(const Drawing& a, const Drawing& b) {
  constexpr double most_stretched = 1.45;
  if (a.width <= 0 || b.width <= 0 || a.no_advance != b.no_advance) return 0;
  const double stretched = (a.width / a.height) / (b.width / b.height);
  const double sizes = a.height / b.height;
  if (std::max(stretched, 1 / stretched) > most_stretched || std::max(sizes, 1 / sizes) > most_stretched)
    return 0;
  long both = 0, either = 0;
  for (std::size_t i = 0; i < a.ink.size(); ++i) {
    both += std::min(a.ink[i], b.ink[i]);
    either += std::max(a.ink[i], b.ink[i]);
  }
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace

struct EmbeddedFont::Impl {
  std::vector<unsigned char> bytes;
  FT_Face face = nullptr;
  GlyphTexts own;
  bool own_read = false;
  std::map<unsigned, int> cids;
  std::vector<Substitution> substitutions;
  std::map<int, Drawing> drawings;

  ~Impl() {
    if (face != nullptr) FT_Done_Face(face);
  }

  void read_character_map() {
    for (int i = 0; i < face->num_charmaps; ++i) {
      FT_CharMap map = face->charmaps[i];
      const bool symbols = map->encoding == FT_ENCODING_MS_SYMBOL;
      if (map->encoding != FT_ENCODING_UNICODE && !symbols) continue;
      FT_Set_Charmap(face, map);
      FT_UInt glyph = 0;
      int seen = 0;
      for (FT_ULong c = FT_Get_First_Char(face, &glyph); glyph != 0 && seen < max_glyphs;
           c = FT_Get_Next_Char(face, c, &glyph), ++seen) {
        char32_t letter = static_cast<char32_t>(c);
        // The symbol fonts of old Thai systems have the letters at the places of TIS-620.
        if (symbols && letter >= 0xF0A1 && letter <= 0xF0FB) letter = 0xE01 + (letter - 0xF0A1);
        if (symbols && letter >= 0xF020 && letter <= 0xF07E) letter -= 0xF000;
        // Windows' codes for the variants of Thai letters are known (text/repair.hpp), other private ones say
        // nothing.
        const bool is_private = letter >= 0xE000 && letter <= 0xF8FF;
        if (is_private && (symbols || letter < 0xF700 || letter > 0xF71A)) continue;
        const auto known = own.find(static_cast<int>(glyph));
        const bool better = known == own.end() || (!is_private && known->second[0] >= 0xE000);
        if (better) own[static_cast<int>(glyph)] = std::u32string(1, letter);
      }
    }
  }

  void read_names() {
    if (!FT_HAS_GLYPH_NAMES(face)) return;
    char name[64];
    for (int glyph = 0; glyph < std::min<long>(face->num_glyphs, max_glyphs); ++glyph) {
      if (own.count(glyph) > 0) continue;
      if (FT_Get_Glyph_Name(face, static_cast<FT_UInt>(glyph), name, sizeof name) != 0) continue;
      if (const char32_t letter = named_letter(name)) own[glyph] = std::u32string(1, letter);
    }
  }

  void read_substitution_table() {
    FT_ULong length = 0;
    const FT_ULong tag = FT_MAKE_TAG('G', 'S', 'U', 'B');
    if (FT_Load_Sfnt_Table(face, tag, 0, nullptr, &length) != 0 || length == 0 || length > max_table) return;
    std::vector<FT_Byte> table(length);
    if (FT_Load_Sfnt_Table(face, tag, 0, table.data(), &length) != 0) return;
    substitutions = read_substitutions(table);
  }

  /// The outline of a glyph in units of the font, nullptr where it has none.
  FT_Outline* outline(int glyph) const {
    if (FT_Load_Glyph(face, static_cast<FT_UInt>(glyph), FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0)
      return nullptr;
    return face->glyph->format == FT_GLYPH_FORMAT_OUTLINE ? &face->glyph->outline : nullptr;
  }

  const Drawing& drawing(int glyph) {
    const auto known = drawings.find(glyph);
    if (known != drawings.end()) return known->second;
    Drawing& drawing = drawings[glyph];
    FT_Outline* lines = outline(glyph);
    if (lines == nullptr) return drawing;
    const std::optional<FT_BBox> box = draw(*lines, Drawing::side, drawing.ink.data());
    if (!box) return drawing;
    drawing.width = static_cast<double>(box->xMax - box->xMin) / face->units_per_EM;
    drawing.height = static_cast<double>(box->yMax - box->yMin) / face->units_per_EM;
    drawing.no_advance = face->glyph->metrics.horiAdvance == 0;
    return drawing;
  }

  /// Draws an outline stretched to a square; its box as it was, nothing where nothing was drawn.
  std::optional<FT_BBox> draw(FT_Outline& lines, int side, unsigned char* ink) const {
    FT_BBox box;
    FT_Outline_Get_CBox(&lines, &box);
    const long width = box.xMax - box.xMin, height = box.yMax - box.yMin;
    const long largest = 8L * face->units_per_EM;
    if (width <= 0 || height <= 0 || width > largest || height > largest) return std::nullopt;
    FT_Outline_Translate(&lines, -box.xMin, -box.yMin);
    constexpr long pixel = 64, one = 0x10000;  // FreeType's 26.6 and 16.16
    const FT_Matrix stretch = {side * pixel * one / width, 0, 0, side * pixel * one / height};
    FT_Outline_Transform(&lines, &stretch);
    FT_Bitmap bitmap = {};
    bitmap.rows = bitmap.width = static_cast<unsigned>(side);
    bitmap.pitch = side;
    bitmap.buffer = ink;
    bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
    bitmap.num_grays = 256;
    if (FT_Outline_Get_Bitmap(library(), &lines, &bitmap) != 0) return std::nullopt;
    return box;
  }

  /// The text of the known glyph that looks most like `wanted`, empty where none does or several do.
  std::u32string most_alike(const Drawing& wanted, const GlyphTexts& texts) {
    constexpr double alike = 0.66, clearly = 0.04;
    double best = 0, second = 0;
    const std::u32string* found = nullptr;
    for (const auto& [known, text] : texts) {
      const double how = likeness(wanted, drawing(known));
      if (how <= second) continue;
      if (found != nullptr && *found == text) {
        best = std::max(best, how);
      } else if (how > best) {
        second = best;
        best = how;
        found = &text;
      } else {
        second = how;
      }
    }
    return found != nullptr && best >= alike && best > second + clearly ? *found : std::u32string();
  }
};

EmbeddedFont::EmbeddedFont(std::vector<unsigned char> bytes) : impl_(std::make_unique<Impl>()) {
  impl_->bytes = std::move(bytes);
  const FT_Error error = FT_New_Memory_Face(library(), impl_->bytes.data(),
                                            static_cast<FT_Long>(impl_->bytes.size()), 0, &impl_->face);
  if (error != 0) {
    impl_->face = nullptr;
    return;
  }
  if (FT_IS_CID_KEYED(impl_->face)) {
    for (int glyph = 0; glyph < std::min<long>(impl_->face->num_glyphs, max_glyphs); ++glyph) {
      FT_UInt cid = 0;
      if (FT_Get_CID_From_Glyph_Index(impl_->face, static_cast<FT_UInt>(glyph), &cid) == 0)
        impl_->cids[cid] = glyph;
    }
  }
}

EmbeddedFont::~EmbeddedFont() = default;

bool EmbeddedFont::is_open() const {
  return impl_->face != nullptr;
}

int EmbeddedFont::glyph_of_name(const char* name) const {
  if (!is_open() || name == nullptr || !FT_HAS_GLYPH_NAMES(impl_->face)) return -1;
  const FT_UInt glyph = FT_Get_Name_Index(impl_->face, name);
  return glyph == 0 ? -1 : static_cast<int>(glyph);
}

int EmbeddedFont::glyph_of_cid(unsigned cid) const {
  if (!is_open()) return -1;
  if (impl_->cids.empty())
    return cid < static_cast<unsigned long>(impl_->face->num_glyphs) ? static_cast<int>(cid) : -1;
  const auto found = impl_->cids.find(cid);
  return found == impl_->cids.end() ? -1 : found->second;
}

bool EmbeddedFont::is_blank(int glyph) const {
  const FT_Outline* lines = is_open() ? impl_->outline(glyph) : nullptr;
  return lines != nullptr && lines->n_points == 0 && impl_->face->glyph->metrics.horiAdvance > 0;
}

double EmbeddedFont::usual_height(const std::vector<int>& glyphs) const {
  std::vector<long> heights;
  for (const int glyph : glyphs) {
    FT_Outline* lines = is_open() ? impl_->outline(glyph) : nullptr;
    if (lines == nullptr) continue;
    FT_BBox box;
    FT_Outline_Get_CBox(lines, &box);
    const long em = impl_->face->units_per_EM;
    const bool stands = std::abs(box.yMin) < em / 16 && box.yMax > em / 5 && box.yMax < 2 * em;
    if (stands) heights.push_back(box.yMax);
  }
  constexpr double consonants_an_em = 0.55;
  if (heights.empty()) return is_open() ? consonants_an_em * impl_->face->units_per_EM : 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return static_cast<double>(*middle);
}

std::optional<GlyphShape> EmbeddedFont::shape(int glyph, double consonant_height) const {
  FT_Outline* lines = is_open() && consonant_height > 0 ? impl_->outline(glyph) : nullptr;
  if (lines == nullptr) return std::nullopt;
  constexpr auto dots = static_cast<std::size_t>(GlyphShape::side) * GlyphShape::side;
  std::array<unsigned char, dots> ink{};
  const std::optional<FT_BBox> box = impl_->draw(*lines, GlyphShape::side, ink.data());
  if (!box) return std::nullopt;
  GlyphShape shape;
  for (std::size_t i = 0; i < dots; ++i)
    if (ink[i] >= 128) shape.dots[i / 64] |= std::uint64_t{1} << i % 64;
  const auto small = [](double value) {
    return static_cast<std::int8_t>(std::lround(std::clamp(value, -127.0, 127.0)));
  };
  const auto width = static_cast<double>(box->xMax - box->xMin),
             height = static_cast<double>(box->yMax - box->yMin);
  shape.stretch = small(16 * std::log(width / height));
  shape.top = small(32 * static_cast<double>(box->yMax) / consonant_height);
  shape.bottom = small(32 * static_cast<double>(box->yMin) / consonant_height);
  return shape;
}

const GlyphTexts& EmbeddedFont::own_texts() const {
  if (!impl_->own_read && is_open()) {
    impl_->own_read = true;
    impl_->read_character_map();
    impl_->read_names();
    impl_->read_substitution_table();
  }
  return impl_->own;
}

namespace {

/// Those that an unknown glyph is compared with: of a large font its Thai letters.
GlyphTexts candidates_of(const GlyphTexts& texts) {
  constexpr std::size_t most_candidates = 1'500;
  if (texts.size() <= most_candidates) return texts;
  GlyphTexts candidates;
  for (const auto& [glyph, text] : texts)
    if (!text.empty() && is_thai(text[0]) && candidates.size() < most_candidates)
      candidates.emplace(glyph, text);
  return candidates;
}

}  // namespace

void EmbeddedFont::complete(GlyphTexts& texts, const std::vector<int>& wanted) const {
  if (!is_open()) return;
  static_cast<void>(own_texts());
  const auto text_of = [&](const std::vector<int>& glyphs) {
    std::u32string text;
    for (const int glyph : glyphs) {
      const auto known = texts.find(glyph);
      if (known == texts.end()) return std::u32string();
      text += known->second;
    }
    return text;
  };
  GlyphTexts alike;
  const GlyphTexts candidates = candidates_of(texts);
  for (const int glyph : wanted) {
    if (texts.count(glyph) > 0) continue;
    const std::u32string text = impl_->most_alike(Drawing(impl_->drawing(glyph)), candidates);
    if (!text.empty()) alike.emplace(glyph, text);
  }
  texts.merge(alike);
  constexpr int rounds = 2;  // an alternate of an alternate
  for (int round = 0; round < rounds; ++round) {
    for (const Substitution& substitution : impl_->substitutions) {
      const std::u32string from = text_of(substitution.from);
      if (from.empty()) continue;
      if (substitution.to.size() == 1) {
        texts.emplace(substitution.to[0], from);
      } else if (substitution.to.size() == 2 && from == U"ำ") {
        texts.emplace(substitution.to[0], U"\u0E4D");
        texts.emplace(substitution.to[1], U"า");
      }
    }
  }
}

std::u32string EmbeddedFont::text_alike(int glyph, const EmbeddedFont& other, const GlyphTexts& texts) const {
  if (!is_open() || !other.is_open()) return {};
  return other.impl_->most_alike(impl_->drawing(glyph), candidates_of(texts));
}

}  // namespace ruamlint::pdf
