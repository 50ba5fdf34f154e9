// What a whole audit amounts to: a page, and tables over all its forms.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "audit/row.hpp"
#include "audit/store.hpp"
#include "pack/pack.hpp"
#include "report/report.hpp"

namespace ruamlint {

struct AuditOverview {
  const Pack& pack;
  std::string version;  ///< the program's
  Language language = Language::th;
  const std::vector<AuditRow>& rows;
  std::vector<CommonFinding> usual{};  ///< of each rule, its most usual message
};

/// One row a submission, one column a rule; UTF-8 with a byte order mark. Columns and values are names that
/// programs can rely on.
[[nodiscard]] std::string overview_csv(const AuditOverview& audit);

/// The same in the reader's words, with two more sheets: the findings of all forms, and how the forms stand
/// under each rule. `findings_of`: of a form, by its row. Throws std::runtime_error where it cannot be made.
[[nodiscard]] std::string overview_xlsx(
    const AuditOverview& audit,
    const std::function<std::vector<RecordedFinding>(const AuditRow& row)>& findings_of);

/// One page of HTML in both languages that needs nothing from elsewhere: counts, rules, categories, agencies
/// and forms, to be searched, filtered and sorted by whoever reads it. Made for ten thousand forms.
[[nodiscard]] std::string overview_page(const AuditOverview& audit);

}  // namespace ruamlint
