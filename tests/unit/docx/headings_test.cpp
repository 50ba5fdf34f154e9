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
