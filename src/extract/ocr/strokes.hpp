// What was pressed or drawn over the text: the rings of stamps, straight strokes of pens.
#pragma once

#include <vector>

#include "extract/ocr/pix.hpp"

namespace ruamlint::ocr {

/// A circle of ink, in the page's pixels.
struct Ring {
  double x = 0, y = 0, radius = 0;
};

/// Finds circles that are much larger than letters, and straight lines at any angle that are much longer, and
/// takes them off `ink`; where a letter's stroke crosses one, it stays whole. `body_height`: of the page's
/// letters. Returns the circles: a straight line has no inside.
[[nodiscard]] std::vector<Ring> take_strokes_over_text(Pix& ink, double body_height);

}  // namespace ruamlint::ocr
