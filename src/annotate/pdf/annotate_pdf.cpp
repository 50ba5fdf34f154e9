#include "annotate/pdf/annotate_pdf.hpp"

namespace ruamlint {

AnnotatedCopy annotate_pdf(std::string_view, const std::vector<Annotation>&, const AnnotateOptions&) {
  return AnnotateFault::unreadable;
}

}  // namespace ruamlint
