#include "worker/worker.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "document/bytes.hpp"
#include "worker/reply.hpp"

using namespace ruamlint;
namespace fs = std::filesystem;

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "ruamlint-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  fs::path file(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

ReadFault fault_of(const WorkerReply& reply) {
  return std::get<ReadError>(reply.result).fault;
}

}  // namespace

TEST_CASE("each path gets its own reply, in any order", "[worker]") {
  const TemporaryFolder folder;
  const std::vector<fs::path> paths = {folder.path() / "none.pdf", folder.path(),
                                       folder.file("empty.docx", ""),
                                       folder.file("old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")};
  std::map<std::size_t, WorkerReply> replies;
  REQUIRE(read_in_workers(paths, {}, {}, 2,
                          [&](std::size_t index, WorkerReply reply) { replies[index] = std::move(reply); }));
  REQUIRE(replies.size() == 4);
  CHECK(fault_of(replies[0]) == ReadFault::not_found);
  CHECK(fault_of(replies[1]) == ReadFault::is_directory);
  CHECK(fault_of(replies[2]) == ReadFault::empty_file);
  CHECK(fault_of(replies[3]) == ReadFault::old_word);
}

TEST_CASE("the hash is that of the file's bytes", "[worker]") {
  const TemporaryFolder folder;
  std::string sha256;
  REQUIRE(read_in_workers({folder.file("abc.txt", "abc")}, {}, {}, 1,
                          [&](std::size_t, const WorkerReply& reply) { sha256 = reply.sha256; }));
  CHECK(sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-2, B.1
}

TEST_CASE("a document survives the way home", "[worker]") {
  Document document;
  document.format = "pdf";
  document.metadata = {"แบบสมัคร", "ผู้เขียน", "Writer"};
  document.pages = {{1, 595.28, 841.89, Page::Reading::ocr, 0.875F}, {2, 595.28, 841.89}};
  Block block;
  block.kind = BlockKind::list_item;
  block.level = 2;
  block.bold = true;
  block.font_size = 16;
  block.number = "๑.";
  block.text.utf8 = "ที่มา";
  block.text.spans = {{0,
                       15,
                       {1, {72, 80.5, 120.25, 96}, "", 0, 0, 0, 0},
                       Origin::ocr,
                       0.5F,
                       {{0, 72}, {6, 84.5F}, {12, 100}}}};
  block.place = block.text.spans[0].place;
  document.blocks.push_back(block);
  Block with_table;
  with_table.kind = BlockKind::table;
  with_table.place = {0, {}, "document", 4, 1, 0, 0};
  with_table.table = {
      2, 2, {{0, 0, 1, 2, true, {"ก่อน", {}}}, {1, 0, 1, 1, false, {}}, {1, 1, 1, 1, false, {"5", {}}}}};
  document.blocks.push_back(with_table);
  document.furniture.push_back(block);
  document.answers = {{Answer::Kind::tick, {"ร่วมมือ", {}}, {}, true, false, with_table.place},
                      {Answer::Kind::text, {"ชื่อ", {}}, {"ระบุ", {}}, false, true, {}}};
  document.notes = {{Note::Kind::page_by_ocr, 1, "picture"}, {Note::Kind::macros, 0, ""}};

  const WorkerReply back = decode_reply(encode_reply({"ab12", document}));
  CHECK(back.sha256 == "ab12");
  const auto& read = std::get<Document>(back.result);
  CHECK(read.format == "pdf");
  CHECK(read.metadata.author == "ผู้เขียน");
  REQUIRE(read.pages.size() == 2);
  CHECK(read.pages[0].reading == Page::Reading::ocr);
  CHECK(read.pages[0].quality == 0.875F);
  CHECK(read.pages[1].width == 595.28);
  REQUIRE(read.blocks.size() == 2);
  CHECK(read.blocks[0].kind == BlockKind::list_item);
  CHECK(read.blocks[0].level == 2);
  CHECK(read.blocks[0].bold);
  CHECK(read.blocks[0].font_size == 16);
  CHECK(read.blocks[0].number == "๑.");
  CHECK(read.blocks[0].place == block.place);
  REQUIRE(read.blocks[0].text.spans.size() == 1);
  const Span& span = read.blocks[0].text.spans[0];
  CHECK(span.end == 15);
  CHECK(span.origin == Origin::ocr);
  CHECK(span.confidence == 0.5F);
  REQUIRE(span.stops.size() == 3);
  CHECK(span.stops[1].offset == 6);
  CHECK(span.stops[1].x == 84.5F);
  const Table& table = read.blocks[1].table;
  CHECK(table.rows == 2);
  REQUIRE(table.cells.size() == 3);
  CHECK(table.cells[0].column_span == 2);
  CHECK(table.cells[0].header);
  CHECK(table.cells[2].text.utf8 == "5");
  CHECK(read.blocks[1].place == with_table.place);
  CHECK(read.furniture.size() == 1);
  REQUIRE(read.answers.size() == 2);
  CHECK(read.answers[0].ticked);
  CHECK(read.answers[0].label.utf8 == "ร่วมมือ");
  CHECK(read.answers[1].value.utf8 == "ระบุ");
  CHECK(read.answers[1].placeholder);
  REQUIRE(read.notes.size() == 2);
  CHECK(read.notes[0].detail == "picture");
  CHECK(read.notes[1].kind == Note::Kind::macros);
  CHECK(encode_reply(back) == encode_reply({"ab12", document}));
}

TEST_CASE("an error survives the way home", "[worker]") {
  const WorkerReply back = decode_reply(encode_reply({"", ReadError{ReadFault::other_office, "odt"}}));
  CHECK(fault_of(back) == ReadFault::other_office);
  CHECK(std::get<ReadError>(back.result).detail == "odt");
}

TEST_CASE("bytes of a child gone bad are refused, not believed", "[worker]") {
  CHECK_THROWS(decode_reply(""));
  CHECK_THROWS(decode_reply("no line end"));
  CHECK_THROWS(decode_reply("ab\n\x02"));                                      // neither document nor error
  CHECK_THROWS(decode_reply("ab\n\x01\x63"));                                  // no such fault
  CHECK_THROWS(decode_reply("ab\n\x01\x02\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"));  // a text without end

  Document document;
  document.format = "pdf";
  document.pages = {{1, 595, 842}};
  Block block;
  block.text = {"กข", {{0, 6, {}, Origin::text_layer, 1, {{0, 10}, {3, 20}}}}};
  document.blocks = {block, block};
  const std::string good = encode_reply({"ab", document});
  for (std::size_t size = 0; size < good.size(); ++size) CHECK_THROWS(decode_reply(good.substr(0, size)));
  CHECK_THROWS(decode_reply(good + '\0'));

  // Whatever is believed keeps to what everything behind it relies on.
  const auto spans_are_in_text = [](const Block& read) {
    for (const Span& span : read.text.spans)
      if (span.begin > span.end || span.end > read.text.utf8.size()) return false;
    return true;
  };
  for (std::size_t at = 0; at < good.size(); ++at)
    for (int byte = 0; byte < 256; ++byte) {
      std::string bad = good;
      bad[at] = static_cast<char>(byte);
      try {
        const WorkerReply read = decode_reply(bad);
        const auto* believed = std::get_if<Document>(&read.result);
        if (believed == nullptr) continue;
        if (!std::all_of(believed->blocks.begin(), believed->blocks.end(), spans_are_in_text)) FAIL(at);
      } catch (const BadBytes&) {
      }
    }
}

namespace {

/// A PDF whose pages have these contents.
std::string pdf_of(const std::vector<std::string>& contents) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string kids;
  for (const std::string& content : contents) {
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
                      "\nendstream");
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size()) + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(contents.size()) + " >>";
  std::string bytes = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(bytes.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1), start = std::to_string(bytes.size());
  return bytes + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + size +
         " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string page_saying(const std::string& text) {
  return "BT /F1 16 Tf 72 700 Td (" + text + ") Tj ET";
}

/// More than a second's work, in a page.
std::string page_without_end() {
  std::string content;
  for (int i = 0; i < 3'000'000; ++i) content += "0 0 m 9 9 l S ";
  return content;
}

}  // namespace

TEST_CASE("a page that takes too long is lost, and no other", "[worker]") {
  const TemporaryFolder folder;
  const fs::path path = folder.file(
      "form.pdf", pdf_of({page_saying("the first page"), page_without_end(), page_saying("the last page")}));
  WorkerLimits limits;
  limits.cpu = std::chrono::seconds{1};
  limits.cpu_a_page = std::chrono::seconds{0};
  WorkerReply reply;
  REQUIRE(read_in_workers({path}, {}, limits, 1,
                          [&](std::size_t, WorkerReply read) { reply = std::move(read); }));
  REQUIRE(std::holds_alternative<Document>(reply.result));
  const auto& document = std::get<Document>(reply.result);
  REQUIRE(document.pages.size() == 3);
  CHECK(document.pages[1].reading == Page::Reading::not_read);
  const std::string text = plain_text(document);
  CHECK(text.find("the first page") != std::string::npos);
  CHECK(text.find("the last page") != std::string::npos);
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].kind == Note::Kind::page_not_read);
  CHECK(document.notes[0].page == 2);
  CHECK(document.notes[0].detail == "out_of_time");
}
