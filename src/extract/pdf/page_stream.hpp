// A page's content, unpacked at once. Poppler unpacks byte by byte through several layers for each letter of
// each operator, which costs more than anything else that it does for a page.
#pragma once

#include <optional>
#include <string>

#include "extract/pdf/poppler_headers.hpp"

namespace ruamlint::pdf {

/// The content of a page, its streams one after the other; nothing where it is packed in another way than
/// nearly all are (Flate and nothing else), damaged, or very long: Poppler then reads it by itself.
[[nodiscard]] std::optional<std::string> unpacked_content(::Page& page);

}  // namespace ruamlint::pdf
