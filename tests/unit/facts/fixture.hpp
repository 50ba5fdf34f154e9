// Forms written as plain text, for tests of what is found in them.
#pragma once

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "facts/facts.hpp"
#include "facts/form.hpp"
#include "text/utf8.hpp"

/// Every award's vocabulary that the project has, loaded once.
inline const ruamlint::Pack& test_pack() {
  static const ruamlint::Pack pack = [] {
    auto loaded = ruamlint::load_pack(RUAMLINT_CHECKS_DIR, "pppa");
    if (auto* error = std::get_if<ruamlint::PackError>(&loaded)) FAIL(error->where << ": " << error->problem);
    return std::get<ruamlint::Pack>(std::move(loaded));
  }();
  return pack;
}

/// Builds a document from lines: "# heading" ("##" a level deeper), "- item", "**bold paragraph**", "| a | b
/// |" a table's row (a cell's lines are divided by "<br>", "^" carries on the cell above, "<" the one on the
/// left), else a paragraph. Tick boxes are found as any reader finds them.
class FormBuilder {
 public:
  explicit FormBuilder(std::string_view source, ruamlint::Origin origin = ruamlint::Origin::text_layer,
                       float confidence = 1)
      : origin_(origin), confidence_(confidence) {
    std::istringstream lines{std::string(source)};
    for (std::string line; std::getline(lines, line);) {
      const std::string text = ruamlint::folded_spaces(line);
      if (text.empty()) continue;
      if (text.starts_with("|")) {
        add_row(text);
        continue;
      }
      in_table_ = false;
      add_block(text);
    }
    ruamlint::add_ticks_from_text(document_);
  }

  operator ruamlint::Document() const { return document_; }  // NOLINT(google-explicit-constructor)

 private:
  ruamlint::Text text_of(const std::string& words) {
    ruamlint::Text text;
    text.utf8 = words;
    ruamlint::Span span;
    span.end = words.size();
    span.place.part = "document";
    span.place.paragraph = ++paragraph_;
    span.origin = origin_;
    span.confidence = confidence_;
    text.spans = {span};
    return text;
  }

  void add_block(std::string words) {
    using ruamlint::BlockKind;
    ruamlint::Block block;
    if (words.starts_with("#")) {
      block.kind = BlockKind::heading;
      block.level = words.starts_with("##") ? 2 : 1;
      words = words.substr(words.find_first_not_of("# "));
    } else if (words.starts_with("- ")) {
      block.kind = BlockKind::list_item;
      block.level = 1;
      words = words.substr(2);
    } else if (words.starts_with("**")) {
      block.bold = true;
      words = words.substr(2, words.size() - 4);
    }
    block.text = text_of(words);
    block.place = block.text.spans[0].place;
    document_.blocks.push_back(block);
  }

  void add_row(const std::string& line) {
    if (!in_table_) {
      document_.blocks.emplace_back();
      document_.blocks.back().kind = ruamlint::BlockKind::table;
      in_table_ = true;
    }
    ruamlint::Table& table = document_.blocks.back().table;
    int column = 0;
    for (std::size_t at = 1; at < line.size(); ++column) {
      const std::size_t end = std::min(line.find('|', at), line.size());
      std::string words(ruamlint::trimmed(std::string_view(line).substr(at, end - at)));
      for (std::size_t br; (br = words.find("<br>")) != std::string::npos;) words.replace(br, 4, "\n");
      if (words == "<") {
        ++table.cells.back().column_span;
      } else if (words == "^") {
        for (ruamlint::Cell& cell : table.cells)
          if (cell.column == column && cell.row + cell.row_span == table.rows) ++cell.row_span;
      } else {
        table.cells.push_back({table.rows, column, 1, 1, false, text_of(words)});
      }
      at = end + 1;
    }
    table.columns = std::max(table.columns, column);
    ++table.rows;
  }

  ruamlint::Document document_;
  ruamlint::Origin origin_;
  float confidence_;
  int paragraph_ = 0;
  bool in_table_ = false;
};

inline ruamlint::Document form_of(std::string_view source) {
  return FormBuilder(source);
}

inline ruamlint::Facts facts_of(std::string_view source) {
  return find_facts(form_of(source), test_pack(), {});
}

inline const ruamlint::SectionFact& section_in(const ruamlint::Facts& facts, std::string_view id) {
  for (const ruamlint::SectionFact& section : facts.sections)
    if (section.id == id) return section;
  throw std::logic_error("no such section");
}
