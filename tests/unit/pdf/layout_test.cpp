// Lines to paragraphs, columns, tables; what is no running text.
#include "reading.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

const std::u32string long_line = U"การมีส่วนร่วมของประชาชนในการพัฒนาพื้นที่ของหน่วยงานต่างๆที่เกี่ยวข้องกับภารกิจหลัก";

void grid(PdfPage& page, const std::vector<double>& xs, const std::vector<double>& ys) {
  for (const double x : xs) page.line(x, ys.front(), x, ys.back());
  for (const double y : ys) page.line(xs.front(), y, xs.back(), y);
}

}  // namespace

TEST_CASE("Lines that fill the column are one paragraph, without a space inside running Thai") {
  PdfFile file;
  PdfPage& page = file.page();
  page.text(70, 100, long_line, 14).text(70, 124, long_line, 14).text(70, 148, U"ประชาชน", 14);
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.blocks[0].text.utf8.find(' ') == std::string::npos);
  CHECK(document.blocks[0].text.spans.size() == 3);
}

TEST_CASE("A line that had room for the next word ends its paragraph") {
  PdfFile file;
  file.page().text(70, 100, long_line, 14).text(70, 124, U"ประชาชน", 14).text(70, 148, long_line, 14);
  CHECK(read(file).blocks.size() == 2);
}

TEST_CASE("A full line is a paragraph where the next begins like it, with a little more room between them") {
  const std::u32string full = long_line.substr(7);  // as long as a line that is set in leaves room for
  PdfFile file;
  PdfPage& page = file.page();
  page.text(105, 100, full, 14).text(105, 126, full, 14).text(70, 150, long_line, 14);
  page.text(70, 174, long_line, 14).text(70, 198, U"ประชาชน", 14);
  page.text(70, 228, U"ชื่อ: " + full, 14).text(70, 254, U"กรม: " + full, 14).text(70, 278, U"ประชาชน", 14);
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 4);
  CHECK(document.blocks[0].text.spans.size() == 1);
  CHECK(document.blocks[1].text.spans.size() == 4);
  CHECK(document.blocks[3].text.utf8.starts_with("กรม:"));
}

TEST_CASE("Tick boxes typed with brackets are no columns, however wide") {
  PdfFile file;
  PdfPage& page = file.page();
  for (const double y : {100.0, 124.0, 148.0}) page.text(70, y, U"(", 14).text(100, y, U") รับฟังความคิดเห็น", 14);
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[0].kind != BlockKind::table);
  CHECK(document.answers.size() == 3);
}

TEST_CASE("A list with its numbers hung out is no table, be there a heading among its items") {
  PdfFile file;
  PdfPage& page = file.page();
  const auto item = [&](double y, std::u32string_view number) {
    page.text(94, y, number, 12).text(118, y, U"ประชาชนร่วมคิด", 12);
  };
  item(100, U"1."), item(124, U"2.");
  page.text(70, 150, U"ผล", 12);
  item(176, U"1."), item(200, U"2.");
  for (const Block& block : read(file).blocks) CHECK(block.kind != BlockKind::table);
}

TEST_CASE("Large and bold lines are headings, ranked by their looks") {
  PdfFile file;
  file.fonts["F2"] = {"ABCDEF+Thai-Bold", {}, {}, true};
  PdfPage& page = file.page();
  page.text(200, 60, U"แบบฟอร์ม", 20, "F2");
  page.text(70, 100, U"1. ที่มา", 16, "F2").text(70, 124, long_line, 14).text(70, 148, long_line, 14);
  page.text(70, 190, U"2. ผล", 16, "F2").text(70, 214, long_line, 14);
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 5);
  CHECK(document.blocks[0].kind == BlockKind::heading);
  CHECK(document.blocks[0].level == 1);
  CHECK(document.blocks[1].kind == BlockKind::heading);
  CHECK(document.blocks[1].level == 2);
  CHECK(document.blocks[2].kind == BlockKind::paragraph);
  CHECK(document.blocks[3].level == 2);
}

TEST_CASE("Ruled tables are cells, with merged ones and several lines in one") {
  PdfFile file;
  PdfPage& page = file.page();
  page.line(70, 100, 400, 100).line(70, 160, 400, 160).line(70, 190, 400, 190).line(70, 220, 400, 220);
  page.line(70, 100, 70, 220).line(400, 100, 400, 220).line(170, 100, 170, 190);
  page.text(75, 120, U"กลุ่มผู้มีส่วนได้", 14).text(75, 145, U"ส่วนเสีย", 14).text(175, 120, U"บทบาท", 14);
  page.text(75, 180, U"ประชาชน", 14).text(175, 180, U"ร่วมคิด", 14).text(75, 210, U"รวมทั้งหมดสองกลุ่ม", 14);
  const Table table = table_in(read(file));
  CHECK(table.rows == 3);
  CHECK(table.columns == 2);
  CHECK(cells(table) == "กลุ่มผู้มีส่วนได้ส่วนเสีย|บทบาท/ประชาชน|ร่วมคิด/รวมทั้งหมดสองกลุ่ม");
  CHECK(table.cells.back().column_span == 2);
}

TEST_CASE("A frame around text is no table") {
  PdfFile file;
  file.page().rectangle(60, 80, 500, 200).text(70, 100, U"ข้อความในกรอบ", 14);
  CHECK(texts(read(file)) == "ข้อความในกรอบ");
}

TEST_CASE("Columns of words without lines are a table") {
  PdfFile file;
  PdfPage& page = file.page();
  const char32_t* rows[][3] = {
      {U"ตัวชี้วัด", U"ก่อน", U"หลัง"}, {U"เรื่องร้องเรียน", U"48", U"6"}, {U"ผู้เข้าร่วม", U"150", U"435"}};
  double y = 100;
  for (const auto& row : rows) {
    page.text(70, y, row[0], 14).text(250, y, row[1], 14).text(350, y, row[2], 14);
    y += 25;
  }
  CHECK(cells(table_in(read(file))) == "ตัวชี้วัด|ก่อน|หลัง/เรื่องร้องเรียน|48|6/ผู้เข้าร่วม|150|435");
}

TEST_CASE("Two columns of text are read one after the other") {
  PdfFile file;
  PdfPage& page = file.page();
  for (int i = 0; i < 6; ++i) {
    page.text(50, 100 + 20 * i, U"ซ้ายซ้ายซ้ายซ้ายซ้ายซ้ายซ้ายซ้าย", 12);
    page.text(320, 104 + 20 * i, U"ขวาขวาขวาขวาขวาขวาขวาขวาขวาขวา", 12);
  }
  const std::string all = texts(read(file));
  CHECK(all.rfind("ซ้าย") < all.find("ขวา"));
}

TEST_CASE("A table that goes on over the page is one table, its repeated head dropped") {
  PdfFile file;
  for (int i = 0; i < 2; ++i) {
    PdfPage& page = file.page();
    grid(page, {70, 170, 400}, {100, 130, 160});
    page.text(75, 120, U"กลุ่ม", 14).text(175, 120, U"บทบาท", 14);
    page.text(75, 150, i == 0 ? U"หนึ่ง" : U"สอง", 14).text(175, 150, U"ร่วม", 14);
  }
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 1);
  CHECK(cells(document.blocks[0].table) == "กลุ่ม|บทบาท/หนึ่ง|ร่วม/สอง|ร่วม");
  CHECK(document.blocks[0].table.cells[0].header);
}

TEST_CASE("Running heads and page numbers are furniture") {
  PdfFile file;
  for (int i = 1; i <= 3; ++i) {
    PdfPage& page = file.page();
    page.text(200, 40, U"รางวัลเลิศรัฐ", 12).text(70, 200, U"เนื้อหาหน้า", 14);
    page.text(280, 810, U"หน้า " + std::u32string(1, U'0' + static_cast<char32_t>(i)), 12);
  }
  const Document document = read(file);
  CHECK(document.furniture.size() == 6);
  CHECK(texts(document) == "เนื้อหาหน้า|เนื้อหาหน้า|เนื้อหาหน้า");
}

TEST_CASE("Places are on the page as shown: rotated and cropped") {
  PdfFile file;
  PdfPage& page = file.page();
  page.entries = "/CropBox [ 50 0 595 842 ]";
  page.text(70, 100, U"ก", 16);
  const Box box = read(file).blocks[0].text.spans[0].place.box;
  CHECK(box.left == Approx(20).margin(0.1));
  CHECK(box.bottom == Approx(100).margin(5));

  PdfFile turned;
  PdfPage& turned_page = turned.page();
  turned_page.entries = "/Rotate 90";
  // Upright for the reader of the turned page.
  turned_page.raw("BT /F1 16 Tf 0 1 -1 0 100 70 Tm <0E01> Tj ET");
  const Document document = read(turned);
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.pages[0].width == Approx(842));
  CHECK(document.blocks[0].text.spans[0].place.box.left == Approx(70).margin(0.1));
  CHECK(document.blocks[0].text.spans[0].place.box.bottom == Approx(100).margin(5));
}

TEST_CASE("A stop a letter gives parts of a line their boxes") {
  PdfFile file;
  file.page().text(70, 100, U"กขค", 16);
  const Text text = read(file).blocks[0].text;
  const Place place = place_of(text, 3, 6);
  CHECK(place.box.left == Approx(78).margin(0.1));
  CHECK(place.box.right == Approx(86).margin(0.1));
}

TEST_CASE("The box of a sara am holds its stem") {
  for (const char32_t* word : {U"น้ํา", U"นํ้า", U"น้ำ"}) {
    PdfFile file;
    file.page().text(70, 100, word, 16).text(70, 150, U"ซ้ำ" + std::u32string(word) + U"ขัง", 16);
    const Document document = read(file);
    for (const Block& block : document.blocks) {
      const std::size_t water = block.text.utf8.find("น้ำ");
      REQUIRE(water != std::string::npos);
      CHECK(place_of(block.text, water, water + 9).box.width() == Approx(16).margin(0.1));
    }
  }
}

TEST_CASE("A last row alone on the next page belongs to the table without lines before it") {
  PdfFile file;
  const char32_t* rows[][2] = {{U"เสียงของประชาชน", U"สิ่งที่ทำ"},
                               {U"แบบสอบถามยาว", U"ตัดออก 18 ข้อ"},
                               {U"ขอข้อมูลตำบล", U"เปิดข้อมูลครบ"},
                               {U"เปิดไม่ได้", U"ปรับหน้าเว็บ"}};
  PdfPage& first = file.page();
  for (int i = 0; i < 3; ++i)
    first.text(70, 700 + 25 * i, rows[i][0], 14).text(300, 700 + 25 * i, rows[i][1], 14);
  PdfPage& second = file.page();
  second.text(70, 80, rows[3][0], 14).text(300, 80, rows[3][1], 14);
  second.text(70, 130, U"ย่อหน้าที่ตามมาอยู่นอกตาราง", 14);
  const Document document = read(file);
  CHECK(cells(table_in(document)) ==
        "เสียงของประชาชน|สิ่งที่ทำ/แบบสอบถามยาว|ตัดออก 18 ข้อ/ขอข้อมูลตำบล|เปิดข้อมูลครบ/เปิดไม่ได้|ปรับหน้าเว็บ");
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[1].text.utf8 == "ย่อหน้าที่ตามมาอยู่นอกตาราง");
}

TEST_CASE("Labels with their values beside them are read row by row") {
  PdfFile file;
  PdfPage& page = file.page();
  const char32_t* rows[][2] = {{U"Project name (ชื่อผลงาน):", U"แผนที่ที่ดินทำมือ"},
                               {U"Organization (หน่วยงาน):", U"สำนักงานรังวัดชุมชนเหนือน้ำ"},
                               {U"Parent agency (สังกัด):", U"กรมแผนที่ชุมชน กระทรวงที่ดิน"},
                               {U"Approver (ผู้อนุมัติ):", U"รองอธิบดีกรมแผนที่ชุมชน"},
                               {U"Category (ประเภท):", U"เปิดใจใกล้ชิดประชาชน"}};
  for (int i = 0; i < 5; ++i)
    page.text(70, 100 + 22 * i, rows[i][0], 14).text(280, 100 + 22 * i, rows[i][1], 14);
  CHECK(cells(table_in(read(file))).find("Parent agency (สังกัด):|กรมแผนที่ชุมชน กระทรวงที่ดิน/") !=
        std::string::npos);
}

TEST_CASE("Text on its side is read, in its cell or by itself") {
  PdfFile file;
  PdfPage& page = file.page();
  grid(page, {70, 110, 400}, {100, 200, 230});
  const auto upwards = [&](double x, double y, const char* hex) {
    page.raw("BT /F1 14 Tf 0 1 -1 0 " + std::to_string(x) + " " + std::to_string(page.height - y) + " Tm <" +
             hex + "> Tj ET");
  };
  upwards(95, 180, "0E2B0E210E390E48");  // a column's head
  page.text(120, 150, U"บทบาท", 14).text(75, 220, U"1", 14).text(120, 220, U"ร่วมคิด", 14);
  upwards(40, 500, "0E2A0E330E400E190E32");  // in the margin
  page.text(70, 300, U"ย่อหน้าของเอกสาร", 14);
  const Document document = read(file);
  CHECK(cells(table_in(document)) == "หมู่|บทบาท/1|ร่วมคิด");
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[1].text.utf8 == "ย่อหน้าของเอกสาร");
  CHECK(document.blocks[2].text.utf8 == "สำเนา");
  CHECK(document.blocks[2].place.box.height() > document.blocks[2].place.box.width());
}

TEST_CASE("The outline tells headings that look like text, unless it is about something else") {
  const auto kinds = [](const std::vector<const char*>& titles) {
    PdfFile file;
    PdfPage& page = file.page();
    page.text(70, 100, U"ที่มาของโครงการ", 14);
    page.text(70, 140, U"ชาวบ้านเดือดร้อนจากน้ำท่วมทุกปี จึงร่วมกันหาทางแก้", 14);
    page.text(70, 180, U"ผลที่ได้", 14);
    page.text(70, 220, U"น้ำท่วมลดลงมากกว่าครึ่งของพื้นที่ และชาวบ้านพอใจ", 14);
    for (std::size_t i = 0; i < titles.size(); ++i) {
      const std::string next = i + 1 < titles.size() ? " /Next " + std::to_string(4 + i) + " 0 R" : "";
      file.objects.push_back(std::string("<< /Title <FEFF") + titles[i] + ">" + next + " >>");
    }
    file.catalog_entries = "/Outlines << /First 3 0 R >>";
    std::string all;
    for (const Block& block : read(file).blocks) all += block.kind == BlockKind::heading ? 'h' : 'p';
    return all;
  };
  const char* background = "0E170E350E480E210E320E020E2D0E070E420E040E230E070E010E320E23";  // as in the text
  CHECK(kinds({background}) == "hppp");
  CHECK(kinds({background, "0E1A0E17", "0E150E2D0E19"}) == "pppp");
}

TEST_CASE("A page whose text all stands on its side is read as if it were turned") {
  // The page's lines are drawn upright, then turned as a whole by a matrix, as print drivers do.
  for (const char* matrix : {"0 1 -1 0 595 0 cm", "0 -1 1 0 0 842 cm", "-1 0 0 -1 595 842 cm"}) {
    PdfFile file;
    PdfPage& page = file.page();
    page.raw(std::string("q ") + matrix);
    page.text(70, 300, long_line, 10).text(70, 318, U"ประชาชน", 10).text(300, 318, U"หน่วยงาน", 10);
    page.raw("Q");
    const Document document = read(file);
    REQUIRE_FALSE(document.blocks.empty());
    CHECK(texts(document).find("การมีส่วนร่วมของประชาชน") == 0);
    CHECK(texts(document).find("ประชาชน หน่วยงาน") != std::string::npos);
    const Box& box = document.blocks.front().text.spans.front().place.box;
    const bool on_its_side = matrix[0] == '0';
    CHECK((box.height() > box.width()) == on_its_side);
    CHECK(box.left >= 0);
    CHECK(box.right <= 595);
    CHECK(box.bottom <= 842);
  }
}

TEST_CASE("A Latin word that a narrow cell broke is one word") {
  PdfFile file;
  PdfPage& page = file.page();
  grid(page, {70, 170, 236}, {100, 150, 180});
  page.text(75, 120, U"ระดับ", 14).text(175, 120, U"(Collabo", 14).text(175, 140, U"rate)", 14);
  page.text(75, 170, U"ชื่อ", 14).text(175, 170, U"Line app", 14);
  CHECK(cells(table_in(read(file))) == "ระดับ|(Collaborate)/ชื่อ|Line app");

  // Two words, of which the first leaves room; and a bracket that closes at the beginning of a line.
  PdfFile other;
  PdfPage& words = other.page();
  grid(words, {70, 170, 236}, {100, 150, 200});
  words.text(80, 120, U"ระดับ", 14).text(175, 120, U"(Inform", 14).text(175, 140, U")", 14);
  words.text(80, 170, U"ชื่อ", 14).text(175, 170, U"Line", 14).text(175, 190, U"group", 14);
  CHECK(cells(table_in(read(other))) == "ระดับ|(Inform)/ชื่อ|Line group");
}

TEST_CASE("Two centred lines of which the second is the longer are two lines of a title") {
  const auto blocks = [](std::u32string_view first, double first_left, std::u32string_view second,
                         double second_left) {
    PdfFile file;
    file.fonts["F2"] = {"ABCDEF+Thai-Bold", {}, {}, true};
    file.page()
        .text(first_left, 60, first, 14, "F2")
        .text(second_left, 84, second, 14, "F2")
        .text(70, 130, long_line, 14);
    return read(file).blocks.size();
  };
  // The column is 448 points wide; 58 letters take 406 of them, 61 take 427.
  const std::u32string shorter(58, U'a'), longer(61, U'b');
  CHECK(blocks(shorter, 91, longer, 80.5) == 3);
  CHECK(blocks(longer, 80.5, shorter, 91) == 2);

  // In a narrow cell a line is as long as its words happen to be.
  PdfFile cell;
  PdfPage& page = cell.page();
  grid(page, {75, 170, 270}, {100, 150, 200});
  page.text(80, 120, U"ชื่อ", 14).text(208, 120, U"ก่อน", 14).text(184, 140, U"ดำเนินการจริง", 14);
  page.text(80, 170, U"ผล", 14).text(175, 170, U"1234567890", 14);
  CHECK(cells(table_in(read(cell))) == "ชื่อ|ก่อนดำเนินการจริง/ผล|1234567890");
}
