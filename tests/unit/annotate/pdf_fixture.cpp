#include "pdf_fixture.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace ruamlint::test {
namespace {

std::string content_of(PdfObject stream) {
  const auto data = stream.getStreamData();
  std::string content(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  PdfObject forms = stream.getDict().getKeyIfDict("/Resources").getKeyIfDict("/XObject");
  if (!forms.isDictionary()) return content;
  for (auto& [name, form] : forms.getDictAsMap()) content += content_of(form);
  return content;
}

}  // namespace

PdfMaker::PdfMaker() {
  pdf.emptyPDF();
}

PdfObject PdfMaker::add_page(const std::string& entries) {
  PdfObject page = add("<< /Type /Page /Resources << >> " + entries + " >>");
  page.replaceKey("/Contents", pdf.newStream("1 0 0 1 0 0 cm 0 0 9 9 re f"));
  QPDFPageDocumentHelper(pdf).addPage(page, false);
  return page;
}

std::string PdfMaker::bytes() {
  return written(pdf);
}

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.setStaticAesIV(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

PdfCopy::PdfCopy(std::string data) : bytes(std::move(data)) {
  pdf->setSuppressWarnings(true);
  pdf->processMemoryFile("copy", bytes.data(), bytes.size());
}

std::vector<PdfObject> PdfCopy::annotations(std::size_t number) {
  std::vector<PdfObject> found;
  for (const PdfObject& annotation : page(number).getKey("/Annots").getArrayAsVector())
    if (subtype_of(annotation) != "/Popup") found.push_back(annotation);
  return found;
}

PdfCopy annotated(const std::string& pdf, const std::vector<Annotation>& notes,
                  const AnnotateOptions& options) {
  AnnotatedCopy copy = annotate(pdf, "pdf", notes, options);
  REQUIRE(std::holds_alternative<std::string>(copy));
  return PdfCopy(std::get<std::string>(std::move(copy)));
}

AnnotateFault fault_of(const std::string& pdf, const std::vector<Annotation>& notes) {
  const AnnotatedCopy copy = annotate(pdf, "pdf", notes, {});
  REQUIRE(std::holds_alternative<AnnotateFault>(copy));
  return std::get<AnnotateFault>(copy);
}

Annotation note_over(std::vector<PageBox> boxes, std::string text) {
  Annotation note;
  note.tone = Annotation::Tone::mend;
  note.text = std::move(text);
  note.quote = "words";
  note.boxes = std::move(boxes);
  return note;
}

Annotation note_at(int page, const Box& heading, std::string text) {
  Annotation note;
  note.text = std::move(text);
  note.place.page = page;
  note.place.box = heading;
  return note;
}

std::vector<double> numbers_of(PdfObject array) {
  std::vector<double> numbers;
  for (PdfObject number : array.getArrayAsVector()) numbers.push_back(number.getNumericValue());
  return numbers;
}

std::string subtype_of(PdfObject annotation) {
  return annotation.getKey("/Subtype").getName();
}

std::string drawing_of(PdfObject annotation) {
  return content_of(annotation.getKey("/AP").getKey("/N"));
}

}  // namespace ruamlint::test
