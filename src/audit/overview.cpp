#include "audit/overview.hpp"

#include <algorithm>

#include "text/csv.hpp"
#include "text/utf8.hpp"

namespace ruamlint {

std::string overview_csv(const std::vector<OverviewRow>& rows, const std::vector<std::string>& rules) {
  std::vector<std::string> head = {"id",     "agency", "parent", "expected_category", "file",     "expected",
                                   "status", "result", "reason", "same_as",           "category", "format",
                                   "pages",  "report"};
  head.insert(head.end(), rules.begin(), rules.end());
  std::string csv = std::string(byte_order_mark) + csv_line(head);
  for (const OverviewRow& row : rows) {
    const AuditRecord& record = row.record;
    const bool missing = row.status == "missing";
    std::vector<std::string> fields = {row.submission.id,
                                       row.submission.agency,
                                       row.submission.parent,
                                       row.submission.category,
                                       valid_utf8(missing ? row.submission.file : row.name),
                                       row.expected ? "yes" : "no",
                                       row.status,
                                       missing ? "" : record.result,
                                       row.reason,
                                       valid_utf8(row.same_as),
                                       record.category,
                                       record.format,
                                       record.pages > 0 ? std::to_string(record.pages) : "",
                                       row.report};
    for (const std::string& rule : rules) {
      const auto result = record.rules.find(rule);
      fields.push_back(result == record.rules.end() ? "" : result->second);
    }
    std::transform(fields.begin(), fields.end(), fields.begin(), without_formula);
    csv += csv_line(fields);
  }
  return csv;
}

}  // namespace ruamlint
