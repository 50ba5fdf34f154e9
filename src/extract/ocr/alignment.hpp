// Sets the glyphs that stand in a line against the letters that Tesseract read there. Tesseract's own boxes
// are sound to about a letter's width only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/ocr/digit_reader.hpp"
#include "extract/ocr/glyphs.hpp"
#include "extract/ocr/line_text.hpp"

namespace ruamlint::ocr {

struct SeenGlyph {
  Glyph glyph;
  std::optional<DigitReading> reading;  ///< of what has the size and place of a digit
  bool marked = false;                  ///< a digit with a mark, which digits do not have: a stray one

  [[nodiscard]] bool digit() const;
  [[nodiscard]] bool stop() const;  ///< small and on the baseline: a full stop or comma
};

/// A letter with its marks, as Tesseract read it: symbols [first, last).
struct Unit {
  std::size_t first = 0, last = 0;
  double x = 0;  ///< middle
  char32_t letter = 0;
};

inline constexpr std::size_t unmatched = static_cast<std::size_t>(-1);

struct SeenLine {
  std::vector<SeenGlyph> glyphs;
  std::vector<Unit> units;
  std::vector<std::size_t> unit_of;  ///< for each glyph the unit that it was read as, or `unmatched`
};

[[nodiscard]] SeenLine look_at(const TextLine& line, const std::vector<Component>& components,
                               const PageImage& page, const std::vector<PlacedSymbol>& symbols);

[[nodiscard]] char32_t first_letter(const std::string& text);
/// . , : - /
[[nodiscard]] bool is_stop(char32_t c);

}  // namespace ruamlint::ocr
