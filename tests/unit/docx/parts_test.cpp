// What shows in a document and stands in a part of its own: charts, ActiveX controls, pieces of other
// formats.
#include <catch2/catch.hpp>

#include "docx_file.hpp"
#include "extract/docx/docx.hpp"
#include "extract/docx/form_objects.hpp"
#include "extract/docx/mime.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

const std::string chart_names =
    " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

std::string points(const std::vector<std::string>& values, const std::string& format = "") {
  std::string xml = format.empty() ? "" : "<c:formatCode>" + format + "</c:formatCode>";
  for (std::size_t i = 0; i < values.size(); ++i)
    xml += "<c:pt idx=\"" + std::to_string(i) + "\"><c:v>" + values[i] + "</c:v></c:pt>";
  return xml;
}
std::string strings(const std::vector<std::string>& values) {
  return "<c:strRef><c:f>A1</c:f><c:strCache>" + points(values) + "</c:strCache></c:strRef>";
}
std::string figures(const std::vector<std::string>& values, const std::string& format = "") {
  return "<c:numRef><c:numCache>" + points(values, format) + "</c:numCache></c:numRef>";
}
std::string title(const std::string& text) {
  return "<c:title><c:tx><c:rich><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></c:rich></c:tx></c:title>";
}

Document read_with_chart(const std::string& content) {
  DocxFile file;
  file.parts.push_back(
      {"charts/chart1.xml", "chart",
       "<c:chartSpace" + chart_names + "><c:chart>" + content + "</c:chart></c:chartSpace>"});
  file.body =
      "<w:p><w:r><w:t>แผนภูมิ</w:t></w:r><w:r><w:drawing><wp:inline><wp:extent cx=\"5000000\" cy=\"3000000\"/>"
      "<a:graphic><a:graphicData><c:chart" +
      chart_names + " r:id=\"rId1\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
  return read(file);
}

Strings cells_of(const Block& block) {
  Strings all;
  for (const Cell& cell : block.table.cells) all.push_back(cell.text.utf8);
  return all;
}

/// A form whose body is a chunk of that name and content.
DocxFile with_chunk(const std::string& name, const std::string& content) {
  DocxFile file;
  file.parts.push_back({name, "aFChunk", content});
  file.body = paragraph("ก่อน") + "<w:altChunk r:id=\"rId1\"/>" + paragraph("หลัง");
  return file;
}
Document read_chunk(const std::string& name, const std::string& content) {
  return read(with_chunk(name, content));
}

}  // namespace

TEST_CASE("a chart is read as its title and the table that it shows") {
  const Document document = read_with_chart(
      title("เรื่องร้องเรียน") + "<c:plotArea><c:barChart><c:ser><c:tx>" + strings({"ก่อน"}) + "</c:tx><c:cat>" +
      strings({"น้ำเสีย", "ขยะ"}) + "</c:cat><c:val>" + figures({"120", "0.30000000000000004"}) +
      "</c:val></c:ser><c:ser><c:tx>" + strings({"หลัง"}) + "</c:tx><c:cat>" + strings({"น้ำเสีย", "ขยะ"}) +
      "</c:cat><c:val>" + figures({"35"}) + "</c:val></c:ser></c:barChart><c:valAx>" + title("เรื่องต่อปี") +
      "</c:valAx></c:plotArea>");
  CHECK(texts(document.blocks) == Strings{"แผนภูมิ", "เรื่องร้องเรียน", "เรื่องต่อปี", ""});
  const Block& block = document.blocks.at(3);
  REQUIRE(block.kind == BlockKind::table);
  CHECK(block.table.rows == 3);
  CHECK(block.table.columns == 3);
  CHECK(cells_of(block) == Strings{"", "ก่อน", "หลัง", "น้ำเสีย", "120", "35", "ขยะ", "0.3", ""});
  CHECK(block.table.at(0, 1)->header);
  CHECK(block.table.at(1, 1)->text.spans.at(0).place.part == "document");
  CHECK(find_note(document, Note::Kind::picture_not_read) == nullptr);
}

TEST_CASE("a chart's shares are shown in per cent") {
  const Document document = read_with_chart(
      "<c:plotArea><c:pieChart><c:ser><c:cat>" + figures({"2565", "2566"}) + "</c:cat><c:val>" +
      figures({"0.25", "0.755"}, "0.0%") + "</c:val></c:ser></c:pieChart></c:plotArea>");
  CHECK(cells_of(document.blocks.at(1)) == Strings{"", "", "2565", "25%", "2566", "75.5%"});
}

TEST_CASE("a chart without figures is noted as not read") {
  CHECK(find_note(read_with_chart("<c:plotArea/>"), Note::Kind::picture_not_read) != nullptr);
}

TEST_CASE("ActiveX controls are answers") {
  const std::string ax = " xmlns:ax=\"http://schemas.microsoft.com/office/2006/activeX\"";
  const auto property = [](const std::string& name, const std::string& value) {
    return "<ax:ocxPr ax:name=\"" + name + "\" ax:value=\"" + value + "\"/>";
  };
  const auto control = [&](const std::string& id, const std::string& properties) {
    return "<ax:ocx" + ax + " ax:classid=\"{" + id +
           "-EC42-11CE-9E0D-00AA006002F3}\" ax:persistence=\"persistPropertyBag\">" + properties +
           "</ax:ocx>";
  };
  const auto shown = [](const std::string& id) {
    return "<w:r><w:object><v:shape style=\"width:200pt;height:50pt\"><v:imagedata r:id=\"rId9\"/></v:shape>"
           "<w:control r:id=\"" +
           id + "\"/></w:object></w:r>";
  };
  DocxFile file;
  file.parts.push_back({"activeX/activeX1.xml", "control",
                        control("8BD21D40", property("Caption", "ร่วมมือ") + property("Value", "1"))});
  file.parts.push_back({"activeX/activeX2.xml", "control", control("8BD21D10", property("Value", "เทศบาล"))});
  file.parts.push_back({"activeX/activeX3.xml", "control", control("8BD21D30", property("Value", "2566"))});
  file.parts.push_back({"activeX/activeX4.xml", "control", control("D7053240", property("Caption", "ส่ง"))});
  file.body = "<w:p>" + shown("rId1") + "</w:p><w:p><w:r><w:t xml:space=\"preserve\">หน่วยงาน: </w:t></w:r>" +
              shown("rId2") + "</w:p><w:p><w:r><w:t xml:space=\"preserve\">ปี: </w:t></w:r>" + shown("rId3") +
              "</w:p><w:p>" + shown("rId4") + "</w:p>";
  const Document document = read(file);
  CHECK(texts(document.blocks) == Strings{"☑ ร่วมมือ", "หน่วยงาน: เทศบาล", "ปี: 2566", ""});
  REQUIRE(document.answers.size() == 3);
  CHECK(document.answers[0].value.utf8 == "เทศบาล");
  CHECK(document.answers[1].kind == Answer::Kind::choice);
  CHECK(document.answers[1].label.utf8 == "ปี:");
  CHECK(document.answers[2].ticked);
  CHECK(find_note(document, Note::Kind::attachments)->detail == "1");  // the button
}

TEST_CASE("the binary form of ActiveX controls is read") {
  using namespace std::string_literals;
  // Written by hand from MS-OFORMS 2.2.5: version, size, mask (display style, size, value, caption), then the
  // data.
  const std::string thai = "\x01\x0E\x32\x0E"s;  // two letters in UTF-16
  const std::string check = "\x00\x02\x24\x00"s + "\x40\x01\xC0\x80\x00\x00\x00\x00"s + "\x04\x00\x00\x00"s +
                            "\x01\x00\x00\x80"s + "\x04\x00\x00\x00"s + "\x00\x10\x00\x00\x00\x02\x00\x00"s +
                            "1\0\0\0"s + thai;
  docx::FormObject object;
  CHECK(docx::read_morph_data(check, object));
  CHECK(object.value == "1");
  CHECK(object.caption == "กา");
  for (std::size_t size = 0; size < check.size(); ++size)
    CHECK_FALSE(docx::read_morph_data(check.substr(0, size), object));
  std::string liar = check;
  liar[17] = '\x7F';  // the value's length
  CHECK_FALSE(docx::read_morph_data(liar, object));
}

TEST_CASE("a web page within a document is read where it shows") {
  const Document document = read_chunk(
      "afchunk.htm",
      "<html><head><title>x</title><style>p {}</style></head><body><h2>ความเป็นมา</h2><p>น้ำ<b>ท่วม</b>\n "
      "ซ้ำซาก<br>ทุกปี 45<sup>1</sup></p>"
      "<ol><li>สำรวจ</li><li>ประชุม<ul><li>เวทีแรก</li></ul></li></ol><p style='display: none'>ลับ</p>"
      "<p><input type=checkbox checked> ร่วมมือ <a href='https://example.go.th'>เว็บ</a></p>"
      "<table><tr><th rowspan=2>ปี</th><th "
      "colspan=2>ผล</th></tr><tr><td>ก่อน</td><td>หลัง</td></tr></table></body></html>");
  CHECK(texts(document.blocks) == Strings{"ก่อน", "ความเป็นมา", "น้ำท่วม ซ้ำซาก\nทุกปี 45¹", "สำรวจ", "ประชุม",
                                          "เวทีแรก", "☑ ร่วมมือ เว็บ", "", "หลัง"});
  CHECK(document.blocks[1].kind == BlockKind::heading);
  CHECK(document.blocks[1].level == 2);
  CHECK(numbers(document.blocks) == Strings{"", "", "", "1.", "2.", "•", "", "", ""});
  const Table& table = document.blocks.at(7).table;
  CHECK(table.rows == 2);
  CHECK(table.columns == 3);
  CHECK(table.at(1, 0)->text.utf8 == "ปี");
  CHECK(table.at(1, 2)->text.utf8 == "หลัง");
  CHECK(document.blocks[2].text.spans.at(0).place.part == "afchunk");
  REQUIRE(document.answers.size() == 1);
  CHECK(document.answers[0].ticked);
  REQUIRE(document.links.size() == 1);
  CHECK(document.links[0].text.utf8 == "เว็บ");
  CHECK(find_note(document, Note::Kind::hidden_text)->detail == "ลับ");
}

TEST_CASE("a saved web page, a plain text and a document within a document are read") {
  CHECK(texts(read_chunk("a.mht",
                         "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n type=\"text/html\"; "
                         "boundary=\"=b\"\r\n\r\n"
                         "--=b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: "
                         "quoted-printable"
                         "\r\n\r\n<p class=3D\"x\">=E0=B8=81=\r\n=E0=B8=B2</p>\r\n--=b--\r\n")
                  .blocks) == Strings{"ก่อน", "กา", "หลัง"});
  CHECK(texts(read_chunk("a.txt", "\xEF\xBB\xBFบรรทัดแรก\r\n\r\nบรรทัดสอง").blocks) ==
        Strings{"ก่อน", "บรรทัดแรก", "บรรทัดสอง", "หลัง"});
  DocxFile inner = with_chunk("b.txt", "ไม่อ่านซ้อน");
  inner.body +=
      "<w:p>"
      "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>หัวข้อ</w:t></w:r></w:p>";
  const Document document = read_chunk("a.docx", inner.bytes());
  CHECK(texts(document.blocks) == Strings{"ก่อน", "ก่อน", "หลัง", "หัวข้อ", "หลัง"});
  CHECK(document.blocks[3].kind == BlockKind::heading);
  CHECK(document.blocks[3].place.part == "a");
  CHECK(find_note(document, Note::Kind::page_not_read)->detail == "piece");
}

TEST_CASE("a piece that cannot be read is said, and nothing is held to be missing") {
  const Document document = read_chunk("a.rtf", "{\\rtf1 x}");
  CHECK(texts(document.blocks) == Strings{"ก่อน", "หลัง"});
  CHECK(find_note(document, Note::Kind::page_not_read)->detail == "rtf");
  CHECK_FALSE(read_well(document));
}

TEST_CASE("MIME in its other forms") {
  const auto page = docx::page_of_mime(
      "Content-Type: text/html; charset=tis-620\nContent-Transfer-Encoding: base64\n\nPHA+a\nzwvcD4=\n");
  REQUIRE(page.has_value());
  CHECK(page->bytes == "<p>k</p>");
  CHECK(page->encoding == "tis-620");
  CHECK_FALSE(docx::page_of_mime("Content-Type: text/plain\n\nx").has_value());
  CHECK_FALSE(docx::page_of_mime("").has_value());
  CHECK_FALSE(docx::is_mime("<html>"));
}
