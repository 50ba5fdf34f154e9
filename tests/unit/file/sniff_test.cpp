// What a file is, by its bytes; and which fault a file ends in that is no form.
#include <catch2/catch.hpp>

#include "extract/file/extract.hpp"
#include "extract/file/sniff.hpp"

using namespace ruamlint;
using namespace std::string_literals;

namespace {

std::string utf16(const std::string& ascii) {
  std::string wide;
  for (const char c : ascii) wide += {c, '\0'};
  return wide;
}

const std::string ole2 = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(504, '\0');

ReadError fault_of(const std::string& bytes, const std::string& name) {
  const ReadResult result = extract_bytes(bytes, name);
  REQUIRE(std::holds_alternative<ReadError>(result));
  return std::get<ReadError>(result);
}

}  // namespace

TEST_CASE("files are told by their bytes") {
  CHECK(sniff("%PDF-1.7").kind == FileKind::pdf);
  CHECK(sniff("\xEF\xBB\xBFjunk\n%PDF-1.4").kind == FileKind::pdf);
  CHECK(sniff("PK\x03\x04....").kind == FileKind::zip);
  CHECK(sniff("\x89PNG\r\n\x1a\n").name == "png");
  CHECK(sniff("\xFF\xD8\xFF\xE0").name == "jpeg");
  CHECK(sniff("MM\0*"s).name == "tiff");
  CHECK(sniff("<!DOCTYPE HTML><p>").name == "html");
  CHECK(sniff("\xa1\xd2\xc3"s + " form").kind == FileKind::text);  // TIS-620
  CHECK(sniff("\xFF\xFE" + utf16("form")).kind == FileKind::text);
  CHECK(sniff("\x01\x02\x03"s).kind == FileKind::unknown);
}

TEST_CASE("what is no form says what it is") {
  CHECK(fault_of("", "form.pdf").fault == ReadFault::empty_file);
  CHECK(fault_of("ที่มาและสภาพปัญหา", "form.pdf").fault == ReadFault::wrong_extension);
  CHECK(fault_of("ที่มาและสภาพปัญหา", "form.pdf").detail == "text");
  CHECK(fault_of("ที่มาและสภาพปัญหา", "form.txt").fault == ReadFault::not_a_form);
  CHECK(fault_of("{\\rtf1", "form.docx").detail == "rtf");
  CHECK(fault_of(ole2, "form.doc").fault == ReadFault::old_word);
  CHECK(fault_of(ole2 + utf16("EncryptedPackage"), "form.docx").fault == ReadFault::encrypted);
  CHECK(fault_of(ole2 + utf16("Workbook"), "form.doc").fault == ReadFault::other_office);
  CHECK(fault_of("\x01\x02\x03"s, "form.pdf").fault == ReadFault::damaged);
  CHECK(fault_of("\x01\x02\x03"s, "form").fault == ReadFault::not_a_form);
  CHECK(fault_of("\x89PNG\r\n\x1a\n but broken", "form.png").fault == ReadFault::damaged);
}
