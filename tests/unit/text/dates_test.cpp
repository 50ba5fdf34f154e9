#include "text/dates.hpp"

#include <catch2/catch.hpp>

using namespace ruamlint;

namespace {

/// "2021-10-01" or "2021-10-01..2021-10-31", with ~ for approximate, ? for ambiguous and # for a citation.
std::string shown(const DateMention& date) {
  std::string text = iso_date(date.range.earliest);
  if (date.range.latest != date.range.earliest) {
    text.append("..").append(iso_date(date.range.latest));
  }
  return text + (date.approximate ? "~" : "") + (date.ambiguous ? "?" : "") + (date.citation ? "#" : "");
}

std::string dates_in(const std::string& text) {
  std::string result;
  for (const DateMention& date : find_dates(text)) {
    result.append(result.empty() ? "" : " ").append(shown(date));
  }
  return result;
}

std::string quoted(const std::string& text) {
  const auto dates = find_dates(text);
  return dates.empty() ? "-" : text.substr(dates[0].begin, dates[0].end - dates[0].begin);
}

const std::string october_2021 = "2021-10-01..2021-10-31";

}  // namespace

TEST_CASE("a day is read in every way of writing it") {
  for (const char* text : {"1 ตุลาคม 2564",
                           "๑ ตุลาคม ๒๕๖๔",
                           "1 ตุลาคม พ.ศ. 2564",
                           "1 ตุลาคม พ.ศ.2564",
                           "วันที่ 1 ตุลาคม 2564",
                           "วันที่1 ตุลาคม2564",
                           "วันศุกร์ที่ 1 ตุลาคม 2564",
                           "1 ต.ค. 2564",
                           "1 ต.ค.2564",
                           "1 ต.ค. 64",
                           "1ต.ค.64",
                           "๑ ตค. ๖๔",
                           "1 ตค 64",
                           "1 ต.ค 2564",
                           "1 ต. ค. 2564",
                           "1/10/2564",
                           "1-10-2564",
                           "01.10.2564",
                           "1/10/64",
                           "2564-10-01",
                           "2021-10-01",
                           "1 October 2021",
                           "October 1, 2021",
                           "Oct. 1st, 2021",
                           "1st of October 2021",
                           "1 Oct 2021",
                           "1 ตุลาคม ค.ศ. 2021",
                           "1 ต.ค. 2021",
                           "วันที่ 1 เดือนตุลาคม พ.ศ. 2564",
                           "วันที่ 1 เดือนตุลาคม ปี 2564",
                           "๑ ตุลาคม 2564",
                           "1 ตุลคม 2564",
                           "1 ตุลาคน 2564",
                           "1 ตูลาคม 2564",
                           "1 ตุลา 64",
                           "2021-10-01T08:30",
                           "10/25/2021 x"}) {
    INFO(text);
    CHECK(dates_in(text) == (std::string(text) == "10/25/2021 x" ? "2021-10-25" : "2021-10-01"));
  }
}

TEST_CASE("a month, a year, a fiscal year") {
  for (const char* text : {"ตุลาคม 2564", "เดือนตุลาคม พ.ศ. 2564", "ต.ค. 64", "ตค.64", "เดือน ต.ค. ปี 2564",
                           "October 2021", "Oct. 2021", "ต้นต.ค. 2564", "เดือน 10/2564", "ตั้งแต่ 10/2564",
                           "เริ่มดำเนินการ 10/2564", "ตุลาคม ของปี 2564", "ตุลาคม ปีงบประมาณ 2565"}) {
    INFO(text);
    CHECK(dates_in(text) == october_2021);
  }
  for (const char* text :
       {"ปี 2564",  "ปี ๒๕๖๔",      "ปี 64",        "พ.ศ. 2564",  "พ.ศ.2564",  "พ.ศ 2564",  "พศ. 2564",
        "พ..2564", "ปี พ.ศ. 2564", "ประจำปี 2564", "ปี 2021",     "ค.ศ. 2021", "in 2021",   "year 2021",
        "2564",    "2021",        "2564 (ก่อน)",  "ก่อน (2564)", "2564 B.E.", "B.E. 2564", "AD 2021"}) {
    INFO(text);
    CHECK(dates_in(text) == "2021-01-01..2021-12-31");
  }
  for (const char* text :
       {"ปีงบประมาณ 2565", "ปีงบประมาณ พ.ศ. ๒๕๖๕", "ปีงบ 65", "ปีงบฯ 2565", "งบประมาณปี 2565", "ปี งบประมาณ 2565",
        "ประจำปีงบประมาณ พ.ศ. 2565", "fiscal year 2022", "FY2022", "FY2565"}) {
    INFO(text);
    CHECK(dates_in(text) == "2021-10-01..2022-09-30");
  }
}

TEST_CASE("quarters, school years and feasts") {
  CHECK(dates_in("ไตรมาส 1 ปีงบประมาณ 2566") == "2022-10-01..2022-12-31");
  CHECK(dates_in("ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2566") == "2023-01-01..2023-03-31");
  CHECK(dates_in("ปีงบประมาณ 2566 ไตรมาสที่ 4") == "2023-07-01..2023-09-30");
  CHECK(dates_in("ไตรมาส 1/2566") == "2022-10-01..2023-03-31?");  // of which year is not said
  CHECK(dates_in("ปีการศึกษา 2566") == "2023-05-01..2024-03-31~");
  CHECK(dates_in("ภาคเรียนที่ 1/2566") == "2023-05-01..2023-10-31~");
  CHECK(dates_in("วันลอยกระทง ปี 2566") == "2023-10-01..2023-11-30~");
  CHECK(dates_in("สงกรานต์ 2566") == "2023-04-13..2023-04-15~");
  CHECK(dates_in("เทศกาลปีใหม่ พ.ศ. 2566") == "2022-12-29..2023-01-04~");
  CHECK(dates_in("จัดในวันลอยกระทงทุกปี ปีละ 1 ครั้ง") == "");
  CHECK(dates_in("ประมาณปลายปี 2566") == "2023-07-01..2023-12-31~");
  CHECK(dates_in("ประมาณปี 2566") == "2023-01-01..2023-12-31~");
}

TEST_CASE("parts of a year") {
  for (const char* text :
       {"early 2021", "early in 2021", "the beginning of 2021", "the start of 2021", "ต้นปี 2564"}) {
    INFO(text);
    CHECK(dates_in(text) == "2021-01-01..2021-06-30~");
  }
  for (const char* text : {"mid-2021", "mid 2021", "the middle of 2021", "กลางปี 2564"}) {
    INFO(text);
    CHECK(dates_in(text) == "2021-04-01..2021-09-30~");
  }
  for (const char* text : {"late 2021", "the end of 2021", "autumn 2021", "ปลายปี 2564"}) {
    INFO(text);
    CHECK(dates_in(text) == "2021-07-01..2021-12-31~");
  }
  CHECK(dates_in("the first half of 2021") == "2021-01-01..2021-06-30");
  CHECK(dates_in("H2 2021") == "2021-07-01..2021-12-31");
  CHECK(dates_in("the second half of fiscal year 2022") == "2022-04-01..2022-09-30");
  CHECK(dates_in("summer 2021") == "2021-01-01..2021-12-31~");
  CHECK(dates_in("the third quarter of fiscal year 2022") == "2022-04-01..2022-06-30");
  CHECK(dates_in("the last quarter of 2021") == "2021-07-01..2021-12-31?");
  CHECK(dates_in("in late 21 cases we agreed to start") == "");
}

TEST_CASE("days joined by signs, articles between") {
  for (const char* text :
       {"15-Aug-2019", "15/Aug/2019", "the 15th of August, 2019", "August the 15th, 2019"}) {
    INFO(text);
    CHECK(dates_in(text) == "2019-08-15");
  }
}

TEST_CASE("a mention covers the words that belong to it") {
  CHECK(quoted("เริ่มเมื่อวันที่ 1 ตุลาคม พ.ศ. 2564 นี้") == "วันที่ 1 ตุลาคม พ.ศ. 2564");
  CHECK(quoted("ในปีงบประมาณ พ.ศ. ๒๕๖๖ มี") == "ปีงบประมาณ พ.ศ. ๒๕๖๖");
  CHECK(quoted("ณ ก.ย. 66.") == "ก.ย. 66");
}

TEST_CASE("two figures are a year of the era that they fit") {
  CHECK(dates_in("ต.ค. 66") == "2023-10-01..2023-10-31");
  CHECK(dates_in("ต.ค. 23") == "2023-10-01..2023-10-31");
  CHECK(dates_in("๙ กค. ๔๘") == "2005-07-09?");
  CHECK(dates_in("ต.ค. 80") == "2037-10-01..2037-10-31?");
}

TEST_CASE("eras are told by the year's size, and a contradiction is doubtful") {
  CHECK(find_dates("พ.ศ. 2566")[0].era_stated);
  CHECK_FALSE(find_dates("ปี 2566")[0].era_stated);
  CHECK(find_dates("ปี 2023")[0].gregorian);
  CHECK(dates_in("พ.ศ. 2023") == "2023-01-01..2023-12-31?");
  CHECK(dates_in("ค.ศ. 2566") == "2023-01-01..2023-12-31?");
}

TEST_CASE("impossible days keep their month") {
  CHECK(dates_in("31 มิถุนายน 2566") == "2023-06-01..2023-06-30?");
  CHECK(dates_in("30 ก.พ. 2566") == "2023-02-01..2023-02-28?");
  CHECK(dates_in("29 กุมภาพันธ์ 2567") == "2024-02-29");
  CHECK(dates_in("29 กุมภาพันธ์ 2566") == "2023-02-01..2023-02-28?");
  CHECK(dates_in("45 ม.ค. 2566") == "2023-01-01..2023-01-31");
  CHECK(dates_in("32/13/2566") == "");
}

TEST_CASE("a ค.ศ. date in figures may have its day and month swapped") {
  CHECK(dates_in("02/03/2021") == "2021-03-02?");
  CHECK(dates_in("02/03/2564") == "2021-03-02");
  CHECK(dates_in("25/03/2021") == "2021-03-25");
}

TEST_CASE("what lacks its month or year has it from its neighbour") {
  CHECK(dates_in("1 - 30 ก.ย. 2566") == "2023-09-01 2023-09-30");
  CHECK(dates_in("25-27 พ.ย. 66") == "2023-11-25 2023-11-27");
  CHECK(dates_in("วันที่ 5, 6 และ 8 ม.ค. 2566") == "2023-01-05 2023-01-06 2023-01-08");
  CHECK(dates_in("ต.ค. - ธ.ค. 2566") == "2023-10-01..2023-10-31 2023-12-01..2023-12-31");
  CHECK(dates_in("ตค. - ธค. 66") == "2023-10-01..2023-10-31 2023-12-01..2023-12-31");
  CHECK(dates_in("1 ต.ค. - 31 ธ.ค. 2566") == "2023-10-01 2023-12-31");
  CHECK(dates_in("ตุลาคม - กันยายน 2566") == "2022-10-01..2022-10-31? 2023-09-01..2023-09-30");
  CHECK(dates_in("2565 - 2567") == "2022-01-01..2022-12-31 2024-01-01..2024-12-31");
  CHECK(dates_in("พ.ศ. 2565–67") == "2022-01-01..2022-12-31 2024-01-01..2024-12-31");
  CHECK(dates_in("ปี 65/66") == "2022-01-01..2022-12-31 2023-01-01..2023-12-31");
  CHECK(dates_in("ปีงบประมาณ 2564 ถึง 2566") == "2020-10-01..2021-09-30 2022-10-01..2023-09-30");
  CHECK(dates_in("ปี 2564, 2565 และ 2566") ==
        "2021-01-01..2021-12-31 2022-01-01..2022-12-31 2023-01-01..2023-12-31");
  CHECK(dates_in("10/2564 - 9/2566") == "2021-10-01..2021-10-31 2023-09-01..2023-09-30");
}

TEST_CASE("figures that are no dates are left alone") {
  for (const char* text : {"จำนวน 2566 คน",
                           "ผู้เข้าร่วม 2566 คน ใน 5 ตำบล",
                           "1,240",
                           "โทร. 02-123-2565",
                           "081-256-2566",
                           "ต่อปี 2500 บาท",
                           "ปี 50 คน",
                           "นักเรียนชั้นปี 64",
                           "ข้อ 1.2.3",
                           "ครั้งที่ 1/2566",
                           "ครั้งที่ 1/2566 - 3/2566",
                           "เลขที่ 12/2566",
                           "ปีละ 65 ครั้ง",
                           "สำนักงาน ก.พ. และ ก.พ.ร. 5 คน",
                           "ก.พ.ร. 2566 คน",
                           "25 พ.ย.",
                           "A2566B",
                           "ร้อยละ 65.3",
                           "2500-2600 บาท",
                           "ISO 9001:2015",
                           "สามปีที่แล้ว",
                           "ปีที่แล้ว 50 คน",
                           "(2566) กล่าวว่าการมีส่วนร่วมของประชาชนในพื้นที่นั้นมีความสำคัญมากต่อการพัฒนา",
                           "12-2566-00345",
                           "มาตรา 44",
                           "may 20 people",
                           "ประชาชน 5 กันยาน 20"}) {
    INFO(text);
    CHECK(dates_in(text) == "");
  }
  CHECK(dates_in("ต.ค. 20 คน") == "");
  CHECK(dates_in("5 ม.ค. 09.30 น.") == "");
}

TEST_CASE("ก.พ. is a month only beside a day or year") {
  CHECK(dates_in("สำนักงาน ก.พ.ร. วันที่ 5 ก.พ. 2566") == "2023-02-05");
  CHECK(dates_in("ก.พ.ร. 2566") == "");
}

TEST_CASE("the year of a law, plan or award is a citation") {
  CHECK(dates_in("พ.ร.บ. ข้อมูลข่าวสารของราชการ พ.ศ. 2540") == "1997-01-01..1997-12-31#");
  CHECK(dates_in("รัฐธรรมนูญแห่งราชอาณาจักรไทย พ.ศ. 2560") == "2017-01-01..2017-12-31#");
  CHECK(dates_in("ระเบียบว่าด้วยการรับฟังความคิดเห็นของประชาชน พ.ศ. ๒๕๔๘") == "2005-01-01..2005-12-31#");
  CHECK(dates_in("แผนพัฒนาฉบับที่ 13 (พ.ศ. 2566 - 2570)") == "2023-01-01..2023-12-31# 2027-01-01..2027-12-31#");
  CHECK(dates_in("รางวัลการบริหารราชการแบบมีส่วนร่วม ประจำปี 2567") == "2024-01-01..2024-12-31#");
  CHECK(dates_in("คำสั่งที่ 15/2565 ลงวันที่ 3 มีนาคม 2565") == "2022-03-03#");
  CHECK(dates_in("ตามระเบียบนี้ เริ่มดำเนินการ พ.ศ. 2564") == "2021-01-01..2021-12-31");
  CHECK(dates_in("จำนวนผู้ป่วยลดลง ปี 2566") == "2023-01-01..2023-12-31");
}

TEST_CASE("months are counted to the day after the last") {
  const auto day = [](const char* text) {
    Day result;
    REQUIRE(parse_iso_date(text, result));
    return result;
  };
  CHECK(whole_months(day("2023-02-12"), day("2024-02-12")) == 12);
  CHECK(whole_months(day("2023-02-13"), day("2024-02-12")) == 11);
  CHECK(whole_months(day("2024-02-12"), day("2023-02-12")) == -12);
  CHECK(whole_months(day("2024-01-31"), day("2024-02-29")) == 1);
  CHECK(whole_months(day("2024-02-29"), day("2025-02-28")) == 12);
  CHECK(whole_months(day("2024-01-15"), day("2024-01-15")) == 0);
}

TEST_CASE("ISO dates are written and read strictly") {
  Day day;
  REQUIRE(parse_iso_date("2024-02-29", day));
  CHECK(iso_date(day) == "2024-02-29");
  for (const char* text : {"2023-02-29", "2024-2-9", "2024/02/09", "2024-13-01", "2024-00-10", "",
                           "2024-02-290", "20x4-02-09"}) {
    CHECK_FALSE(parse_iso_date(text, day));
  }
}

TEST_CASE("hostile text does no harm to dates") {
  CHECK(find_dates(std::string(20000, '1')).empty());
  std::string figures;
  std::string cues;
  for (int i = 0; i < 5000; ++i) {
    figures += "1, ";
    cues += "วันที่";
  }
  CHECK(find_dates(figures).empty());
  CHECK(find_dates(cues + "1").empty());
  CHECK(find_dates("\xE0\xB8 5 \xFF ม.ค. \xE0 2566").size() <= 1);
}
