// Tick boxes in text: every way in which a form is ticked, and what only looks like it.
#include <catch2/catch.hpp>

#include "document/document.hpp"

using namespace ruamlint;

namespace {

using Ticks = std::vector<std::pair<std::string, bool>>;

Text text_of(const std::string& utf8, const Box& box = {}) {
  Text text;
  text.utf8 = utf8;
  Span span;
  span.end = utf8.size();
  span.place.page = box.empty() ? 0 : 1;
  span.place.box = box;
  text.spans = {span};
  return text;
}

Block paragraph(const std::string& utf8) {
  Block block;
  block.text = text_of(utf8);
  return block;
}

Document document_of(const std::vector<std::string>& paragraphs) {
  Document document;
  for (const std::string& each : paragraphs) document.blocks.push_back(paragraph(each));
  return document;
}

Document table_of(const std::vector<std::vector<std::string>>& rows) {
  Block block;
  block.kind = BlockKind::table;
  block.table.rows = static_cast<int>(rows.size());
  block.table.columns = static_cast<int>(rows.at(0).size());
  for (int row = 0; row < block.table.rows; ++row)
    for (int column = 0; column < block.table.columns; ++column)
      block.table.cells.push_back({row, column, 1, 1, false, text_of(rows[row][column])});
  Document document;
  document.blocks = {block};
  return document;
}

Ticks ticks_of(Document document) {
  add_ticks_from_text(document);
  Ticks ticks;
  for (const Answer& answer : document.answers) ticks.emplace_back(answer.label.utf8, answer.ticked);
  return ticks;
}

Ticks ticks_of(const std::string& utf8) {
  return ticks_of(document_of({utf8}));
}

}  // namespace

TEST_CASE("marks of every kind") {
  const auto mark = GENERATE(values<std::pair<std::string, bool>>({
      {"☐", false},  {"□", false},    {"❑", false},  {"( )", false},  {"(   )", false}, {"[ ]", false},
      {"○", false},  {"☑", true},     {"☒", true},   {"✓", true},     {"✔", true},      {"√", true},
      {"(/)", true}, {"( / )", true}, {"(x)", true}, {"( X )", true}, {"[x]", true},    {"[✓]", true},
      {"(√)", true}, {"◉", true},     {"☐✓", true},  {"☐ ✓", true},   {"✓☐", true},
  }));
  CAPTURE(mark.first);
  CHECK(ticks_of(mark.first + " เปิดใจ") == Ticks{{"เปิดใจ", mark.second}});
  CHECK(ticks_of(mark.first + "เปิดใจ") == Ticks{{"เปิดใจ", mark.second}});
}

TEST_CASE("several in a line, words behind or before") {
  CHECK(ticks_of("ระดับ: ☐ ให้ข้อมูล ☑ ร่วมมือ") == Ticks{{"ให้ข้อมูล", false}, {"ร่วมมือ", true}});
  CHECK(ticks_of("ให้ข้อมูล ☐  ร่วมมือ ☑") == Ticks{{"ให้ข้อมูล", false}, {"ร่วมมือ", true}});
  CHECK(ticks_of("เปิดใจ (/)") == Ticks{{"เปิดใจ", true}});
  CHECK(ticks_of("☐ ก\n☑ ข") == Ticks{{"ก", false}, {"ข", true}});
}

TEST_CASE("full boxes and discs are bullets, unless hollow ones stand near") {
  CHECK(ticks_of(document_of({"■ ประกาศผล", "■ จัดเวที", "● สรุป"})).empty());
  CHECK(ticks_of(document_of({"□ เปิดใจ", "■ สัมฤทธิ์ผล"})) == Ticks{{"เปิดใจ", false}, {"สัมฤทธิ์ผล", true}});
  CHECK(ticks_of("○ เปิดใจ ● สัมฤทธิ์ผล") == Ticks{{"เปิดใจ", false}, {"สัมฤทธิ์ผล", true}});
}

TEST_CASE("instructions, formulas and blanks are no answers") {
  CHECK(ticks_of("โปรดทำเครื่องหมาย ✓ ลงใน ☐ หน้าข้อความ").empty());
  CHECK(ticks_of("ค่า f(x) เท่ากับ √2").empty());
  CHECK(ticks_of("ชื่อ (....) และ (ระบุ) ()").empty());
}

TEST_CASE("a mark alone belongs to the words beside it") {
  CHECK(ticks_of(document_of({"☑", "เปิดใจ"})) == Ticks{{"เปิดใจ", true}});
  CHECK(ticks_of(table_of({{"☑", "เปิดใจ"}, {"☐", "สัมฤทธิ์ผล"}})) == Ticks{{"เปิดใจ", true}, {"สัมฤทธิ์ผล", false}});
  CHECK(ticks_of(table_of({{"ประเภท", "เลือก"}, {"สัมฤทธิ์ผล", "/"}})) == Ticks{{"สัมฤทธิ์ผล เลือก", true}});
  // The first row of a form laid out as a table is no heading.
  CHECK(ticks_of(table_of({{"จังหวัด", "เชียงใหม่"}, {"ยืนยัน", "☑"}})) == Ticks{{"ยืนยัน", true}});
  CHECK(ticks_of(table_of({{"1", "✓", "เปิดใจใกล้ชิด"}})) == Ticks{{"เปิดใจใกล้ชิด", true}});
  CHECK(ticks_of(table_of({{"กลุ่ม", "Inform", "Involve"}, {"ครัวเรือน", "", "✓"}, {"โรงเรียน", "x", ""}})) ==
        Ticks{{"ครัวเรือน Involve", true}, {"โรงเรียน Inform", true}});
}

TEST_CASE("a field that the file itself states is not counted twice") {
  Document document;
  document.blocks = {paragraph("")};
  document.blocks[0].text = text_of("☑", {100, 100, 112, 112});
  Answer field;
  field.kind = Answer::Kind::tick;
  field.label = text_of("เปิดใจ");
  field.place.page = 1;
  field.place.box = {99, 99, 113, 113};
  document.answers = {field};
  CHECK(ticks_of(document) == Ticks{{"เปิดใจ", false}});
}
