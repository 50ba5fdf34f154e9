// Headings, weight and size: what styles pass on.
#include <catch2/catch.hpp>

#include "docx_file.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

std::string style(const std::string& id, const std::string& name, const std::string& content,
                  const std::string& parent = "") {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" +
         (parent.empty() ? "" : "<w:basedOn w:val=\"" + parent + "\"/>") + content + "</w:style>";
}

Block only_block(const DocxFile& file) {
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 1);
  return document.blocks[0];
}

Block styled(const std::string& styles, const std::string& properties) {
  DocxFile file;
  file.styles = styles;
  file.body = paragraph("ข้อมูลทั่วไป", properties);
  return only_block(file);
}

Block of_runs(const std::string& runs, const std::string& styles = "") {
  DocxFile file;
  file.styles = styles;
  file.body = "<w:p>" + runs + "</w:p>";
  return only_block(file);
}

std::string run(const std::string& properties, const std::string& text) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

}  // namespace

TEST_CASE("headings are known by outline level and by style name") {
  const std::string outline = "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>";
  CHECK(styled("", "<w:outlineLvl w:val=\"2\"/>").level == 3);
  CHECK(styled(style("a", "ส่วน", outline), "<w:pStyle w:val=\"a\"/>").level == 2);
  CHECK(styled(style("a", "heading 2", ""), "<w:pStyle w:val=\"a\"/>").level == 2);
  CHECK(styled(style("a", "Heading 2", ""), "<w:pStyle w:val=\"a\"/>").level == 2);
  CHECK(styled(style("a", "หัวเรื่อง 3", ""), "<w:pStyle w:val=\"a\"/>").level == 3);
  CHECK(styled(style("a", "Title", ""), "<w:pStyle w:val=\"a\"/>").level == 1);
  CHECK(styled(style("a", "heading 1", "") + style("b", "ส่วน", "", "a"), "<w:pStyle w:val=\"b\"/>").level ==
        1);
  CHECK(styled(style("a", "heading 1", ""), "<w:pStyle w:val=\"a\"/>").kind == BlockKind::heading);
}

TEST_CASE("body text is no heading") {
  CHECK(styled("", "").kind == BlockKind::paragraph);
  CHECK(styled("", "<w:pStyle w:val=\"unknown\"/>").kind == BlockKind::paragraph);
  const std::string heading = style("a", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>");
  CHECK(styled(heading, "<w:pStyle w:val=\"a\"/><w:outlineLvl w:val=\"9\"/>").kind == BlockKind::paragraph);
  CHECK(styled(style("a", "heading note", ""), "<w:pStyle w:val=\"a\"/>").level == 0);
  // Properties before a tracked change of formatting do not count.
  CHECK(styled("", "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>").level == 0);
}

TEST_CASE("styles based on one another in a circle are read") {
  CHECK(styled(style("a", "x", "", "b") + style("b", "y", "", "a"), "<w:pStyle w:val=\"a\"/>").level == 0);
}

TEST_CASE("a block is bold when all its letters are") {
  CHECK(of_runs(run("<w:b/><w:bCs/>", "หัวข้อ")).bold);
  CHECK(of_runs(run("<w:b/>", "หัว") + run("<w:bCs/>", "ข้อ") + run("", " : ")).bold);
  CHECK_FALSE(of_runs(run("<w:b/>", "หัวข้อ") + run("", " เนื้อหา")).bold);
  CHECK_FALSE(of_runs(run("<w:b w:val=\"0\"/>", "หัวข้อ")).bold);
  CHECK_FALSE(of_runs(run("", "หัวข้อ")).bold);
}

TEST_CASE(
    "weight and size come from the run, its style, the paragraph's style, the defaults, in that order") {
  const std::string styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:szCs w:val=\"28\"/></w:rPr></w:rPrDefault>"
      "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
      "w:styleId=\"Normal\"><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"Big\"><w:rPr><w:szCs w:val=\"40\"/></w:rPr></w:style>";
  CHECK(of_runs(run("", "ก"), styles).font_size == 14);
  CHECK(of_runs(run("", "a"), styles).font_size == 11);
  CHECK(of_runs(run("<w:rStyle w:val=\"Big\"/>", "ก"), styles).font_size == 20);
  CHECK(of_runs(run("<w:rStyle w:val=\"Big\"/><w:szCs w:val=\"32\"/>", "ก"), styles).font_size == 16);
  CHECK(of_runs(run("<w:szCs w:val=\"32\"/>", "ก") + run("", "ข"), styles).font_size == 16);
  CHECK(of_runs(run("", "ก"), styles).bold);
  CHECK_FALSE(of_runs(run("<w:b w:val=\"false\"/>", "ก"), styles).bold);
}

namespace {

std::string bold(const std::string& text) {
  return "<w:p>" + run("<w:b/><w:bCs/>", text) + "</w:p>";
}

Strings headings_in(const std::string& body, const std::string& numbering = "") {
  DocxFile file;
  file.numbering = numbering;
  file.body = body;
  Strings found;
  for (const Block& block : read(file).blocks)
    if (block.kind == BlockKind::heading) found.push_back(block.text.utf8);
  return found;
}

const std::string prose = paragraph("หน่วยงานจัดเวทีรับฟังความคิดเห็นของประชาชนในพื้นที่และนำข้อเสนอไปปรับแผน");

}  // namespace

TEST_CASE("headings that are only bold or larger") {
  CHECK(headings_in(bold("๑. ข้อมูลทั่วไป") + prose + bold("ที่มาของปัญหา") + prose) ==
        Strings{"๑. ข้อมูลทั่วไป", "ที่มาของปัญหา"});
  const std::string large = "<w:p>" + run("<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>", "ผลลัพธ์") + "</w:p>";
  CHECK(headings_in(large + prose) == Strings{"ผลลัพธ์"});
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"thaiNumbers\"/><w:lvlText "
      "w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  CHECK(headings_in("<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" +
                        run("<w:bCs/>", "ข้อมูล") + "</w:p>" + prose,
                    numbering) == Strings{"ข้อมูล"});
  // Level: what a heading is worth among others nobody said.
  DocxFile file;
  file.body = bold("ที่มา") + prose;
  CHECK(read(file).blocks.at(0).level == 0);
}

TEST_CASE("bold text that is no heading") {
  CHECK(headings_in(bold("☐ เลื่อนระดับ") + prose).empty());
  CHECK(headings_in(prose + bold("ขอแสดงความนับถือ")).empty());  // heads nothing
  CHECK(headings_in(bold("ชื่อ ............................") + prose).empty());
  CHECK(headings_in(bold("* โปรดแนบหลักฐาน") + prose).empty());
  std::string sentence;
  for (int i = 0; i < 10; ++i) sentence += "หน่วยงานจัดเวทีรับฟังความคิดเห็น ";
  CHECK(headings_in(bold(sentence) + prose + prose + prose + prose + prose + prose).empty());
  // A form that is bold throughout, and a passage of bold lines.
  const std::string bold_line = bold("หน่วยงานจัดเวทีรับฟังความคิดเห็นของประชาชนในพื้นที่");
  CHECK(headings_in(bold("ที่มา") + bold_line + bold("ผล") + bold_line + prose).empty());
  std::string passage;
  for (const char* line : {"ก่อน", "ระหว่าง", "หลัง", "ผู้รับผิดชอบ", "งบประมาณ", "สถานที่"}) passage += bold(line);
  CHECK(headings_in(passage + prose + prose).empty());
}

TEST_CASE("Thai offices name their styles themselves") {
  CHECK(styled(style("a", "หัวข้อ ๒", ""), "<w:pStyle w:val=\"a\"/>").level == 2);
  CHECK(styled(style("a", "หัวข้อหลัก", ""), "<w:pStyle w:val=\"a\"/>").level == 1);
  CHECK(styled(style("a", "หัวข้อย่อย", ""), "<w:pStyle w:val=\"a\"/>").level == 2);
  CHECK(styled(style("a", "หัวเรื่องที่ 3", ""), "<w:pStyle w:val=\"a\"/>").level == 3);
  CHECK(styled(style("a", "heading 1,h1,หัวใหญ่", ""), "<w:pStyle w:val=\"a\"/>").level == 1);
  CHECK(styled(style("a", "เนื้อความหัวข้อ", ""), "<w:pStyle w:val=\"a\"/>").level == 0);
}
