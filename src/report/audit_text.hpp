// The report for those who check many forms of others: strict and short.
#pragma once

#include <string>

#include "report/report.hpp"

namespace ruamlint {

/// What fails, is asked or could not be checked, gravest first, each with its first evidence and its
/// fingerprint; of the rest only how many. No advice: that is for the applicant.
[[nodiscard]] std::string audit_text(const Run& run, const DocumentReport& document, Language language);

}  // namespace ruamlint
