// A form's findings in the order in which the form itself goes, so that a person can walk through both.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace ruamlint {

/// The findings about one part of a form.
struct FormPart {
  std::string section;  ///< id; empty: the form as a whole
  std::vector<const Finding*> findings;
};

/// Every finding once; the form as a whole first, then its sections as they stand in it. A section that the
/// form lacks stands where the pack has it. Parts without findings are left out. The document must outlive
/// what is returned.
[[nodiscard]] std::vector<FormPart> in_form_order(const Pack& pack, const DocumentReport& document);

}  // namespace ruamlint
