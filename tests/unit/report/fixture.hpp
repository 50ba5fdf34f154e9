// A small invented pack and run.
#pragma once

#include "report/report.hpp"

inline ruamlint::Day day(int year, unsigned month, unsigned of_month) {
  return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month);
}

inline ruamlint::Rule rule(const std::string& id, ruamlint::Severity severity, const std::string& source) {
  ruamlint::Rule rule;
  rule.id = id;
  rule.check = "some.check";
  rule.severity = severity;
  rule.source = source;
  rule.title = {"ชื่อกฎ " + id, "title of " + id};
  rule.reason = {"เหตุผลของ " + id, "reason of " + id};
  rule.remedy = {"วิธีแก้ของ " + id, "remedy of " + id};
  return rule;
}

inline ruamlint::Pack small_pack() {
  using namespace ruamlint;
  Pack pack;
  pack.id = "award-2567";
  pack.version = "3";
  pack.title = {"รางวัลทดสอบ", "Test award"};
  pack.closing_date = day(2024, 2, 12);
  pack.categories = {{"open", {"เปิดใจ", "Open"}, {}, {}, "", ""},
                     {"effective", {"สัมฤทธิ์ผล", "Effective"}, {}, {}, "", ""}};
  pack.levels = {{"inform", {"ให้ข้อมูลข่าวสาร", "Inform"}, {}, {}, {}, {}},
                 {"consult", {"รับฟังความคิดเห็น", "Consult"}, {}, {}, {}, {}},
                 {"collaborate", {"สร้างความร่วมมือ", "Collaborate"}, {}, {}, {}, {}}};
  pack.sections = {{"problem", {"สภาพปัญหา", "Problem"}, {}, {}, {}, {}, Severity::error, 0, ""}};
  Rule period = rule("OPR-1", Severity::error, "Q3, Q14");
  period.categories = {"open"};
  period.messages = {{"short", {"ดำเนินการได้ {months} นับถึง {closing}", "ran for {months} by {closing}"}}};
  period.excerpts = {{"เริ่ม 1 มกราคม 2567", "", "fail"}};
  pack.rules = {period, rule("STAT-2", Severity::warning, "Q5"), rule("LVL-6", Severity::note, "assumed"),
                rule("SEC-1", Severity::error, "Q1")};
  return pack;
}

inline ruamlint::Argument months(int n) {
  return {"months", ruamlint::Argument::Kind::months, {}, static_cast<double>(n), 0, {}};
}

inline ruamlint::Evidence evidence(const std::string& quote) {
  ruamlint::Evidence evidence;
  evidence.quote = quote;
  evidence.place.page = 2;
  evidence.place.box = {72, 100.5, 300, 116};
  evidence.section = "problem";
  return evidence;
}

/// One form that fails in several ways, and one that could not be read.
inline ruamlint::Run small_run(const ruamlint::Pack& pack) {
  using namespace ruamlint;
  DocumentReport form;
  form.path = "แบบ 1.pdf";
  form.sha256 = std::string(64, 'a');
  form.format = "pdf";
  form.pages = 3;
  form.result = Result::fail;
  form.facts.category.id = "open";
  form.facts.sections = {
      {"problem", true, "1. สภาพปัญหา", evidence("1. สภาพปัญหา"), false, SectionFact::Content::filled, 120}};
  form.facts.levels.stated = {"inform", "consult"};
  form.facts.levels.borne_out = "consult";
  form.facts.levels.mentions = {
      {LevelMention::Kind::stated, "inform", "", "Imform", evidence("ระดับ Imform")}};
  OperationFact& operation = form.facts.operation;
  operation.found = true;
  operation.start = {day(2023, 10, 1), day(2023, 10, 31)};
  operation.end = {day(2024, 2, 12), day(2024, 2, 12)};
  operation.ongoing = true;
  operation.least_months = 3;
  operation.most_months = 4;
  Comparison waste;
  waste.measure = "ขยะตกค้าง";
  waste.before.value = 40;
  waste.after.value = 60.1;
  waste.before_text = "40";
  waste.after_text = "60.1";
  waste.unit = "ตัน";
  waste.claim_kind = Comparison::ClaimKind::percent;
  waste.claimed.value = 33;
  waste.claimed_text = "เพิ่มขึ้นร้อยละ 33";
  waste.recomputed = 50.25000000000001;
  waste.verdict = Comparison::Verdict::inconsistent;
  form.facts.comparisons = {waste};
  Argument closing{"closing", Argument::Kind::date, {}, 0, 0, day(2024, 2, 12)};
  form.findings = {
      {"OPR-1",
       Result::fail,
       Severity::error,
       "short",
       {months(4), closing},
       {evidence("เริ่มตุลาคม 2566")},
       "00000000000000a1"},
      {"STAT-2", Result::fail, Severity::warning, "", {}, {}, "00000000000000a2"},
      {"STAT-2", Result::ask, Severity::warning, "", {}, {evidence("จาก 40 เป็น 60.1")}, "00000000000000a3"},
      {"LVL-6", Result::not_applicable, Severity::note, "", {}, {}, "00000000000000a4"},
      {"SEC-1", Result::pass, Severity::error, "", {}, {evidence("1. สภาพปัญหา")}, "00000000000000a5"}};
  form.notes = {{Note::Kind::page_by_ocr, 3, "picture"}};

  DocumentReport broken;
  broken.path = "broken.pdf";
  broken.sha256 = std::string(64, 'b');
  broken.error = ReadError{ReadFault::encrypted, ""};
  broken.result = Result::could_not_check;
  return {"1.2.3", &pack, pack.closing_date, true, {form, broken}};
}
