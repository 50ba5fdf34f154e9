// libFuzzer target for the DOCX reader. Not part of any default build; with clang, one way is
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -I src tests/fuzz/docx_fuzzer.cpp
//     src/extract/docx/*.cpp src/document/{document,ticks}.cpp src/text/*.cpp
//     $(pkg-config --cflags --libs libzip libxml-2.0 fmt icu-uc icu-i18n)
//
// An input whose first byte is 'P' is a package as it is ("PK..."). Any other is the content of a body that
// is packed here: random changes to a ZIP hardly ever get past its checksums, those to the XML do.
#include <zip.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/docx/docx.hpp"

namespace {

constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)";
constexpr std::string_view relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" )"
    R"(Target="document.xml"/></Relationships>)";
constexpr std::string_view body_begin =
    R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" )"
    R"(xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" )"
    R"(xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" )"
    R"(xmlns:v="urn:schemas-microsoft-com:vml"><w:body>)";
constexpr std::string_view body_end = "</w:body></w:document>";

void add(zip_t* archive, const char* name, std::string_view content) {
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  const zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

std::string packed(std::string_view body) {
  const std::string document = std::string(body_begin).append(body).append(body_end);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  add(archive, "[Content_Types].xml", content_types);
  add(archive, "_rels/.rels", relations);
  add(archive, "document.xml", document);
  zip_close(archive);
  zip_source_open(target);
  zip_stat_t stat;
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const bool is_package = !input.empty() && input.front() == 'P';
  (void)ruamlint::read_docx(is_package ? std::string(input) : packed(input));
  return 0;
}
