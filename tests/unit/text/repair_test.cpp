#include "text/repair.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "text/utf8.hpp"

using namespace ruamlint;

TEST_CASE("sound text is left as it is") {
  for (const char* text : {"", "การบริหารราชการแบบมีส่วนร่วม ประจำปี ๒๕๖๗", "น้ำท่วม ซ้ำ เก็บ ก็ แก้ไขแล้ว (ร้อยละ 65.3)",
                           "ปีที่ ๒ ที่ กทม. นำไป ทั้งนี้ ฯลฯ", "plain English – “quoted” • 50% ☑ ฿100",
                           "เสื้อ มือ ลือ ชื่อ สัตว์ ตัว", "อักษร ฤ ฤๅ ๆ ๏ ๚ ๛\tก\nข"}) {
    CHECK(repaired(text) == text);
  }
}

TEST_CASE("no-break spaces become spaces and invisible characters go") {
  CHECK(repaired("ก\u00A0ข\u202Fค") == "ก ข ค");
  CHECK(repaired("\uFEFFภา\u200Bษา\u00ADไทย\u2060") == "ภาษาไทย");
  CHECK(repaired("ไท\u200Dย") == "ไทย");
  CHECK(repaired("👩\u200D👧") == "👩\u200D👧");
}

TEST_CASE("private use glyphs become the marks that they draw") {
  CHECK(repaired("ก\uF70Aา") == "ก่า");
  CHECK(repaired("ป\uF701") == "ปิ");
  CHECK(repaired("ป\uF712น") == "ป็น");
  CHECK(repaired("\uF700าน \uF70Fาติ") == "ฐาน ญาติ");
  CHECK(repaired("ฎ\uF718") == "ฎุ");
  CHECK(repaired("ป\uF711\uF70Bา") == "ป้ำ");  // the mark's step goes on with what this one yields
  CHECK(repaired("\uF0FE") == "\uF0FE");      // a symbol font's tick box is not ours
}

TEST_CASE("a space that no word allows is closed") {
  CHECK(repaired("ตัวชี ้วัด") == "ตัวชี้วัด");
  CHECK(repaired("ประช าชน ด ำเนินการ") == "ประชาชน ดำเนินการ");
  CHECK(repaired("เฝ้ าระวัง") == "เฝ้าระวัง");
  CHECK(repaired("เ ป็น โ  ครงการ") == "เป็น โครงการ");
  CHECK(repaired("ปั ญหา ปั จจุบัน ทั้ งหมด") == "ปัญหา ปัจจุบัน ทั้งหมด");
  CHECK(repaired("เมื อง เรื่ อง") == "เมือง เรื่อง");
  CHECK(repaired("ลิขสิทธิ\u00A0์") == "ลิขสิทธิ์");
}

TEST_CASE("a space between words stays") {
  for (const char* text : {"มี น้ำ", "ที่ นี่", "ก า ร", "12 ่", "และ า", "a ่", "ไว้ ก่อน", "ดู แล"}) {
    INFO(text);
    if (std::string(text) == "ก า ร") {
      CHECK(repaired(text) == "กา ร");  // sara aa never begins a word
    } else {
      CHECK(repaired(text) == text);
    }
  }
  CHECK(repaired("ตั\nว") == "ตั\nว");  // lines are joined elsewhere
}

TEST_CASE("sara am is composed from its parts, with its tone mark before it") {
  CHECK(repaired("ดําเนิน") == "ดำเนิน");
  for (const char* damaged : {"น้ํา", "นํ้า", "นำ้", "น้ำา", "นํ้ำ", "นํ้ํา"}) {
    INFO(damaged);
    CHECK(repaired(damaged) == "น้ำ");
  }
}

TEST_CASE("doubled sara am is one") {
  CHECK(repaired("ความสำาคัญ") == "ความสำคัญ");
  CHECK(repaired("ทำำ ทําา") == "ทำ ทำ");
}

TEST_CASE("marks are put in the order of writing and doubled marks are one") {
  CHECK(repaired("ที\u0E48\u0E48") == "ที่");
  CHECK(repaired("ก\u0E48\u0E34น") == "กิ่น");
  CHECK(repaired("ก\u0E48\u0E38น") == "กุ่น");
  CHECK(repaired("สิทธ\u0E4C\u0E34") == "สิทธิ์");
  CHECK(repaired("ซ้้า") == "ซ้า");
}

TEST_CASE("two sara e are one sara ae") {
  CHECK(repaired("เเละ") == "และ");
  CHECK(repaired("เเผน เเบบ") == "แผน แบบ");
}

TEST_CASE("other scripts are composed canonically, never for compatibility") {
  CHECK(repaired("e\u0301te\u0301") == "été");
  CHECK(repaired("\u212B") == "Å");
  CHECK(repaired("ﬁ ① ²") == "ﬁ ① ²");
}

TEST_CASE("the map leads back to the input") {
  const Repaired same = repair("กข");
  CHECK(same.origin == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6});

  const Repaired mended =
      repair("ก\u200Bข ดําเนิน");  // offsets: ก 0, ข 6, space 9, ด 10, ring 13, stem 16, เ 19
  REQUIRE(mended.text == "กข ดำเนิน");
  REQUIRE(mended.origin.size() == mended.text.size() + 1);
  CHECK(mended.origin[0] == 0);
  CHECK(mended.origin[3] == 6);
  CHECK(mended.origin[6] == 9);
  CHECK(mended.origin[7] == 10);
  CHECK(mended.origin[10] == 13);  // ำ
  CHECK(mended.origin[13] == 19);
  CHECK(mended.origin.back() == std::string("ก\u200Bข ดําเนิน").size());

  const Repaired broken = repair("a\xFFก");
  CHECK(broken.text == "a\uFFFDก");
  CHECK(broken.origin[1] == 1);
  CHECK(broken.origin[4] == 2);
}

namespace {

std::string random_text(std::mt19937& random) {
  static const std::u32string alphabet =
      U"กขคนมรวสอญฐ"
      U"ะาำเแโๅๆฯ"
      U"\u0E31\u0E34\u0E37\u0E38\u0E3A\u0E47\u0E48\u0E49\u0E4C\u0E4D\u0E4E"
      U"  \t\nab1๒\u00A0\u00AD\u200B\u200D\u0301\u0323\uF700\uF70A\uF711\uF718e";
  std::u32string text(random() % 14, U'ก');
  for (char32_t& c : text) {
    c = alphabet[random() % alphabet.size()];
  }
  return to_utf8(text);
}

}  // namespace

TEST_CASE("repairing twice changes nothing more, and the quick way out agrees with the long way") {
  std::mt19937 random(3);
  for (int round = 0; round < 60000; ++round) {
    const std::string text = random_text(random);
    const Repaired once = repair(text);
    INFO(text);
    REQUIRE(repaired(once.text) == once.text);
    REQUIRE(repaired("\uF0FE" + text).substr(3) == once.text);  // the unknown glyph forces every step to run
    REQUIRE(once.origin.size() == once.text.size() + 1);
    REQUIRE(std::all_of(once.origin.begin(), once.origin.end(),
                        [&](std::size_t at) { return at <= text.size(); }));
  }
}

TEST_CASE("the map never decreases where no mark was moved") {
  const Repaired mended = repair("โครงการ\u00A0\u200Bพัฒนา e\u0301 เเละ ความสําคัญ ประช าชน");
  CHECK(std::is_sorted(mended.origin.begin(), mended.origin.end()));
}
