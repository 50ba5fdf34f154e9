// Latin words that are none.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/ocr/alignment.hpp"
#include "extract/ocr/line_finder.hpp"
#include "extract/ocr/line_text.hpp"

namespace ruamlint::ocr {

/// Symbols [first, last) that were read as Latin, and the columns of the page that they stand in.
struct LatinWord {
  std::size_t first = 0, last = 0;
  int from = 0, to = 0;
  bool marks_above = false;  ///< as only Thai has them: it cannot be Latin
};

/// With two languages loaded, Tesseract reads short Thai words as Latin (แบ่ง as "wus"): the words worth a
/// second look with Thai alone. Words that are digits to the digit reader are left out.
[[nodiscard]] std::vector<LatinWord> latin_words(const std::vector<PlacedSymbol>& symbols,
                                                 const SeenLine& seen, const TextLine& line,
                                                 const std::vector<Component>& components);

/// Whether the second look saw better.
[[nodiscard]] bool better_as_thai(const LatinWord& word, const std::vector<PlacedSymbol>& symbols,
                                  const std::vector<PlacedSymbol>& as_thai);

}  // namespace ruamlint::ocr
