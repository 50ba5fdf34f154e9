#include <catch2/catch.hpp>

#include <algorithm>

#include "fixture.hpp"

using namespace ruamlint;

namespace {

OperationFact operation_in(const std::string& form) {
  Pack pack = test_pack();
  REQUIRE(parse_iso_date("2024-02-12", pack.closing_date));
  return find_facts(form_of(form), pack, {}).operation;
}

std::string start_in(const std::string& form) {
  const OperationFact operation = operation_in(form);
  if (!operation.found) return operation.plan_only ? "plan" : "none";
  const DayRange& start = operation.start;
  return iso_date(start.earliest) + (start.latest == start.earliest ? "" : ".." + iso_date(start.latest));
}

std::string months_in(const std::string& form) {
  const OperationFact operation = operation_in(form);
  return std::to_string(operation.least_months) + "-" + std::to_string(operation.most_months);
}

const std::string heading = "# ระยะเวลาดำเนินการ\n";

}  // namespace

TEST_CASE("the period's own section gives the start") {
  CHECK(start_in(heading + "1 ตุลาคม 2564 ถึงปัจจุบัน") == "2021-10-01");
  CHECK(start_in("ระยะเวลาดำเนินการ: ต.ค. 2564 - ก.ย. 2566") == "2021-10-01..2021-10-31");
  CHECK(start_in("| วันที่เริ่ม | ๑ ต.ค. ๒๕๖๔ |\n| วันที่สิ้นสุด | ๓๐ ก.ย. ๒๕๖๖ |") == "2021-10-01");
  CHECK(months_in("| วันที่เริ่ม | ๑ ต.ค. ๒๕๖๔ |\n| วันที่สิ้นสุด | ๓๐ ก.ย. ๒๕๖๖ |") == "24-24");
  CHECK(start_in("# Period of Operation\nApril 2021 to date. Run in every season of 2021, 2022 and 2023.") ==
        "2021-04-01..2021-04-30");
  CHECK(start_in(heading + "เริ่มดำเนินการตั้งแต่วันที่ 1 ตุลาคม พ.ศ. 2563 ถึงปัจจุบัน โดยดำเนินการต่อเนื่องทุกปีงบประมาณ "
                           "ตั้งแต่ปีงบประมาณ พ.ศ. 2564 เป็นต้นมา") == "2020-10-01");
  CHECK(start_in(heading + "เตรียมการ ม.ค. 2564 เริ่มดำเนินการ ต.ค. 2564 จนถึงปัจจุบัน") == "2021-10-01..2021-10-31");
}

TEST_CASE("the cases of the rules' source lead to their verdicts") {
  CHECK(start_in(heading + "กลยุทธ์สามปี 2567 - 2570") == "plan");
  CHECK(start_in("การจัดเวทีรับฟังความคิดเห็นต่อการกำหนดกลยุทธ์สามปี 2567 - 2570") != "2024-01-01..2024-12-31");
  CHECK(months_in("เริ่มใช้ครั้งแรกวันลอยกระทง ปี 2566") == "2-4");
  CHECK(months_in(heading + "เริ่มดำเนินการปี 2566") == "1-13");
  CHECK(months_in(heading + "ปีงบประมาณ 2565") == "16-28");
  CHECK(start_in(heading + "ปีงบประมาณ 2565") == "2021-10-01..2022-09-30");
}

TEST_CASE("without a section only words that say so give the start") {
  CHECK(start_in("# บทสรุป\nโครงการเริ่มดำเนินการเมื่อวันที่ 1 มิถุนายน 2565 และต่อเนื่องถึงปัจจุบัน") == "2022-06-01");
  CHECK(start_in("# Summary\nThe project was launched in June 2022.") == "2022-06-01..2022-06-30");
  CHECK(start_in("# กระบวนการ\nดำเนินการมาตั้งแต่ปี 2563") == "2020-01-01..2020-12-31");
  for (const char* text : {"# สภาพปัญหา\nในปี 2560 น้ำเริ่มเน่าเสีย และมีเรื่องร้องเรียน 48 เรื่อง",
                           "# ผลการดำเนินงาน\nปี 2564 มีผู้ป่วย 120 คน ปี 2566 มี 78 คน",
                           "# กระบวนการ\nประชุมเชิงปฏิบัติการเมื่อวันที่ 5 มกราคม 2565",
                           "# ภารกิจ\nตามพระราชบัญญัติ พ.ศ. 2546 และแผนพัฒนาจังหวัด พ.ศ. 2561 - 2565",
                           "# แบบฟอร์มสมัครรางวัล ประจำปี พ.ศ. 2567", "# วัตถุประสงค์\nเพื่อให้คลองใสภายในปี 2566"}) {
    INFO(text);
    CHECK(start_in(text) == "none");
  }
}

TEST_CASE("what has ended is counted to its end, what goes on to the closing date") {
  CHECK(months_in(heading + "1 มกราคม 2566 - 30 มิถุนายน 2566") == "6-6");
  CHECK(months_in(heading + "1 ตุลาคม 2565 - 30 กันยายน 2567") == "16-16");
  CHECK(months_in(heading + "1 มิถุนายน 2566 ถึงปัจจุบัน") == "8-8");
  CHECK(operation_in(heading + "1 มิถุนายน 2566 ถึงปัจจุบัน").ongoing);
}

TEST_CASE("a length of time is kept beside the dates") {
  const OperationFact both = operation_in(heading + "1 ตุลาคม 2563 ถึงปัจจุบัน รวมระยะเวลา 3 ปี 4 เดือน");
  REQUIRE(both.claimed);
  CHECK(both.claimed->least_months == 40);
  CHECK(both.least_months == 40);
  const OperationFact only = operation_in("# บทสรุป\nดำเนินการมาแล้วกว่า 3 ปี");
  CHECK_FALSE(only.found);
  REQUIRE(only.claimed);
  CHECK(only.claimed->least_months == 36);
  CHECK_FALSE(operation_in("# บทสรุป\nตามหลักเกณฑ์ผลงานต้องดำเนินการมาไม่น้อยกว่า 1 ปี").claimed);
}

TEST_CASE("starts that contradict each other are all kept") {
  const OperationFact operation =
      operation_in(heading + "1 ตุลาคม 2563 ถึงปัจจุบัน\n# กระบวนการ\nเริ่มดำเนินโครงการเมื่อวันที่ 1 มิถุนายน 2566");
  CHECK(operation.periods.size() == 2);
  CHECK(iso_date(operation.start.earliest) == "2020-10-01");
}

TEST_CASE("an unsure reading of a date is carried along") {
  const Document scan = FormBuilder(heading + "1 ตุลาคม 2564 ถึงปัจจุบัน", Origin::ocr, 0.4F);
  const Facts facts = find_facts(scan, test_pack(), {});
  REQUIRE_FALSE(facts.operation.evidence.empty());
  CHECK(facts.operation.evidence[0].confidence == Approx(0.4));
  CHECK(facts.operation.evidence[0].origin == Origin::ocr);
}

TEST_CASE("an end is only what the form states, wherever the closing date lies") {
  const auto end_in = [](const std::string& form) {
    const OperationFact operation = operation_in(form);
    return operation.stated_end ? iso_date(operation.stated_end->latest) : "none";
  };
  CHECK(end_in(heading + "1 ตุลาคม 2564 - 30 กันยายน 2566") == "2023-09-30");
  CHECK(end_in(heading + "1 ตุลาคม 2564 - 30 กันยายน 2567") == "2024-09-30");
  CHECK(operation_in(heading + "1 ตุลาคม 2564 - 30 กันยายน 2567").end.latest ==
        operation_in(heading + "ปี 2566").end.latest);
  CHECK(end_in(heading + "เริ่มดำเนินการปี 2566") == "none");
  CHECK(end_in(heading + "ปีงบประมาณ 2565") == "none");
  CHECK(end_in(heading + "1 ตุลาคม 2564 ถึงปัจจุบัน") == "none");
}

TEST_CASE("what was thought of or prepared is not the beginning, and of two beginnings the true one is kept") {
  CHECK(start_in(heading + "คิดกันมาตั้งแต่ปี 2562 แต่เพิ่งลงมือเมื่อเดือนสิงหาคม 2566") == "2023-08-01..2023-08-31");
  CHECK(start_in(heading + "ประชุมหารือแล้วเริ่มดำเนินการตั้งแต่ ต.ค. 2563") == "2020-10-01..2020-10-31");
  CHECK(start_in(heading + "นำร่องตั้งแต่ ม.ค. 2565 เริ่มใช้จริงเมื่อ ส.ค. 2566") == "2022-01-01..2023-08-31");
}

TEST_CASE("a start that is only rough is told from one that may be another date") {
  const OperationFact rough = operation_in(heading + "เริ่มประมาณต้นปี 2561 ถึงปัจจุบัน");
  CHECK(rough.approximate);
  CHECK_FALSE(rough.ambiguous);
  CHECK(operation_in(heading + "เริ่ม 31 มิ.ย. 2564 ถึงปัจจุบัน").ambiguous);
}

TEST_CASE("start and end in fields of their own may contradict each other") {
  for (const char* form : {"วันเริ่มต้นโครงการ: 1 ตุลาคม 2565\nวันสิ้นสุดโครงการ: 30 กันยายน 2564",
                           "| วันที่เริ่ม | 1 ต.ค. 2565 |\n| วันที่สิ้นสุด | 30 ก.ย. 2564 |",
                           "Start date: 1 May 2022\nEnd date: 30 April 2021"}) {
    INFO(form);
    const std::vector<PeriodClaim> periods = operation_in(form).periods;
    CHECK(std::any_of(periods.begin(), periods.end(),
                      [](const PeriodClaim& claim) { return claim.period.reversed; }));
  }
}

TEST_CASE("a length of time is held against the stretch beside it") {
  const OperationFact phases =
      operation_in(heading + "ระยะที่ 1 ม.ค. 2565 - มิ.ย. 2565 (6 เดือน) ระยะที่ 2 ก.ค. 2565 ถึงปัจจุบัน");
  REQUIRE(phases.durations.size() == 1);
  REQUIRE(phases.durations[0].beside);
  CHECK(phases.durations[0].beside->most == 6);
  const OperationFact before = operation_in("Duration: 5 years (October 2021 – September 2023)");
  REQUIRE(before.durations.size() == 1);
  CHECK(before.durations[0].total);
  CHECK(before.durations[0].beside->most == 24);
  const OperationFact rounds = operation_in(heading + "1 ต.ค. 2564 ถึงปัจจุบัน (อบรมรุ่นละ 3 เดือน)");
  REQUIRE(rounds.durations.size() == 1);
  CHECK_FALSE(rounds.durations[0].total);
}
