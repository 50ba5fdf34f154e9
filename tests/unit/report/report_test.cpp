#include "report/report.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "fixture.hpp"

using namespace ruamlint;
using Catch::Contains;
using nlohmann::json;

TEST_CASE("the text report tells what to do, and where", "[report]") {
  const Pack pack = small_pack();
  const std::string report = text_report(small_run(pack), {Language::th, false, false});
  CHECK_THAT(report, Catch::StartsWith("แบบ 1.pdf: ต้องแก้ไข\n"));
  CHECK_THAT(report, Contains("\n  ประเภทรางวัล: เปิดใจ\n"));
  CHECK_THAT(report, Contains("\n  ระยะเวลาดำเนินการ: เริ่ม ตุลาคม 2566 ดำเนินการต่อเนื่องถึงปัจจุบัน "
                              "นับถึงวันปิดรับสมัครได้ 3 เดือน ถึง 4 เดือน\n"));
  CHECK_THAT(report, Contains("\n  วันปิดรับสมัครที่ใช้: 12 กุมภาพันธ์ 2567 (วันสมมติ"));
  CHECK_THAT(report, Contains("\nสิ่งที่ต้องทำ ตามลำดับหัวข้อในแบบ (ต้องแก้ไข 1 ข้อ, ควรแก้ไข 1 ข้อ, โปรดตรวจดู 1 ข้อ)\n"));
  CHECK_THAT(report, Contains("\n    ต้องแก้ไข [OPR-1] ดำเนินการได้ 4 เดือน"));
  CHECK_THAT(report, Contains("\n      หลักฐาน: หน้า 2 หัวข้อ “สภาพปัญหา”: “เริ่มตุลาคม 2566”\n"
                              "      ควรทำอย่างไร: วิธีแก้ของ OPR-1\n      เหตุผล: เหตุผลของ OPR-1\n"
                              "      ที่มา: คำถามข้อ 3 และ 14"));
  CHECK_THAT(report, Contains("\nผ่าน 1 ข้อ\n  SEC-1  ชื่อกฎ SEC-1\n"));
  CHECK_THAT(report, Contains("\nไม่เกี่ยวกับผลงานนี้: LVL-6\n"));
  CHECK_THAT(report, Contains("ขยะตกค้าง: จาก 40 เป็น 60.1 แบบระบุว่า “เพิ่มขึ้นร้อยละ 33” "
                              "คำนวณได้ว่าเพิ่มขึ้นร้อยละ 50.25 (ไม่ตรงกับที่ระบุ)"));
  CHECK_THAT(report, Contains("หน้า 3: อ่านข้อความจากภาพ (หน้านี้เป็นภาพ)"));
  CHECK_THAT(report, Contains("\nbroken.pdf: อ่านไม่ได้: ไฟล์ถูกเข้ารหัส"));
  CHECK_THAT(report, Contains("\nตรวจทั้งหมด 2 ไฟล์ (ต้องแก้ไข 1, อ่านไม่ได้ 1)\n"));
  CHECK(report.find('\x1b') == std::string::npos);
  CHECK(report.find('{') == std::string::npos);
}

TEST_CASE("what to do stands in the form's order, whatever its gravity", "[report]") {
  Pack pack = small_pack();
  pack.sections.push_back({"results", {"ผลลัพธ์", "Results"}, {}, {}, {}, {}, Severity::error, 0, ""});
  Run run = small_run(pack);
  DocumentReport& form = run.documents[0];
  form.facts.sections.push_back({"results", false, "", {}, false, SectionFact::Content::filled, 0});
  for (Finding& finding : form.findings) {
    finding.evidence.resize(1);
    finding.evidence[0].section = finding.rule == "OPR-1" ? "results" : "problem";
  }
  const std::string report = text_report(run, {Language::th, false, false});
  const auto at = [&](const char* text) { return report.find(text); };
  CHECK(at("\n  สภาพปัญหา\n") < at("[STAT-2]"));
  CHECK(at("[STAT-2]") < at("\n  ผลลัพธ์ (ไม่พบหัวข้อนี้ในแบบ)\n"));
  CHECK(at("\n  ผลลัพธ์ (ไม่พบหัวข้อนี้ในแบบ)\n") < at("[OPR-1]"));
  CHECK(at("[OPR-1]") != std::string::npos);

  form.findings.clear();
  CHECK_THAT(text_report(run, {Language::en, false, false}), Contains("\nNothing to mend or to look at\n"));
}

TEST_CASE("work is told to end only where the form states an end", "[report]") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  OperationFact& operation = run.documents[0].facts.operation;
  operation.ongoing = false;
  const auto said = [&] { return text_report(run, {Language::th, false, false}); };
  CHECK_THAT(said(), Contains("เริ่ม ตุลาคม 2566 ไม่ได้ระบุวันสิ้นสุด นับถึงวันปิดรับสมัครได้"));
  operation.stated_end = {day(2024, 9, 30), day(2024, 9, 30)};
  CHECK_THAT(said(), Contains("กำหนดสิ้นสุด 30 กันยายน 2567 ยังดำเนินการอยู่ในวันปิดรับสมัคร"));
  operation.stated_end = operation.end = {day(2024, 1, 31), day(2024, 1, 31)};
  CHECK_THAT(said(), Contains("เริ่ม ตุลาคม 2566 สิ้นสุด 31 มกราคม 2567"));
}

TEST_CASE("the English report has no Thai of its own", "[report]") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  run.closing_date_assumed = false;
  const std::string report = text_report(run, {Language::en, false, false});
  CHECK_THAT(report, Contains(": must be fixed\n"));
  CHECK_THAT(report, Contains("Closing date used: 12 February 2024\n"));
  CHECK_THAT(report, Contains("ran for 4 months by 12 February 2024"));
  CHECK_THAT(report, Contains("recomputed: a rise of 50.25 per cent (does not agree)"));
}

TEST_CASE("quiet is one line a document", "[report]") {
  const Pack pack = small_pack();
  const std::string report = text_report(small_run(pack), {Language::en, false, true});
  CHECK(std::count(report.begin(), report.end(), '\n') == 2);
  CHECK_THAT(report,
             Catch::StartsWith("แบบ 1.pdf: must be fixed (OPR-1, STAT-2)\nbroken.pdf: could not be read: "));
}

TEST_CASE("colour only where asked for", "[report]") {
  const Pack pack = small_pack();
  CHECK_THAT(text_report(small_run(pack), {Language::en, true, true}),
             Contains("\x1b[1;31mmust be fixed\x1b[0m"));
}

TEST_CASE("what a form says cannot command a terminal", "[report]") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  run.documents[0].path = "a\x1b]0;x.pdf";
  run.documents[0].findings[0].evidence[0].quote = "\x1b[2J ลบจอ";
  run.documents[0].facts.comparisons[0].measure = "\x1b[2J";
  run.documents[0].notes = {{Note::Kind::hidden_text, 0, "\x1b[2J"}};
  CHECK(text_report(run, {Language::th, false, false}).find('\x1b') == std::string::npos);
}

TEST_CASE("the JSON report has the shape that docs/report.schema.json promises", "[report]") {
  const Pack pack = small_pack();
  const std::string text = json_report(small_run(pack), Language::en);
  CHECK(text.back() == '\n');
  CHECK(text == json_report(small_run(pack), Language::en));
  const json report = json::parse(text);
  CHECK(report["schema_version"] == 1);
  CHECK(report["tool"]["name"] == "ruamlint");
  CHECK(report["tool"]["version"] == "1.2.3");
  CHECK(report["tool"]["pack"] == "award-2567");
  CHECK(report["tool"]["closing_date"] == "2024-02-12");
  CHECK(report["summary"] ==
        json({{"documents", 2}, {"pass", 0}, {"fail", 1}, {"ask", 0}, {"could_not_check", 1}}));

  const json& form = report["documents"][0];
  CHECK(form["path"] == "แบบ 1.pdf");
  CHECK(form["category"] == "open");
  CHECK(form["status"] == "checked");
  CHECK(form["reason"].is_null());
  CHECK(form["result"] == "fail");
  CHECK(form["facts"]["sections"][0]["heading"] == "1. สภาพปัญหา");
  CHECK(form["facts"]["sections"][0]["place"]["section"] == "problem");
  CHECK(form["facts"]["levels"]["stated"] == json({"inform", "consult"}));
  CHECK(form["facts"]["levels"]["borne_out"] == "consult");
  CHECK(form["facts"]["operation"]["start"] == json({"2023-10-01", "2023-10-31"}));
  CHECK(form["facts"]["operation"]["months"] == json({3, 4}));
  const json& comparison = form["facts"]["comparisons"][0];
  CHECK(comparison["before"].is_number_integer());
  CHECK(comparison["recomputed"].dump() == "50.25");
  CHECK(comparison["after"].dump() == "60.1");
  CHECK(comparison["claim_kind"] == "percent");
  CHECK(comparison["verdict"] == "inconsistent");
  const json& finding = form["findings"][0];
  CHECK(finding["rule"] == "OPR-1");
  CHECK(finding["result"] == "fail");
  CHECK(finding["severity"] == "error");
  CHECK(finding["message"] == "ran for 4 months by 12 February 2024");
  CHECK(finding["evidence"][0]["place"] ==
        json({{"page", 2}, {"box", {72, 100.5, 300, 116}}, {"section", "problem"}}));
  CHECK(finding["evidence"][0]["origin"] == "text_layer");
  CHECK(finding["source"] == "Q3, Q14");
  CHECK(finding["help"] == "remedy of OPR-1");
  CHECK(finding["fingerprint"] == "00000000000000a1");

  const json& broken = report["documents"][1];
  CHECK(broken["status"] == "could_not_check");
  CHECK(broken["result"] == "could_not_check");
  CHECK(broken["reason"]["fault"] == "encrypted");
  CHECK(broken["facts"].is_null());
  CHECK(broken["findings"].empty());
}

TEST_CASE("a path that is no UTF-8 does not break the JSON", "[report]") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  run.documents[0].path = "\xFF.pdf";
  CHECK(json::parse(json_report(run, Language::th))["documents"][0]["path"] == "\uFFFD.pdf");
}

TEST_CASE("a rule explains itself", "[report]") {
  const Pack pack = small_pack();
  const std::string page = explain_rule(pack, pack.rules[0], Language::th);
  CHECK_THAT(page, Catch::StartsWith("OPR-1  ชื่อกฎ OPR-1\n"));
  CHECK_THAT(page, Contains("ใช้กับประเภท: เปิดใจ\n"));
  CHECK_THAT(page, Contains("ต้องแก้ไข: “เริ่ม 1 มกราคม 2567”"));
  CHECK_THAT(explain_rule(pack, pack.rules[1], Language::en), Contains("Applies to: all categories\n"));
}
