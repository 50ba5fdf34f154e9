// Fields of a form: content controls and the form fields before them.
#include <catch2/catch.hpp>

#include "docx_file.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

std::string run(const std::string& text) {
  return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string control(const std::string& properties, const std::string& content) {
  return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}

const std::string untouched = "<w:showingPlcHdr/>";

std::string check_box(const std::string& checked) {
  return control("<w14:checkbox><w14:checked w14:val=\"" + checked + "\"/></w14:checkbox>", run("☒"));
}

/// Answers that are no ticks: those are found in the text, for all formats alike.
std::vector<Answer> fields_of(const Document& document) {
  std::vector<Answer> fields;
  for (const Answer& answer : document.answers)
    if (answer.kind != Answer::Kind::tick) fields.push_back(answer);
  return fields;
}

Answer only_field(const Document& document) {
  const auto fields = fields_of(document);
  REQUIRE(fields.size() == 1);
  return fields[0];
}

std::string legacy(const std::string& data, const std::string& result) {
  return "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>" + data +
         "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>" +
         "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + result +
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

}  // namespace

TEST_CASE("a control within a paragraph") {
  const Document document =
      read_body("<w:p>" + run("ชื่อหน่วยงาน: ") + control("", run("สำนักงานตัวอย่าง")) + run(" จังหวัด") + "</w:p>");
  REQUIRE(document.blocks.size() == 1);
  const Text& text = document.blocks[0].text;
  CHECK(text.utf8 == "ชื่อหน่วยงาน: สำนักงานตัวอย่าง จังหวัด");
  REQUIRE(text.spans.size() == 3);
  CHECK(text.spans[0].origin == Origin::text_layer);
  CHECK(text.spans[1].origin == Origin::form_field);
  CHECK(text.utf8.substr(text.spans[1].begin, text.spans[1].end - text.spans[1].begin) == "สำนักงานตัวอย่าง");

  const Answer answer = only_field(document);
  CHECK(answer.kind == Answer::Kind::text);
  CHECK(answer.label.utf8 == "ชื่อหน่วยงาน:");
  CHECK(answer.value.utf8 == "สำนักงานตัวอย่าง");
  CHECK(answer.value.spans.at(0).origin == Origin::form_field);
  CHECK_FALSE(answer.placeholder);
  CHECK(answer.place.paragraph == 1);
}

TEST_CASE("several controls in a paragraph have their own labels") {
  const Document document = read_body("<w:p>" + run("ชื่อ ") + control("", run("สมชาย")) + run(" โทร. ") +
                                      control("", run("0")) + "</w:p>");
  const auto fields = fields_of(document);
  REQUIRE(fields.size() == 2);
  CHECK(fields[0].label.utf8 == "ชื่อ");
  CHECK(fields[1].label.utf8 == "โทร.");
  CHECK(fields[1].value.utf8 == "0");
}

TEST_CASE("the maker's name for a control goes before the text around it") {
  const Answer answer = only_field(
      read_body("<w:p>" + run("1. ") + control("<w:alias w:val=\"ชื่อผลงาน\"/>", run("ก")) + "</w:p>"));
  CHECK(answer.label.utf8 == "ชื่อผลงาน");
}

TEST_CASE("a prompt that nobody replaced is kept out of the text") {
  SECTION("within a paragraph") {
    const Document document =
        read_body("<w:p>" + run("ชื่อ: ") + control(untouched, run("คลิกที่นี่")) + run(" (เต็ม)") + "</w:p>");
    CHECK(texts(document.blocks) == Strings{"ชื่อ:  (เต็ม)"});
    const Answer answer = only_field(document);
    CHECK(answer.placeholder);
    CHECK(answer.value.utf8 == "คลิกที่นี่");
    CHECK(answer.label.utf8 == "ชื่อ:");
  }
  SECTION("alone in its paragraph: the section is empty") {
    const Document document =
        read_body(paragraph("ที่มาของปัญหา") + "<w:p>" + control(untouched, run("พิมพ์ที่นี่")) + "</w:p>");
    CHECK(texts(document.blocks) == Strings{"ที่มาของปัญหา"});
    CHECK(only_field(document).label.utf8 == "ที่มาของปัญหา");
  }
  SECTION("around paragraphs") {
    const Document document =
        read_body(paragraph("ผลลัพธ์") + control(untouched, paragraph("ไม่เกิน") + paragraph("1 หน้า")));
    CHECK(texts(document.blocks) == Strings{"ผลลัพธ์"});
    const Answer answer = only_field(document);
    CHECK(answer.placeholder);
    CHECK(answer.value.utf8 == "ไม่เกิน\n1 หน้า");
    CHECK(answer.label.utf8 == "ผลลัพธ์");
  }
  SECTION("around a cell") {
    const Document document =
        read_body("<w:tbl><w:tr><w:tc>" + paragraph("โทรศัพท์") + "</w:tc>" +
                  control(untouched, "<w:tc>" + paragraph("ระบุ") + "</w:tc>") + "</w:tr></w:tbl>");
    const Table& table = document.blocks.at(0).table;
    REQUIRE(table.cells.size() == 2);
    CHECK(table.cells[1].text.empty());
    const Answer answer = only_field(document);
    CHECK(answer.placeholder);
    CHECK(answer.value.utf8 == "ระบุ");
    CHECK(answer.label.utf8 == "โทรศัพท์");
  }
}

TEST_CASE("a heading stays bold when the prompt beside it is not") {
  const Document document = read_body("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>ชื่อผลงาน</w:t></w:r>" +
                                      control(untouched, run("ระบุ")) + "</w:p>");
  CHECK(document.blocks.at(0).bold);
}

TEST_CASE("a control around paragraphs keeps them in place") {
  const Document document = read_body(
      paragraph("สรุป") + control("", paragraph("บรรทัดแรก") + paragraph("บรรทัดสอง")) + paragraph("จบ"));
  CHECK(texts(document.blocks) == Strings{"สรุป", "บรรทัดแรก", "บรรทัดสอง", "จบ"});
  const Answer answer = only_field(document);
  CHECK(answer.value.utf8 == "บรรทัดแรก\nบรรทัดสอง");
  CHECK(answer.place.paragraph == 2);
}

TEST_CASE("a control in a cell is labelled by the cell to the left") {
  const Document document = read_body("<w:tbl><w:tr><w:tc>" + paragraph("จังหวัด") + "</w:tc><w:tc><w:p>" +
                                      control("", run("เชียงใหม่")) + "</w:p></w:tc></w:tr></w:tbl>");
  const Answer answer = only_field(document);
  CHECK(answer.label.utf8 == "จังหวัด");
  CHECK(answer.value.utf8 == "เชียงใหม่");
  CHECK(answer.place.cell == 2);
  CHECK(document.blocks.at(0).table.cells.at(1).text.utf8 == "เชียงใหม่");
}

TEST_CASE("choices") {
  const std::string entries =
      "<w:dropDownList><w:listItem w:displayText=\"เลือกประเภท\" w:value=\"\"/><w:listItem "
      "w:displayText=\"เลื่อนระดับ\" "
      "w:value=\"2\"/></w:dropDownList>";
  const Answer chosen =
      only_field(read_body("<w:p>" + run("ประเภท ") + control(entries, run("เลื่อนระดับ")) + "</w:p>"));
  CHECK(chosen.kind == Answer::Kind::choice);
  CHECK(chosen.value.utf8 == "เลื่อนระดับ");
  CHECK_FALSE(chosen.placeholder);

  const Document open = read_body("<w:p>" + run("ประเภท ") + control(entries, run("เลือกประเภท")) + "</w:p>");
  CHECK(only_field(open).placeholder);
  CHECK(texts(open.blocks) == Strings{"ประเภท"});
}

TEST_CASE("check boxes show their state, not the glyph that stands in the file") {
  CHECK(texts(read_body("<w:p>" + check_box("1") + run(" ใช่ ") + check_box("0") + run(" ไม่ใช่") + "</w:p>")
                  .blocks) == Strings{"☑ ใช่ ☐ ไม่ใช่"});
}

TEST_CASE("controls that hold other content are no fields of their own") {
  const Document repeated = read_body(control(
      "<w15:repeatingSection/>",
      control("<w15:repeatingSectionItem/>", "<w:p>" + run("ชื่อ ") + control("", run("ก")) + "</w:p>")));
  CHECK(only_field(repeated).value.utf8 == "ก");
  const Document wrapped = read_body(control("", "<w:p>" + run("ชื่อ ") + control("", run("ข")) + "</w:p>"));
  CHECK(only_field(wrapped).value.utf8 == "ข");
  CHECK(fields_of(read_body(control("<w:group/>", paragraph("x")))).empty());
}

TEST_CASE("legacy form fields") {
  SECTION("check boxes") {
    const std::string boxes =
        legacy("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>", "") + run(" ก ") +
        legacy("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>", "") + run(" ข ") +
        legacy("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>", "") + run(" ค");
    CHECK(texts(read_body("<w:p>" + boxes + "</w:p>").blocks) == Strings{"☑ ก ☐ ข ☐ ค"});
  }
  SECTION("a list") {
    const Document document =
        read_body("<w:p>" + run("ปี ") +
                  legacy("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"2565\"/>"
                         "<w:listEntry w:val=\"2566\"/></w:ddList>",
                         run("2565")) +
                  "</w:p>");
    CHECK(texts(document.blocks) == Strings{"ปี 2566"});
    const Answer answer = only_field(document);
    CHECK(answer.kind == Answer::Kind::choice);
    CHECK(answer.value.utf8 == "2566");
    CHECK(answer.label.utf8 == "ปี");
  }
  SECTION("text, filled in") {
    const Document document = read_body("<w:p>" + run("ชื่อ ") + legacy("<w:textInput/>", run("สมศรี")) +
                                        run(" จบ</w:t></w:r><w:r><w:t>") + "</w:p>");
    const Answer answer = only_field(document);
    CHECK(answer.value.utf8 == "สมศรี");
    CHECK(answer.value.spans.at(0).origin == Origin::form_field);
    CHECK(answer.label.utf8 == "ชื่อ");
    CHECK_FALSE(answer.placeholder);
  }
  SECTION("text, untouched") {
    const Document blank =
        read_body("<w:p>" + run("ชื่อ ") + legacy("<w:textInput/>", run("\u2002\u2002\u2002")) + "</w:p>");
    CHECK(only_field(blank).value.empty());
    const Document prompt =
        read_body("<w:p>" + run("ชื่อ ") +
                  legacy("<w:textInput><w:default w:val=\"ระบุ\"/></w:textInput>", run("ระบุ")) + "</w:p>");
    CHECK(only_field(prompt).placeholder);
    CHECK(texts(prompt.blocks) == Strings{"ชื่อ"});
  }
}

TEST_CASE("what Google Docs wraps for its own use is no field") {
  const Document document =
      read_body("<w:p>" + control("<w:tag w:val=\"goog_rdk_0\"/>", run("ข้อความ")) + run(" ต่อ") + "</w:p>");
  CHECK(texts(document.blocks) == Strings{"ข้อความ ต่อ"});
  CHECK(document.answers.empty());
}
