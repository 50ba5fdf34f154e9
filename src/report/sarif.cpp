// SARIF 2.1.0 (OASIS, 27 March 2020). A form has pages and no lines, so a result's place is a logical
// location with the quote as its snippet; faults of reading are notifications. docs/reports.md
// describes it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "document/serialise.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"
#include "rules/check.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using nlohmann::ordered_json;

/// A relative path stays one; whatever URIs keep for themselves is encoded.
std::string uri_of(const std::string& path) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@";
  constexpr char digits[] = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += {'%', digits[byte >> 4], digits[byte & 0xF]};
    }
  }
  return uri;
}

ordered_json message(const std::string& text) {
  return {{"text", valid_utf8(text)}};
}

const char* level_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

const char* kind_of(Result result) {
  switch (result) {
    case Result::fail:
      return "fail";
    case Result::ask:
      return "review";
    case Result::not_applicable:
      return "notApplicable";
    case Result::could_not_check:
      return "open";
    case Result::pass:
      break;
  }
  return "pass";
}

ordered_json rule_json(const Rule& rule, Language language) {
  return {{"id", rule.id},
          {"name", rule.check},
          {"shortDescription", message(in(rule.title, language))},
          {"fullDescription", message(in(rule.reason, language))},
          {"help", message(in(rule.remedy, language))},
          {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
          {"properties", {{"source", rule.source}}}};
}

ordered_json artifact_location(const DocumentReport& document, std::size_t index) {
  return {{"uri", uri_of(document.path)}, {"index", index}};
}

ordered_json location_json(const Run& run, const DocumentReport& document, std::size_t index,
                           const Evidence* evidence, Language language) {
  ordered_json physical = {{"artifactLocation", artifact_location(document, index)}};
  if (evidence == nullptr) return {{"physicalLocation", physical}};
  physical["region"] = {{"snippet", message(evidence->quote)}};
  const std::string place = place_text(*run.pack, *evidence, language);
  ordered_json logical = {{"fullyQualifiedName", valid_utf8(place)}, {"kind", "element"}};
  if (!evidence->section.empty()) logical["name"] = evidence->section;
  return {{"physicalLocation", physical},
          {"logicalLocations", ordered_json::array({logical})},
          {"properties",
           {{"place", to_json(evidence->place)},
            {"origin", name_of(evidence->origin)},
            {"confidence", evidence->confidence}}}};
}

int index_of_rule(const Pack& pack, const std::string& id) {
  for (std::size_t i = 0; i < pack.rules.size(); ++i)
    if (pack.rules[i].id == id) return static_cast<int>(i);
  return -1;
}

ordered_json result_json(const Run& run, std::size_t index, const Finding& finding, Language language) {
  const DocumentReport& document = run.documents[index];
  // The standard has a level for failures only.
  const char* level = finding.result == Result::fail ? level_of(finding.severity) : "none";
  ordered_json result = {{"ruleId", finding.rule},
                         {"ruleIndex", index_of_rule(*run.pack, finding.rule)},
                         {"kind", kind_of(finding.result)},
                         {"level", level},
                         {"message", message(message_text(*run.pack, finding, language))}};
  result["locations"] = ordered_json::array();
  const Evidence* first = finding.evidence.empty() ? nullptr : &finding.evidence.front();
  result["locations"].push_back(location_json(run, document, index, first, language));
  ordered_json related = ordered_json::array();  // a set, as the schema has it
  for (std::size_t i = 1; i < finding.evidence.size(); ++i) {
    ordered_json location = location_json(run, document, index, &finding.evidence[i], language);
    if (std::find(related.begin(), related.end(), location) == related.end())
      related.push_back(std::move(location));
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  if (finding.waiver) {
    result["suppressions"] =
        ordered_json::array({{{"kind", "external"},
                              {"status", "accepted"},
                              {"justification", waiver_text(*finding.waiver, language)}}});
  }
  result["partialFingerprints"] = {{"ruamlint/v1", finding.fingerprint}};
  return result;
}

ordered_json notification(const DocumentReport& document, std::size_t index, const char* id,
                          const char* level, const std::string& text) {
  return {{"descriptor", {{"id", id}}},
          {"level", level},
          {"message", message(text)},
          {"locations",
           ordered_json::array(
               {{{"physicalLocation", {{"artifactLocation", artifact_location(document, index)}}}}})}};
}

ordered_json invocation_json(const Run& run, Language language) {
  ordered_json notifications = ordered_json::array();
  bool all_read = true;
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const DocumentReport& document = run.documents[i];
    if (document.error) {
      all_read = false;
      notifications.push_back(notification(document, i, name_of(document.error->fault), "error",
                                           fault_text(*document.error, language)));
    }
    for (const Note& note : document.notes)
      notifications.push_back(
          notification(document, i, name_of(note.kind), "note", note_text(note, language)));
  }
  return {{"executionSuccessful", all_read}, {"toolExecutionNotifications", notifications}};
}

ordered_json artifact_json(const DocumentReport& document) {
  ordered_json artifact = {{"location", {{"uri", uri_of(document.path)}}}};
  if (!document.sha256.empty()) artifact["hashes"] = {{"sha-256", document.sha256}};
  return artifact;
}

ordered_json driver_json(const Run& run, Language language) {
  ordered_json driver = {{"name", "ruamlint"}, {"version", run.version}, {"rules", ordered_json::array()}};
  for (const Rule& rule : run.pack->rules) driver["rules"].push_back(rule_json(rule, language));
  driver["properties"] = {{"pack", run.pack->id},
                          {"packVersion", run.pack->version},
                          {"closingDate", iso_date(run.closing_date)}};
  return driver;
}

}  // namespace

std::string sarif_report(const Run& run, Language language) {
  ordered_json artifacts = ordered_json::array(), results = ordered_json::array();
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    artifacts.push_back(artifact_json(run.documents[i]));
    for (const Finding& finding : run.documents[i].findings)
      results.push_back(result_json(run, i, finding, language));
  }
  const ordered_json whole = {{"tool", {{"driver", driver_json(run, language)}}},
                              {"language", language == Language::th ? "th" : "en"},
                              {"columnKind", "unicodeCodePoints"},
                              {"invocations", ordered_json::array({invocation_json(run, language)})},
                              {"artifacts", artifacts},
                              {"results", results}};
  return readable_json(
      {{"$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
       {"version", "2.1.0"},
       {"runs", ordered_json::array({whole})}});
}

}  // namespace ruamlint
