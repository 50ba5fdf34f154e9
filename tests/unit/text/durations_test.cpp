#include <catch2/catch.hpp>
#include <climits>

#include "text/dates.hpp"

using namespace ruamlint;

namespace {

/// "18", "36+" for open above, "0-11" for a span, p for a plan.
std::string durations_in(const std::string& text) {
  std::string result;
  for (const DurationMention& d : find_durations(text)) {
    CHECK(d.open_above == (d.most_months == INT_MAX));
    result.append(result.empty() ? "" : " ").append(std::to_string(d.least_months));
    if (d.open_above) {
      result += "+";
    } else if (d.most_months != d.least_months) {
      result.append("-").append(std::to_string(d.most_months));
    }
    result += d.plan ? "p" : "";
  }
  return result;
}

}  // namespace

TEST_CASE("lengths of time are read in whole months") {
  for (const char* text :
       {"1 ปี 6 เดือน", "๑ ปี ๖ เดือน", "18 เดือน", "ปีครึ่ง", "1 ปีครึ่ง", "หนึ่งปีหกเดือน", "1.5 ปี", "สิบแปดเดือน",
        "1 ปี และ 6 เดือน", "18 months", "1 year and 6 months", "1.5 years", "ระยะเวลา 18 เดือน", "1ปี6เดือน"}) {
    INFO(text);
    CHECK(durations_in(text) == "18");
  }
  for (const char* text : {"1 ปี", "๑ ปี", "หนึ่งปี", "ครบ 1 ปี", "12 เดือน", "one year", "a year", "ต่อเนื่อง 1 ปี"}) {
    INFO(text);
    CHECK(durations_in(text) == "12");
  }
  CHECK(durations_in("ดำเนินการมา 4 ปี 11 เดือน") == "59");
  CHECK(durations_in("รวมระยะเวลา ๒ ปี ๑๐ เดือน") == "34");
  CHECK(durations_in("ครึ่งปี") == "6");
  CHECK(durations_in("half a year") == "6");
  CHECK(durations_in("a year and a half") == "18");
  CHECK(durations_in("three and a half years") == "42");
  CHECK(durations_in("2½ years") == "30");
  CHECK(durations_in("eighteen months") == "18");
  CHECK(durations_in("a 3-year project") == "36");
}

TEST_CASE("bounds open or limit a length") {
  for (const char* text :
       {"ไม่น้อยกว่า 1 ปี", "กว่า 1 ปี", "มากกว่าหนึ่งปี", "อย่างน้อย 12 เดือน", "ไม่ต่ำกว่า 1 ปี", "นานกว่า 1 ปี", "1 ปีขึ้นไป",
        "more than a year", "at least 12 months", "longer than a year"}) {
    INFO(text);
    CHECK(durations_in(text) == "12+");
  }
  for (const char* text :
       {"เกือบ 1 ปี", "ยังไม่ถึง 1 ปี", "น้อยกว่า 1 ปี", "nearly a year", "ไม่ครบ 1 ปี", "close to a year"}) {
    INFO(text);
    CHECK(durations_in(text) == "0-11");
  }
  CHECK(durations_in("ไม่เกิน 2 ปี") == "0-24");
  CHECK(durations_in("1 ปีเศษ") == "12-23");
  CHECK(durations_in("3 ปีกว่า") == "36-47");
  CHECK(durations_in("1-2 ปี") == "12-24");
  CHECK(durations_in("ประมาณ 3 ปี") == "30-42");
  CHECK(durations_in("ดำเนินการต่อเนื่องเป็นปีที่ 3") == "24-36");
}

TEST_CASE("the bound is part of the mention") {
  const std::string text = "ดำเนินการมาไม่น้อยกว่า 1 ปี แล้ว";
  const auto found = find_durations(text);
  REQUIRE(found.size() == 1);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "ไม่น้อยกว่า 1 ปี");
}

TEST_CASE("ages, school years, frequencies and calendar years are no lengths") {
  for (const char* text : {"อายุ 60 ปี",       "60 ปีขึ้นไป",
                           "อายุ 15 - 60 ปี",  "อายุตั้งแต่ 15 ปี ถึง 60 ปี",
                           "อายุเฉลี่ย 45 ปี",   "ผู้สูงอายุ 60 ปี",
                           "ชั้นมัธยมศึกษาปีที่ 3", "ทุก 3 เดือน",
                           "ทุก ๆ 6 เดือน",    "ปี 64 ปี 65",
                           "ปี 2564",         "2566 ปี",
                           "ปีละ 2 ครั้ง",      "3 ปีที่แล้ว",
                           "60 years old",   "ครึ่งปีแรก",
                           "ปีที่ 2 (2565)",    "ไตรมาสที่ 1-3 ปีงบประมาณ 2566",
                           "สามารถ ปีนี้",      "เดือนละ 2 ครั้ง"}) {
    INFO(text);
    CHECK(durations_in(text) == "");
  }
  CHECK(durations_in("ผู้สูงอายุในพื้นที่ ดำเนินการมา 3 ปี") == "36");
}

TEST_CASE("a plan's length is marked") {
  CHECK(durations_in("แผนพัฒนาท้องถิ่นห้าปี") == "60p");
  CHECK(durations_in("กลยุทธ์สามปี 2567 - 2570") == "36p");
}
