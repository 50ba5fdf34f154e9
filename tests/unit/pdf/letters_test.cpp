// Glyphs to letters: what producers do to Thai, one trait a test.
#include "reading.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

std::string read_line(std::u32string_view glyphs, PdfFont font = {}) {
  PdfFile file;
  file.fonts["F1"] = std::move(font);
  file.page().text(70, 100, glyphs);
  return texts(read(file));
}

/// Word's font: the ring of sara am is a code that says "space" and has no advance, here U+E000.
PdfFont words_font(std::u32string stem_says) {
  PdfFont font;
  font.to_unicode[0xE000] = U" ";
  font.widths[0xE000] = 0;
  font.to_unicode[U'า'] = std::move(stem_says);
  return font;
}

}  // namespace

TEST_CASE("A line of Thai is read as it is") {
  CHECK(read_line(U"เพื่อเพิ่มการมีส่วนร่วม ๒๕๖๗") == "เพื่อเพิ่มการมีส่วนร่วม ๒๕๖๗");
}

TEST_CASE("Word's ring before a stem is sara am, any other stem is sara aa, whatever the stem's code says") {
  const std::u32string glyphs = U"ส\uE000านักงานด\uE000าเนินการน\uE000\u0E49า";
  const std::string expected = "สำนักงานดำเนินการน้ำ";
  CHECK(read_line(glyphs, words_font(U"ำ")) == expected);
  CHECK(read_line(glyphs, words_font(U"า")) == expected);
}

TEST_CASE("Private glyph codes are the marks that they draw") {
  CHECK(read_line(U"ป\uF710จจุบันป\uF70A") == "ปัจจุบันป่");
}

TEST_CASE("Nikhahit and sara aa are sara am") {
  CHECK(read_line(U"น\u0E49\u0E4Dา") == "น้ำ");
}

TEST_CASE("ActualText is what a span means, and one without a glyph means nothing") {
  PdfFile file;
  file.page().actual_text(70, 100, U"กัน", U"แบบฟอร์ม").raw("/Span << /ActualText <FEFF0E01> >> BDC EMC");
  CHECK(texts(read(file)) == "แบบฟอร์ม");
}

TEST_CASE("A mark drawn before its letter stands on its letter") {
  PdfFile file;
  // เล่ม: the tone mark is drawn first, at the right edge of the second letter.
  file.page().text(86, 100, U"\u0E48").text(70, 100, U"เล").text(86, 100, U"ม");
  CHECK(texts(read(file)) == "เล่ม");
}

TEST_CASE("Every mark may be a text object of its own, drawn when the line is done") {
  PdfFile file;
  file.page().text(70, 100, U"ปญหา").text(78, 100, U"\u0E31");
  CHECK(texts(read(file)) == "ปัญหา");
}

TEST_CASE("Glyphs of another font drawn after their line are put back by their place") {
  PdfFile file;
  file.page().text(70, 100, U"กระ").text(110, 100, U"จาย").text(94, 100, U"“").text(102, 100, U"”");
  CHECK(texts(read(file)) == "กระ“”จาย");
}

TEST_CASE("A heading set with space between its letters is one word") {
  PdfFile file;
  file.page().raw("3 Tc").text(70, 100, U"วัตถุประสงค์").raw("0 Tc");
  CHECK(texts(read(file)) == "วัตถุประสงค์");
}

TEST_CASE("A gap is a space where the producer draws none") {
  PdfFile file;
  file.page().text(70, 100, U"ปี").text(83, 100, U"2567");
  CHECK(texts(read(file)) == "ปี 2567");
}

TEST_CASE("A letter drawn twice for boldness is one letter") {
  PdfFile file;
  file.page().raw("BT /F1 16 Tf 1 0 0 1 70 742 Tm <0E01> Tj 1 0 0 1 70.3 742 Tm <0E01> Tj ET");
  CHECK(texts(read(file)) == "ก");
}

TEST_CASE("Symbol fonts show boxes and ticks") {
  PdfFile file;
  file.fonts["F2"] = {"ABCDEF+Wingdings-Regular", {}, {}, true};
  file.page()
      .text(70, 100, U"\uF0FE", 16, "F2")
      .text(90, 100, U"ผ่าน")
      .text(70, 130, U"\uF0A8", 16, "F2")
      .text(90, 130, U"ไม่ผ่าน");
  const Document document = read(file);
  CHECK(texts(document) == "☑ ผ่าน|☐ ไม่ผ่าน");
  REQUIRE(document.answers.size() == 2);
  CHECK(document.answers[0].ticked);
  CHECK(document.answers[0].label.utf8 == "ผ่าน");
  CHECK_FALSE(document.answers[1].ticked);
}

TEST_CASE("In fonts of one width marks are drawn in the place of their letter, as wide as it") {
  PdfFile file;
  for (const char32_t mark : {U'\u0E48', U'\u0E31', U'\u0E35', U'\u0E39'})
    file.fonts["F1"].widths[mark] = 500;
  PdfPage& page = file.page();
  const std::u32string_view letters = U"ที่นั่งกู้";
  double x = 70;
  for (const char32_t letter : letters) {
    const bool mark = letter == U'\u0E48' || letter == U'\u0E31' || letter == U'\u0E35' ||
                      letter == U'\u0E39' || letter == U'\u0E49';
    page.text(mark ? x - 8.5 : x, 100, std::u32string_view(&letter, 1), 16);
    if (!mark) x += 8;
  }
  CHECK(texts(read(file)) == "ที่นั่งกู้");
}

TEST_CASE("Words of one letter with gaps between them are words") {
  PdfFile file;
  PdfPage& page = file.page();
  double x = 70;
  for (const std::u32string_view word : {U"ญู", U"ฐุ", U"ฎุ", U"ฤ", U"ฦ", U"ฯ"}) {
    page.text(x, 100, word);
    x += 8 + 4.5;
  }
  CHECK(texts(read(file)) == "ญู ฐุ ฎุ ฤ ฦ ฯ");
}

TEST_CASE("A space that the next letter is drawn over parts nothing") {
  PdfFile file;
  file.page().raw(
      "BT /F1 16 Tf 1 0 0 1 70 742 Tm [<0E230E270E210020> 500 <0E040E340E140020> 500 <0E170E33>] TJ ET");
  CHECK(texts(read(file)) == "รวมคิดทำ");

  // A full stop of another font, drawn after the space that stands behind it, is not drawn over that space.
  PdfFile fallback;
  fallback.fonts["F2"] = {"ABCDEF+Fallback", {}, {}};
  fallback.page().raw(
      "BT /F1 16 Tf 1 0 0 1 70 742 Tm <0E1E0E28> Tj 1 0 0 1 94 742 Tm <00200E52> Tj "
      "/F2 16 Tf 1 0 0 1 86 742 Tm <002E> Tj ET");
  CHECK(texts(read(fallback)) == "พศ. ๒");
}

TEST_CASE("A line that ends among single words ends with a space, running Thai does not") {
  PdfFile file;
  std::u32string words = U"น้ำ";
  for (int i = 0; i < 18; ++i) words += U" ซ้ำ";
  file.page().text(70, 100, words).text(70, 126, U"ดำ จำ ลำ คำ");
  CHECK(texts(read(file)).find("ซ้ำ ดำ จำ") != std::string::npos);
}

TEST_CASE("Raised and lowered figures stand on their line") {
  const auto line = [](double up, double size, const char32_t* script) {
    PdfFile file;
    file.page().text(70, 100, U"น้ำ", 14).text(77, 100, U"120", 14).text(98, 100 - up, script, size);
    file.page().text(70, 100, U"น้ำ", 14).text(77, 100, U"120", 14).text(98, 100 - up, script, size).text(
        98 + size / 2, 100, U"ต่อวัน", 14);
    return texts(read(file));
  };
  CHECK(line(4.6, 9, U"3") == "น้ำ120³|น้ำ120³ต่อวัน");
  CHECK(line(5.4, 11.6, U"๒") == "น้ำ120²|น้ำ120²ต่อวัน");
  CHECK(line(-3, 9, U"2") == "น้ำ1202|น้ำ1202ต่อวัน");
}

TEST_CASE("The number of a note stands before its text") {
  PdfFile file;
  file.page().text(70, 95.4, U"1", 9).text(78, 100, U"รายงานประจำปี", 14);
  CHECK(texts(read(file)) == "¹ รายงานประจำปี");
}

TEST_CASE("Small print below a line is a line of its own") {
  PdfFile file;
  file.page().text(70, 100, U"12", 14).text(84, 106, U"(in 3 districts of the whole province)", 8);
  CHECK(texts(read(file)).find("12(in") == std::string::npos);
}

TEST_CASE("Words written slantwise over the page are no part of its text") {
  PdfFile file;
  PdfPage& page = file.page();
  page.text(70, 100, U"เทศบาลติดผังแผงค้าไว้ที่ประตู", 14).text(70, 124, U"ตลาดทั้งสี่ด้าน", 14);
  page.raw("BT /F1 60 Tf 0.7 0.7 -0.7 0.7 80 650 Tm <0E2A0E330E400E190E32> Tj ET");
  const Document document = read(file);
  CHECK(texts(document) == "เทศบาลติดผังแผงค้าไว้ที่ประตู|ตลาดทั้งสี่ด้าน");
  REQUIRE(document.furniture.size() == 1);
  CHECK(document.furniture[0].text.utf8 == "สำเนา");
  CHECK(document.furniture[0].place.box.width() > 100);
}

TEST_CASE("Letters that are drawings (Type 3 fonts) are what the file says they are") {
  PdfFile file;
  file.objects = {"<< /Length 22 >>\nstream\n500 0 0 0 500 500 d1 f \nendstream",
                  "<< /Length 190 >>\nstream\n/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                  "1 begincodespacerange <00> <FF> endcodespacerange\n"
                  "2 beginbfchar <61> <0E19> <62> <0E32> endbfchar endcmap end end" +
                      std::string(24, ' ') + "\nendstream",
                  "<< /Type /Font /Subtype /Type3 /FontBBox [ 0 0 500 500 ] /FontMatrix [ 0.001 0 0 0.001 0 0 ] "
                  "/CharProcs << /a 3 0 R /b 3 0 R >> /Encoding << /Differences [ 97 /a /b ] >> /FirstChar 97 "
                  "/LastChar 98 /Widths [ 500 500 ] /ToUnicode 4 0 R >>"};
  PdfPage& page = file.page();
  page.entries = "/Resources << /Font << /T 5 0 R >> >>";
  page.raw("BT /T 14 Tf 70 700 Td (ab) Tj ET");
  CHECK(texts(read(file)) == "นา");
}
