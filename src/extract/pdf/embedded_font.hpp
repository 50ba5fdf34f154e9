// A font file as a PDF embeds it, and what it still knows about its glyphs where the PDF says nothing or
// nonsense.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extract/pdf/glyph_shape.hpp"

namespace ruamlint::pdf {

/// What glyphs stand for, by glyph number.
using GlyphTexts = std::map<int, std::u32string>;

class EmbeddedFont {
 public:
  explicit EmbeddedFont(std::vector<unsigned char> bytes);
  ~EmbeddedFont();
  EmbeddedFont(const EmbeddedFont&) = delete;
  EmbeddedFont& operator=(const EmbeddedFont&) = delete;

  [[nodiscard]] bool is_open() const;
  /// -1 where there is none.
  [[nodiscard]] int glyph_of_name(const char* name) const;
  [[nodiscard]] int glyph_of_cid(unsigned cid) const;

  /// Whether it draws nothing and only moves on.
  [[nodiscard]] bool is_blank(int glyph) const;
  /// The usual height of those that stand on the baseline, in units of the font; a guess where there are
  /// none.
  [[nodiscard]] double usual_height(const std::vector<int>& glyphs) const;
  /// `consonant_height` is what usual_height() says. Nothing for a glyph that draws nothing.
  [[nodiscard]] std::optional<GlyphShape> shape(int glyph, double consonant_height) const;

  /// By the character map and the glyphs' names.
  [[nodiscard]] const GlyphTexts& own_texts() const;
  /// Adds to `texts` what follows from them: for `wanted` glyphs by their looks (an alternate is much the
  /// same drawing, moved), for all by the font's substitutions.
  void complete(GlyphTexts& texts, const std::vector<int>& wanted) const;
  /// The text of the glyph of `other` that looks most like `glyph`; empty where none clearly does.
  [[nodiscard]] std::u32string text_alike(int glyph, const EmbeddedFont& other,
                                          const GlyphTexts& texts) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ruamlint::pdf
