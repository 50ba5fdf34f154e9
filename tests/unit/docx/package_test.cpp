// What a package may be, and what becomes of one that is none.
#include <catch2/catch.hpp>

#include "docx_file.hpp"
#include "extract/docx/docx.hpp"
#include "extract/docx/limits.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

DocxFile simple_file() {
  DocxFile file;
  file.body = paragraph("ข้อมูลทั่วไป");
  return file;
}

std::string with_main_type(const std::string& content_type) {
  DocxFile file = simple_file();
  file.content_type = content_type;
  return file.bytes();
}

std::string with_raw_document(const std::string& xml) {
  auto entries = simple_file().entries();
  entries.back().second = xml;
  return zip_of(entries);
}

}  // namespace

TEST_CASE("strict and transitional documents read alike") {
  DocxFile file = simple_file();
  CHECK(texts(read(file).blocks) == Strings{"ข้อมูลทั่วไป"});
  file.strict = true;
  CHECK(texts(read(file).blocks) == Strings{"ข้อมูลทั่วไป"});
}

TEST_CASE("the main part is found by its relation, not by its name") {
  auto entries = simple_file().entries();
  for (auto& [name, content] : entries) {
    if (name == "word/document.xml") name = "word/main2.xml";
    if (name == "word/_rels/document.xml.rels") name = "word/_rels/main2.xml.rels";
    for (const char* where : {"word/document.xml", "/word/document.xml"})
      if (const auto at = content.find(where); at != std::string::npos)
        content.replace(at, std::string(where).size(),
                        where[0] == '/' ? "/word/main2.xml" : "word/main2.xml");
  }
  const ReadResult result = read_docx(zip_of(entries));
  REQUIRE(std::holds_alternative<Document>(result));
  CHECK(std::get<Document>(result).blocks.at(0).place.part == "document");
}

TEST_CASE("macro files and templates are read, macros noted") {
  DocxFile file = simple_file();
  file.content_type = "application/vnd.ms-word.document.macroEnabled.main+xml";
  file.parts.push_back({"vbaProject.bin", "vbaProject", "x"});
  const Document document = read(file);
  CHECK(document.format == "docx");
  CHECK(find_note(document, Note::Kind::macros) != nullptr);
}

TEST_CASE("other Office files are named") {
  const ReadError sheet = refusal_of(
      with_main_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
  CHECK(sheet.fault == ReadFault::other_office);
  CHECK(sheet.detail == "xlsx");
  const ReadError slides = refusal_of(
      with_main_type("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"));
  CHECK(slides.detail == "pptx");

  const ReadError open_document =
      refusal_of(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}}));
  CHECK(open_document.fault == ReadFault::other_office);
  CHECK(open_document.detail == "odt");
  const ReadError apple = refusal_of(zip_of({{"Index/Document.iwa", "x"}, {"preview.jpg", "x"}}));
  CHECK(apple.fault == ReadFault::other_office);
  CHECK(apple.detail == "pages");
}

TEST_CASE("a ZIP of something else is no form") {
  const ReadError error = refusal_of(zip_of({{"photo.jpg", "x"}, {"notes.txt", "y"}}));
  CHECK(error.fault == ReadFault::not_a_form);
  CHECK(error.detail == "zip");
  CHECK(refusal_of("just text").fault == ReadFault::not_a_form);
  CHECK(refusal_of("").fault == ReadFault::not_a_form);
}

TEST_CASE("entries that a package cannot have are refused") {
  auto entries = simple_file().entries();
  SECTION("two of one name") {
    entries.emplace_back("word/document.xml", "<other/>");
    const ReadError error = refusal_of(zip_of(entries));
    CHECK(error.fault == ReadFault::damaged);
    CHECK(error.detail.find("word/document.xml") != std::string::npos);
  }
  SECTION("two names that differ in case only") {
    entries.emplace_back("word/DOCUMENT.xml", "<other/>");
    CHECK(refusal_of(zip_of(entries)).fault == ReadFault::damaged);
  }
  SECTION("a way out of the package") {
    entries.emplace_back("word/../../etc/passwd", "x");
    CHECK(refusal_of(zip_of(entries)).fault == ReadFault::damaged);
  }
  SECTION("a drive") {
    entries.emplace_back("C:\\x.xml", "x");
    CHECK(refusal_of(zip_of(entries)).fault == ReadFault::damaged);
  }
  SECTION("too many") {
    for (std::size_t i = 0; i <= docx::max_package_entries; ++i)
      entries.emplace_back("x/" + std::to_string(i), "");
    CHECK(refusal_of(zip_of(entries)).fault == ReadFault::too_large);
  }
}

TEST_CASE("backslashes in entry names are read as slashes") {
  auto entries = simple_file().entries();
  entries.back().first = "word\\document.xml";
  CHECK(std::holds_alternative<Document>(read_docx(zip_of(entries))));
}

TEST_CASE("an encrypted entry is told apart from damage") {
  std::string bytes = simple_file().bytes();
  // Bit 0 of the general purpose flags, in local and central headers.
  for (std::size_t at = bytes.find("PK\x03\x04"); at != std::string::npos;
       at = bytes.find("PK\x03\x04", at + 1))
    bytes[at + 6] = static_cast<char>(bytes[at + 6] | 1);
  for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos;
       at = bytes.find("PK\x01\x02", at + 1))
    bytes[at + 8] = static_cast<char>(bytes[at + 8] | 1);
  CHECK(refusal_of(bytes).fault == ReadFault::encrypted);
}

TEST_CASE("a part that inflates out of all proportion is refused") {
  const std::string filler(docx::ratio_floor_bytes + 1, ' ');
  const ReadError error = refusal_of(with_raw_document("<w:document>" + filler + "</w:document>"));
  CHECK(error.fault == ReadFault::too_large);
}

TEST_CASE("missing and broken parts") {
  SECTION("no main part") {
    auto entries = simple_file().entries();
    entries.pop_back();
    const ReadError error = refusal_of(zip_of(entries));
    CHECK(error.fault == ReadFault::damaged);
    CHECK(error.detail == "word/document.xml is missing");
  }
  SECTION("broken XML names its part and line") {
    const ReadError error = refusal_of(
        with_raw_document("<w:document " + namespaces() + ">\n<w:body>\n<w:p></w:r></w:body></w:document>"));
    CHECK(error.fault == ReadFault::damaged);
    CHECK(error.detail == "word/document.xml: line 3");
  }
  SECTION("a root that is no document has no text") {
    CHECK(refusal_of(with_raw_document("<x/>")).fault == ReadFault::not_a_form);
  }
  SECTION("an empty document") {
    CHECK(refusal_of(with_raw_document("<w:document " + namespaces() + "><w:body/></w:document>")).fault ==
          ReadFault::no_text);
  }
  SECTION("broken styles are not passed over: headings would be lost in silence") {
    DocxFile file = simple_file();
    file.styles = "<w:style>";
    CHECK(refusal_of(file.bytes()).fault == ReadFault::damaged);
  }
  SECTION("a broken header costs the header") {
    DocxFile file = simple_file();
    file.parts.push_back({"header1.xml", "header", "<w:hdr"});
    const Document document = read(file);
    CHECK(texts(document.blocks) == Strings{"ข้อมูลทั่วไป"});
    REQUIRE(find_note(document, Note::Kind::truncated) != nullptr);
    CHECK(find_note(document, Note::Kind::truncated)->detail.find("word/header1.xml") == 0);
  }
}

TEST_CASE("entities and DOCTYPE are refused in every encoding") {
  const std::string document =
      "<!DOCTYPE w:document [<!ENTITY x \"y\">]><w:document " + namespaces() + "><w:body/></w:document>";
  CHECK(refusal_of(with_raw_document(document)).detail == "word/document.xml: DOCTYPE");

  std::string utf16 = "\xFF\xFE";
  for (const char c : document) utf16 += std::string{c, '\0'};
  CHECK(refusal_of(with_raw_document(utf16)).detail == "word/document.xml: DOCTYPE");

  const std::string utf7 = "<?xml version=\"1.0\" encoding=\"UTF-7\"?><w:document/>";
  CHECK(refusal_of(with_raw_document(utf7)).detail == "word/document.xml: encoding");
}

TEST_CASE("a DOCTYPE is found wherever the pieces of a part are cut") {
  // Parts are read 32 KiB at a time.
  for (int shift = 0; shift < 12; ++shift) {
    CAPTURE(shift);
    const std::string document = "<!--" + std::string(32 * 1024 - 16 + static_cast<std::size_t>(shift), 'x') +
                                 "--><!DOCTYPE w:document><w:document " + namespaces() + "/>";
    CHECK(refusal_of(with_raw_document(document)).detail == "word/document.xml: DOCTYPE");
  }
  std::string ebcdic = "\x4C\x6F\xA7\x94\x93";  // <?xml
  CHECK(refusal_of(with_raw_document(ebcdic)).detail == "word/document.xml: encoding");
}

TEST_CASE("damage behind the last paragraph is not missed") {
  const std::string sound = simple_file().entries().back().second;
  CHECK(refusal_of(with_raw_document(sound + "<more/>")).fault == ReadFault::damaged);

  std::string bytes = simple_file().bytes();
  // The checksums of the local and the central header of the last entry, the body.
  for (const auto& [mark, at] : {std::pair{"PK\x03\x04", 14}, std::pair{"PK\x01\x02", 16}}) {
    char& byte = bytes[bytes.rfind(mark) + static_cast<std::size_t>(at)];
    byte = static_cast<char>(byte ^ 1);
  }
  const ReadError error = refusal_of(bytes);
  CHECK(error.fault == ReadFault::damaged);
  CHECK(error.detail.find("CRC") != std::string::npos);
}

TEST_CASE("UTF-16 parts are read") {
  const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document " + namespaces() +
                          "><w:body><w:p><w:r><w:t>form</w:t></w:r></w:p></w:body></w:document>";
  std::string utf16 = "\xFF\xFE";
  for (const char c : xml) utf16 += std::string{c, '\0'};
  const ReadResult result = read_docx(with_raw_document(utf16));
  REQUIRE(std::holds_alternative<Document>(result));
  CHECK(texts(std::get<Document>(result).blocks) == Strings{"form"});
}

TEST_CASE("title, author and producer") {
  DocxFile file = simple_file();
  file.core = "<dc:title>แบบเสนอผลงาน</dc:title><dc:creator>สมหญิง</dc:creator>";
  const Document document = read(file);
  CHECK(document.metadata.title == "แบบเสนอผลงาน");
  CHECK(document.metadata.author == "สมหญิง");
}
