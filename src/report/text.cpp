// The report as plain lines: no drawn tables, whose columns no terminal keeps straight under Thai marks.
#include <algorithm>
#include <string>
#include <vector>

#include "report/audit_text.hpp"
#include "report/facts_text.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint {
namespace {

enum class Ink { plain, bold, red, yellow, green };

struct Writer {
  const Run& run;
  const TextOptions& options;
  std::string out;

  [[nodiscard]] std::string say(Word what) const { return std::string(word(what, options.language)); }
  [[nodiscard]] std::string say(Word what, const Values& values) const {
    return filled(word(what, options.language), values);
  }
  [[nodiscard]] std::string inked(Ink ink, const std::string& text) const;
  void line(int indent, const std::string& text) { out += std::string(indent, ' ') + text + '\n'; }
  void labelled(int indent, Word label, const std::string& text) {
    if (!text.empty()) line(indent, say(label) + ": " + text);
  }
};

std::string Writer::inked(Ink ink, const std::string& text) const {
  if (!options.colour || ink == Ink::plain) return text;
  const char* code = ink == Ink::bold ? "1" : ink == Ink::red ? "1;31" : ink == Ink::yellow ? "1;33" : "1;32";
  return std::string("\x1b[") + code + 'm' + text + "\x1b[0m";
}

// ---- findings

/// Findings that a reader treats alike, in the order in which they are shown.
struct Group {
  Word title;
  Word severity;
  Ink ink;
  bool in_full;
  bool (*holds)(const Finding&);
};

bool failed(const Finding& finding, Severity severity) {
  return finding.result == Result::fail && finding.severity == severity && !finding.waiver;
}

const Group groups[] = {
    {Word::group_must_fix, Word::severity_error, Ink::red, true,
     [](const Finding& finding) { return failed(finding, Severity::error); }},
    {Word::group_should_fix, Word::severity_warning, Ink::yellow, true,
     [](const Finding& finding) { return failed(finding, Severity::warning); }},
    {Word::group_look, Word::severity_ask, Ink::yellow, true,
     [](const Finding& finding) { return finding.result == Result::ask && !finding.waiver; }},
    {Word::group_remarks, Word::severity_note, Ink::plain, true,
     [](const Finding& finding) { return failed(finding, Severity::note); }},
    {Word::group_unchecked, Word::group_unchecked, Ink::yellow, false,
     [](const Finding& finding) { return finding.result == Result::could_not_check; }},
    {Word::group_passed, Word::group_passed, Ink::green, false,
     [](const Finding& finding) { return finding.result == Result::pass; }},
};

std::string origin_text(const Writer& writer, const Evidence& evidence) {
  if (evidence.origin == Origin::form_field) return " (" + writer.say(Word::by_form_field) + ")";
  if (evidence.origin != Origin::ocr) return {};
  const std::string percent = number_text(static_cast<double>(evidence.confidence) * 100, 0);
  return " (" + writer.say(Word::by_ocr, {{"percent", percent}}) + ")";
}

void write_evidence(Writer& writer, const std::vector<Evidence>& evidence) {
  constexpr std::size_t most_shown = 4;
  const std::size_t shown = std::min(evidence.size(), most_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string place = place_text(*writer.run.pack, evidence[i], writer.options.language);
    std::string text = place;
    if (!evidence[i].quote.empty())
      text += (place.empty() ? "“" : ": “") + quoted_cut(evidence[i].quote) + "”";
    writer.labelled(4, Word::evidence, text + origin_text(writer, evidence[i]));
  }
  if (shown < evidence.size()) {
    writer.line(4, writer.say(Word::more_evidence, {{"n", std::to_string(evidence.size() - shown)}}));
  }
}

void write_finding(Writer& writer, const Finding& finding, const Group& group) {
  const Language language = writer.options.language;
  const std::string message = message_text(*writer.run.pack, finding, language);
  if (!group.in_full) {
    writer.line(2, finding.rule + "  " + message);
    return;
  }
  writer.line(2, writer.inked(group.ink, writer.say(group.severity)) + " [" + finding.rule + "] " + message);
  write_evidence(writer, finding.evidence);
  const Rule* rule = writer.run.pack->rule(finding.rule);
  if (rule == nullptr) return;
  writer.labelled(4, Word::reason, in(rule->reason, language));
  writer.labelled(4, Word::remedy, in(rule->remedy, language));
  writer.labelled(4, Word::source, source_text(rule->source, language));
}

void write_waived(Writer& writer, const std::vector<Finding>& findings) {
  const auto count = std::count_if(findings.begin(), findings.end(),
                                   [](const Finding& finding) { return finding.waiver.has_value(); });
  if (count == 0) return;
  writer.out += '\n';
  writer.line(0, writer.say(Word::group_waived, {{"n", std::to_string(count)}}));
  for (const Finding& finding : findings) {
    if (!finding.waiver) continue;
    writer.line(2, finding.rule + "  " + message_text(*writer.run.pack, finding, writer.options.language));
    writer.line(4, waiver_text(*finding.waiver, writer.options.language));
  }
}

void write_findings(Writer& writer, const std::vector<Finding>& findings) {
  for (const Group& group : groups) {
    const auto count = std::count_if(findings.begin(), findings.end(), group.holds);
    if (count == 0) continue;
    writer.out += '\n';
    writer.line(0, writer.inked(group.ink, writer.say(group.title, {{"n", std::to_string(count)}})));
    for (const Finding& finding : findings) {
      if (group.holds(finding)) write_finding(writer, finding, group);
    }
  }
  write_waived(writer, findings);
  std::string idle;
  for (const Finding& finding : findings) {
    if (finding.result == Result::not_applicable) idle += (idle.empty() ? "" : ", ") + finding.rule;
  }
  if (idle.empty()) return;
  writer.out += '\n';
  writer.labelled(0, Word::group_not_applicable, idle);
}

// ---- documents

struct Verdict {
  Word word;
  Ink ink;
};

Verdict verdict_of(const DocumentReport& document) {
  if (document.error) return {Word::verdict_unread, Ink::red};
  switch (document.result) {
    case Result::fail:
      return {Word::verdict_fail, Ink::red};
    case Result::ask:
      return {Word::verdict_ask, Ink::yellow};
    case Result::could_not_check:
      return {Word::verdict_partly, Ink::yellow};
    case Result::pass:
    case Result::not_applicable:
      break;
  }
  return {Word::verdict_pass, Ink::green};
}

/// Ids of the rules that failed, each once.
std::string failed_rules(const std::vector<Finding>& findings) {
  std::vector<std::string> rules;
  for (const Finding& finding : findings) {
    const bool counts = failed(finding, Severity::error) || failed(finding, Severity::warning);
    if (counts && std::find(rules.begin(), rules.end(), finding.rule) == rules.end())
      rules.push_back(finding.rule);
  }
  std::string list;
  for (const std::string& rule : rules) list += (list.empty() ? " (" : ", ") + rule;
  return list.empty() ? list : list + ")";
}

void write_head(Writer& writer, const DocumentReport& document) {
  const Language language = writer.options.language;
  const Verdict verdict = verdict_of(document);
  std::string head = writer.inked(Ink::bold, quoted_path(document.path)) + ": " +
                     writer.inked(verdict.ink, writer.say(verdict.word));
  if (document.error) head += ": " + fault_text(*document.error, language);
  if (writer.options.quiet) head += failed_rules(document.findings);
  writer.line(0, head);
}

void write_document(Writer& writer, const DocumentReport& document) {
  write_head(writer, document);
  if (document.error || writer.options.quiet) return;
  const Language language = writer.options.language;
  const Run& run = writer.run;
  if (writer.options.audience == Audience::audit) {
    writer.out += audit_text(run, document, language);
    return;
  }
  writer.labelled(2, Word::category, category_text(*run.pack, document.facts.category, language));
  writer.labelled(2, Word::operation, operation_text(document.facts.operation, language));
  const std::string closing = date_text(run.closing_date, language);
  writer.labelled(
      2, Word::closing_date,
      run.closing_date_assumed ? writer.say(Word::closing_date_assumed, {{"date", closing}}) : closing);
  write_findings(writer, document.findings);
  writer.out += facts_text(*run.pack, document.facts, language);
  if (!document.notes.empty()) {
    writer.out += '\n';
    writer.line(0, writer.say(Word::notes));
    for (const Note& note : document.notes) writer.line(2, note_text(note, language));
  }
}

void write_summary(Writer& writer) {
  const Word verdicts[] = {Word::verdict_pass, Word::verdict_fail, Word::verdict_ask, Word::verdict_partly,
                           Word::verdict_unread};
  const auto& documents = writer.run.documents;
  std::string counts;
  for (const Word verdict : verdicts) {
    const auto count = std::count_if(documents.begin(), documents.end(), [&](const DocumentReport& document) {
      return verdict_of(document).word == verdict;
    });
    if (count == 0) continue;
    counts += (counts.empty() ? " (" : ", ") +
              writer.say(Word::count, {{"what", writer.say(verdict)}, {"n", std::to_string(count)}});
  }
  if (!counts.empty()) counts += ")";
  writer.line(0, writer.say(Word::summary, {{"n", std::to_string(documents.size())}}) + counts);
  const Pack& pack = *writer.run.pack;
  writer.labelled(0, Word::pack,
                  pack.id + " " + pack.version + " " + in(pack.title, writer.options.language));
}

/// Those of files that were not checked are no matter of this run.
void write_idle_waivers(Writer& writer) {
  using State = WaiverOutcome::State;
  std::string lines;
  for (const auto& [waiver, state] : writer.run.waivers) {
    if (state == State::used || state == State::not_met) continue;
    const Word why = state == State::expired    ? Word::waiver_expired
                     : state == State::too_wide ? Word::waiver_too_wide
                                                : Word::waiver_unused;
    const std::string until = date_text(waiver.until, writer.options.language);
    lines += "  " + waiver.fingerprint + "  " + quoted_cut(waiver.reason) + ": " +
             writer.say(why, {{"until", until}}) + '\n';
  }
  if (!lines.empty()) writer.out += writer.say(Word::waivers_idle) + '\n' + lines;
}

}  // namespace

std::string text_report(const Run& run, const TextOptions& options) {
  Writer writer{run, options, {}};
  for (const DocumentReport& document : run.documents) {
    write_document(writer, document);
    if (!options.quiet) writer.out += '\n';
  }
  if (!options.quiet) {
    write_summary(writer);
    write_idle_waivers(writer);
  }
  return writer.out;
}

}  // namespace ruamlint
