// Writes notes into a copy of a DOCX, as Word comments around the words that they are about.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/annotation.hpp"

namespace ruamlint {

/// `docx` is the whole package. Safe to call from several threads at once.
[[nodiscard]] AnnotatedCopy annotate_docx(std::string_view docx, const std::vector<Annotation>& annotations,
                                          const AnnotateOptions& options);

}  // namespace ruamlint
