// Prepares a page picture for reading: even light, a fixed resolution, no skew, ink apart from paper.
#pragma once

#include <optional>
#include <vector>

#include "document/document.hpp"
#include "extract/ocr/pix.hpp"
#include "extract/ocr/strokes.hpp"

namespace ruamlint::ocr {

/// A prepared page. All later stages count in its pixels; `to_points` leads back to the picture as it came.
struct PageImage {
  PixPtr gray;              ///< 8 bit, paper near white
  PixPtr ink;               ///< 1 bit, 1 is ink
  PixPtr taken;             ///< 1 bit: ink that is no text and was taken off the two above; null before that
  std::vector<Ring> rings;  ///< of stamps, taken off: what stands inside may be the stamp's words
  double dpi = 300;         ///< of the prepared page
  double skew_degrees = 0;  ///< by which the content was turned clockwise in the picture
  double original_dpi = 300;
  int original_width = 0, original_height = 0;
  int quarter_turns = 0;  ///< clockwise, by which the picture as it came was turned before all this

  /// The box, in points, around the same spot of the original picture, its skew included.
  [[nodiscard]] Box to_points(const PixelBox& box) const;
  /// The x in points of one spot.
  [[nodiscard]] double x_points(double x, double y) const;
};

/// Empty where the picture has no pixels, or more than can be worked on.
[[nodiscard]] std::optional<PageImage> prepare(const Picture& picture);

}  // namespace ruamlint::ocr
