// Form fields, drawn tick boxes, hidden text, pages that are no text, files that are no PDF.
#include "reading.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

TEST_CASE("Drawn boxes are tick boxes, ticked where a mark is drawn in them") {
  PdfFile file;
  PdfPage& page = file.page();
  page.rectangle(70, 90, 80, 100).text(90, 100, U"ระดับหนึ่ง", 14);
  page.rectangle(70, 120, 80, 130)
      .line(71, 121, 79, 129)
      .line(79, 121, 71, 129)
      .text(90, 130, U"ระดับสอง", 14);
  page.rectangle(70, 150, 80, 160).text(72, 160, U"✓", 10).text(90, 160, U"ระดับสาม", 14);
  const Document document = read(file);
  REQUIRE(document.answers.size() == 3);
  CHECK_FALSE(document.answers[0].ticked);
  CHECK(document.answers[1].ticked);
  CHECK(document.answers[2].ticked);
  CHECK(document.answers[2].label.utf8 == "ระดับสาม");
}

TEST_CASE("Squares in a row are for digits") {
  PdfFile file;
  PdfPage& page = file.page();
  for (int i = 0; i < 13; ++i) page.rectangle(70 + 12 * i, 90, 82 + 12 * i, 102);
  page.text(250, 100, U"เลขประจำตัว", 14);
  CHECK(read(file).answers.empty());
}

TEST_CASE("Fields are answers with the words beside them") {
  PdfFile file;
  PdfPage& page = file.page();
  page.text(70, 100, U"ชื่อผลงาน:", 14);
  page.annotations.push_back(
      "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V <FEFF0E040E250E2D0E07> /Rect [ 150 735 400 755 "
      "] >>");
  page.text(90, 140, U"ร่วมมือ", 14);
  page.annotations.push_back(
      "<< /Type /Annot /Subtype /Widget /FT /Btn /T (level) /V /Yes /AS /Yes /Rect [ 70 700 82 712 ] "
      "/AP << /N << /Yes << /Type /XObject /Subtype /Form /BBox [ 0 0 12 12 ] /Length 0 >> >> >> >>");
  const Document document = read(file);
  REQUIRE(document.answers.size() == 2);
  CHECK(document.answers[0].label.utf8 == "ชื่อผลงาน");
  CHECK(document.answers[0].value.utf8 == "คลอง");
  CHECK(document.answers[0].value.spans[0].origin == Origin::form_field);
  CHECK(document.answers[1].ticked);
  CHECK(document.answers[1].label.utf8 == "ร่วมมือ");
}

TEST_CASE("Text that nobody sees is kept apart") {
  PdfFile file;
  PdfPage& page = file.page();
  page.text(70, 100, U"เห็น", 14);
  page.raw("1 1 1 rg").text(70, 130, U"ขาวบนขาวทั้งหมดนี้", 14).raw("0 0 0 rg");
  page.raw("3 Tr").text(70, 160, U"ไม่วาดตัวอักษรเลย", 14).raw("0 Tr");
  page.text(70, 190, U"เล็กมากจนมองไม่เห็น", 1).text(-900, 220, U"นอกหน้ากระดาษออกไป", 14);
  const Document document = read(file);
  CHECK(texts(document) == "เห็น");
  CHECK(has_note(document, Note::Kind::hidden_text));
}

TEST_CASE("White letters on a dark ground are seen") {
  PdfFile file;
  file.page().raw("0 0 0.5 rg 60 700 300 60 re f 1 1 1 rg").text(70, 120, U"หัวเรื่อง", 14);
  CHECK(texts(read(file)) == "หัวเรื่อง");
}

TEST_CASE("A page that is a picture goes to recognition, or is noted as not read") {
  PdfFile file;
  file.page().raw("595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI");
  file.page().text(70, 100, U"ข้อความหน้าสอง", 14);
  CHECK(read(file).pages[0].reading == ruamlint::Page::Reading::not_read);
  CHECK(has_note(read(file), Note::Kind::page_not_read));

  PdfOptions options;
  options.recognise = [](const Picture& picture) {
    RecognisedPage page;
    page.confidence = picture.width > 2000 ? 0.9F : 0.0F;
    page.blocks.emplace_back().text.utf8 = "จากภาพ";
    return page;
  };
  const Document document = read(file, options);
  CHECK(document.pages[0].reading == ruamlint::Page::Reading::ocr);
  CHECK(document.pages[0].quality == Approx(0.9));
  CHECK(document.pages[1].reading == ruamlint::Page::Reading::text_layer);
  CHECK(texts(document) == "จากภาพ|ข้อความหน้าสอง");
}

TEST_CASE("A scan in strips with a word or two of text is a scan") {
  PdfFile file;
  PdfPage& page = file.page();
  for (int strip = 0; strip < 8; ++strip)
    page.raw("q 595 0 0 105.25 0 " + std::to_string(105.25 * strip) +
             " cm BI /IM true /W 8 /H 1 /BPC 1 ID a EI Q");
  page.text(500, 30, U"หน้า 1", 12);
  std::string reason;
  PdfOptions options;
  options.recognise = [](const Picture&) { return RecognisedPage{}; };
  const Document document = read(file, options);
  CHECK(document.pages[0].reading == ruamlint::Page::Reading::ocr);
  CHECK(document.notes.at(0).detail == "picture");
}

TEST_CASE("The layer of words under a scan is read where it is Thai, and else recognised anew") {
  const auto reading = [](std::u32string_view layer) {
    PdfFile file;
    PdfPage& page = file.page();
    page.raw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q 3 Tr");
    for (int i = 0; i < 20; ++i) page.text(70, 100 + 24 * i, layer, 14);
    PdfOptions options;
    options.recognise = [](const Picture&) { return RecognisedPage{}; };
    return read(file, options).pages[0].reading;
  };
  using Reading = ruamlint::Page::Reading;
  CHECK(reading(U"ชาวบ้านร่วมกันสำรวจคลองทั้งสาย") == Reading::text_layer);
  CHECK(reading(U"à¹éÒ»ÃÐà·È ¡ÒÃÁÕÊèÇ¹ÃèÇÁ ¢Í§") == Reading::ocr);
}

TEST_CASE("Chosen entries of lists are answers") {
  PdfFile file;
  PdfPage& page = file.page();
  page.text(70, 100, U"ประเภทรางวัล:", 14);
  page.annotations.push_back(
      "<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (kind) /V (two) /Opt [ (one) (two) ] "
      "/Rect [ 160 735 400 755 ] >>");
  const Document document = read(file);
  REQUIRE(document.answers.size() == 1);
  CHECK(document.answers[0].kind == Answer::Kind::choice);
  CHECK(document.answers[0].label.utf8 == "ประเภทรางวัล");
  CHECK(document.answers[0].value.utf8 == "two");
}

TEST_CASE("A page whose text means nothing goes to recognition") {
  PdfFile file;
  for (int i = 0; i < 12; ++i)
    file.page().text(70, 100, U"à¹éÒ»ÃÐà·È ¡ÒÃÁÕÊèÇ¹ÃèÇÁ ¢Í§»ÃÐªÒª¹ ã¹¡ÒÃ¾Ñ²¹Ò", 14);
  CHECK(has_note(read(file), Note::Kind::low_quality));
}

TEST_CASE("Files that are no PDF, damaged, or empty say so") {
  CHECK(fault_of("") == ReadFault::empty_file);
  CHECK(fault_of("%PDF-1.7 and nothing more") == ReadFault::damaged);
  CHECK(fault_of("plain text") == ReadFault::damaged);
  PdfFile no_pages;
  CHECK(fault_of(no_pages.bytes()) == ReadFault::damaged);
  PdfFile blank;
  blank.page();
  CHECK(fault_of(blank.bytes()) == ReadFault::no_text);
}

TEST_CASE("A file cut anywhere is read or refused") {
  PdfFile file;
  file.page().text(70, 100, U"ข้อความ", 14);
  const std::string bytes = file.bytes();
  for (std::size_t size = 0; size < bytes.size(); size += 37) {
    const ReadResult result = read_pdf(std::string_view(bytes).substr(0, size), {});
    if (const auto* document = std::get_if<Document>(&result)) CHECK(document->pages.size() <= 1);
  }
}
