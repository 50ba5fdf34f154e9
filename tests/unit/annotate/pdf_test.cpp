// Highlights and notes in a copy of a PDF.
#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <variant>
#include <vector>

#include "annotate/annotate.hpp"

using namespace ruamlint;

namespace {

/// One page of 200 x 300 user space units whose crop box begins at (10, 20).
std::string pdf_file(int rotate, const std::string& root_entries = "") {
  QPDF pdf;
  pdf.emptyPDF();
  if (!root_entries.empty()) pdf.getRoot().replaceKey("/AcroForm", QPDFObjectHandle::parse(root_entries));
  QPDFObjectHandle page = QPDFObjectHandle::parse(fmt::format(
      "<</Type /Page /MediaBox [0 0 300 400] /CropBox [10 20 210 320] /Rotate {} /Resources <<>>>>", rotate));
  QPDFPageDocumentHelper(pdf).addPage(pdf.makeIndirectObject(page), false);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

Annotation highlight(const Box& box) {
  Annotation note;
  note.text = "ต้องแก้ไข";
  note.quote = "words";
  note.boxes = {{1, box}};
  return note;
}

std::string annotated(const std::string& pdf, const std::vector<Annotation>& notes,
                      const AnnotateOptions& options = {}) {
  const AnnotatedCopy copy = annotate(pdf, "pdf", notes, options);
  REQUIRE(std::holds_alternative<std::string>(copy));
  return std::get<std::string>(copy);
}

/// The annotations of the first page; `pdf` must outlive them.
std::vector<QPDFObjectHandle> annotations_of(QPDF& pdf, const std::string& bytes) {
  pdf.processMemoryFile("copy", bytes.data(), bytes.size());
  QPDFObjectHandle page = pdf.getAllPages().at(0);
  return page.getKey("/Annots").getArrayAsVector();
}

std::vector<double> rectangle_of(QPDFObjectHandle annotation) {
  const auto box = annotation.getKey("/Rect").getArrayAsRectangle();
  return {box.llx, box.lly, box.urx, box.ury};
}

}  // namespace

TEST_CASE("a highlight lies over its words, however the page is turned") {
  // 30 to the right and 40 down from the corner that is the upper left as shown; 50 wide, 10 high.
  const Box words{30, 40, 80, 50};
  const auto [rotate, expected] = GENERATE(table<int, std::vector<double>>({
      {0, {40, 270, 90, 280}},
      {90, {50, 50, 60, 100}},
      {180, {130, 60, 180, 70}},
      {270, {160, 240, 170, 290}},
  }));
  const std::string copy = annotated(pdf_file(rotate), {highlight(words)});
  QPDF pdf;
  std::vector<QPDFObjectHandle> annotations = annotations_of(pdf, copy);
  REQUIRE(annotations.size() == 1);
  CHECK(annotations[0].getKey("/Subtype").getName() == "/Highlight");
  CHECK(annotations[0].getKey("/Contents").getUTF8Value() == "ต้องแก้ไข");
  CHECK(annotations[0].getKey("/QuadPoints").getArrayNItems() == 8);
  CHECK(rectangle_of(annotations[0]) == expected);
}

TEST_CASE("notes without words stand apart from each other") {
  Annotation missing;
  missing.text = "a";
  const std::string copy = annotated(pdf_file(0), {missing, missing, missing});
  QPDF pdf;
  std::vector<QPDFObjectHandle> annotations = annotations_of(pdf, copy);
  REQUIRE(annotations.size() == 3);
  for (std::size_t i = 0; i + 1 < 3; ++i) {
    CHECK(annotations[i].getKey("/Subtype").getName() == "/Text");
    CHECK(rectangle_of(annotations[i])[1] > rectangle_of(annotations[i + 1])[3]);
  }
}

TEST_CASE("the copy of a signed PDF says that the signature is not its own") {
  AnnotateOptions options;
  options.signed_warning = "ลายมือชื่อ";
  QPDF pdf, other;
  const std::string copy =
      annotated(pdf_file(0, "<</SigFlags 3 /Fields []>>"), {highlight({1, 1, 9, 9})}, options);
  std::vector<QPDFObjectHandle> annotations = annotations_of(pdf, copy);
  REQUIRE(annotations.size() == 2);
  CHECK(annotations[0].getKey("/Contents").getUTF8Value() == "ลายมือชื่อ");
  CHECK(annotations_of(other, annotated(pdf_file(0), {highlight({1, 1, 9, 9})}, options)).size() == 1);
}

TEST_CASE("a note on a page that is not there goes to the first, and none is lost") {
  Annotation note = highlight({1, 1, 9, 9});
  note.boxes[0].page = 99;
  note.place.page = 99;
  QPDF pdf;
  const std::string copy = annotated(pdf_file(0), {note});
  CHECK(annotations_of(pdf, copy).size() == 1);
}

TEST_CASE("the same PDF and notes give the same copy, and a broken one none") {
  const std::string pdf = pdf_file(0);
  CHECK(annotated(pdf, {highlight({1, 1, 9, 9})}) == annotated(pdf, {highlight({1, 1, 9, 9})}));
  CHECK(std::get<AnnotateFault>(annotate("%PDF-1.4 broken", "pdf", {}, {})) == AnnotateFault::unreadable);
  CHECK(std::get<AnnotateFault>(annotate("GIF89a", "png", {}, {})) == AnnotateFault::unreadable);
}
