// Sets what the digit reader sees against what Tesseract read.
#pragma once

#include <vector>

#include "extract/ocr/alignment.hpp"
#include "extract/ocr/line_text.hpp"

namespace ruamlint::ocr {

/// Puts the digit reader's digits where it is certain of a run of them, whatever Tesseract made of it, and
/// marks as sure what may be called so. `seen` was made from these symbols.
void check_digits(std::vector<PlacedSymbol>& symbols, const SeenLine& seen, const TextLine& line,
                  const PageImage& page);

}  // namespace ruamlint::ocr
