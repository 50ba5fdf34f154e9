// libFuzzer target for the PDF reader. Not part of any default build; with clang, one way is
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -I src -I tests/unit/pdf
//     tests/fuzz/pdf_fuzzer.cpp tests/unit/pdf/pdf_file.cpp src/extract/pdf/*.cpp
//     src/document/{document,ticks}.cpp src/text/*.cpp
//     $(pkg-config --cflags --libs poppler freetype2 icu-uc icu-i18n)
//
// tools/pdf-fuzz does it, makes seeds and runs. An input whose first byte is '%' is a file as it is. Any
// other is the content of a page that is written around it: random changes to a file rarely get past its
// structure, those to the content reach glyphs, lines, tables and paragraphs.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/pdf/pdf.hpp"
#include "pdf_file.hpp"

namespace {

using ruamlint::test::PdfFile;

std::string page_with(std::string_view content) {
  PdfFile file;
  file.fonts["F1"].to_unicode[0xE000] = U" ";
  file.fonts["F1"].widths[0xE000] = 0;
  file.fonts["F2"] = {"ABCDEF+Thai-Bold", {}, {}, true};
  file.fonts["F3"] = {"Wingdings", {}, {}, true};
  file.page().raw(std::string(content));
  file.page().text(70, 100, U"หน้าสอง").raw(std::string(content.substr(0, content.size() / 2)));
  return file.bytes();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const bool is_file = !input.empty() && input.front() == '%';
  ruamlint::PdfOptions options;
  // Whether a page is rendered for recognition must not depend on there being a recogniser.
  if (size % 16 == 0) options.recognise = [](const ruamlint::Picture&) { return ruamlint::RecognisedPage{}; };
  (void)ruamlint::read_pdf(is_file ? std::string(input) : page_with(input), options);
  return 0;
}
