// What the body points at: links, pictures, drawings, the prompts of its controls; and what it hides.
#include <catch2/catch.hpp>

#include "docx_file.hpp"
#include "extract/docx/docx.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string field(const std::string& code, const std::string& result = "") {
  return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + code + "</w:instrText></w:r>" +
         (result.empty() ? "" : "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run(result)) +
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

std::string control(const std::string& properties, const std::string& content) {
  return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}

std::string picture(const std::string& id, long centimetres = 16) {
  const std::string size = std::to_string(centimetres * 360'000);
  return "<w:r><w:drawing><wp:inline><wp:extent cx=\"" + size + "\" cy=\"" + size +
         "\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=\"" + id +
         "\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
}

RecognisedPage page_of(const std::string& text) {
  RecognisedPage page;
  page.confidence = 0.9F;
  Block block;
  block.text.utf8 = text;
  block.font_size = 40;
  block.text.spans.push_back({0, text.size(), {1, {10, 10, 90, 20}, "", 0, 0, 0, 0}, Origin::ocr, 0.9F, {}});
  page.blocks.push_back(block);
  return page;
}

Answer only_answer(const Document& document) {
  REQUIRE(document.answers.size() == 1);
  return document.answers[0];
}

}  // namespace

TEST_CASE("links are kept with their words and never followed") {
  DocxFile file;
  file.parts.push_back({"https://example.go.th/a?b=1&amp;c=2", "hyperlink", "", true});
  file.body = "<w:p>" + run("ดู ") + "<w:hyperlink r:id=\"rId1\" w:anchor=\"top\">" + run("เว็บ") + run("ไซต์") +
              "</w:hyperlink>" + run(" หรือ ") +
              field(" HYPERLINK \"https://example.or.th\" \\o \"tip\" ", "ที่นี่") +
              "</w:p><w:p><w:hyperlink w:anchor=\"x\">" + run("ข้างบน") + "</w:hyperlink></w:p>";
  const Document document = read(file);
  CHECK(texts(document.blocks) == Strings{"ดู เว็บไซต์ หรือ ที่นี่", "ข้างบน"});
  REQUIRE(document.links.size() == 2);
  CHECK(document.links[0].target == "https://example.go.th/a?b=1&c=2#top");
  CHECK(document.links[0].text.utf8 == "เว็บไซต์");
  CHECK(document.links[0].place.paragraph == 1);
  CHECK(document.links[0].text.spans.at(0).place.paragraph == 1);
  CHECK(document.links[1].target == "https://example.or.th");
  CHECK(document.links[1].text.utf8 == "ที่นี่");
}

TEST_CASE("pictures are handed to recognition and read where they stand") {
  DocxFile file;
  file.parts.push_back({"media/image1.png", "image", "PNG bytes"});
  file.body = "<w:p>" + run("แนบ") + picture("rId1") + "</w:p><w:tbl><w:tr><w:tc>" + "<w:p>" +
              picture("rId1") + "</w:p></w:tc><w:tc>" + paragraph("ภาพ") + "</w:tc></w:tr></w:tbl>" +
              paragraph("ท้าย");
  int calls = 0;
  DocxOptions options;
  options.recognise = [&calls](std::string_view bytes) {
    ++calls;
    CHECK(bytes == "PNG bytes");
    return page_of("ข้อความในภาพ");
  };
  const ReadResult result = read_docx(file.bytes(), options);
  REQUIRE(std::holds_alternative<Document>(result));
  const auto& document = std::get<Document>(result);
  CHECK(calls == 1);  // one picture, wherever it stands
  CHECK(texts(document.blocks) == Strings{"แนบ", "", "ข้อความในภาพ", "", "ท้าย"});
  CHECK(document.blocks.at(3).table.cells.at(0).text.utf8 == "ข้อความในภาพ");
  const Span& span = document.blocks.at(2).text.spans.at(0);
  CHECK(span.origin == Origin::ocr);
  CHECK(span.confidence == 0.9F);
  CHECK(span.place.part == "document");
  CHECK(span.place.paragraph == 1);
  CHECK(span.place.box.empty());
  CHECK(find_note(document, Note::Kind::page_by_ocr) != nullptr);
  CHECK(find_note(document, Note::Kind::picture_not_read) == nullptr);
}

TEST_CASE("a picture that cannot be recognised is noted") {
  DocxFile file;
  file.parts.push_back({"media/image1.emf", "image", "EMF"});
  file.parts.push_back({"https://example.com/a.png", "image", "", true});
  DocxOptions options;
  int calls = 0;
  options.recognise = [&calls](std::string_view) {
    ++calls;
    RecognisedPage page;
    page.failed = true;
    return page;
  };
  const auto unread = [&](const std::string& body) {
    file.body = body;
    const ReadResult result = read_docx(file.bytes(), options);
    const Note* note = find_note(std::get<Document>(result), Note::Kind::picture_not_read);
    return note == nullptr ? std::string() : note->detail;
  };
  CHECK(unread("<w:p>" + run("x") + picture("rId1") + picture("rId2") + picture("rId9") + "</w:p>") == "3");
  CHECK(calls == 1);
  CHECK(unread("<w:p>" + run("x") + picture("rId1", 3) + "</w:p>").empty());  // a logo
}

TEST_CASE("the words of SmartArt and WordArt are read") {
  DocxFile file;
  const std::string a = " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
  const std::string dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram";
  const auto point = [](const std::string& type, const std::string& text) {
    return "<dgm:pt type=\"" + type + "\"><dgm:t><a:p><a:r><a:t>" + text +
           "</a:t></a:r></a:p></dgm:t></dgm:pt>";
  };
  file.parts.push_back({"diagrams/data1.xml", "diagramData",
                        "<dgm:dataModel xmlns:dgm=\"" + dgm + "\"" + a + "><dgm:ptLst>" +
                            point("node", "รับฟัง") + point("pres", "x") + point("node", "ตัดสินใจ") +
                            "</dgm:ptLst></dgm:dataModel>"});
  file.body = "<w:p>" + run("ขั้นตอน") +
              "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds xmlns:dgm=\"" + dgm +
              "\" r:dm=\"rId1\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>" +
              "<w:p><w:r><w:pict><v:shape><v:textpath string=\"ร่าง\"/></v:shape></w:pict></w:r></w:p>";
  CHECK(texts(read(file).blocks) == Strings{"ขั้นตอน", "รับฟัง", "ตัดสินใจ", "ร่าง"});
}

TEST_CASE("prompts are known even where the control does not say so") {
  DocxFile file;
  file.parts.push_back(
      {"glossary/document.xml", "glossaryDocument",
       "<w:glossaryDocument " + namespaces() +
           "><w:docParts><w:docPart><w:docPartPr><w:name w:val=\"P1\"/></w:docPartPr><w:docPartBody><w:p>" +
           run("ระบุชื่อ") + run("หน่วยงาน") +
           "</w:p></w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"});
  const auto answer = [&](const std::string& value) {
    file.body = "<w:p>" + run("ชื่อ: ") +
                control("<w:placeholder><w:docPart w:val=\"P1\"/></w:placeholder>", run(value)) + "</w:p>";
    return only_answer(read(file));
  };
  CHECK(answer("ระบุชื่อหน่วยงาน").placeholder);
  CHECK(answer("คลิกหรือแตะที่นี่เพื่อใส่ข้อความ").placeholder);
  CHECK(answer("Choose an item.").placeholder);
  CHECK(answer("..............").placeholder);
  CHECK_FALSE(answer("สำนักงานตัวอย่าง").placeholder);
  CHECK_FALSE(answer("-").value.empty());
}

TEST_CASE("prompts of old templates, and signs written as fields") {
  const Document document =
      read_body("<w:p>" + run("ชื่อ: ") + field(" MACROBUTTON NoMacro [พิมพ์ชื่อที่นี่] ") + "</w:p>");
  CHECK(texts(document.blocks) == Strings{"ชื่อ:"});
  const Answer answer = only_answer(document);
  CHECK(answer.placeholder);
  CHECK(answer.value.utf8 == "[พิมพ์ชื่อที่นี่]");
  CHECK(answer.label.utf8 == "ชื่อ:");
  CHECK(texts(read_body("<w:p>" + field(" SYMBOL 254 \\f \"Wingdings\" \\s 12 ") + run(" ใช่ ") +
                        field("SYMBOL 0xA8 \\f Wingdings") + run(" ไม่ใช่") + "</w:p>")
                  .blocks) == Strings{"☑ ใช่ ☐ ไม่ใช่"});
}

TEST_CASE("check boxes at every level show their state") {
  const std::string on = "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>";
  CHECK(texts(read_body(control(on, paragraph("☒")) + paragraph("ใช่")).blocks) == Strings{"☑", "ใช่"});
  CHECK(texts(read_body("<w:p>" + control(on, run("☐ เห็นด้วย")) + "</w:p>").blocks) == Strings{"☑ เห็นด้วย"});
  CHECK(texts(read_body("<w:p>" + control(on, run("เห็นด้วย")) + "</w:p>").blocks) == Strings{"☑เห็นด้วย"});
  const Document cells = read_body("<w:tbl><w:tr>" + control(on, "<w:tc>" + paragraph("☐") + "</w:tc>") +
                                   "<w:tc>" + paragraph("มี") + "</w:tc></w:tr></w:tbl>");
  CHECK(cells.blocks.at(0).table.cells.at(0).text.utf8 == "☑");
}

TEST_CASE("a text form field over several paragraphs is one answer") {
  const auto fld = [](const std::string& type, const std::string& data = "") {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\">" + data + "</w:fldChar></w:r>";
  };
  const Document document =
      read_body("<w:p>" + run("ผล: ") + fld("begin", "<w:ffData><w:textInput/></w:ffData>") +
                fld("separate") + run("บรรทัดแรก") + "</w:p>" + paragraph("กลาง") + "<w:p>" + run("ท้าย") +
                fld("end") + run(" จบ") + "</w:p>");
  CHECK(texts(document.blocks) == Strings{"ผล: บรรทัดแรก", "กลาง", "ท้าย จบ"});
  const Answer answer = only_answer(document);
  CHECK(answer.label.utf8 == "ผล:");
  CHECK(answer.value.utf8 == "บรรทัดแรก\nกลาง\nท้าย");
}

TEST_CASE("what nobody sees is left out, however it was hidden") {
  const auto hidden_in = [](const std::string& body) {
    const Document document = read_body(body);
    for (const std::string& text : texts(document.blocks)) CHECK(text.find("ลับ") == std::string::npos);
    for (const Block& block : document.blocks)
      for (const Cell& cell : block.table.cells) CHECK(cell.text.utf8.find("ลับ") == std::string::npos);
    const Note* note = find_note(document, Note::Kind::hidden_text);
    return note == nullptr ? std::string() : note->detail;
  };
  const auto in_paragraph = [](const std::string& content) {
    return "<w:p>" + run("เห็น") + content + "</w:p>";
  };
  CHECK(hidden_in(in_paragraph(run("ลับ", "<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>"))) == "ลับ");
  CHECK(hidden_in(in_paragraph(run("ลับ", "<w:color w:val=\"FFFFFF\"/>"))) == "ลับ");
  CHECK(hidden_in(in_paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox><w:txbxContent>" +
                               paragraph("ลับ") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")) ==
        "ลับ");
  CHECK(hidden_in("<w:tbl><w:tr><w:tc>" + paragraph("เห็น") +
                  "</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + paragraph("ลับ") +
                  "</w:tc></w:tr></w:tbl>") == "ลับ");
  // White on a colour is plain to see, and blanks hide nothing.
  CHECK(texts(read_body(paragraph("ก") + "<w:p>" +
                        run("ข", "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"1F4E79\"/>") +
                        "</w:p>")
                  .blocks) == Strings{"ก", "ข"});
  CHECK(hidden_in(in_paragraph(run("  ", "<w:vanish/>"))).empty());
}

TEST_CASE("hiding and weight are toggles between styles") {
  DocxFile file;
  file.styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:b/><w:bCs/><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:b/><w:bCs/><w:vanish/></w:rPr></w:style>";
  file.body = "<w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr>" + run("ลับ") +
              run("เห็น", "<w:rStyle w:val=\"C\"/>") + "</w:p>";
  const Document document = read(file);
  CHECK(texts(document.blocks) == Strings{"เห็น"});
  CHECK_FALSE(document.blocks[0].bold);
}

TEST_CASE("headers and footers keep their fields, links and changes") {
  DocxFile file;
  file.body = paragraph("เนื้อหา");
  file.parts.push_back({"header1.xml", "header",
                        "<w:hdr " + namespaces() + "><w:p>" + run("หน่วยงาน ") + control("", run("สำนักงาน")) +
                            "<w:ins>" + run("ใหม่") + "</w:ins></w:p></w:hdr>"});
  const Document document = read(file);
  CHECK(only_answer(document).value.utf8 == "สำนักงาน");
  CHECK(only_answer(document).place.part == "header1");
  CHECK(find_note(document, Note::Kind::tracked_changes) != nullptr);
}

TEST_CASE("line ends within a run's text are spaces") {
  CHECK(texts(read_body("<w:p><w:r><w:t>แถว\nแรก</w:t></w:r></w:p>").blocks) == Strings{"แถว แรก"});
}

TEST_CASE("templates are read and noted") {
  DocxFile file;
  file.body = paragraph("แบบฟอร์ม");
  for (const char* type : {"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
                           "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"}) {
    file.content_type = type;
    CHECK(find_note(read(file), Note::Kind::file_template) != nullptr);
  }
  file.content_type = "application/vnd.ms-word.document.macroEnabled.main+xml";
  CHECK(find_note(read(file), Note::Kind::macros) != nullptr);
  CHECK(find_note(read(file), Note::Kind::file_template) == nullptr);
}

TEST_CASE("attributes hold marks of XML") {
  const Answer answer = only_answer(
      read_body("<w:p>" + control("<w:alias w:val=\"ชื่อ &amp; ที่อยู่ &lt;จริง&gt;\"/>", run("ก")) + "</w:p>"));
  CHECK(answer.label.utf8 == "ชื่อ & ที่อยู่ <จริง>");
}
