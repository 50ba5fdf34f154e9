#include "extract/pdf/font_texts.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "extract/pdf/old_thai.hpp"
#include "extract/pdf/shape_reader.hpp"
#include "text/repair.hpp"
#include "text/symbol_fonts.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr std::size_t letters_for_a_verdict = 600;  // then a font that reads well is not judged again
constexpr double reads_well = 0.92;
constexpr double clearly_better = 0.05;
constexpr std::string_view unknown = "\xEF\xBF\xBD";  // U+FFFD

std::string joined(const std::vector<Glyph*>& glyphs, const std::map<unsigned, std::string>& texts) {
  std::string all;
  const Glyph* last = nullptr;
  for (const Glyph* glyph : glyphs) {
    const bool next_line = last != nullptr && (glyph->baseline - last->baseline > glyph->size ||
                                               last->baseline - glyph->baseline > glyph->size);
    if (next_line) all += '\n';
    last = glyph;
    if (glyph->actual_text) {
      all += glyph->text;
      continue;
    }
    const auto known = texts.find(glyph->code);
    all += known == texts.end() || known->second.empty() ? unknown : std::string_view(known->second);
  }
  return all;
}

double score(const std::vector<Glyph*>& glyphs, const std::map<unsigned, std::string>& texts) {
  return legibility(repaired(joined(glyphs, texts)));
}

bool has_unknown(const std::map<unsigned, std::string>& texts) {
  return std::any_of(texts.begin(), texts.end(), [](const auto& entry) { return entry.second.empty(); });
}

bool is_unknown(const Glyph* glyph) {
  return !glyph->actual_text && glyph->text == unknown;
}

bool states_thai(const Glyph* glyph) {
  std::size_t offset = 0;
  return !glyph->text.empty() && is_thai(next_code_point(glyph->text, offset));
}

/// Signs of the code page, where neither font nor looks said otherwise.
void use_code_page(const std::vector<Glyph*>& glyphs) {
  for (Glyph* glyph : glyphs) {
    if (!is_unknown(glyph) || old_thai_letter(glyph->code) == 0) continue;
    glyph->text.clear();
    append_utf8(glyph->text, old_thai_letter(glyph->code));
  }
}

void use(const std::map<unsigned, std::string>& texts, const std::vector<Glyph*>& glyphs) {
  for (Glyph* glyph : glyphs) {
    if (glyph->actual_text) continue;
    const auto known = texts.find(glyph->code);
    if (known != texts.end() && !known->second.empty()) glyph->text = known->second;
  }
}

}  // namespace

FontTexts::Entry& FontTexts::entry_of(const std::shared_ptr<GfxFont>& font) {
  const Ref* reference = font->getID();
  const bool is_object = reference != nullptr && reference->num >= 0;
  Entry& entry = is_object ? by_reference_[{reference->num, reference->gen}] : by_address_[font.get()];
  if (!entry.font) entry.font = font;
  return entry;
}

void FontTexts::open(Entry& entry, XRef* xref) {
  if (entry.opened) return;
  entry.opened = true;
  Ref embedded;
  if (entry.font->getType() == fontType3 || !entry.font->getEmbeddedFontID(&embedded)) return;
  auto bytes = entry.font->readEmbFontFile(xref);
  if (!bytes || bytes->empty()) return;
  if (!entry.font->isCIDFont()) {
    auto& font = static_cast<Gfx8BitFont&>(*entry.font);
    const auto type_face = FoFiTrueType::make(bytes->data(), static_cast<int>(bytes->size()));
    if (type_face) {
      int* map = font.getCodeToGIDMap(type_face.get());
      if (map != nullptr) entry.glyph_of_byte.assign(map, map + 256);
      gfree(map);
    }
  }
  entry.embedded = std::make_unique<EmbeddedFont>(std::move(*bytes));
  if (!entry.embedded->is_open()) {
    entry.embedded.reset();
    return;
  }
  if (!entry.font->isCIDFont() && entry.glyph_of_byte.empty()) {
    const auto& font = static_cast<const Gfx8BitFont&>(*entry.font);
    for (int byte = 0; byte < 256; ++byte)
      entry.glyph_of_byte.push_back(entry.embedded->glyph_of_name(font.getCharName(byte)));
  }
}

int FontTexts::glyph_of(const Entry& entry, unsigned code) {
  if (!entry.embedded) return -1;
  if (!entry.font->isCIDFont()) return code < entry.glyph_of_byte.size() ? entry.glyph_of_byte[code] : -1;
  const auto& font = static_cast<const GfxCIDFont&>(*entry.font);
  if (font.getCIDToGID() != nullptr) return code < font.getCIDToGIDLen() ? font.getCIDToGID()[code] : -1;
  return entry.embedded->glyph_of_cid(code);
}

std::map<unsigned, std::string> FontTexts::texts_by(Source source, const Entry& entry,
                                                    const std::map<unsigned, std::string>& stated,
                                                    GlyphTexts& known) {
  std::vector<int> wanted;
  if (source == Source::font && entry.embedded) known = entry.embedded->own_texts();
  for (const auto& [code, text] : stated) {
    const int glyph = glyph_of(entry, code);
    if (glyph <= 0) continue;
    wanted.push_back(glyph);
    const std::u32string letters = to_utf32(text);
    const bool is_blank = std::all_of(letters.begin(), letters.end(), is_space);
    if (source == Source::stated && !letters.empty() && !is_blank) known[glyph] = letters;
    if (source == Source::bytes && old_thai_letter(code) != 0 && code_says_letter(code))
      known[glyph] = std::u32string(1, old_thai_letter(code));
  }
  if (entry.embedded) {
    // What the file says comes first, then what the font says of glyphs that the file leaves out.
    if (source != Source::looks)
      for (const auto& [glyph, text] : entry.embedded->own_texts()) known.emplace(glyph, text);
    const ShapeReader looks(*entry.embedded, entry.used.size() > wanted.size() ? entry.used : wanted);
    for (const int glyph : wanted)
      if (known.count(glyph) == 0)
        if (const char32_t letter = looks.read(glyph)) known.emplace(glyph, std::u32string(1, letter));
    entry.embedded->complete(known, wanted);
  }
  std::map<unsigned, std::string> texts;
  for (const auto& [code, text] : stated) {
    std::string& result = texts[code];
    if (source == Source::stated && !text.empty()) {
      result = text;
      continue;
    }
    const auto found = known.find(glyph_of(entry, code));
    if (found != known.end()) result = to_utf8(found->second);
  }
  return texts;
}

void FontTexts::improve_font(Entry& entry, const std::vector<Glyph*>& glyphs, XRef* xref) {
  const bool judge = entry.letters_judged < letters_for_a_verdict ||
                     std::any_of(glyphs.begin(), glyphs.end(), [&](const Glyph* glyph) {
                       const bool in_question =
                           !glyph->actual_text && (entry.source != Source::stated || is_unknown(glyph));
                       return in_question && entry.texts.count(glyph->code) == 0;
                     });
  std::map<unsigned, std::string> stated;
  if (judge)
    for (const Glyph* glyph : glyphs)
      if (!glyph->actual_text) stated.emplace(glyph->code, is_unknown(glyph) ? std::string() : glyph->text);
  if (judge && entry.source != Source::stated) {  // the verdict stands; only letters are new
    for (auto& [code, text] : texts_by(entry.source, entry, stated, entry.known)) entry.texts[code] = text;
  } else if (judge) {
    const bool complete = !has_unknown(stated);
    double best = score(glyphs, stated);
    if (!complete || best < reads_well) {
      open(entry, xref);
      std::map<unsigned, std::string> texts = texts_by(Source::stated, entry, stated, entry.known);
      best = score(glyphs, texts);
      Source source = Source::stated;
      for (const Source other : {Source::font, Source::bytes, Source::looks}) {
        if (best >= reads_well && !has_unknown(texts)) break;
        if (other == Source::bytes && entry.font->isCIDFont()) continue;
        if (other != Source::bytes && !entry.embedded) continue;
        if (other == Source::looks && best >= reads_well)
          continue;  // single letters were asked about already
        GlyphTexts known;
        std::map<unsigned, std::string> others = texts_by(other, entry, stated, known);
        const double its = score(glyphs, others);
        if (its <= best + clearly_better) continue;
        best = its;
        texts = std::move(others);
        entry.known = std::move(known);
        source = other;
      }
      entry.source = source;
      for (auto& [code, text] : texts)
        if (source != Source::stated || stated[code].empty()) entry.texts[code] = std::move(text);
    }
    entry.letters_judged += glyphs.size();
  }
  if (entry.source != Source::stated)
    for (Glyph* glyph : glyphs)
      if (!glyph->actual_text) glyph->text = unknown;
  use(entry.texts, glyphs);
}

/// A glyph that its own font does not explain may look like one of another: bold and regular, or a font that
/// the producer cut in two.
void FontTexts::ask_other_fonts(Entry& entry, const std::vector<Glyph*>& glyphs) const {
  std::set<unsigned> asked;
  for (const Glyph* glyph : glyphs) {
    if (!is_unknown(glyph) || !asked.insert(glyph->code).second) continue;
    const int number = glyph_of(entry, glyph->code);
    if (number <= 0) continue;
    for (const auto& [reference, other] : by_reference_) {
      if (&other == &entry || !other.embedded || other.known.empty()) continue;
      const std::u32string text = entry.embedded->text_alike(number, *other.embedded, other.known);
      if (text.empty()) continue;
      entry.texts[glyph->code] = to_utf8(text);
      break;
    }
  }
  use(entry.texts, glyphs);
}

void FontTexts::check(Entry& entry, const std::vector<const Glyph*>& glyphs, XRef* xref) {
  open(entry, xref);
  if (!entry.embedded) return;
  for (const Glyph* glyph : glyphs)
    if (const int number = glyph_of(entry, glyph->code); number > 0) entry.used.push_back(number);
  const ShapeReader looks(*entry.embedded, entry.used);
  for (const Glyph* glyph : glyphs) {
    const int number = glyph_of(entry, glyph->code);
    if (number <= 0) continue;
    const auto letter = looks.objection(number, to_utf32(repaired(glyph->text)));
    if (letter) entry.objections[glyph->code] = to_utf8(std::u32string(1, *letter));
  }
}

/// Holds what the file states of Thai letters against their looks, once a letter.
void FontTexts::check_stated(CollectedPage& page, XRef* xref) {
  constexpr std::size_t most_codes = 0x10000;
  constexpr std::size_t few_codes = 12;  // signs that the text's own font lacks, such as tick boxes
  std::vector<std::vector<const Glyph*>> unchecked(page.fonts.size());
  std::vector<Entry*> entries(page.fonts.size(), nullptr);
  for (std::size_t i = 0; i < page.fonts.size(); ++i)
    if (page.fonts[i] && symbol_font(page.content.fonts[i].name) == SymbolFont::none)
      entries[i] = &entry_of(page.fonts[i]);
  for (const Glyph& glyph : page.content.glyphs) {
    Entry* entry = entries[glyph.font];
    if (entry == nullptr || entry->source != Source::stated || glyph.actual_text || glyph.code >= most_codes)
      continue;
    if (glyph.code >= entry->checked.size()) entry->checked.resize(glyph.code + 1);
    if (entry->checked[glyph.code]) continue;
    entry->checked[glyph.code] = true;
    unchecked[glyph.font].push_back(&glyph);
  }
  for (std::size_t i = 0; i < unchecked.size(); ++i) {
    const auto& glyphs = unchecked[i];
    const bool is_worth_it =
        glyphs.size() <= few_codes || std::any_of(glyphs.begin(), glyphs.end(), states_thai);
    if (!glyphs.empty() && is_worth_it) check(*entries[i], glyphs, xref);
  }
}

void FontTexts::apply_objections(CollectedPage& page) {
  std::vector<Entry*> objecting(page.fonts.size(), nullptr);
  for (std::size_t i = 0; i < page.fonts.size(); ++i) {
    Entry* entry = page.fonts[i] ? &entry_of(page.fonts[i]) : nullptr;
    if (entry != nullptr && !entry->objections.empty()) objecting[i] = entry;
  }
  std::vector<Glyph>& glyphs = page.content.glyphs;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const Entry* entry = objecting[glyphs[i].font];
    if (entry == nullptr || glyphs[i].actual_text) continue;
    const auto objection = entry->objections.find(glyphs[i].code);
    if (objection == entry->objections.end()) continue;
    // LibreOffice states the two marks of a letter in the wrong order, and may mend one of them only.
    const auto is_swapped = [&](std::size_t j) {
      return j < glyphs.size() && glyphs[j].actual_text && glyphs[j].text == objection->second;
    };
    if (!is_swapped(i - 1) && !is_swapped(i + 1)) glyphs[i].text = objection->second;
  }
}

/// The glyphs of each font that is still to be judged, or has letters that the file does not state; among
/// them those with ActualText, which show whether the others make sense.
std::vector<std::vector<Glyph*>> FontTexts::unsettled_glyphs(CollectedPage& page) {
  std::vector<bool> settled(page.fonts.size(), true);
  for (std::size_t i = 0; i < page.fonts.size(); ++i) {
    if (!page.fonts[i] || symbol_font(page.content.fonts[i].name) != SymbolFont::none) continue;
    const Entry& entry = entry_of(page.fonts[i]);
    settled[i] = entry.letters_judged >= letters_for_a_verdict && entry.texts.empty();
  }
  for (const Glyph& glyph : page.content.glyphs)
    if (settled[glyph.font] && is_unknown(&glyph) && page.fonts[glyph.font])
      settled[glyph.font] = symbol_font(page.content.fonts[glyph.font].name) != SymbolFont::none;
  std::vector<std::vector<Glyph*>> by_font(page.fonts.size());
  for (Glyph& glyph : page.content.glyphs)
    if (!settled[glyph.font]) by_font[glyph.font].push_back(&glyph);
  return by_font;
}

void FontTexts::improve(CollectedPage& page, XRef* xref) {
  check_stated(page, xref);
  apply_objections(page);
  std::vector<std::vector<Glyph*>> by_font = unsettled_glyphs(page);
  std::vector<std::pair<Entry*, const std::vector<Glyph*>*>> unexplained;
  for (std::size_t i = 0; i < by_font.size(); ++i) {
    if (by_font[i].empty()) continue;
    Entry& entry = entry_of(page.fonts[i]);
    improve_font(entry, by_font[i], xref);
    unexplained.emplace_back(&entry, &by_font[i]);
  }
  for (const auto& [entry, glyphs] : unexplained) {
    if (entry->embedded && std::any_of(glyphs->begin(), glyphs->end(), is_unknown))
      ask_other_fonts(*entry, *glyphs);
    if (entry->source == Source::bytes) use_code_page(*glyphs);
  }
}

}  // namespace ruamlint::pdf
