// From the recogniser's letters to text that says where each part of it stands and how far to trust it.
#pragma once

#include <vector>

#include "document/document.hpp"
#include "extract/ocr/line_image.hpp"
#include "extract/ocr/line_reader.hpp"
#include "extract/ocr/page_image.hpp"

namespace ruamlint::ocr {

/// A letter of a line, on the page.
struct PlacedSymbol {
  std::string utf8;
  PixelBox box;  ///< in the page's pixels
  float confidence = 0;
  bool starts_word = false;
  bool sure_digit = false;  ///< an independent reader agrees; stops within a run included
};

/// Repaired text. Words are spans of their own, and so are runs of digits, which claim what ocr.hpp allows.
[[nodiscard]] Text text_of(const std::vector<PlacedSymbol>& symbols, const PageImage& page);

}  // namespace ruamlint::ocr
