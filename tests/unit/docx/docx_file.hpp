// Builds DOCX packages in memory for the tests of this folder.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/read_result.hpp"

namespace ruamlint::docx_test {

/// Any ZIP of the given entries, in their order; names may repeat.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries);

/// A package whose main part is word/document.xml. Parts are given as the content of their root element.
struct DocxFile {
  std::string body;               ///< content of w:body
  std::string styles, numbering;  ///< content of w:styles and w:numbering; no part where empty
  /// Further parts of word/, each with the type of its relation and its whole XML: {"header1.xml", "header",
  /// "<w:hdr ..."}.
  struct Part {
    std::string name, relation, xml;
    bool external = false;  ///< no part, but an address to point at
  };
  std::vector<Part> parts;
  std::string core;     ///< content of docProps/core.xml's root
  bool strict = false;  ///< ISO 29500 strict namespaces
  std::string content_type =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> entries() const;
  [[nodiscard]] std::string bytes() const { return zip_of(entries()); }
};

/// The declarations of all namespaces, for a root element.
std::string namespaces(bool strict = false);

/// Reads the file, which must come out as a document.
Document read(const DocxFile& file);
Document read_body(std::string_view body);
/// Reads the bytes, which must be refused.
ReadError refusal_of(std::string_view bytes);

/// A paragraph of one run; `properties` is the content of its w:pPr.
std::string paragraph(std::string_view text, std::string_view properties = "");

/// Texts of the blocks, tables and pictures included as empty ones.
std::vector<std::string> texts(const std::vector<Block>& blocks);
/// Automatic numbers of the blocks.
std::vector<std::string> numbers(const std::vector<Block>& blocks);
/// The only note of that kind; none is a nullptr.
const Note* find_note(const Document& document, Note::Kind kind);

using Strings = std::vector<std::string>;

}  // namespace ruamlint::docx_test
