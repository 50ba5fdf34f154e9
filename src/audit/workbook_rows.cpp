// ECMA-376 part 1, SpreadsheetML: xl/worksheets/sheetN.xml holds the cells, xl/sharedStrings.xml their texts.
#include "audit/workbook_rows.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <zip.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

namespace ruamlint {
namespace {

constexpr zip_uint64_t largest_part = zip_uint64_t{64} << 20;
constexpr std::size_t most_cells = 1'000'000, most_columns = 1'000;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Xml = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  return {archive, zip_discard};
}

std::optional<std::string> part_of(zip_t* archive, const std::string& name) {
  zip_stat_t stat;
  if (zip_stat(archive, name.c_str(), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
    return std::nullopt;
  if (stat.size > largest_part) return std::nullopt;
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive, name.c_str(), 0),
                                                                zip_fclose);
  if (file == nullptr) return std::nullopt;
  std::string bytes(stat.size, '\0');
  if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()))
    return std::nullopt;
  return bytes;
}

/// Entities are not replaced, nothing is loaded from elsewhere.
Xml parsed(const std::optional<std::string>& bytes) {
  if (!bytes) return {nullptr, xmlFreeDoc};
  return {xmlReadMemory(bytes->data(), static_cast<int>(bytes->size()), nullptr, nullptr,
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
          xmlFreeDoc};
}

bool is(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE &&
         std::string_view(reinterpret_cast<const char*>(node->name)) == name;
}

template <typename Visit>
void for_each_child(const xmlNode* parent, const char* name, const Visit& visit) {
  for (const xmlNode* child = parent == nullptr ? nullptr : parent->children; child != nullptr;
       child = child->next)
    if (is(child, name)) visit(child);
}

const xmlNode* child_of(const xmlNode* parent, const char* name) {
  const xmlNode* found = nullptr;
  for_each_child(parent, name, [&](const xmlNode* child) { found = found == nullptr ? child : found; });
  return found;
}

std::string text_of(const xmlNode* node) {
  xmlChar* content = node == nullptr ? nullptr : xmlNodeGetContent(node);
  std::string text = content == nullptr ? "" : reinterpret_cast<const char*>(content);
  xmlFree(content);
  return text;
}

std::string attribute(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetNoNsProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name));
  std::string text = value == nullptr ? "" : reinterpret_cast<const char*>(value);
  xmlFree(value);
  return text;
}

/// A text in one piece, or in runs of different fonts; phonetic hints are no part of it.
std::string rich_text(const xmlNode* node) {
  std::string text = text_of(child_of(node, "t"));
  for_each_child(node, "r", [&](const xmlNode* run) { text += text_of(child_of(run, "t")); });
  return text;
}

/// 0 for "A", 27 for "AB12".
std::size_t column_of(const std::string& reference, std::size_t otherwise) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = std::min(column * 26 + static_cast<std::size_t>(c - 'A' + 1), most_columns + 1);
  }
  return column == 0 ? otherwise : column - 1;
}

std::string cell_text(const xmlNode* cell, const std::vector<std::string>& shared) {
  const std::string type = attribute(cell, "t");
  if (type == "inlineStr") return rich_text(child_of(cell, "is"));
  std::string value = text_of(child_of(cell, "v"));
  if (type != "s") return value;
  std::size_t index = shared.size();
  std::from_chars(value.data(), value.data() + value.size(), index);
  return index < shared.size() ? shared[index] : std::string();
}

/// The part that holds the first sheet: by the workbook's own list, else by the customary name.
std::string first_sheet(zip_t* archive) {
  const Xml workbook = parsed(part_of(archive, "xl/workbook.xml"));
  const Xml relations = parsed(part_of(archive, "xl/_rels/workbook.xml.rels"));
  std::string target = "worksheets/sheet1.xml";
  if (workbook == nullptr || relations == nullptr) return "xl/" + target;
  const xmlNode* sheet = child_of(child_of(xmlDocGetRootElement(workbook.get()), "sheets"), "sheet");
  std::string id;
  for (const xmlAttr* one = sheet == nullptr ? nullptr : sheet->properties; one != nullptr; one = one->next)
    if (one->ns != nullptr && std::string_view(reinterpret_cast<const char*>(one->name)) == "id")
      id = text_of(one->children);
  for_each_child(xmlDocGetRootElement(relations.get()), "Relationship", [&](const xmlNode* relation) {
    if (attribute(relation, "Id") == id) target = attribute(relation, "Target");
  });
  return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

}  // namespace

bool is_workbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

std::vector<std::vector<std::string>> rows_of_workbook(std::string_view bytes) {
  const Archive archive = open_archive(bytes);
  if (archive == nullptr) return {};
  std::vector<std::string> shared;
  if (const Xml strings = parsed(part_of(archive.get(), "xl/sharedStrings.xml")); strings != nullptr)
    for_each_child(xmlDocGetRootElement(strings.get()), "si",
                   [&](const xmlNode* text) { shared.push_back(rich_text(text)); });
  const Xml sheet = parsed(part_of(archive.get(), first_sheet(archive.get())));
  if (sheet == nullptr) return {};
  std::vector<std::vector<std::string>> rows;
  std::size_t cells = 0;
  for_each_child(child_of(xmlDocGetRootElement(sheet.get()), "sheetData"), "row", [&](const xmlNode* row) {
    std::vector<std::string> fields;
    for_each_child(row, "c", [&](const xmlNode* cell) {
      const std::size_t column = column_of(attribute(cell, "r"), fields.size());
      if (column >= most_columns || ++cells > most_cells) return;
      if (fields.size() <= column) fields.resize(column + 1);
      fields[column] = cell_text(cell, shared);
    });
    if (std::any_of(fields.begin(), fields.end(), [](const std::string& field) { return !field.empty(); }))
      rows.push_back(std::move(fields));
  });
  return rows;
}

}  // namespace ruamlint
