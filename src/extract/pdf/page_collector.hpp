// Runs a page through Poppler's interpreter and keeps what it draws.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/pdf/poppler_adapter.hpp"
#include "extract/pdf/poppler_headers.hpp"

namespace ruamlint::pdf {

struct CollectedPage {
  PageContent content;
  std::vector<std::shared_ptr<GfxFont>> fonts;  ///< by the index that glyphs have
};

[[nodiscard]] CollectedPage collect_page(PDFDoc& document, int number);

/// Form fields are drawn; other annotations are a reviewer's, not the form's.
[[nodiscard]] bool draws_annotation(Annot* annot, void* user_data);

/// A PDF text string (PDFDocEncoding or UTF-16 with a byte order mark) as UTF-8.
[[nodiscard]] std::string text_string(const std::string& raw);
[[nodiscard]] std::string text_string(const GooString* raw);

}  // namespace ruamlint::pdf
