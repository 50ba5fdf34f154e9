// Reads Office Open XML word-processing documents (ECMA-376, strict and transitional).
#pragma once

#include <string_view>

#include "document/read_result.hpp"

namespace ruamlint {

/// `bytes` is the whole package. Safety: a bounded ZIP reader, no DOCTYPE, no entities, no network (limits in
/// docx/package.hpp). A ZIP that is no DOCX comes back as ReadFault::not_a_form or other_office.
[[nodiscard]] ReadResult read_docx(std::string_view bytes);

}  // namespace ruamlint
