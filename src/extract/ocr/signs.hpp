// Signs that Tesseract does not know: bullets, and the per cent sign beside Thai.
#pragma once

#include <vector>

#include "extract/ocr/alignment.hpp"
#include "extract/ocr/line_text.hpp"

namespace ruamlint::ocr {

/// A dot above the baseline that begins a line and stands apart is a bullet; Tesseract takes it for a digit.
/// `seen` was made from these symbols.
void mend_bullet(std::vector<PlacedSymbol>& symbols, const SeenLine& seen);

/// Tesseract reads a per cent sign twice, as a stroke and as itself: /% is %.
void mend_percent(std::vector<PlacedSymbol>& symbols);

}  // namespace ruamlint::ocr
