// Poppler's strings as UTF-8.
#pragma once

#include <string>

#include "extract/pdf/poppler_headers.hpp"

namespace ruamlint::pdf {

/// Control characters other than tab are left out.
[[nodiscard]] std::string utf8_of(const Unicode* letters, int count);

/// A PDF text string (PDFDocEncoding or UTF-16 with a byte order mark).
[[nodiscard]] std::string text_string(const std::string& raw);
/// Empty for nullptr.
[[nodiscard]] std::string text_string(const GooString* raw);

}  // namespace ruamlint::pdf
