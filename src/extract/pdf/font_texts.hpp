// Judges, font by font, whether what the file states about its letters can be believed, and asks the embedded
// font where it cannot.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/pdf/embedded_font.hpp"
#include "extract/pdf/page_collector.hpp"

namespace ruamlint::pdf {

class FontTexts {
 public:
  /// Replaces the texts of glyphs that the file leaves out or states wrongly, where the embedded font knows
  /// better.
  void improve(CollectedPage& page, XRef* xref);

 private:
  /// The file's word, the font's, the old 8-bit Thai code, the glyphs' looks.
  enum class Source { stated, font, bytes, looks };

  struct Entry {
    std::shared_ptr<GfxFont> font;  ///< keeps its address from being used again
    std::unique_ptr<EmbeddedFont> embedded;
    bool opened = false;
    std::vector<int> glyph_of_byte;  ///< 8-bit fonts
    std::size_t letters_judged = 0;
    std::map<unsigned, std::string> objections;  ///< by code, what stated texts cannot be, and what they are
    std::vector<int> used;                       ///< the glyphs that were checked
    std::vector<bool> checked;  ///< by code, whether the stated text was held against the glyph's looks
    Source source = Source::stated;
    std::map<unsigned, std::string> texts;  ///< by code, what replaces the stated text
    GlyphTexts known;                       ///< what its glyphs were found to stand for
  };

  void check_stated(CollectedPage& page, XRef* xref);
  void apply_objections(CollectedPage& page);
  static void check(Entry& entry, const std::vector<const Glyph*>& glyphs, XRef* xref);
  [[nodiscard]] std::vector<std::vector<Glyph*>> unsettled_glyphs(CollectedPage& page);
  Entry& entry_of(const std::shared_ptr<GfxFont>& font);
  static void open(Entry& entry, XRef* xref);
  static int glyph_of(const Entry& entry, unsigned code);
  static std::map<unsigned, std::string> texts_by(Source source, const Entry& entry,
                                                  const std::map<unsigned, std::string>& stated,
                                                  GlyphTexts& known);
  void ask_other_fonts(Entry& entry, const std::vector<Glyph*>& glyphs) const;
  static void improve_font(Entry& entry, const std::vector<Glyph*>& glyphs, XRef* xref);

  std::map<std::pair<int, int>, Entry> by_reference_;
  std::map<const void*, Entry> by_address_;
};

}  // namespace ruamlint::pdf
