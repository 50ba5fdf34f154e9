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

/// Whether the part is a section that the form has no heading for.
[[nodiscard]] bool is_absent(const DocumentReport& document, const FormPart& part);
/// The section's title, or "ภาพรวมของแบบ" / "The form as a whole".
[[nodiscard]] std::string part_title(const Pack& pack, const FormPart& part, Language language);

}  // namespace ruamlint
