// What the tests ask of a document that was read from a PDF.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <variant>

#include "extract/pdf/pdf.hpp"
#include "pdf_file.hpp"

namespace ruamlint::test {

inline Document read(const PdfFile& file, const PdfOptions& options = {}) {
  ReadResult result = read_pdf(file.bytes(), options);
  REQUIRE(std::holds_alternative<Document>(result));
  return std::get<Document>(std::move(result));
}

inline ReadFault fault_of(std::string_view bytes) {
  const ReadResult result = read_pdf(bytes, {});
  REQUIRE(std::holds_alternative<ReadError>(result));
  return std::get<ReadError>(result).fault;
}

/// The texts of all blocks, '|' between.
inline std::string texts(const Document& document) {
  std::string all;
  for (const Block& block : document.blocks) all += (all.empty() ? "" : "|") + block.text.utf8;
  return all;
}

inline Table table_in(const Document& document) {
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::table) return block.table;
  FAIL("no table");
  return {};
}

/// The cells in order, '|' between them and '/' between rows.
inline std::string cells(const Table& table) {
  std::string all;
  for (const Cell& cell : table.cells) {
    if (!all.empty()) all += cell.column == 0 ? "/" : "|";
    all += cell.text.utf8;
  }
  return all;
}

inline bool has_note(const Document& document, Note::Kind kind) {
  for (const Note& note : document.notes)
    if (note.kind == kind) return true;
  return false;
}

}  // namespace ruamlint::test
