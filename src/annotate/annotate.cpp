#include "annotate/annotate.hpp"

#include "annotate/docx/annotate_docx.hpp"
#include "annotate/pdf/annotate_pdf.hpp"

namespace ruamlint {

AnnotatedCopy annotate(std::string_view bytes, std::string_view format,
                       const std::vector<Annotation>& annotations, const AnnotateOptions& options) {
  if (format == "docx") return annotate_docx(bytes, annotations, options);
  if (format == "pdf") return annotate_pdf(bytes, annotations, options);
  return AnnotateFault::unreadable;
}

}  // namespace ruamlint
