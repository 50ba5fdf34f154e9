// PDF files to be annotated, and what stands in their copies.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <variant>
#include <vector>

#include "annotate/annotate.hpp"

namespace ruamlint::test {

using PdfObject = QPDFObjectHandle;

/// A file in the making.
class PdfMaker {
 public:
  PdfMaker();

  /// `entries` are those of its dictionary, beside /Type. A page of A4 where they name no box.
  PdfObject add_page(const std::string& entries = "/MediaBox [0 0 595 842]");
  PdfObject add(const std::string& object) { return pdf.makeIndirectObject(PdfObject::parse(object)); }
  [[nodiscard]] std::string bytes();

  QPDF pdf;
};

/// A file that has been opened.
class PdfCopy {
 public:
  explicit PdfCopy(std::string bytes);

  /// Those of a page, from 0, without windows (/Popup).
  [[nodiscard]] std::vector<PdfObject> annotations(std::size_t page = 0);
  [[nodiscard]] PdfObject page(std::size_t number) { return pdf->getAllPages().at(number); }

  std::string bytes;
  std::unique_ptr<QPDF> pdf = std::make_unique<QPDF>();
};

[[nodiscard]] std::string written(QPDF& pdf);
/// Fails where there is no copy.
[[nodiscard]] PdfCopy annotated(const std::string& pdf, const std::vector<Annotation>& notes,
                                const AnnotateOptions& options = {});
/// Fails where there is one.
[[nodiscard]] AnnotateFault fault_of(const std::string& pdf, const std::vector<Annotation>& notes);

/// A note over words, and one about something that is missing.
[[nodiscard]] Annotation note_over(std::vector<PageBox> boxes, std::string text = "ต้องแก้ไข");
[[nodiscard]] Annotation note_at(int page, const Box& heading, std::string text = "ไม่พบ");

[[nodiscard]] std::vector<double> numbers_of(PdfObject array);
[[nodiscard]] std::string subtype_of(PdfObject annotation);
/// What its appearance draws, forms within it too.
[[nodiscard]] std::string drawing_of(PdfObject annotation);

}  // namespace ruamlint::test
