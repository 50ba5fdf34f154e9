#include "docx_file.hpp"

#include <zip.h>

#include <catch2/catch.hpp>

#include "extract/docx/docx.hpp"

namespace ruamlint::docx_test {
namespace {

constexpr const char* transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* strict_relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
constexpr const char* package_relations = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string relation(int id, const std::string& type, const std::string& target, bool strict) {
  return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" +
         (strict ? strict_relations : transitional) + "/" + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& content) {
  return std::string("<?xml version=\"1.0\"?><Relationships xmlns=\"") + package_relations + "\">" + content +
         "</Relationships>";
}

std::string root(const std::string& name, const std::string& content, bool strict) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + name + " " +
         namespaces(strict) + ">" + content + "</" + name + ">";
}

}  // namespace

std::string namespaces(bool strict) {
  const std::string w = strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                               : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return "xmlns:w=\"" + w +
         "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
         " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
         " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
         " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
         " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
         " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
         " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
         " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
         " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
         " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  std::vector<std::string>
      names;  // libzip refuses a second entry of one name, so names are made one afterwards
  for (const auto& [name, content] : entries) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    std::string unique = name;
    for (char c = '0'; zip_name_locate(archive, unique.c_str(), 0) >= 0; ++c) unique.back() = c;
    zip_file_add(archive, unique.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (unique != name) names.push_back(unique);
  }
  REQUIRE(zip_close(archive) == 0);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  for (const std::string& made : names)
    for (const auto& [name, content] : entries) {
      if (made.substr(0, made.size() - 1) != name.substr(0, name.size() - 1)) continue;
      for (std::size_t at = bytes.find(made); at != std::string::npos; at = bytes.find(made, at))
        bytes.replace(at, name.size(), name);
    }
  return bytes;
}

std::vector<std::pair<std::string, std::string>> DocxFile::entries() const {
  std::string document_relations;
  int id = 0;
  std::vector<std::pair<std::string, std::string>> list;
  const auto add = [&](const std::string& name, const std::string& type, const std::string& xml) {
    list.emplace_back("word/" + name, xml);
    document_relations += relation(++id, type, name, strict);
  };
  if (!styles.empty()) add("styles.xml", "styles", root("w:styles", styles, strict));
  if (!numbering.empty()) add("numbering.xml", "numbering", root("w:numbering", numbering, strict));
  for (const Part& part : parts) {
    if (!part.external) {
      add(part.name, part.relation, part.xml);
      continue;
    }
    std::string link = relation(++id, part.relation, part.name, strict);
    document_relations += link.insert(link.size() - 2, " TargetMode=\"External\"");
  }

  std::string package = relation(1, "officeDocument", "word/document.xml", strict);
  if (!core.empty()) {
    package += "<Relationship Id=\"rId2\" Type=\"" + std::string(package_relations) +
               "/metadata/core-properties\" Target=\"docProps/core.xml\"/>";
    list.emplace_back("docProps/core.xml",
                      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                      "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" +
                          core + "</cp:coreProperties>");
  }
  list.emplace_back("[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Override PartName=\"/word/document.xml\" ContentType=\"" +
                        content_type + "\"/></Types>");
  list.emplace_back("_rels/.rels", relations(package));
  list.emplace_back("word/_rels/document.xml.rels", relations(document_relations));
  list.emplace_back("word/document.xml", root("w:document", "<w:body>" + body + "</w:body>", strict));
  return list;
}

Document read(const DocxFile& file) {
  ReadResult result = read_docx(file.bytes());
  if (const auto* error = std::get_if<ReadError>(&result)) FAIL("refused: " << error->detail);
  return std::get<Document>(std::move(result));
}

Document read_body(std::string_view body) {
  DocxFile file;
  file.body = body;
  return read(file);
}

ReadError refusal_of(std::string_view bytes) {
  ReadResult result = read_docx(bytes);
  REQUIRE(std::holds_alternative<ReadError>(result));
  return std::get<ReadError>(std::move(result));
}

std::string paragraph(std::string_view text, std::string_view properties) {
  std::string xml = "<w:p>";
  if (!properties.empty()) xml.append("<w:pPr>").append(properties).append("</w:pPr>");
  return xml.append("<w:r><w:t xml:space=\"preserve\">").append(text).append("</w:t></w:r></w:p>");
}

Strings texts(const std::vector<Block>& blocks) {
  Strings all;
  for (const Block& block : blocks) all.push_back(block.text.utf8);
  return all;
}

Strings numbers(const std::vector<Block>& blocks) {
  Strings all;
  for (const Block& block : blocks) all.push_back(block.number);
  return all;
}

const Note* find_note(const Document& document, Note::Kind kind) {
  const Note* found = nullptr;
  for (const Note& note : document.notes) {
    if (note.kind != kind) continue;
    CHECK(found == nullptr);
    found = &note;
  }
  return found;
}

}  // namespace ruamlint::docx_test
