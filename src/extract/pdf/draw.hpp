// Pages of a PDF as pictures, for a reader's eyes.
#pragma once

#include <string_view>
#include <vector>

#include "extract/ocr/picture.hpp"

namespace ruamlint {

/// The pages named (from 1), in their order; an empty picture for a page that cannot be drawn, or is too
/// large. Empty where the bytes cannot be opened.
[[nodiscard]] std::vector<Picture> draw_pdf_pages(std::string_view bytes, const std::vector<int>& pages,
                                                  double dpi);

}  // namespace ruamlint
