// Pages that were scanned sideways or upside down.
#pragma once

#include "extract/ocr/layout.hpp"
#include "extract/ocr/picture.hpp"

namespace ruamlint::ocr {

/// By how many quarter turns clockwise the picture must be turned to be upright: 0 to 3. Letters stand side
/// by side along a line, and most of Thai's marks stand above it. 0 where the page holds too little to tell.
[[nodiscard]] int quarter_turns_to_upright(const Layout& layout, double dpi);

/// The picture, turned clockwise.
[[nodiscard]] Picture turned(const Picture& picture, int quarter_turns);

}  // namespace ruamlint::ocr
