// Running text: runs, fields, shapes, tracked changes, what is hidden and what stands apart.
#include <catch2/catch.hpp>

#include "docx_file.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

std::string run(std::string_view text, std::string_view properties = "") {
  return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" +
         std::string(text) + "</w:t></w:r>";
}

std::string in_paragraph(std::string_view content) {
  return "<w:p>" + std::string(content) + "</w:p>";
}

std::string field_char(std::string_view type, std::string_view content = "") {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\">" + std::string(content) +
         "</w:fldChar></w:r>";
}

std::string code(std::string_view text) {
  return "<w:r><w:instrText>" + std::string(text) + "</w:instrText></w:r>";
}

std::string picture(long width_emu, long height_emu) {
  return "<w:drawing><wp:inline><wp:extent cx=\"" + std::to_string(width_emu) + "\" cy=\"" +
         std::to_string(height_emu) +
         "\"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>";
}

std::string text_box_in_both_forms(std::string_view content) {
  const std::string box = "<w:txbxContent>" + std::string(content) + "</w:txbxContent>";
  return "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:extent cx=\"9000000\" "
         "cy=\"9000000\"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>" +
         box + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>" +
         "<mc:Fallback><w:pict><v:shape style=\"width:10pt;height:9pt\"><v:textbox>" + box +
         "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>";
}

Strings text_of(std::string_view paragraph_content) {
  return texts(read_body(in_paragraph(paragraph_content)).blocks);
}

}  // namespace

TEST_CASE("runs are joined before the text is repaired") {
  // Split inside the cluster กั่, and sara am stored as its two parts in two runs.
  const Document document =
      read_body(in_paragraph(run("ป้องก") + run("\u0E31") + run("น") + run(" น\u0E49\u0E4D") + run("าท่วม")));
  REQUIRE(document.blocks.size() == 1);
  const Text& text = document.blocks[0].text;
  CHECK(text.utf8 == "ป้องกัน น้ำท่วม");
  REQUIRE(text.spans.size() == 1);
  CHECK(text.spans[0].begin == 0);
  CHECK(text.spans[0].end == text.utf8.size());
  CHECK(text.spans[0].origin == Origin::text_layer);
  CHECK(text.spans[0].confidence == 1);
  CHECK(text.spans[0].place.part == "document");
  CHECK(text.spans[0].place.paragraph == 1);
  CHECK(text.spans[0].place.page == 0);
}

TEST_CASE("tabs, breaks, hyphens and white space") {
  CHECK(text_of("<w:r><w:t>ก</w:t><w:tab/><w:t>ข</w:t><w:br/><w:t>ค</w:t></w:r>") == Strings{"ก\tข\nค"});
  CHECK(text_of("<w:r><w:t>02</w:t><w:noBreakHyphen/><w:t>555</w:t></w:r>") == Strings{"02-555"});
  CHECK(text_of("<w:r><w:t>ระ</w:t><w:softHyphen/><w:t>ยะ</w:t></w:r>") == Strings{"ระยะ"});
  CHECK(text_of("<w:r><w:t>\n    ระยะ\n  </w:t></w:r>" + run(" เวลา ")) == Strings{"ระยะ เวลา"});
  CHECK(text_of("<w:r><w:t> </w:t></w:r><w:r><w:t>x</w:t></w:r>") == Strings{"x"});
}

TEST_CASE("wrapped runs are read where they stand") {
  CHECK(text_of(run("ก") + "<w:hyperlink>" + run("ข") + "</w:hyperlink><w:smartTag>" + run("ค") +
                "</w:smartTag><w:bdo>" + run("ง") + "</w:bdo>") == Strings{"กขคง"});
  CHECK(text_of("<w:r><w:ruby><w:rt>" + run("x") + "</w:rt><w:rubyBase>" + run("y") +
                "</w:rubyBase></w:ruby></w:r>") == Strings{"y"});
  CHECK(text_of(run("เพิ่ม ") + "<m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num></m:f></m:oMath>") ==
        Strings{"เพิ่ม 12"});
}

TEST_CASE("symbols are read as what they show") {
  const auto symbol = [](const std::string& font, const std::string& character) {
    return text_of("<w:r><w:sym w:font=\"" + font + "\" w:char=\"" + character + "\"/></w:r>");
  };
  for (const char* box : {"F0A8", "F06F", "F071", "00A8"}) CHECK(symbol("Wingdings", box) == Strings{"☐"});
  for (const char* ticked : {"F0FE", "F052"}) CHECK(symbol("Wingdings", ticked) == Strings{"☑"});
  CHECK(symbol("Wingdings", "F0FD") == Strings{"☒"});
  CHECK(symbol("Wingdings", "F0FC") == Strings{"✓"});
  CHECK(symbol("Wingdings 2", "F052") == Strings{"☑"});
  CHECK(symbol("Wingdings 2", "F0A3") == Strings{"☐"});
  CHECK(symbol("Wingdings 2", "F050") == Strings{"✓"});
  CHECK(symbol("Symbol", "F0B3") == Strings{"≥"});
  CHECK(symbol("Wingdings", "F028") == Strings{"•"});
}

TEST_CASE("text in a symbol font is read as what it shows") {
  CHECK(text_of(run("o", "<w:rFonts w:ascii=\"Wingdings\"/>") + run(" ใช่")) == Strings{"☐ ใช่"});
  CHECK(text_of(run("\u00FE", "<w:rFonts w:ascii=\"Wingdings\"/>") + run(" ใช่")) == Strings{"☑ ใช่"});
  CHECK(text_of(run("\uF0A8 ใช่")) == Strings{"☐ ใช่"});
  CHECK(text_of(run("o", "<w:rFonts w:ascii=\"Arial\"/>")) == Strings{"o"});
}

TEST_CASE("a field's result is read, its code is not") {
  CHECK(text_of(run("หน้า ") + field_char("begin") + code(" PAGE ") + field_char("separate") + run("7") +
                field_char("end") + run(" จบ")) == Strings{"หน้า 7 จบ"});
  // A field within the code of another, with a result that is part of that code.
  CHECK(text_of(field_char("begin") + code("IF ") + field_char("begin") + code("MERGEFIELD x") +
                field_char("separate") + run("3") + field_char("end") + code(" = 3") +
                field_char("separate") + run("สาม") + field_char("end")) == Strings{"สาม"});
  CHECK(text_of("<w:fldSimple w:instr=\"DATE\">" + run("1 ตุลาคม 2566") + "</w:fldSimple>") ==
        Strings{"1 ตุลาคม 2566"});
}

TEST_CASE("a field that never ends does not swallow the form") {
  const Document document =
      read_body(in_paragraph(field_char("begin") + code("IF 1") + run("x")) + paragraph("ส่วนที่ 2"));
  CHECK(texts(document.blocks) == Strings{"ส่วนที่ 2"});
}

TEST_CASE("a field within code that never ends does not hide the form either") {
  CHECK(texts(read_body(in_paragraph(field_char("begin") + field_char("begin") + field_char("separate")) +
                        paragraph("ส่วนที่ 2"))
                  .blocks) == Strings{"ส่วนที่ 2"});
}

TEST_CASE("tracked changes are read as accepted, and noted") {
  const Document document =
      read_body(in_paragraph(run("เดิม ") + "<w:ins>" + run("ใหม่") +
                             "</w:ins><w:del><w:r><w:delText>เก่า</w:delText>"
                             "</w:r></w:del><w:moveFrom>" +
                             run("ไป") + "</w:moveFrom><w:moveTo>" + run(" มา") + "</w:moveTo>"));
  CHECK(texts(document.blocks) == Strings{"เดิม ใหม่ มา"});
  REQUIRE(find_note(document, Note::Kind::tracked_changes) != nullptr);
  CHECK(find_note(document, Note::Kind::tracked_changes)->detail == "4");
  CHECK(find_note(read_body(paragraph("ก")), Note::Kind::tracked_changes) == nullptr);
}

TEST_CASE("a deleted paragraph end joins two paragraphs") {
  const Document document =
      read_body(paragraph("ระยะ", "<w:rPr><w:del/></w:rPr>") + paragraph("เวลา") + paragraph("อื่น"));
  CHECK(texts(document.blocks) == Strings{"ระยะเวลา", "อื่น"});
  // Nothing follows: what was read is kept.
  CHECK(texts(read_body(paragraph("ท้าย", "<w:rPr><w:del/></w:rPr>")).blocks) == Strings{"ท้าย"});
}

TEST_CASE("hidden text is left out and quoted in a note") {
  DocxFile file;
  file.styles = "<w:style w:type=\"character\" w:styleId=\"Ghost\"><w:rPr><w:vanish/></w:rPr></w:style>";
  file.body = in_paragraph(run("เห็น") + run("ไม่เห็น", "<w:vanish/>") + run("เห็น", "<w:vanish w:val=\"0\"/>") +
                           run("ผี", "<w:rStyle w:val=\"Ghost\"/>"));
  const Document document = read(file);
  CHECK(texts(document.blocks) == Strings{"เห็นเห็น"});
  REQUIRE(find_note(document, Note::Kind::hidden_text) != nullptr);
  CHECK(find_note(document, Note::Kind::hidden_text)->detail == "ไม่เห็นผี");
}

TEST_CASE("a text box is read once, after its paragraph") {
  const Document document =
      read_body(in_paragraph(run("ก่อน") + "<w:r>" + text_box_in_both_forms(paragraph("ในกล่อง")) + "</w:r>" +
                             run("หลัง")) +
                paragraph("ถัดไป"));
  CHECK(texts(document.blocks) == Strings{"ก่อนหลัง", "ในกล่อง", "ถัดไป"});
  CHECK(document.blocks[1].place.paragraph == 2);
  CHECK(document.blocks[2].place.paragraph == 3);
}

TEST_CASE("the fallback is read where the choice gives nothing") {
  CHECK(text_of("<w:r><mc:AlternateContent><mc:Choice Requires=\"x\"><w:drawing/></mc:Choice><mc:Fallback>"
                "<w:t>แทน</w:t></mc:Fallback></mc:AlternateContent></w:r>") == Strings{"แทน"});
  CHECK(text_of("<mc:AlternateContent><mc:Choice Requires=\"w14\">" + run("ใหม่") +
                "</mc:Choice><mc:Fallback>" + run("เก่า") + "</mc:Fallback></mc:AlternateContent>") ==
        Strings{"ใหม่"});
}

TEST_CASE("pictures") {
  const long cm = 360'000;
  const Document logo = read_body(in_paragraph(run("ตรา") + "<w:r>" + picture(3 * cm, 3 * cm) + "</w:r>"));
  REQUIRE(logo.blocks.size() == 2);
  CHECK(logo.blocks[1].kind == BlockKind::picture);
  CHECK(logo.blocks[1].place.paragraph == 1);
  CHECK(find_note(logo, Note::Kind::picture_not_read) == nullptr);

  const Document scan = read_body(in_paragraph(run("แนบ") + "<w:r>" + picture(16 * cm, 20 * cm) + "</w:r>"));
  CHECK(find_note(scan, Note::Kind::picture_not_read) != nullptr);

  const auto vml = [](const std::string& style) {
    return read_body(in_paragraph(run("x") + "<w:r><w:pict><v:shape style=\"" + style +
                                  "\"><v:imagedata/></v:shape></w:pict></w:r>"));
  };
  CHECK(find_note(vml("position:absolute;width:60pt;height:60pt"), Note::Kind::picture_not_read) == nullptr);
  CHECK(find_note(vml("width:450.5pt;height:300pt"), Note::Kind::picture_not_read) != nullptr);
}

TEST_CASE("what stands beside the text is kept apart from it") {
  DocxFile file;
  file.body = paragraph("เนื้อหา");
  const std::string open = " " + namespaces() + ">";
  file.parts = {
      {"header1.xml", "header", "<w:hdr" + open + paragraph("หัวกระดาษ") + "</w:hdr>"},
      {"footer1.xml", "footer", "<w:ftr" + open + paragraph("ท้ายกระดาษ") + "</w:ftr>"},
      {"footnotes.xml", "footnotes",
       "<w:footnotes" + open + "<w:footnote w:type=\"separator\">" + paragraph("---") +
           "</w:footnote><w:footnote w:id=\"1\">" + paragraph("เชิงอรรถ") + "</w:footnote></w:footnotes>"},
      {"comments.xml", "comments",
       "<w:comments" + open + "<w:comment>" + paragraph("ความเห็น") + "</w:comment></w:comments>"},
  };
  const Document document = read(file);
  CHECK(texts(document.blocks) == Strings{"เนื้อหา"});
  CHECK(texts(document.furniture) == Strings{"หัวกระดาษ", "ท้ายกระดาษ", "เชิงอรรถ", "ความเห็น"});
  CHECK(document.furniture[0].place.part == "header1");
  CHECK(document.furniture[2].place.part == "footnotes");
}

TEST_CASE("a table of contents is furniture, however it was made") {
  DocxFile file;
  const Strings form = {"ข้อมูลทั่วไป"};
  SECTION("a content control") {
    file.body =
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
        "Contents\"/></w:docPartObj></w:sdtPr>"
        "<w:sdtContent>" +
        paragraph("ข้อมูลทั่วไป 1") + "</w:sdtContent></w:sdt>";
  }
  SECTION("a field over several paragraphs") {
    file.body = in_paragraph(field_char("begin") + code(" TOC \\o ") + field_char("separate") +
                             run("ข้อมูลทั่วไป") + field_char("begin") + code("PAGEREF x") +
                             field_char("separate") + run("1") + field_char("end")) +
                paragraph("ผลลัพธ์ 2") + in_paragraph(field_char("end"));
  }
  SECTION("by style only") {
    file.styles = "<w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:name w:val=\"toc 1\"/></w:style>";
    file.body = paragraph("ข้อมูลทั่วไป 1", "<w:pStyle w:val=\"a1\"/>");
  }
  file.body += paragraph("ข้อมูลทั่วไป");
  const Document document = read(file);
  CHECK(texts(document.blocks) == form);
  CHECK_FALSE(document.furniture.empty());
}

TEST_CASE("a table of contents that never ends gives way to the first heading") {
  const std::string heading = paragraph("ส่วนที่ 1", "<w:outlineLvl w:val=\"0\"/>");
  const Document document =
      read_body(in_paragraph(field_char("begin") + code("TOC") + field_char("separate") + run("สารบัญ")) +
                heading + paragraph("เนื้อหา"));
  CHECK(texts(document.blocks) == Strings{"ส่วนที่ 1", "เนื้อหา"});
}

TEST_CASE("pages are known only where the file gives hints") {
  const std::string hint = "<w:r><w:lastRenderedPageBreak/><w:t>ต่อ</w:t></w:r>";
  const std::string page_break = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";

  const Document hinted = read_body(paragraph("หนึ่ง") + page_break + in_paragraph(hint) +
                                    in_paragraph(run("ยาว") + hint) + page_break + paragraph("ท้าย"));
  REQUIRE(hinted.blocks.size() == 4);
  CHECK(hinted.blocks[0].place.page == 1);
  CHECK(hinted.blocks[1].place.page == 2);  // the break and its hint are one
  CHECK(hinted.blocks[2].place.page == 2);
  REQUIRE(hinted.blocks[2].text.spans.size() == 2);
  CHECK(hinted.blocks[2].text.spans[0].place.page == 2);
  CHECK(hinted.blocks[2].text.spans[1].place.page == 3);
  CHECK(hinted.blocks[3].place.page == 4);

  const Document plain = read_body(paragraph("หนึ่ง") + page_break + paragraph("สอง"));
  for (const Block& block : plain.blocks) {
    CHECK(block.place.page == 0);
    CHECK(block.text.spans.at(0).place.page == 0);
  }
}

TEST_CASE("the break across a row is counted once") {
  const std::string hint = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>x</w:t></w:r></w:p>";
  const Document document = read_body("<w:tbl><w:tr><w:tc>" + hint + "</w:tc><w:tc>" + hint +
                                      "</w:tc></w:tr></w:tbl>" + paragraph("ท้าย"));
  CHECK(document.blocks.back().place.page == 2);
}

TEST_CASE("content of foreign formats is noted") {
  const Document document = read_body(paragraph("x") + "<w:altChunk r:id=\"rId9\"/>");
  CHECK(find_note(document, Note::Kind::page_not_read)->detail == "piece");
}
