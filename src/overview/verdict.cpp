#include "overview/verdict.hpp"

#include <algorithm>
#include <filesystem>

#include "text/utf8.hpp"

namespace ruamlint::overview {

const Verdict& verdict_of(const AuditRow& row) {
  std::string_view id = row.status;
  if (row.status == "could_not_check") id = "unread";
  if (row.status == "checked") id = row.record.result == "could_not_check" ? "partly" : row.record.result;
  const auto* found =
      std::find_if(verdicts.begin(), verdicts.end(), [&](const Verdict& one) { return one.id == id; });
  return found == verdicts.end() ? verdicts[3] : *found;
}

std::string reason_of(const AuditRow& row, Language language) {
  if (row.record.fault.empty()) return {};
  return fault_text(error_of(row.record), language);
}

std::string agency_of(const AuditRow& row) {
  if (!row.submission.agency.empty()) return valid_utf8(row.submission.agency);
  const std::filesystem::path folder = std::filesystem::path(row.name).parent_path();
  return folder.empty() ? std::string() : valid_utf8(folder.begin()->string());
}

}  // namespace ruamlint::overview
