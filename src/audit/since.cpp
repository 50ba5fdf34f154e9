#include "audit/since.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "audit/store.hpp"

namespace ruamlint {
namespace {

/// Better ones are less.
using Rank = std::array<std::ptrdiff_t, 4>;

Rank rank_of(const AuditRecord& record) {
  constexpr std::array results = {"pass", "ask", "fail", "could_not_check"};
  const auto* result = std::find(results.begin(), results.end(), record.result);
  const auto count = [&](const char* standing) {
    return std::count_if(record.rules.begin(), record.rules.end(),
                         [&](const auto& rule) { return rule.second == standing; });
  };
  const bool unread = !record.fault.empty();
  return {unread ? 4 : result - results.begin(), count("must_fix"), count("should_fix"), count("look")};
}

}  // namespace

EarlierAudit::EarlierAudit(const std::filesystem::path& path) {
  const Store store(path, Store::Access::read);
  for (const AuditedFile& file : store.files()) {
    auto record = store.find(file.key);
    forms_[name_as_seen(file.name)] =
        record ? *std::move(record) : record_of(ReadError{ReadFault::not_found, ""});
  }
}

void EarlierAudit::compare(std::vector<AuditRow>& rows) const {
  std::set<std::string> here;
  for (AuditRow& row : rows) {
    if (row.status == "missing" || row.status == "not_read") continue;
    const auto earlier = forms_.find(name_as_seen(row.name));
    here.insert(name_as_seen(row.name));
    if (earlier == forms_.end()) {
      row.since = "new";
      continue;
    }
    const Rank before = rank_of(earlier->second), now = rank_of(row.record);
    row.since = now < before ? "mended" : before < now ? "worse" : "same";
  }
  for (const auto& [name, record] : forms_) {
    if (here.contains(name)) continue;
    AuditRow row;
    row.status = row.since = "gone";
    row.name = name;
    row.record = record;
    rows.push_back(std::move(row));
  }
}

}  // namespace ruamlint
