// Runs pages through Poppler's interpreter. What costs most there is to set up a page's fonts, and most pages
// have those of the page before; so an interpreter is kept for as long as pages come that its fonts serve.
#pragma once

#include <memory>
#include <vector>

#include "extract/pdf/page_collector.hpp"
#include "extract/pdf/poppler_headers.hpp"
#include "extract/pdf/structure.hpp"

namespace ruamlint::pdf {

class PageInterpreter {
 public:
  /// `document` must outlive it.
  explicit PageInterpreter(PDFDoc& document);
  ~PageInterpreter();
  PageInterpreter(const PageInterpreter&) = delete;
  PageInterpreter& operator=(const PageInterpreter&) = delete;

  /// What the page, turned by so many degrees, draws, form fields included. Other annotations are a
  /// reviewer's, not the form's.
  [[nodiscard]] CollectedPage collect(int number, int clockwise);

 private:
  struct Set;

  [[nodiscard]] std::unique_ptr<Set> take_set_for(::Page& page, int clockwise);

  PDFDoc& document_;
  Structure structure_;
  std::vector<std::unique_ptr<Set>> sets_;  // the last used one at the end
};

/// Form fields, to Poppler's question what to draw.
[[nodiscard]] bool is_field(const Annot& annot);

}  // namespace ruamlint::pdf
