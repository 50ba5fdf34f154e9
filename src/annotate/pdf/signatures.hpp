// Whether a PDF is signed, so that a changed copy of it no longer is.
#pragma once

#include <qpdf/QPDF.hh>

namespace ruamlint::pdf_copy {

/// A signature field that somebody has signed, or rights that a signature grants (/Perms).
[[nodiscard]] bool bears_signature(QPDF& pdf);

}  // namespace ruamlint::pdf_copy
