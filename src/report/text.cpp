// The report as plain lines: no drawn tables, whose columns no terminal keeps straight under Thai marks.
#include <algorithm>
#include <string>
#include <vector>

#include "report/audit_text.hpp"
#include "report/facts_text.hpp"
#include "report/form_order.hpp"
#include "report/report.hpp"
#include "report/standing.hpp"
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

Ink ink_of(Standing standing) {
  switch (standing) {
    case Standing::must_fix:
      return Ink::red;
    case Standing::should_fix:
    case Standing::look:
    case Standing::unchecked:
      return Ink::yellow;
    case Standing::passed:
      return Ink::green;
    default:
      return Ink::plain;
  }
}

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
    writer.labelled(6, Word::evidence, text + origin_text(writer, evidence[i]));
  }
  if (shown < evidence.size()) {
    writer.line(6, writer.say(Word::more_evidence, {{"n", std::to_string(evidence.size() - shown)}}));
  }
}

void write_in_full(Writer& writer, const Finding& finding) {
  const Language language = writer.options.language;
  const Standing standing = standing_of(finding);
  writer.line(4, writer.inked(ink_of(standing), writer.say(word_of(standing))) + " [" + finding.rule + "] " +
                     message_text(*writer.run.pack, finding, language));
  write_evidence(writer, finding.evidence);
  const Rule* rule = writer.run.pack->rule(finding.rule);
  if (rule == nullptr) return;
  writer.labelled(6, Word::remedy, in(rule->remedy, language));
  writer.labelled(6, Word::reason, in(rule->reason, language));
  writer.labelled(6, Word::source, source_text(rule->source, language));
}

/// "ต้องแก้ไข 2 ข้อ, โปรดตรวจดู 1 ข้อ"; empty where nothing is to be done.
std::string to_do_counts(const Writer& writer, const std::vector<Finding>& findings) {
  std::string counts;
  for (const Standing standing : all_standings) {
    if (!wants_action(standing)) continue;
    const auto count = std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
      return standing_of(finding) == standing;
    });
    if (count == 0) continue;
    counts += (counts.empty() ? "" : ", ") +
              writer.say(Word::count_points,
                         {{"what", writer.inked(ink_of(standing), writer.say(word_of(standing)))},
                          {"n", std::to_string(count)}});
  }
  return counts;
}

void write_part_title(Writer& writer, const DocumentReport& document, const FormPart& part) {
  const std::string title = part_title(*writer.run.pack, part, writer.options.language);
  writer.out += '\n';
  writer.line(2, writer.inked(Ink::bold, title) +
                     (is_absent(document, part) ? " (" + writer.say(Word::section_absent) + ")" : ""));
}

/// What is still to be done, as one walks through the form.
void write_to_do(Writer& writer, const DocumentReport& document, const std::vector<FormPart>& parts) {
  const std::string counts = to_do_counts(writer, document.findings);
  writer.out += '\n';
  writer.line(
      0, counts.empty() ? writer.say(Word::nothing_to_do) : writer.say(Word::to_do, {{"counts", counts}}));
  for (const FormPart& part : parts) {
    bool begun = false;
    for (const Finding* finding : part.findings) {
      if (!wants_action(standing_of(*finding))) continue;
      if (!begun) write_part_title(writer, document, part);
      begun = true;
      write_in_full(writer, *finding);
    }
  }
}

/// Findings that nothing is to be done about, a line each.
void write_briefly(Writer& writer, const std::vector<FormPart>& parts, Standing wanted, Word title) {
  std::string lines;
  int count = 0;
  for (const FormPart& part : parts) {
    for (const Finding* finding : part.findings) {
      if (standing_of(*finding) != wanted) continue;
      ++count;
      lines += "  " + finding->rule + "  " +
               message_text(*writer.run.pack, *finding, writer.options.language) + '\n';
      if (finding->waiver) lines += "    " + waiver_text(*finding->waiver, writer.options.language) + '\n';
    }
  }
  if (count == 0) return;
  writer.out += '\n';
  writer.line(0, writer.inked(ink_of(wanted), writer.say(title, {{"n", std::to_string(count)}})));
  writer.out += lines;
}

void write_findings(Writer& writer, const DocumentReport& document) {
  const std::vector<FormPart> parts = in_form_order(*writer.run.pack, document);
  write_to_do(writer, document, parts);
  write_briefly(writer, parts, Standing::unchecked, Word::group_unchecked);
  write_briefly(writer, parts, Standing::passed, Word::group_passed);
  write_briefly(writer, parts, Standing::waived, Word::group_waived);
  std::string idle;
  for (const Finding& finding : document.findings)
    if (finding.result == Result::not_applicable) idle += (idle.empty() ? "" : ", ") + finding.rule;
  if (idle.empty()) return;
  writer.out += '\n';
  writer.labelled(0, Word::group_not_applicable, idle);
}

// ---- documents

Ink ink_of(Word verdict) {
  if (verdict == Word::verdict_pass) return Ink::green;
  return verdict == Word::verdict_fail || verdict == Word::verdict_unread ? Ink::red : Ink::yellow;
}

/// Ids of the rules that failed, each once.
std::string failed_rules(const std::vector<Finding>& findings) {
  std::vector<std::string> rules;
  for (const Finding& finding : findings) {
    const bool counts = standing_of(finding) <= Standing::should_fix;
    if (counts && std::find(rules.begin(), rules.end(), finding.rule) == rules.end())
      rules.push_back(finding.rule);
  }
  std::string list;
  for (const std::string& rule : rules) list += (list.empty() ? " (" : ", ") + rule;
  return list.empty() ? list : list + ")";
}

void write_head(Writer& writer, const DocumentReport& document) {
  const Language language = writer.options.language;
  const Word verdict = verdict_word(document);
  std::string head = writer.inked(Ink::bold, quoted_path(document.path)) + ": " +
                     writer.inked(ink_of(verdict), writer.say(verdict));
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
  write_findings(writer, document);
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
      return verdict_word(document) == verdict;
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
