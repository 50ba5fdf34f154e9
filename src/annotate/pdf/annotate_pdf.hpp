// Writes notes into a copy of a PDF: highlights over the words, a note that opens at each.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/annotation.hpp"

namespace ruamlint {

/// `pdf` is the whole file. Safe to call from several threads at once.
[[nodiscard]] AnnotatedCopy annotate_pdf(std::string_view pdf, const std::vector<Annotation>& annotations,
                                         const AnnotateOptions& options);

}  // namespace ruamlint
