#include "report/audit_text.hpp"

#include <algorithm>
#include <vector>

#include "report/facts_text.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint {
namespace {

struct Line {
  int rank;  ///< gravest first
  Word label;
};

Line line_of(const Finding& finding) {
  if (finding.waiver) return {5, Word::waived};
  switch (finding.result) {
    case Result::fail:
      if (finding.severity == Severity::error) return {0, Word::severity_error};
      if (finding.severity == Severity::warning) return {1, Word::severity_warning};
      return {4, Word::severity_note};
    case Result::ask:
      return {2, Word::severity_ask};
    case Result::could_not_check:
      return {3, Word::unchecked};
    case Result::pass:
    case Result::not_applicable:
      break;
  }
  return {-1, Word::none};
}

std::string evidence_text(const Pack& pack, const Evidence& evidence, Language language) {
  const std::string place = place_text(pack, evidence, language);
  if (evidence.quote.empty()) return place;
  return place + (place.empty() ? "“" : ": “") + quoted_cut(evidence.quote) + "”";
}

std::string finding_text(const Pack& pack, const Finding& finding, Language language) {
  const std::string indent = "    ";
  std::string text = "  " + std::string(word(line_of(finding).label, language)) + " [" + finding.rule + "] " +
                     message_text(pack, finding, language) + "\n";
  if (finding.waiver) return text + indent + waiver_text(*finding.waiver, language) + "\n";
  if (!finding.evidence.empty())
    text += indent + evidence_text(pack, finding.evidence.front(), language) + "\n";
  return text + indent + filled(word(Word::fingerprint, language), {{"fingerprint", finding.fingerprint}}) +
         "\n";
}

std::string count_text(const std::vector<Finding>& findings, Result result, Word what, Language language) {
  const auto count = std::count_if(findings.begin(), findings.end(),
                                   [result](const Finding& finding) { return finding.result == result; });
  return filled(word(Word::count, language),
                {{"what", std::string(word(what, language))}, {"n", std::to_string(count)}});
}

}  // namespace

std::string audit_text(const Run& run, const DocumentReport& document, Language language) {
  std::string text = "  " + category_text(*run.pack, document.facts.category, language) + "; " +
                     operation_text(document.facts.operation, language) + "\n";
  std::vector<const Finding*> shown;
  for (const Finding& finding : document.findings)
    if (line_of(finding).rank >= 0) shown.push_back(&finding);
  std::stable_sort(shown.begin(), shown.end(),
                   [](const Finding* a, const Finding* b) { return line_of(*a).rank < line_of(*b).rank; });
  for (const Finding* finding : shown) text += finding_text(*run.pack, *finding, language);
  text += "  " + count_text(document.findings, Result::pass, Word::verdict_pass, language) + ", " +
          count_text(document.findings, Result::not_applicable, Word::group_not_applicable, language) + "\n";
  for (const Note& note : document.notes) text += "  " + note_text(note, language) + "\n";
  return text;
}

}  // namespace ruamlint
