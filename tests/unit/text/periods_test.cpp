#include <catch2/catch.hpp>

#include "text/dates.hpp"

using namespace ruamlint;

namespace {

Day today() {
  Day day;
  CHECK(parse_iso_date("2024-02-12", day));
  return day;
}

std::string shown(const DayRange& range) {
  std::string text = iso_date(range.earliest);
  if (range.latest != range.earliest) {
    text.append("..").append(iso_date(range.latest));
  }
  return text;
}

/// "start > finish", open ends empty, with + for ongoing, ! for reversed and p for a plan.
std::string periods_in(const std::string& text) {
  std::string result;
  for (const PeriodMention& period : find_periods(text, today())) {
    result += result.empty() ? "" : " | ";
    result += (period.has_start ? shown(period.start) : "") + " > " +
              (period.has_finish ? shown(period.finish) : "");
    result +=
        std::string(period.ongoing ? "+" : "") + (period.reversed ? "!" : "") + (period.plan ? "p" : "");
  }
  return result;
}

std::string quoted(const std::string& text) {
  const auto periods = find_periods(text, today());
  return periods.empty() ? "-" : text.substr(periods[0].begin, periods[0].end - periods[0].begin);
}

const std::string year_2021 = "2021-01-01..2021-12-31";
const std::string year_2022 = "2022-01-01..2022-12-31";
const std::string year_2023 = "2023-01-01..2023-12-31";
const std::string now = "2024-02-12+";

}  // namespace

TEST_CASE("two dates with a joint are a period") {
  const std::string whole = "2021-10-01 > 2023-09-30";
  for (const char* text :
       {"1 ตุลาคม 2564 ถึง 30 กันยายน 2566", "ตั้งแต่วันที่ 1 ตุลาคม 2564 จนถึงวันที่ 30 กันยายน 2566",
        "๑ ต.ค. ๖๔ – ๓๐ ก.ย. ๖๖", "ระหว่างวันที่ 1 ตุลาคม 2564 และ 30 กันยายน 2566",
        "ระหว่าง 1 ต.ค. 2564 ถึง 30 ก.ย. 2566", "เริ่มวันที่ 1 ตุลาคม 2564 และสิ้นสุดวันที่ 30 กันยายน 2566",
        "เริ่มดำเนินการเมื่อวันที่ 1 ตุลาคม 2564 และสิ้นสุดโครงการในวันที่ 30 กันยายน 2566", "1/10/2564-30/9/2566",
        "1 October 2021 to 30 September 2023", "from 2021-10-01 until 2023-09-30"}) {
    INFO(text);
    CHECK(periods_in(text) == whole);
  }
  CHECK(periods_in("1 - 30 ก.ย. 2566") == "2023-09-01 > 2023-09-30");
  CHECK(periods_in("พ.ศ. 2565–67") == year_2022 + " > 2024-01-01..2024-12-31");
  CHECK(periods_in("ปี 65/66") == year_2022 + " > " + year_2023);
  CHECK(periods_in("ปีงบประมาณ 2564-2566") == "2020-10-01..2021-09-30 > 2022-10-01..2023-09-30");
}

TEST_CASE("a date alone is a period of its own, and so is each of a list") {
  CHECK(periods_in("ปีงบประมาณ 2565") == "2021-10-01..2022-09-30 > 2021-10-01..2022-09-30");
  CHECK(periods_in("ปี 2564 และ 2565") ==
        year_2021 + " > " + year_2021 + " | " + year_2022 + " > " + year_2022);
}

TEST_CASE("a start without an end stays open") {
  CHECK(periods_in("ตั้งแต่ปี 2564") == year_2021 + " > ");
  CHECK(periods_in("เริ่มดำเนินการปี 2566") == year_2023 + " > ");
  CHECK(periods_in("เริ่มใช้ครั้งแรกวันลอยกระทง ปี 2566") == "2023-10-01..2023-11-30 > ");
  CHECK(periods_in("1 ม.ค. 2564 เป็นต้นไป") == "2021-01-01 > ");
  CHECK(periods_in("since 2021") == year_2021 + " > ");
}

TEST_CASE("English ways to say that it goes on") {
  for (const char* text :
       {"since 2021 to this day", "from 2021 until the present", "2021 until today",
        "2021 to the present day", "started in 2021, still running", "since 2021 and still going",
        "2021 (and ongoing)", "2021 to date", "since 2021, without a break, to this day",
        "commenced in 2021; ongoing", "in 2021 - continuing"}) {
    INFO(text);
    CHECK(periods_in(text) == year_2021 + " > " + now);
  }
  CHECK(periods_in("commenced on 1 October 2021") == "2021-10-01 > ");
  CHECK(periods_in("Started 1 Oct 2021 – finished 30 Sep 2023") == "2021-10-01 > 2023-09-30");
  CHECK(periods_in("mid-2021 to late 2022") == "2021-04-01..2021-09-30 > 2022-07-01..2022-12-31");
  // A verb reaches no further than its own clause.
  CHECK(periods_in(
            "We started with twelve villages that had lost their fields, as nobody had seen it, in 2021") ==
        year_2021 + " > " + year_2021);
}

TEST_CASE("an end without a start is open before") {
  CHECK(periods_in("ภายในวันที่ 30 กันยายน 2566") == " > 2023-09-30");
  CHECK(periods_in("สิ้นสุดโครงการ 30 ก.ย. 2566") == " > 2023-09-30");
  CHECK(periods_in("จนถึงปี 2566") == " > " + year_2023);
}

TEST_CASE("what goes on ends today") {
  const std::string whole = year_2021 + " > " + now;
  for (const char* text : {"ปี 2564 - ปัจจุบัน", "2564 - ปัจจุบัน", "พ.ศ. 2564 ถึงปัจจุบัน", "ตั้งแต่ปี 2564 จนถึงปัจจุบัน",
                           "เริ่มปี 2564 และดำเนินการอย่างต่อเนื่องเรื่อยมาจนถึงปัจจุบัน", "ตั้งแต่ปี ๒๕๖๔ เป็นต้นมา",
                           "ปี 2564–ปัจจุบัน", "from 2021 to present", "ตั้งแต่ปี 2564 ถึงปัจจุบัน"}) {
    INFO(text);
    CHECK(periods_in(text) == whole);
  }
  CHECK(periods_in("ปี 2564 มีผู้ป่วย 100 คน ปัจจุบันเหลือ 20 คน") == year_2021 + " > " + year_2021);
}

TEST_CASE("a range written backwards is seen") {
  CHECK(periods_in("16 มิ.ย 2557 – 16 พ.ค. 2557") == "2014-06-16 > 2014-05-16!");
  CHECK(periods_in("1 ตุลาคม 2567 ถึง 31 สิงหาคม 2567") == "2024-10-01 > 2024-08-31!");
  CHECK(periods_in("ธ.ค. 2565 - ก.พ. 2566") == "2022-12-01..2022-12-31 > 2023-02-01..2023-02-28");
}

TEST_CASE("plans are marked") {
  CHECK(periods_in("กลยุทธ์สามปี 2567 - 2570") == "2024-01-01..2024-12-31 > 2027-01-01..2027-12-31p");
  CHECK(periods_in("จะขยายผลในปี 2568") == "2025-01-01..2025-12-31 > 2025-01-01..2025-12-31p");
  CHECK(periods_in("ดำเนินการแล้วในปี 2564") == year_2021 + " > " + year_2021);
}

TEST_CASE("a period covers its cue words") {
  CHECK(quoted("ได้ดำเนินการตั้งแต่วันที่ 1 ต.ค. 2564 จนถึงปัจจุบัน แล้ว") == "ตั้งแต่วันที่ 1 ต.ค. 2564 จนถึงปัจจุบัน");
  CHECK(quoted("โครงการเริ่มดำเนินการปี 2566 ที่อำเภอ") == "เริ่มดำเนินการปี 2566");
  CHECK(quoted("ช่วง ระหว่าง 1 ต.ค. 2564 ถึง 30 ก.ย. 2566.") == "ระหว่าง 1 ต.ค. 2564 ถึง 30 ก.ย. 2566");
}

TEST_CASE("a range in parentheses is a period of its own") {
  CHECK(periods_in("ตั้งแต่ปี 2564 จนถึงปัจจุบัน (ต.ค. 2563 – ก.ย. 2566)") ==
        year_2021 + " > " + now + " | 2020-10-01..2020-10-31 > 2023-09-01..2023-09-30");
}

TEST_CASE("a word belongs to one period only") {
  const std::string text = "พ.ศ. 2564 สิ้นสุด เดือน เป็นต้นมา ปีงบ 2566";
  const auto periods = find_periods(text, today());
  REQUIRE(periods.size() == 2);
  CHECK(periods[0].end <= periods[1].begin);
}

TEST_CASE("bullets do not join dates") {
  CHECK(periods_in("1 ตุลาคม 2564\n- 5 มกราคม 2566 จัดเวที") ==
        "2021-10-01 > 2021-10-01 | 2023-01-05 > 2023-01-05");
}
