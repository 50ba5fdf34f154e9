#include "report/sheet.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "report/standing.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"
#include "text/csv.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

std::string said(Word what, Language language) {
  return std::string(word(what, language));
}

SheetCell text_cell(std::string_view text) {
  return {harmless(text), {}};
}
SheetCell number_cell(double value) {
  return {value, {}};
}

double count_of(const DocumentReport& document, Standing standing) {
  return static_cast<double>(
      std::count_if(document.findings.begin(), document.findings.end(),
                    [&](const Finding& finding) { return standing_of(finding) == standing; }));
}

/// Of a rule with several findings, the one that matters most.
std::optional<Standing> standing_of_rule(const DocumentReport& document, const std::string& rule) {
  std::optional<Standing> worst;
  for (const Finding& finding : document.findings)
    if (finding.rule == rule)
      worst = std::min(worst.value_or(Standing::not_applicable), standing_of(finding));
  return worst;
}

std::vector<SheetCell> form_row(const Run& run, const DocumentReport& document, Language language) {
  const OperationFact& operation = document.facts.operation;
  const bool dated = !document.error && operation.found;
  std::vector<SheetCell> row = {
      {harmless(quoted_path(document.path)), document.link},
      text_cell(said(verdict_word(document), language)),
      text_cell(document.error ? fault_text(*document.error, language) : std::string()),
      text_cell(category_name(*run.pack, document.facts.category.id, language)),
      number_cell(count_of(document, Standing::must_fix)),
      number_cell(count_of(document, Standing::should_fix)),
      number_cell(count_of(document, Standing::look)),
      dated ? number_cell(operation.least_months) : text_cell(""),
      text_cell(level_name(*run.pack, document.facts.levels.borne_out, language))};
  for (const Rule& rule : run.pack->rules) {
    const auto standing = standing_of_rule(document, rule.id);
    row.push_back(text_cell(standing ? said(word_of(*standing), language) : std::string()));
  }
  return row;
}

std::vector<SheetCell> finding_row(const Run& run, const DocumentReport& document, const Finding& finding,
                                   Language language) {
  const Rule* rule = run.pack->rule(finding.rule);
  const Evidence* evidence = finding.evidence.empty() ? nullptr : &finding.evidence.front();
  return {{harmless(quoted_path(document.path)), document.link},
          text_cell(finding.rule),
          text_cell(said(word_of(standing_of(finding)), language)),
          text_cell(message_text(*run.pack, finding, language)),
          text_cell(evidence == nullptr ? "" : place_text(*run.pack, *evidence, language)),
          text_cell(evidence == nullptr ? "" : quoted_cut(evidence->quote)),
          text_cell(rule == nullptr ? "" : in(rule->remedy, language)),
          text_cell(finding.fingerprint)};
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string clean;
  for (const char c : folded_spaces(valid_utf8(text)))
    if (static_cast<unsigned char>(c) >= 0x20) clean += c;
  return without_formula(std::move(clean));
}

Sheet forms_sheet(const Run& run, Language language) {
  const bool th = language == Language::th;
  Sheet sheet{th ? "แบบสมัคร" : "Forms", {}, {}};
  if (th) {
    sheet.head = {"ไฟล์",
                  "ผล",
                  "เหตุที่อ่านไม่ได้",
                  "ประเภทรางวัล",
                  "ต้องแก้ไข (ข้อ)",
                  "ควรแก้ไข (ข้อ)",
                  "โปรดตรวจดู (ข้อ)",
                  "ดำเนินการมาแล้ว (เดือน)",
                  "ระดับสูงสุดที่มีกิจกรรมรองรับ"};
  } else {
    sheet.head = {"File",       "Verdict",     "Why it was not read", "Category",       "Must fix",
                  "Should fix", "Please look", "Months of operation", "Level borne out"};
  }
  for (const Rule& rule : run.pack->rules) sheet.head.push_back(harmless(rule.id));
  for (const DocumentReport& document : run.documents)
    sheet.rows.push_back(form_row(run, document, language));
  return sheet;
}

Sheet findings_sheet(const Run& run, Language language) {
  const bool th = language == Language::th;
  Sheet sheet{th ? "ข้อที่พบ" : "Findings", {}, {}};
  if (th) {
    sheet.head = {"ไฟล์", "กฎข้อ", "ผล", "ข้อความ", "ตำแหน่ง", "ข้อความในแบบ", "ควรทำอย่างไร", "รหัสข้อที่พบ"};
  } else {
    sheet.head = {"File",       "Rule",       "Result", "Message", "Place", "Words of the form",
                  "What to do", "Fingerprint"};
  }
  for (const DocumentReport& document : run.documents)
    for (const Finding& finding : document.findings)
      if (wants_action(standing_of(finding)) || standing_of(finding) == Standing::unchecked)
        sheet.rows.push_back(finding_row(run, document, finding, language));
  return sheet;
}

}  // namespace ruamlint
