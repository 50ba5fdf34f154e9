// Comments in a copy of a DOCX: around the very words, and nothing else changed.
#include <catch2/catch.hpp>
#include <string>
#include <variant>
#include <vector>

#include "../docx/docx_file.hpp"
#include "annotate/annotate.hpp"
#include "extract/docx/docx.hpp"
#include "extract/docx/package.hpp"

using namespace ruamlint;
using namespace ruamlint::docx_test;

namespace {

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t>" + text +
         "</w:t></w:r>";
}

Annotation note_on(const std::string& quote, int paragraph, const std::string& text = "note") {
  Annotation note;
  note.text = text;
  note.quote = quote;
  note.place.part = "document";
  note.place.paragraph = paragraph;
  return note;
}

std::string annotated(const DocxFile& file, const std::vector<Annotation>& notes,
                      const AnnotateOptions& options = {}) {
  const AnnotatedCopy copy = annotate(file.bytes(), "docx", notes, options);
  REQUIRE(std::holds_alternative<std::string>(copy));
  return std::get<std::string>(copy);
}

std::string part_of(const std::string& bytes, const std::string& part) {
  auto opened = docx::Package::open(bytes);
  REQUIRE(std::holds_alternative<docx::Package>(opened));
  auto read = std::get<docx::Package>(opened).read(part, 1 << 20);
  REQUIRE(std::holds_alternative<std::string>(read));
  return std::get<std::string>(read);
}

std::string body_of(const std::string& bytes) {
  const std::string xml = part_of(bytes, "word/document.xml");
  const std::size_t begin = xml.find("<w:body>") + 8;
  return xml.substr(begin, xml.find("</w:body>") - begin);
}

const std::string begin_0 = "<w:commentRangeStart w:id=\"0\"/>";
const std::string end_0 = "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>";

Document document_in(const std::string& bytes) {
  ReadResult result = read_docx(bytes);
  REQUIRE(std::holds_alternative<Document>(result));
  return std::get<Document>(std::move(result));
}

}  // namespace

TEST_CASE("a comment stands around the very words, the run parted for it") {
  DocxFile file;
  file.body = "<w:p>" + run("ลดลงร้อยละ 35 ในปี 2566", "<w:b/>") + "</w:p>";
  const std::string copy = annotated(file, {note_on("ร้อยละ 35", 1)});
  CHECK(body_of(copy) ==
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">ลดลง</w:t></w:r>" + begin_0 +
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">ร้อยละ 35</w:t></w:r>" + end_0 +
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> ในปี 2566</w:t></w:r></w:p>");
  CHECK(texts(document_in(copy).blocks) == Strings{"ลดลงร้อยละ 35 ในปี 2566"});
}

TEST_CASE("words in several runs are marked without parting them") {
  DocxFile file;
  file.body = "<w:p>" + run("ลด") + run("ลง", "<w:b/>") + "</w:p>";
  CHECK(body_of(annotated(file, {note_on("ลดลง", 1)})) ==
        "<w:p>" + begin_0 + run("ลด") + run("ลง", "<w:b/>") + end_0 + "</w:p>");
}

TEST_CASE("of equal words those nearest to the place are marked") {
  DocxFile file;
  file.body = paragraph("จำนวน 12") + paragraph("รวม") + paragraph("จำนวน 12");
  const std::string body = body_of(annotated(file, {note_on("จำนวน 12", 3)}));
  CHECK(body.find(begin_0) > body.find("รวม"));
}

TEST_CASE("words of two cells have one comment") {
  DocxFile file;
  file.body = "<w:tbl><w:tr><w:tc>" + paragraph("ก่อน 120") + "</w:tc><w:tc>" + paragraph("หลัง 78") +
              "</w:tc></w:tr></w:tbl>";
  const std::string body = body_of(annotated(file, {note_on("120\nหลัง 78", 1)}));
  CHECK(body.find(begin_0) < body.find("</w:tc>"));
  CHECK(body.find(end_0) > body.find("</w:tc>"));
}

TEST_CASE("what is missing is noted at its place, or at the beginning") {
  DocxFile file;
  file.body = paragraph("หนึ่ง") + "<w:p/>";
  CHECK(body_of(annotated(file, {note_on("", 2)})).ends_with("<w:p>" + begin_0 + end_0 + "</w:p>"));
  CHECK(body_of(annotated(file, {Annotation{}})).starts_with("<w:p>" + begin_0));
  DocxFile blank;
  CHECK(body_of(annotated(blank, {Annotation{}})) == "<w:p>" + begin_0 + end_0 + "</w:p>");
}

TEST_CASE("an inline control and a drawing are marked from outside") {
  const std::string control =
      "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("เทศบาล") + "</w:sdtContent></w:sdt>";
  DocxFile file;
  file.body = "<w:p>" + run("หน่วยงาน ") + control + "</w:p>";
  CHECK(body_of(annotated(file, {note_on("เทศบาล", 1)})) ==
        "<w:p>" + run("หน่วยงาน ") + begin_0 + control + end_0 + "</w:p>");
}

TEST_CASE("words that cannot be marked are quoted in the comment") {
  DocxFile file;
  file.body = paragraph("อื่น");
  Annotation note = note_on("ในส่วนหัว", 1);
  note.place.part = "header1";
  const std::string comments = part_of(annotated(file, {note}), "word/comments.xml");
  CHECK(comments.find("“ในส่วนหัว”") != std::string::npos);
}

TEST_CASE("comments that are there already stay, and numbers go on") {
  DocxFile file;
  file.body = "<w:p><w:commentRangeStart w:id=\"7\"/>" + run("ก") +
              "<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p>";
  file.parts.push_back(
      {"comments.xml", "comments",
       "<w:comments " + namespaces() +
           "><w:comment w:id=\"7\" w:author=\"a\"><w:p><w:r><w:t>old</w:t></w:r></w:p></w:comment>"
           "</w:comments>"});
  const std::string copy = annotated(file, {note_on("ก", 1, "a < b & c")});
  const std::string comments = part_of(copy, "word/comments.xml");
  CHECK(comments.find("old") != std::string::npos);
  CHECK(comments.find("w:id=\"8\"") != std::string::npos);
  CHECK(comments.find("a &lt; b &amp; c") != std::string::npos);
}

TEST_CASE("the same form and notes give the same copy, and a broken form none") {
  DocxFile file;
  file.body = paragraph("หนึ่ง");
  const std::vector<Annotation> notes = {note_on("หนึ่ง", 1)};
  CHECK(annotated(file, notes) == annotated(file, notes));
  CHECK(std::get<AnnotateFault>(annotate("PK broken", "docx", notes, {})) == AnnotateFault::unreadable);
  file.body = "<w:p>";
  CHECK(std::get<AnnotateFault>(annotate(file.bytes(), "docx", notes, {})) == AnnotateFault::unreadable);
}
