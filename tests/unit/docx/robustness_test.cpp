// Files that mean harm, or were harmed. What counts is that reading ends, in a value.
#include <catch2/catch.hpp>
#include <random>

#include "docx_file.hpp"
#include "extract/docx/docx.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// A file with something of everything.
std::string rich_file() {
  DocxFile file;
  file.styles = "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>";
  file.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"thaiLetters\"/><w:lvlText "
      "w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  file.parts.push_back(
      {"header1.xml", "header", "<w:hdr " + namespaces() + ">" + paragraph("หัว") + "</w:hdr>"});
  file.body = paragraph("ส่วนที่ 1", "<w:pStyle w:val=\"H\"/>") +
              paragraph("ข้อ", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + "<w:tbl><w:tr><w:tc>" +
              paragraph("น้ำ") + "</w:tc></w:tr></w:tbl>" +
              "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + paragraph("ระบุ") +
              "</w:sdtContent></w:sdt>";
  return file.bytes();
}

bool ends_in_a_value(const std::string& bytes) {
  const ReadResult result = read_docx(bytes);
  return std::holds_alternative<Document>(result) || std::holds_alternative<ReadError>(result);
}

}  // namespace

TEST_CASE("truncated at any place") {
  const std::string bytes = rich_file();
  REQUIRE(std::holds_alternative<Document>(read_docx(bytes)));
  for (std::size_t length = 0; length < bytes.size(); length += 7) {
    const ReadResult result = read_docx(std::string_view(bytes).substr(0, length));
    CHECK(std::holds_alternative<ReadError>(result));
  }
}

TEST_CASE("flipped bits anywhere") {
  const std::string bytes = rich_file();
  std::mt19937 random(20231124);
  for (int round = 0; round < 2000; ++round) {
    std::string harmed = bytes;
    for (int flip = 0; flip < 3; ++flip) {
      char& byte = harmed[random() % harmed.size()];
      byte = static_cast<char>(byte ^ (1 << random() % 8));
    }
    CHECK(ends_in_a_value(harmed));
  }
}

TEST_CASE("XML harmed before it is packed") {
  DocxFile file;
  file.body = paragraph("ก") + "<w:tbl><w:tr><w:tc>" + paragraph("ข") + "</w:tc></w:tr></w:tbl>";
  const auto entries = file.entries();
  const std::string xml = entries.back().second;
  std::mt19937 random(20231125);
  for (int round = 0; round < 1000; ++round) {
    auto harmed = entries;
    std::string& document = harmed.back().second;
    document.erase(random() % document.size(), random() % 20);
    if (!document.empty()) document[random() % document.size()] = static_cast<char>(random());
    CHECK(ends_in_a_value(zip_of(harmed)));
  }
}

TEST_CASE("ten thousand nested tables or controls are refused") {
  const auto nested = [](const std::string& open, const std::string& close) {
    DocxFile file;
    file.body = repeated(open, 10'000) + paragraph("x") + repeated(close, 10'000);
    return refusal_of(file.bytes());
  };
  for (const ReadError& error :
       {nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), nested("<w:ins>", "</w:ins>")}) {
    CHECK(error.fault == ReadFault::too_large);
    CHECK(error.detail.find("word/document.xml") == 0);
  }
}

TEST_CASE("an element of very many attributes is refused") {
  std::string attributes;
  for (int i = 0; i < 1000; ++i) attributes += " a" + std::to_string(i) + "=\"x\"";
  DocxFile file;
  file.body = "<w:p" + attributes + ">" + "</w:p>" + paragraph("x");
  CHECK(refusal_of(file.bytes()).detail == "word/document.xml: too many attributes");
}

TEST_CASE("nesting that real forms have is read") {
  DocxFile file;
  file.body = repeated("<w:tbl><w:tr><w:tc>", 20) + paragraph("ลึก") + repeated("</w:tc></w:tr></w:tbl>", 20);
  const Document document = read(file);
  CHECK(texts(document.blocks) == Strings{"ลึก"});
}

TEST_CASE("very many runs, fields without an end, and answers are read in one pass") {
  CHECK(read_body("<w:p>" + repeated("<w:r><w:t>ก</w:t></w:r>", 100'000) + "</w:p>")
            .blocks.at(0)
            .text.utf8.size() == 300'000);
  CHECK(texts(read_body("<w:p>" + repeated("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", 50'000) +
                        "</w:p>" + paragraph("x"))
                  .blocks) == Strings{"x"});
  CHECK(read_body(
            "<w:p>" +
            repeated(
                "<w:r><w:t>ก</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>ข</w:t></w:r></w:sdtContent></w:sdt>",
                20'000) +
            "</w:p>")
            .answers.size() == 20'000);
}
