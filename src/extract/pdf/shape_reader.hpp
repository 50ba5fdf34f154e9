// Reads the glyphs of one font by their looks alone, and objects to what a file states of them where it
// cannot be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/pdf/embedded_font.hpp"

namespace ruamlint::pdf {

class ShapeReader {
 public:
  /// `glyphs`: some that are used, which show how high the font's letters are. `font` must outlive this.
  ShapeReader(const EmbeddedFont& font, const std::vector<int>& glyphs);

  /// The letter that the glyph surely is, or a space; 0 where none is sure.
  [[nodiscard]] char32_t read(int glyph) const;

  /// What the glyph is instead of what the file states, where it cannot be that: U+FFFD where it is not
  /// known. Fonts without ActualText (rewritten files of LibreOffice) have one code for several texts, and so
  /// state a tone mark for a vowel, or a whole cluster for one of its glyphs.
  [[nodiscard]] std::optional<char32_t> objection(int glyph, const std::u32string& stated) const;

 private:
  [[nodiscard]] static std::optional<char32_t> objection_to_letter(const GlyphShape& shape, char32_t stated);

  const EmbeddedFont& font_;
  double height_;
};

}  // namespace ruamlint::pdf
