// libFuzzer target for the DOCX reader; tools/docx-fuzz builds and runs it, with seeds made of the corpus.
//
// An input whose first byte is 'P' is a package as it is ("PK..."). Any other holds the content of parts that
// are packed here: random changes to a ZIP hardly ever get past its checksums, those to the XML do. Parts are
// separated by the byte 0x1E, in the order of `part_kinds`.
#include <zip.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/docx/docx.hpp"

namespace {

struct PartKind {
  const char* name;
  const char* root;      ///< nullptr for what is no XML, or brings its own
  const char* relation;  ///< of the body; nullptr for the body itself, and for what another part points at
  std::string_view begin, end;
};

constexpr std::array part_kinds = {
    PartKind{"document.xml", "w:document", nullptr, "<w:body>", "</w:body>"},
    PartKind{"styles.xml", "w:styles", "styles", "", ""},
    PartKind{"numbering.xml", "w:numbering", "numbering", "", ""},
    PartKind{"header1.xml", "w:hdr", "header", "", ""},
    PartKind{"glossary.xml", "w:glossaryDocument", "glossaryDocument", "", ""},
    PartKind{"data1.xml", "dgm:dataModel", "diagramData", "", ""},
    PartKind{"chart1.xml", "c:chartSpace", "chart", "<c:chart>", "</c:chart>"},
    PartKind{"activeX1.xml", "ax:ocx ax:classid=\"{8BD21D40-EC42-11CE-9E0D-00AA006002F3}\" r:id=\"rId1\"",
             "control", "", ""},
    PartKind{"piece", nullptr, "aFChunk", "", ""},
    PartKind{"activeX1.bin", nullptr, nullptr, "", ""},
};

constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view namespaces =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
    R"( xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml")"
    R"( xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml")"
    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
    R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
    R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
    R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
    R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
    R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")"
    R"( xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram")"
    R"( xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart")"
    R"( xmlns:ax="http://schemas.microsoft.com/office/2006/activeX")"
    R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
    R"( xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">)";

std::string relation(std::size_t id, std::string_view type, std::string_view target) {
  return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" + std::string(office) + "/" +
         std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

std::string relations(const std::string& content) {
  return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + content +
         "</Relationships>";
}

void add(zip_t* archive, const char* name, std::string_view content) {
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  const zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
  zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

std::string as_part(const PartKind& kind, const std::string& content) {
  if (kind.root == nullptr) return content;
  const std::string root = kind.root;
  return "<" + root + std::string(namespaces) + std::string(kind.begin) + content + std::string(kind.end) +
         "</" + root.substr(0, root.find(' ')) + ">";
}

/// The parts of the input as XML; those that it does not reach are left out.
std::vector<std::string> parts_of(std::string_view input) {
  constexpr char separator = 0x1E;
  std::vector<std::string> parts;
  while (parts.size() < part_kinds.size()) {
    const PartKind& kind = part_kinds[parts.size()];
    const std::size_t end = input.find(separator);
    parts.push_back(as_part(kind, std::string(input.substr(0, end))));
    if (end == std::string_view::npos) break;
    input.remove_prefix(end + 1);
  }
  return parts;
}

std::string packed(std::string_view input) {
  const std::vector<std::string> parts = parts_of(input);
  std::string links = relation(99, "image", "media.png");
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (part_kinds[i].relation != nullptr) links += relation(i, part_kinds[i].relation, part_kinds[i].name);
  const std::string document_links = relations(links);
  const std::string package_links = relations(relation(1, "officeDocument", "document.xml"));

  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  add(archive, "[Content_Types].xml", content_types);
  add(archive, "_rels/.rels", package_links);
  add(archive, "_rels/document.xml.rels", document_links);
  add(archive, "media.png", "picture");
  const std::string control_links = relations(relation(1, "activeXControlBinary", "activeX1.bin"));
  add(archive, "_rels/activeX1.xml.rels", control_links);
  for (std::size_t i = 0; i < parts.size(); ++i) add(archive, part_kinds[i].name, parts[i]);
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
  ruamlint::DocxOptions options;
  options.recognise = [](std::string_view) {
    ruamlint::RecognisedPage page;
    page.blocks.resize(1);
    page.blocks[0].text.utf8 = "x";
    return page;
  };
  (void)ruamlint::read_docx(is_package ? std::string(input) : packed(input), options);
  return 0;
}
