#include "cli/audit_judge.hpp"

#include "audit/packed.hpp"
#include "cli/check_document.hpp"
#include "cli/session.hpp"
#include "likeness/sketch.hpp"
#include "report/naming.hpp"
#include "report/standing.hpp"
#include "report/wording.hpp"
#include "rules/check.hpp"

namespace ruamlint {
namespace {

std::map<std::string, std::string> standings_of(const std::vector<Finding>& findings) {
  std::map<std::string, Standing> gravest;
  for (const Finding& finding : findings) {
    const auto [known, is_first] = gravest.emplace(finding.rule, standing_of(finding));
    if (!is_first) known->second = std::min(known->second, standing_of(finding));
  }
  std::map<std::string, std::string> names;
  for (const auto& [rule, standing] : gravest) names[rule] = name_of(standing);
  return names;
}

std::vector<RecordedFinding> recorded(const Pack& pack, const std::vector<Finding>& findings,
                                      Language language) {
  std::vector<RecordedFinding> list;
  for (const Finding& finding : findings) {
    const Standing standing = standing_of(finding);
    if (standing == Standing::passed || standing == Standing::not_applicable) continue;
    const Evidence* evidence = finding.evidence.empty() ? nullptr : &finding.evidence.front();
    list.push_back({finding.rule, name_of(standing), message_text(pack, finding, language),
                    evidence == nullptr ? "" : place_text(pack, *evidence, language),
                    evidence == nullptr ? "" : quoted_cut(evidence->quote), finding.fingerprint});
  }
  return list;
}

}  // namespace

FormRecord Judge::operator()(const std::string& name, const std::string& category, WorkerReply reply) const {
  FormRecord record;
  if (const auto* read = std::get_if<Document>(&reply.result)) {
    const std::string text = plain_text(*read);
    record.sketch = sketch_of(text);
    record.text = packed(text);
  }
  const FactOptions options{pack.category(category) == nullptr ? std::string() : category};
  Run run{program_version(), &pack, pack.closing_date, pack.closing_date_assumed, {}};
  run.documents.push_back(check_document(name, std::move(reply), pack, options));
  DocumentReport& document = run.documents.front();
  WaiverDesk desk(waivers, pack.closing_date);
  apply_waivers(document, desk);
  if (document.error) record.line = record_of(*document.error);
  record.line.sha256 = document.sha256;
  record.line.format = document.format;
  record.line.pages = document.pages;
  record.line.category = document.facts.category.id;
  record.line.result = name_of(document.result);
  record.line.rules = standings_of(document.findings);
  record.findings = recorded(pack, document.findings, language);
  document.path = path_to_come;
  record.json = packed(json_report(run, language));
  record.html = packed(html_report(run, language));
  return record;
}

}  // namespace ruamlint
