#include <catch2/catch.hpp>

#include "text/repair.hpp"

using namespace ruamlint;

namespace {

const std::string thai_page =
    "โครงการนี้เกิดจากปัญหาน้ำท่วมซ้ำซากในพื้นที่ลุ่มต่ำของอำเภอ ซึ่งหน่วยงานเดียวไม่สามารถแก้ไขได้ จึงเชิญผู้นำชุมชน "
    "ภาคเอกชน และสถานศึกษาเข้ามาร่วมวางแผนตั้งแต่ต้น เริ่มดำเนินการเมื่อวันที่ 1 ตุลาคม 2564 จนถึงปัจจุบัน จำนวนครัวเรือนที่ได้รับ"
    "ผลกระทบลดลงจาก 1,240 ครัวเรือน เหลือ 310 ครัวเรือน คิดเป็นร้อยละ 75.0 เพื่อขยายผลไปยังตำบลอื่นต่อไป";

std::string without(std::string text, const std::vector<std::string>& marks) {
  for (const std::string& mark : marks) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

TEST_CASE("sound text is legible") {
  for (const std::string& text :
       {thai_page, std::string(""), std::string(" \n"), std::string("12,345.60 (2566) 50% 10%-20%"),
        std::string("The applicants' work ran for 3 years (2564-2566); R&D, e-mail: a.b@example.org, "
                    "https://example.org/path?id=1"),
        std::string("L'été à Genève, crème brûlée – naïve façade"),
        std::string("กรมการปกครอง กระทรวงมหาดไทย"),
        std::string("ก. ข. ค. (ง) ณ วันที่ 1 ม.ค. พ.ศ. ๒๕๖๖ ☑ ใช่ ☐ ไม่ใช่ ..........."),
        std::string("กลุ่ม ก และ กลุ่ม ข ได้รับเงินสนับสนุนจากเทศบาล"),
        std::string("เกาะ เจาะ ตัว เสื้อ ก็ น้ำ ฤๅ สิทธิ์ บริสุทธิ์")}) {
    INFO(text);
    CHECK(legibility(text) > 0.97);
  }
}

TEST_CASE("8-bit Thai shown as Latin is not legible") {
  CHECK(legibility("à¹éÒËÁÒÂ ¡ÒÃ´Óà¹Ô¹¡ÒÃ") < 0.3);
  CHECK(legibility("§Ÿà¡◊Õ°“√ª√–‡¡‘π") < 0.3);
}

TEST_CASE("UTF-8 shown as 8-bit Thai is not legible") {
  CHECK(legibility("เธ„เธนเนˆเธกเธทเธญเธเธฒเธฃเธ›เธฃเธฐเน€เธกเธดเธ™") < 0.1);
  CHECK(legibility("เนื่องจากเน้นเธอ เนินเขา") > 0.97);
}

TEST_CASE("unknown glyphs count") {
  CHECK(legibility("\uFFFD\uFFFD\uFFFDกา") < 0.5);
  CHECK(legibility("\uE123\uE124กา") < 0.6);
}

TEST_CASE("a font whose codes mean nothing is not legible") {
  CHECK(legibility("%0%211> 7'.0.%;1 `cdf &(0#*>1 +,%2@4 >5%0%6") < 0.4);
  CHECK(legibility("กกกกกก กกกก กกกกกกกก กกกกก") < 0.2);
}

TEST_CASE("marks that stand on nothing count") {
  CHECK(legibility("ั ่ ้ ึ") < 0.1);
  CHECK(legibility("คมู่ ือการปฏิบตั ิงาน") < 0.95);
  CHECK(legibility("การมีสว่ นรว่ มของประชาชนในพนื้ ที่ ทุกหนว่ ยงานเขา้ รว่ มดว้ ยกัน") < 0.7);
  CHECK(legibility("ทุกหน่วย ร่วมงาน ครบแล้ว ทุกที่ ทั้งหมู่ ในพื้นที่ ที่ร่วม เป็นต้น") > 0.97);
}

TEST_CASE("text that lost its marks is less legible than it looks") {
  CHECK(legibility("การบร หารราชการแบบม ส วนร วม") < 0.6);
  CHECK(legibility(without(thai_page, {"่", "้", "๊", "๋"})) < 0.75);
  CHECK(legibility(without(thai_page, {"่", "้", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ั", "็", "์"})) < 0.4);
  CHECK(legibility(replaced(thai_page + " สำนักงานกำหนดจำนวน", "ำ", "า")) < 0.9);
  CHECK(legibility(replaced(thai_page, "า", "ำ")) < 0.9);
}
