// docs/report.schema.json is the contract: fields are added, never renamed or given another meaning.
#include <nlohmann/json.hpp>

#include "document/serialise.hpp"
#include "report/facts_json.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"
#include "rules/check.hpp"

namespace ruamlint {
namespace {

using nlohmann::ordered_json;

constexpr int schema_version = 1;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json waiver_json(const Waiver& waiver) {
  return {{"reason", waiver.reason}, {"who", waiver.who}, {"until", iso_date(waiver.until)}};
}

ordered_json waivers_json(const std::vector<WaiverOutcome>& outcomes) {
  ordered_json list = ordered_json::array();
  for (const auto& [waiver, state] : outcomes) {
    ordered_json item = {{"fingerprint", waiver.fingerprint}, {"file", text_or_null(waiver.file)}};
    item.update(waiver_json(waiver));
    item["state"] = name_of(state);
    list.push_back(std::move(item));
  }
  return list;
}

ordered_json finding_json(const Pack& pack, const Finding& finding, Language language) {
  const Rule* rule = pack.rule(finding.rule);
  return {{"rule", finding.rule},
          {"result", name_of(finding.result)},
          {"severity", name_of(finding.severity)},
          {"message", message_text(pack, finding, language)},
          {"evidence", evidence_json(finding.evidence)},
          {"source", rule == nullptr ? "" : rule->source},
          {"help", rule == nullptr ? "" : in(rule->remedy, language)},
          {"fingerprint", finding.fingerprint},
          {"waiver", finding.waiver ? waiver_json(*finding.waiver) : ordered_json()}};
}

ordered_json notes_json(const std::vector<Note>& notes, Language language) {
  ordered_json list = ordered_json::array();
  for (const Note& note : notes) {
    list.push_back({{"kind", name_of(note.kind)},
                    {"page", note.page == 0 ? ordered_json() : ordered_json(note.page)},
                    {"detail", note.detail},
                    {"message", note_text(note, language)}});
  }
  return list;
}

ordered_json reason_json(const ReadError& error, Language language) {
  return {
      {"fault", name_of(error.fault)}, {"detail", error.detail}, {"message", fault_text(error, language)}};
}

ordered_json document_json(const Run& run, const DocumentReport& document, Language language) {
  ordered_json value;
  value["path"] = document.path;
  value["sha256"] = text_or_null(document.sha256);
  value["format"] = text_or_null(document.format);
  value["pages"] = document.pages;
  value["category"] = nullptr;
  value["status"] = document.error ? "could_not_check" : "checked";
  value["reason"] = nullptr;
  value["result"] = name_of(Result::could_not_check);
  value["facts"] = nullptr;
  value["findings"] = ordered_json::array();
  value["notes"] = notes_json(document.notes, language);
  if (document.error) {
    value["reason"] = reason_json(*document.error, language);
    return value;
  }
  value["category"] = text_or_null(document.facts.category.id);
  value["result"] = name_of(document.result);
  value["facts"] = facts_json(document.facts);
  for (const Finding& finding : document.findings) {
    value["findings"].push_back(finding_json(*run.pack, finding, language));
  }
  return value;
}

/// How many documents ended how; the counts of results add up to `documents`.
ordered_json summary_json(const std::vector<DocumentReport>& documents) {
  ordered_json summary = {{"documents", documents.size()}};
  for (const Result result : {Result::pass, Result::fail, Result::ask, Result::could_not_check}) {
    int count = 0;
    for (const DocumentReport& document : documents) {
      const Result its = document.error ? Result::could_not_check : document.result;
      if (its == result) ++count;
    }
    summary[name_of(result)] = count;
  }
  return summary;
}

}  // namespace

std::string json_report(const Run& run, Language language) {
  ordered_json report;
  report["schema_version"] = schema_version;
  report["tool"] = {{"name", "ruamlint"},
                    {"version", run.version},
                    {"pack", run.pack->id},
                    {"pack_version", run.pack->version},
                    {"closing_date", iso_date(run.closing_date)},
                    {"closing_date_assumed", run.closing_date_assumed},
                    {"language", language == Language::th ? "th" : "en"}};
  report["summary"] = summary_json(run.documents);
  report["documents"] = ordered_json::array();
  for (const DocumentReport& document : run.documents) {
    report["documents"].push_back(document_json(run, document, language));
  }
  report["waivers"] = waivers_json(run.waivers);
  return readable_json(report);
}

}  // namespace ruamlint
