// The audit as CSV and as a workbook.
#include <algorithm>
#include <map>

#include "overview/overview.hpp"
#include "overview/verdict.hpp"
#include "report/sheet.hpp"
#include "report/standing.hpp"
#include "report/wording.hpp"
#include "report/workbook.hpp"
#include "text/csv.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using overview::agency_of;
using overview::reason_of;
using overview::verdict_of;

bool has_form(const AuditRow& row) {
  return row.status != "missing" && row.status != "not_read";
}

std::string standing_under(const AuditRow& row, const std::string& rule) {
  const auto standing = row.record.rules.find(rule);
  return standing == row.record.rules.end() ? std::string() : standing->second;
}

std::string standing_word(const std::string& standing, Language language) {
  for (const Standing one : all_standings)
    if (standing == name_of(one)) return std::string(word(word_of(one), language));
  return {};
}

std::string change_word(const std::string& since, Language language) {
  for (const overview::Verdict& change : overview::changes)
    if (change.id == since) return change.in(language);
  return {};
}

double count_of(const AuditRow& row, Standing standing) {
  return static_cast<double>(
      std::count_if(row.record.rules.begin(), row.record.rules.end(),
                    [&](const auto& rule) { return rule.second == name_of(standing); }));
}

std::string page_of(const AuditRow& row) {
  return row.form.empty() ? std::string() : "forms/" + row.form + ".html";
}

SheetCell text_cell(std::string_view text) {
  return {harmless(text), {}};
}

std::vector<std::string> forms_head(const AuditOverview& audit) {
  const bool th = audit.language == Language::th;
  std::vector<std::string> head =
      th ? std::vector<std::string>{"ไฟล์",           "ผล",
                                    "รหัส",           "หน่วยงาน",
                                    "ต้นสังกัด",        "ประเภทรางวัล",
                                    "อยู่ในทะเบียน",    "เหตุที่อ่านไม่ได้",
                                    "ซ้ำกับ",          "เทียบครั้งก่อน",
                                    "อาจซ้ำกับ (แบบ)", "ต้องแก้ไข (ข้อ)",
                                    "ควรแก้ไข (ข้อ)",  "โปรดตรวจดู (ข้อ)"}
         : std::vector<std::string>{"File",       "Verdict",    "Id",       "Agency",
                                    "Parent",     "Category",   "Expected", "Why it was not read",
                                    "Same as",    "Since",      "Alike",    "Must fix",
                                    "Should fix", "Please look"};
  for (const Rule& rule : audit.pack.rules) head.push_back(harmless(rule.id));
  return head;
}

std::vector<SheetCell> form_cells(const AuditOverview& audit, const AuditRow& row) {
  const Language language = audit.language;
  const bool th = language == Language::th;
  std::vector<SheetCell> cells = {
      {harmless(quoted_path(row.name)), page_of(row)},
      text_cell(verdict_of(row).in(language)),
      text_cell(row.submission.id),
      text_cell(agency_of(row)),
      text_cell(row.submission.parent),
      text_cell(category_name(audit.pack, row.record.category, language)),
      text_cell(row.expected ? (th ? "ใช่" : "yes") : (th ? "ไม่ใช่" : "no")),
      text_cell(reason_of(row, language)),
      text_cell(quoted_path(row.same_as)),
      text_cell(change_word(row.since, language)),
      row.alike > 0 ? SheetCell{static_cast<double>(row.alike), {}} : text_cell(""),
      {count_of(row, Standing::must_fix), {}},
      {count_of(row, Standing::should_fix), {}},
      {count_of(row, Standing::look), {}}};
  for (const Rule& rule : audit.pack.rules)
    cells.push_back(text_cell(standing_word(standing_under(row, rule.id), language)));
  return cells;
}

void add_forms(Workbook& workbook, const AuditOverview& audit) {
  std::size_t at = 0;
  workbook.add(audit.language == Language::th ? "แบบสมัคร" : "Forms", forms_head(audit),
               [&](std::vector<SheetCell>& cells) {
                 if (at == audit.rows.size()) return false;
                 cells = form_cells(audit, audit.rows[at++]);
                 return true;
               });
}

void add_findings(Workbook& workbook, const AuditOverview& audit,
                  const std::function<std::vector<RecordedFinding>(const AuditRow& row)>& findings_of) {
  const bool th = audit.language == Language::th;
  const std::vector<std::string> head =
      th ? std::vector<std::string>{"ไฟล์",    "หน่วยงาน", "กฎข้อ",        "ผล",
                                    "ข้อความ", "ตำแหน่ง",  "ข้อความในแบบ", "รหัสข้อที่พบ"}
         : std::vector<std::string>{
               "File", "Agency", "Rule", "Result", "Message", "Place", "Words of the form", "Fingerprint"};
  std::size_t at = 0, next = 0;
  std::vector<RecordedFinding> findings;
  workbook.add(th ? "ข้อที่พบ" : "Findings", head, [&](std::vector<SheetCell>& cells) {
    while (next == findings.size()) {
      if (at == audit.rows.size()) return false;
      const AuditRow& row = audit.rows[at++];
      findings = row.status == "checked" ? findings_of(row) : std::vector<RecordedFinding>();
      next = 0;
    }
    const AuditRow& row = audit.rows[at - 1];
    const RecordedFinding& finding = findings[next++];
    cells = {{harmless(quoted_path(row.name)), page_of(row)},
             text_cell(agency_of(row)),
             text_cell(finding.rule),
             text_cell(standing_word(finding.standing, audit.language)),
             text_cell(finding.message),
             text_cell(finding.place),
             text_cell(finding.quote),
             text_cell(finding.fingerprint)};
    return true;
  });
}

void add_rules(Workbook& workbook, const AuditOverview& audit) {
  const bool th = audit.language == Language::th;
  Sheet sheet{th ? "กฎ" : "Rules", {th ? "กฎข้อ" : "Rule", th ? "ชื่อกฎ" : "Title"}, {}};
  for (const Standing standing : all_standings)
    sheet.head.emplace_back(word(word_of(standing), audit.language));
  sheet.head.emplace_back(th ? "ข้อความที่พบบ่อย" : "Most usual message");
  for (const Rule& rule : audit.pack.rules) {
    std::vector<SheetCell> cells = {text_cell(rule.id), text_cell(in(rule.title, audit.language))};
    for (const Standing standing : all_standings) {
      const auto forms = std::count_if(audit.rows.begin(), audit.rows.end(), [&](const AuditRow& row) {
        return row.status == "checked" && standing_under(row, rule.id) == name_of(standing);
      });
      cells.push_back({static_cast<double>(forms), {}});
    }
    const auto usual = std::find_if(audit.usual.begin(), audit.usual.end(),
                                    [&](const CommonFinding& one) { return one.rule == rule.id; });
    cells.push_back(text_cell(usual == audit.usual.end() ? std::string() : usual->message));
    sheet.rows.push_back(std::move(cells));
  }
  workbook.add(sheet);
}

}  // namespace

std::string overview_csv(const AuditOverview& audit) {
  std::vector<std::string> head = {
      "id",      "agency", "parent", "expected_category", "file",   "expected", "status", "result", "reason",
      "same_as", "since",  "alike",  "category",          "format", "pages",    "report"};
  for (const Rule& rule : audit.pack.rules) head.push_back(rule.id);
  std::string csv = std::string(byte_order_mark) + csv_line(head);
  for (const AuditRow& row : audit.rows) {
    const AuditRecord& record = row.record;
    std::vector<std::string> fields = {row.submission.id,
                                       row.submission.agency,
                                       row.submission.parent,
                                       row.submission.category,
                                       valid_utf8(row.name),
                                       row.expected ? "yes" : "no",
                                       row.status,
                                       has_form(row) ? record.result : "",
                                       reason_of(row, audit.language),
                                       valid_utf8(row.same_as),
                                       row.since,
                                       row.alike > 0 ? std::to_string(row.alike) : "",
                                       record.category,
                                       record.format,
                                       record.pages > 0 ? std::to_string(record.pages) : "",
                                       page_of(row)};
    for (const Rule& rule : audit.pack.rules) fields.push_back(standing_under(row, rule.id));
    std::transform(fields.begin(), fields.end(), fields.begin(), without_formula);
    csv += csv_line(fields);
  }
  return csv;
}

std::string overview_xlsx(
    const AuditOverview& audit,
    const std::function<std::vector<RecordedFinding>(const AuditRow& row)>& findings_of) {
  Workbook workbook(audit.pack.closing_date, Workbook::Memory::row);
  add_forms(workbook, audit);
  add_rules(workbook, audit);
  add_findings(workbook, audit, findings_of);
  return workbook.finish();
}

}  // namespace ruamlint
