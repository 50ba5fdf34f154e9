// Tables without ruling lines: rows whose cells have several lines, columns that show late, rows cut by the
// page.
#include "reading.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

const std::u32string long_line = U"การมีส่วนร่วมของประชาชนในการพัฒนาพื้นที่ของหน่วยงานต่างๆที่เกี่ยวข้องกับภารกิจหลัก";

void grid(PdfPage& page, const std::vector<double>& xs, const std::vector<double>& ys) {
  for (const double x : xs) page.line(x, ys.front(), x, ys.back());
  for (const double y : ys) page.line(xs.front(), y, xs.back(), y);
}

std::size_t tables_in(const Document& document) {
  return static_cast<std::size_t>(
      std::count_if(document.blocks.begin(), document.blocks.end(),
                    [](const Block& block) { return block.kind == BlockKind::table; }));
}

}  // namespace

TEST_CASE("Cells of several lines may stand about the middle of their rows") {
  PdfFile file;
  PdfPage& page = file.page();
  page.text(70, 100, U"ภาคี", 14).text(250, 100, U"บทบาท", 14).text(420, 100, U"ครั้ง", 14);
  page.text(250, 140, U"เปิดศาลาเป็นจุดรับยา", 14);
  page.text(70, 150, U"วัดดอน", 14).text(420, 150, U"4", 14);
  page.text(250, 160, U"ทุกวันพุธ", 14);
  page.text(70, 192, U"ชมรมอาสา", 14);
  page.text(250, 202, U"เยี่ยมบ้าน", 14).text(420, 202, U"8", 14);
  page.text(70, 212, U"สมัคร", 14);
  page.text(70, 250, U"เทศบาล", 14).text(250, 250, U"รับส่ง", 14).text(420, 250, U"12", 14);
  CHECK(cells(table_in(read(file))) ==
        "ภาคี|บทบาท|ครั้ง/วัดดอน|เปิดศาลาเป็นจุดรับยาทุกวันพุธ|4/ชมรมอาสาสมัคร|เยี่ยมบ้าน|8/เทศบาล|รับส่ง|12");
}

TEST_CASE("A head about the middle of its row may stand over rows whose cells begin at the top") {
  PdfFile file;
  PdfPage& page = file.page();
  page.text(250, 90, U"บทบาทของ", 14).text(420, 90, U"ครัว", 14);
  page.text(70, 100, U"หมู่บ้าน", 14);
  page.text(250, 110, U"ผู้แทน", 14).text(420, 110, U"เรือน", 14);
  page.text(70, 145, U"โคกสะอาด", 14).text(250, 145, U"ร่วมเก็บตัวอย่าง", 14).text(420, 145, U"130", 14);
  page.text(250, 165, U"น้ำ", 14);
  page.text(70, 195, U"คำเตย", 14).text(250, 195, U"ขุดลอกสระ", 14).text(420, 195, U"147", 14);
  CHECK(cells(table_in(read(file))) ==
        "หมู่บ้าน|บทบาทของผู้แทน|ครัวเรือน/โคกสะอาด|ร่วมเก็บตัวอย่างน้ำ|130/คำเตย|ขุดลอกสระ|147");
}

TEST_CASE("A heading over a table stays outside, though a line mirrors it") {
  PdfFile file;
  file.fonts["F2"] = {"ABCDEF+Thai-Bold", {}, {}, true};
  PdfPage& page = file.page();
  page.text(70, 80, U"2. ใครทำอะไร", 15, "F2");
  page.text(70, 104, U"ภาคี", 14, "F2").text(250, 104, U"บทบาท", 14, "F2").text(420, 104, U"ครั้ง", 14, "F2");
  page.text(70, 128, U"ชมรมอาสา", 14);
  page.text(250, 138, U"เยี่ยมบ้าน", 14).text(420, 138, U"8", 14);
  page.text(70, 148, U"สมัคร", 14);
  page.text(70, 178, U"เทศบาล", 14).text(250, 178, U"รับส่ง", 14).text(420, 178, U"12", 14);
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].text.utf8 == "2. ใครทำอะไร");
  CHECK(cells(table_in(document)) == "ภาคี|บทบาท|ครั้ง/ชมรมอาสาสมัคร|เยี่ยมบ้าน|8/เทศบาล|รับส่ง|12");
}

TEST_CASE("Text in two columns and labels with values make no table") {
  PdfFile file;
  PdfPage& page = file.page();
  for (int i = 0; i < 6; ++i) {
    page.text(70, 100 + 20 * i, U"ประชาชนร่วมกันคิดวางแผนพัฒนาพื้นที่", 12);
    page.text(320, 107 + 20 * i, U"หน่วยงานรับฟังและปรับปรุงงานตามแผน", 12);
  }
  page.text(70, 300, U"1.", 12).text(95, 300, U"ข้อหนึ่งของรายการ", 12);
  page.text(70, 330, U"2.", 12).text(95, 330, U"ข้อสองของรายการ", 12);
  page.text(70, 360, U"3.", 12).text(95, 360, U"ข้อสามของรายการ", 12);
  CHECK(tables_in(read(file)) == 0);
}

TEST_CASE("A row that the page cuts in two is one row") {
  PdfFile file;
  for (const bool first : {true, false}) {
    PdfPage& page = file.page();
    const double top = first ? 700 : 60;
    grid(page, {70, 200, 500},
         first ? std::vector<double>{top, top + 30, top + 60} : std::vector<double>{top, top + 30, top + 60});
    if (first) {
      page.text(75, top + 20, U"หน่วยงาน", 14).text(205, top + 20, U"บทบาท", 14);
      page.text(75, top + 50, U"เทศบาล", 14).text(205, top + 50, U"จัดรถรับส่งผู้ป่วยที่", 14);
    } else {
      page.text(205, top + 20, U"เดินไม่ได้", 14);
      page.text(75, top + 50, U"วัด", 14).text(205, top + 50, U"เปิดศาลา", 14);
    }
  }
  CHECK(cells(table_in(read(file))) == "หน่วยงาน|บทบาท/เทศบาล|จัดรถรับส่งผู้ป่วยที่เดินไม่ได้/วัด|เปิดศาลา");
}

TEST_CASE("Lines alone in a column may be all that the next page begins with") {
  PdfFile file;
  PdfPage& first = file.page();
  for (int i = 0; i < 3; ++i) first.text(70, 700 + 25 * i, U"เทศบาล", 14).text(300, 700 + 25 * i, U"รับส่ง", 14);
  file.page().text(300, 80, U"ผู้ป่วย", 14).text(300, 100, U"ทุกวัน", 14);
  const Document document = read(file);
  CHECK(table_in(document).rows >= 3);
  CHECK(document.pages.size() == 2);
}

TEST_CASE("A table within a cell is text of the cell, a frame around a table is none") {
  const auto read_in = [](const std::vector<double>& columns, const std::vector<double>& rows) {
    PdfFile file;
    PdfPage& page = file.page();
    grid(page, columns, rows);
    grid(page, {260, 360, 460}, {165, 195, 225});
    page.text(75, 120, U"กลุ่ม", 14).text(255, 120, U"ผล", 14);
    page.text(75, 150, U"กลุ่มน้ำ", 14).text(255, 150, U"ขุดสระ", 14);
    page.text(265, 185, U"ก่อน", 14).text(365, 185, U"หลัง", 14);
    page.text(265, 215, U"12", 14).text(365, 215, U"48", 14);
    return read(file);
  };
  const Document nested = read_in({70, 250, 500}, {100, 130, 240});
  CHECK(tables_in(nested) == 1);
  CHECK(cells(table_in(nested)) == "กลุ่ม|ผล/กลุ่มน้ำ|ขุดสระ\nก่อน\tหลัง\n12\t48");
  const Text& cell = table_in(nested).at(1, 1)->text;
  CHECK(place_of(cell, cell.utf8.find("48"), cell.utf8.size()).box.left == Approx(365).margin(1));
  CHECK(cells(table_in(read_in({70, 500}, {100, 240}))) == "ก่อน|หลัง/12|48");
}

TEST_CASE("The line under a word adds no column to its table") {
  PdfFile file;
  PdfPage& page = file.page();
  grid(page, {70, 250, 500}, {100, 130, 160});
  page.line(250, 122, 290, 122);
  page.text(75, 120, U"กลุ่ม", 14).text(255, 120, U"ผล", 14).text(75, 150, U"น้ำ", 14).text(255, 150, U"48", 14);
  const Table table = table_in(read(file));
  CHECK(table.columns == 2);
  CHECK(table.rows == 2);
}
