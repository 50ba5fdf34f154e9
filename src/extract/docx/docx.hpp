// Reads Office Open XML word-processing documents (ECMA-376, strict and transitional).
#pragma once

#include <functional>
#include <string_view>

#include "document/read_result.hpp"
#include "extract/ocr/ocr.hpp"

namespace ruamlint {

struct DocxOptions {
  /// Called with the bytes of each picture file in the package that is large enough to hold text (PNG, JPEG,
  /// TIFF, and what else people paste, EMF and WMF too: `failed` says that it cannot be read). What comes
  /// back is put where the picture stands, cells included. Unset, or failed: the picture is noted as not
  /// read.
  std::function<RecognisedPage(std::string_view picture_file)> recognise;
};

/// `bytes` is the whole package. Safety: a bounded ZIP reader, no DOCTYPE, no entities, no network (limits in
/// docx/limits.hpp). A ZIP that is no DOCX comes back as ReadFault::not_a_form or other_office. Macro files
/// (.docm) and templates (.dotx, .dotm) are read, and noted.
[[nodiscard]] ReadResult read_docx(std::string_view bytes, const DocxOptions& options = {});

}  // namespace ruamlint
