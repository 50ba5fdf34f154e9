// The annotations' dictionaries, each with an appearance of its own, so that it looks the same in all
// viewers.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "annotate/annotation.hpp"
#include "annotate/pdf/page_frame.hpp"

namespace ruamlint::pdf_copy {

struct Markup {
  std::string name;  ///< /NM, its own on its page
  std::string author;
  std::string text;  ///< UTF-8, may be empty
  Annotation::Tone tone = Annotation::Tone::look;
};

/// A page and what its coordinates are.
struct MarkedPage {
  QPDFObjectHandle page;
  PageFrame frame;
};

/// A highlight over all of `boxes` (one at least) and the window that opens at it.
[[nodiscard]] std::vector<QPDFObjectHandle> highlight(QPDF& pdf, const MarkedPage& on, const Markup& markup,
                                                      const std::vector<Box>& boxes);

/// A sign at `spot` and the window that opens at it.
[[nodiscard]] std::vector<QPDFObjectHandle> note(QPDF& pdf, const MarkedPage& on, const Markup& markup,
                                                 const Box& spot);

}  // namespace ruamlint::pdf_copy
