// Writes a report's notes into a copy of the form itself.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/annotation.hpp"

namespace ruamlint {

/// `format` is the document's ("docx", "pdf"); others are `unreadable`. The same bytes and notes give the
/// same copy; the notes bear no time. To be called where untrusted bytes may be parsed: in a worker.
[[nodiscard]] AnnotatedCopy annotate(std::string_view bytes, std::string_view format,
                                     const std::vector<Annotation>& annotations,
                                     const AnnotateOptions& options);

}  // namespace ruamlint
