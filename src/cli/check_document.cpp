#include "cli/check_document.hpp"

#include <filesystem>
#include <utility>

#include "rules/check.hpp"

namespace ruamlint {

DocumentReport check_document(const std::string& path, WorkerReply reply, const Pack& pack,
                              const FactOptions& options) {
  DocumentReport report;
  report.path = path;
  report.sha256 = std::move(reply.sha256);
  if (auto* error = std::get_if<ReadError>(&reply.result)) {
    report.error = std::move(*error);
    report.result = Result::could_not_check;
    return report;
  }
  auto& document = std::get<Document>(reply.result);
  report.format = document.format;
  report.pages = static_cast<int>(document.pages.size());
  report.facts = find_facts(document, pack, options);
  report.findings = check_facts(report.facts, pack, pack.closing_date);
  report.result = overall_result(report.findings);
  report.notes = std::move(document.notes);
  return report;
}

void apply_waivers(DocumentReport& report, WaiverDesk& waivers) {
  if (report.error) return;
  waivers.apply(std::filesystem::path(report.path).filename().string(), report.findings);
  report.result = overall_result(report.findings);
}

}  // namespace ruamlint
