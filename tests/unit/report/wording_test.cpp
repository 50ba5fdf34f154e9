#include "report/wording.hpp"

#include <catch2/catch.hpp>

#include "fixture.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;

TEST_CASE("dates are written in the reader's calendar", "[wording]") {
  CHECK(date_text(day(2024, 2, 12), Language::th) == "12 กุมภาพันธ์ 2567");
  CHECK(date_text(day(2024, 2, 12), Language::en) == "12 February 2024");
}

TEST_CASE("a range of days is said as shortly as it is true", "[wording]") {
  const auto th = [](Day from, Day to) { return range_text({from, to}, Language::th); };
  CHECK(th(day(2023, 5, 2), day(2023, 5, 2)) == "2 พฤษภาคม 2566");
  CHECK(th(day(2024, 2, 1), day(2024, 2, 29)) == "กุมภาพันธ์ 2567");
  CHECK(th(day(2023, 2, 1), day(2023, 12, 31)) == "ระหว่างวันที่ 1 กุมภาพันธ์ 2566 ถึง 31 ธันวาคม 2566");
  CHECK(th(day(2023, 1, 1), day(2023, 12, 31)) == "ปี 2566");
  CHECK(th(day(2021, 10, 1), day(2022, 9, 30)) == "ปีงบประมาณ 2565");
  CHECK(th(day(2021, 10, 1), day(2023, 9, 30)) != "ปีงบประมาณ 2566");
  CHECK(range_text({day(2021, 10, 1), day(2022, 9, 30)}, Language::en) ==
        "fiscal year 2022 (from October 2021)");
}

TEST_CASE("months become years and months", "[wording]") {
  CHECK(months_text(16, Language::th) == "1 ปี 4 เดือน");
  CHECK(months_text(24, Language::th) == "2 ปี");
  CHECK(months_text(11, Language::th) == "11 เดือน");
  CHECK(months_text(0, Language::th) == "ไม่ถึง 1 เดือน");
  CHECK(months_text(13, Language::en) == "1 year and 1 month");
  CHECK(months_text(30, Language::en) == "2 years and 6 months");
  CHECK(months_text(3, 15, Language::th) == "3 เดือน ถึง 1 ปี 3 เดือน");
}

TEST_CASE("numbers have thousands and no needless digits", "[wording]") {
  CHECK(number_text(1240) == "1,240");
  CHECK(number_text(-1234567.5) == "-1,234,567.5");
  CHECK(number_text(999) == "999");
  CHECK(number_text(100000) == "100,000");
  CHECK(number_text(33.333333) == "33.33");
  CHECK(number_text(-0.0001) == "0");
  CHECK(number_text(50, 1) == "50.0");
}

TEST_CASE("lists end in a word", "[wording]") {
  CHECK(joined({}, Language::th).empty());
  CHECK(joined({"ก"}, Language::th) == "ก");
  CHECK(joined({"ก", "ข"}, Language::th) == "ก และ ข");
  CHECK(joined({"a", "b", "c"}, Language::en) == "a, b and c");
}

TEST_CASE("sources are said in words", "[wording]") {
  CHECK(source_text("Q3, Q14", Language::th) == "คำถามข้อ 3 และ 14 ในเอกสารคลินิกให้คำปรึกษา");
  CHECK(source_text("Q5", Language::en) == "question 5 of the advice clinic's document");
  CHECK_THAT(source_text("assumed", Language::en), Catch::StartsWith("assumed by this rule pack"));
  CHECK_THAT(source_text("Q5; assumed", Language::en),
             Catch::StartsWith("question 5") && Catch::Contains("assumed"));
  CHECK(source_text("ประกาศ ก.พ.ร. ข้อ 4", Language::th) == "ประกาศ ก.พ.ร. ข้อ 4");
  CHECK(source_text("", Language::th).empty());
}

TEST_CASE("quotes are one line, without control characters, cut between clusters", "[wording]") {
  CHECK(quoted_cut(" ก\n\n ข\x1b[31m ") == "ก ข[31m");
  std::string with_marks;
  for (int i = 0; i < 200; ++i) with_marks += "ที่";
  const std::string cut = quoted_cut(with_marks);
  CHECK(count_clusters(cut) == 121);  // with the ellipsis
  CHECK_THAT(cut, Catch::EndsWith("ที่…"));
  std::string leading_vowels;
  for (int i = 0; i < 200; ++i) leading_vowels += "เกา";
  CHECK_THAT(quoted_cut(leading_vowels), Catch::EndsWith("เกา…"));
  CHECK(quoted_cut("สั้น") == "สั้น");
}

TEST_CASE("placeholders are filled once", "[wording]") {
  CHECK(filled("{a} และ {b}", {{"a", "{b}"}, {"b", "2"}}) == "{b} และ 2");
  CHECK(filled("{unknown} {", {}) == "{unknown} {");
}

TEST_CASE("a message words its arguments by their kind", "[wording]") {
  const Pack pack = small_pack();
  const Run run = small_run(pack);
  const Finding& finding = run.documents[0].findings[0];
  CHECK(message_text(pack, finding, Language::th) == "ดำเนินการได้ 4 เดือน นับถึง 12 กุมภาพันธ์ 2567");
  CHECK(message_text(pack, finding, Language::en) == "ran for 4 months by 12 February 2024");

  Pack other = pack;
  other.rules[0].messages = {{"k", {"{levels} {category} {section} {x} {words}", ""}}};
  Finding all;
  all.rule = "OPR-1";
  all.message = "k";
  all.arguments = {{"levels", Argument::Kind::level, {"inform", "collaborate"}, 0, 0, {}},
                   {"category", Argument::Kind::category, {"open"}, 0, 0, {}},
                   {"section", Argument::Kind::section, {"problem", "unheard"}, 0, 0, {}},
                   {"x", Argument::Kind::number, {}, 1234.5, 1, {}},
                   {"words", Argument::Kind::text, {"ก", "ข", "ค"}, 0, 0, {}}};
  CHECK(message_text(other, all, Language::th) ==
        "ให้ข้อมูลข่าวสาร และ สร้างความร่วมมือ เปิดใจ สภาพปัญหา และ unheard 1,234.5 ก, ข และ ค");
  all.message = "no such key";
  CHECK(message_text(other, all, Language::en) == "title of OPR-1");
}

TEST_CASE("a place is said by what a reader can find", "[wording]") {
  const Pack pack = small_pack();
  Evidence found = evidence("x");
  CHECK(place_text(pack, found, Language::th) == "หน้า 2 หัวข้อ “สภาพปัญหา”");
  CHECK(place_text(pack, found, Language::en) == "page 2, section “Problem”");
  found.section.clear();
  found.place = {0, {}, "document", 17, 1, 3, 2};
  CHECK(place_text(pack, found, Language::th) == "ตารางที่ 1 แถว 3 ช่อง 2");
  found.place = {0, {}, "document", 17, 0, 0, 0};
  CHECK(place_text(pack, found, Language::en) == "paragraph 17");
  found.place = {0, {}, "header2", 1, 0, 0, 0};
  CHECK(place_text(pack, found, Language::en) == "page header");
}

TEST_CASE("every fault and note has its words in both languages", "[wording]") {
  for (int fault = 0; fault <= static_cast<int>(ReadFault::crashed); ++fault) {
    for (const Language language : {Language::th, Language::en}) {
      const std::string text = fault_text({static_cast<ReadFault>(fault), "zip"}, language);
      CHECK(text.size() > 20);
      CHECK(text.find('{') == std::string::npos);
      CHECK(text.find('\n') == std::string::npos);
    }
  }
  for (int kind = 0; kind <= static_cast<int>(Note::Kind::truncated); ++kind) {
    const std::string text = note_text({static_cast<Note::Kind>(kind), 4, "damaged"}, Language::th);
    CHECK_THAT(text, Catch::StartsWith("หน้า 4: "));
    CHECK(text.find('{') == std::string::npos);
  }
  CHECK_THAT(fault_text({ReadFault::not_a_form, "zip"}, Language::th), Catch::Contains("(ไฟล์ ZIP)"));
  CHECK(fault_text({ReadFault::encrypted, ""}, Language::th) ==
        "ไฟล์ถูกเข้ารหัส เปิดอ่านไม่ได้ โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน แล้วส่งอีกครั้ง");
}
