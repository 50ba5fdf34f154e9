#include <catch2/catch.hpp>

#include "docx_file.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

std::string cell(const std::string& content, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
std::string text_cell(const std::string& text, const std::string& properties = "") {
  return cell(paragraph(text), properties);
}
std::string row(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table(const std::string& rows) {
  return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>";
}

Table only_table(const std::string& rows) {
  const Document document = read_body(table(rows));
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.blocks[0].kind == BlockKind::table);
  CHECK(document.blocks[0].text.empty());
  return document.blocks[0].table;
}

Strings cells_of(const Table& table) {
  Strings all;
  for (const Cell& cell : table.cells) all.push_back(cell.text.utf8);
  return all;
}

}  // namespace

TEST_CASE("a plain table, with places") {
  const Document document = read_body(paragraph("ก่อน") +
                                      table(row(text_cell("ตัวชี้วัด") + text_cell("ก่อน"), "<w:tblHeader/>") +
                                            row(text_cell("ร้องเรียน") + text_cell("๑๒๐"))) +
                                      paragraph("หลัง"));
  REQUIRE(document.blocks.size() == 3);
  const Block& block = document.blocks[1];
  CHECK(block.table.rows == 2);
  CHECK(block.table.columns == 2);
  CHECK(cells_of(block.table) == Strings{"ตัวชี้วัด", "ก่อน", "ร้องเรียน", "๑๒๐"});
  CHECK(block.table.cells[0].header);
  CHECK_FALSE(block.table.cells[2].header);
  CHECK(block.place.table == 1);
  CHECK(block.place.row == 0);
  CHECK(block.place.paragraph == 2);

  const Place& place = block.table.cells[3].text.spans.at(0).place;
  CHECK(place.table == 1);
  CHECK(place.row == 2);
  CHECK(place.cell == 2);
  CHECK(place.paragraph == 5);
  CHECK(document.blocks[2].place.paragraph == 6);
  CHECK(document.blocks[2].place.table == 0);
}

TEST_CASE("cells merged over columns and rows") {
  const Table merged = only_table(
      row(text_cell("ก", "<w:vMerge w:val=\"restart\"/>") + text_cell("ข", "<w:gridSpan w:val=\"2\"/>")) +
      row(text_cell("", "<w:vMerge/>") + text_cell("ค") + text_cell("ง")) +
      row(text_cell("", "<w:vMerge/>") + text_cell("จ") + text_cell("ฉ")) +
      row(text_cell("ช", "<w:gridSpan w:val=\"3\"/>")));
  CHECK(merged.rows == 4);
  CHECK(merged.columns == 3);
  CHECK(cells_of(merged) == Strings{"ก", "ข", "ค", "ง", "จ", "ฉ", "ช"});
  CHECK(merged.cells[0].row_span == 3);
  CHECK(merged.cells[1].column_span == 2);
  CHECK(merged.cells[1].row_span == 1);
  CHECK(merged.cells[6].column_span == 3);
  for (int r = 0; r < merged.rows; ++r)
    for (int c = 0; c < merged.columns; ++c) CHECK(merged.at(r, c) != nullptr);
  CHECK(merged.at(2, 0) == &merged.cells[0]);
}

TEST_CASE("a vertical merge ends where another begins or a plain cell stands") {
  const Table merged =
      only_table(row(text_cell("ก", "<w:vMerge w:val=\"restart\"/>")) +
                 row(text_cell("ข", "<w:vMerge w:val=\"restart\"/>")) + row(text_cell("", "<w:vMerge/>")) +
                 row(text_cell("ค")) + row(text_cell("ง", "<w:vMerge/>")));
  CHECK(cells_of(merged) == Strings{"ก", "ข", "ค", "ง"});
  CHECK(merged.cells[0].row_span == 1);
  CHECK(merged.cells[1].row_span == 2);
  CHECK(merged.cells[3].row == 4);
}

TEST_CASE("rows that begin or end inside the grid") {
  const Table shifted =
      only_table(row(text_cell("ก") + text_cell("ข")) + row(text_cell("ค"), "<w:gridBefore w:val=\"1\"/>"));
  REQUIRE(shifted.cells.size() == 3);
  CHECK(shifted.cells[2].column == 1);
  CHECK(shifted.at(1, 0) == nullptr);
}

TEST_CASE("a span beyond all reason is cut to the limit") {
  const Table wide = only_table(row(text_cell("ก", "<w:gridSpan w:val=\"2000000000\"/>") + text_cell("ข")) +
                                row(text_cell("ค"), "<w:gridBefore w:val=\"2000000000\"/>"));
  CHECK(wide.columns <= 1000);
  CHECK(cells_of(wide) == Strings{"ก", "ข", "ค"});
}

TEST_CASE("paragraphs and nested tables within a cell") {
  const std::string inner = table(row(text_cell("1") + text_cell("2")) +
                                  row(text_cell("3") + cell(paragraph("4") + paragraph("5"))));
  const Document document =
      read_body(table(row(cell(paragraph("บน") + paragraph("ล่าง")) + cell(inner + paragraph("")))) +
                table(row(text_cell("อีกตาราง"))));
  REQUIRE(document.blocks.size() == 2);
  const Table& outer = document.blocks[0].table;
  CHECK(cells_of(outer) == Strings{"บน\nล่าง", "1\t2\n3\t4 5"});
  const Place& place = outer.cells[1].text.spans.at(0).place;
  CHECK(place.table == 1);
  CHECK(place.row == 1);
  CHECK(place.cell == 2);
  CHECK(document.blocks[1].place.table == 2);
  for (const Span& span : outer.cells[1].text.spans) CHECK(span.end <= outer.cells[1].text.utf8.size());
}

TEST_CASE("controls around rows and cells") {
  const auto control = [](const std::string& content) {
    return "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
  };
  const Table wrapped = only_table(control(row(text_cell("ก") + control(text_cell("ข")))) +
                                   row(text_cell("ค") + text_cell("ง")));
  CHECK(wrapped.rows == 2);
  CHECK(cells_of(wrapped) == Strings{"ก", "ข", "ค", "ง"});
}

TEST_CASE("automatic numbers in cells stand before the text") {
  DocxFile file;
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"thaiNumbers\"/><w:lvlText "
      "w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  const std::string numbered = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
  file.body = table(row(cell(paragraph("", numbered)) + text_cell("ปีแรก")) +
                    row(cell(paragraph("ข้อ", numbered)) + text_cell("x")));
  const Document document = read(file);
  CHECK(cells_of(document.blocks.at(0).table) == Strings{"๑.", "ปีแรก", "๒. ข้อ", "x"});
}

TEST_CASE("rows and cells that a tracked change deletes are left out") {
  const Document document = read_body(
      table(row(text_cell("ก")) + row(text_cell("ข"), "<w:del/>") + row(text_cell("ค"), "<w:ins/>")));
  CHECK(cells_of(document.blocks.at(0).table) == Strings{"ก", "ค"});
  CHECK(document.blocks[0].table.rows == 2);
  CHECK(find_note(document, Note::Kind::tracked_changes) != nullptr);
}

TEST_CASE("a text box in a cell belongs to the cell") {
  const std::string box = "<w:p><w:r><w:t>ก</w:t><w:pict><v:shape><v:textbox><w:txbxContent>" +
                          paragraph("กล่อง") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
  CHECK(cells_of(only_table(row(cell(box) + text_cell("ข")))) == Strings{"ก\nกล่อง", "ข"});
}

TEST_CASE("a frame around text is no table") {
  const auto cell = [](const std::string& content) { return "<w:tr><w:tc>" + content + "</w:tc></w:tr>"; };
  const std::string inner =
      "<w:tbl><w:tr><w:tc>" + paragraph("ปี") + "</w:tc><w:tc>" + paragraph("ผล") + "</w:tc></w:tr></w:tbl>";
  const Document document = read_body(
      "<w:tbl>" + cell(paragraph("หัวข้อ", "<w:outlineLvl w:val=\"0\"/>") + inner + paragraph("ท้าย")) +
      "</w:tbl>");
  CHECK(texts(document.blocks) == Strings{"หัวข้อ", "", "ท้าย"});
  CHECK(document.blocks[0].kind == BlockKind::heading);
  CHECK(document.blocks[0].place.table == 1);
  CHECK(document.blocks[1].table.columns == 2);

  // A stack of frames, one of which holds as much text as no list does; and a list in one column.
  std::string many;
  for (int i = 0; i < 4; ++i) many += paragraph("ข้อ");
  CHECK(read_body("<w:tbl>" + cell(paragraph("หัวข้อ")) + cell(many) + "</w:tbl>").blocks.size() == 5);
  CHECK(read_body("<w:tbl>" + cell(paragraph("รายชื่อ")) + cell(paragraph("ก")) + "</w:tbl>").blocks.size() ==
        1);
}
