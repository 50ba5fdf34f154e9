// Cuts one line of text out of the page, clean of its neighbours and in the size that the recogniser likes.
#pragma once

#include <vector>

#include "extract/ocr/components.hpp"
#include "extract/ocr/line_finder.hpp"
#include "extract/ocr/page_image.hpp"

namespace ruamlint::ocr {

struct LineImage {
  PixPtr gray;               ///< 8 bit, dark on white, white all around; null where nothing could be cut
  double scale = 1;          ///< pixels of this picture a pixel of the page
  double left = 0, top = 0;  ///< of this picture on the page, in the page's pixels
  double stroke = 0;         ///< mean width of the strokes in body heights: bold is wider

  /// A box of this picture, on the page.
  [[nodiscard]] PixelBox on_page(const PixelBox& box) const;
};

[[nodiscard]] LineImage cut_line(const PageImage& page, const Components& components, const TextLine& line);

}  // namespace ruamlint::ocr
