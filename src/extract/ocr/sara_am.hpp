// Sara am behind a tone mark.
#pragma once

#include <vector>

#include "extract/ocr/alignment.hpp"
#include "extract/ocr/line_finder.hpp"
#include "extract/ocr/line_text.hpp"

namespace ruamlint::ocr {

/// Tesseract drops the ring of sara am behind a tone mark: it reads น้า (aunt) where น้ำ (water) stands. The
/// picture tells: besides the tone mark there is the ring, between the consonant and the stem.
void mend_sara_am(std::vector<PlacedSymbol>& symbols, const SeenLine& seen, const TextLine& line,
                  const std::vector<Component>& components);

}  // namespace ruamlint::ocr
