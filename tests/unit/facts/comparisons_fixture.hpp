// The pack whose words the comparisons are read with, and short ways of writing what was found.
#pragma once

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <variant>

#include "facts/facts.hpp"
#include "pack/pack.hpp"

inline const ruamlint::Pack& award_pack() {
  static const ruamlint::Pack pack = [] {
    auto loaded = ruamlint::load_pack(RUAMLINT_CHECKS_DIR, "pppa-2567");
    if (const auto* error = std::get_if<ruamlint::PackError>(&loaded))
      FAIL(error->where << ": " << error->problem);
    return std::get<ruamlint::Pack>(loaded);
  }();
  return pack;
}

/// At most one decimal: "35", "33.3", "-".
inline std::string short_number(double value) {
  if (!std::isfinite(value)) return "-";
  std::string text = std::to_string(std::round(value * 10) / 10);
  text.resize(text.find('.') + 2);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

inline std::string short_verdict(ruamlint::Comparison::Verdict verdict) {
  static const char* const names[] = {"ok",        "rounding", "WRONG",   "DIRECTION",
                                      "zero base", "unit",     "no claim"};
  return names[static_cast<int>(verdict)];
}

/// "120 -> 78 ราย, -35% ok", "40 -> 60 คน, no claim".
inline std::string shown(const ruamlint::Comparison& comparison) {
  static const char* const kinds[] = {"", "%", "pt", "", "x"};
  std::string text = short_number(comparison.before.value) + " -> " + short_number(comparison.after.value);
  if (!comparison.unit.empty()) text += " " + comparison.unit;
  if (comparison.claim_kind != ruamlint::Comparison::ClaimKind::none) {
    text += ", " + short_number(comparison.claimed.value) + kinds[static_cast<int>(comparison.claim_kind)];
  }
  text += ", " + short_verdict(comparison.verdict);
  const bool wrong = comparison.verdict == ruamlint::Comparison::Verdict::inconsistent;
  if (wrong) text += " " + short_number(comparison.recomputed);
  return text + (comparison.unsure ? " ?" : "");
}

template <typename Comparisons>
std::string all_shown(const Comparisons& comparisons) {
  std::string text;
  for (const ruamlint::Comparison& comparison : comparisons)
    text += (text.empty() ? "" : " | ") + shown(comparison);
  return text;
}

/// A table from its rows, cells between "|"; "<" goes on from the left cell, "^" from the one above.
inline ruamlint::Table table_of(const std::vector<std::string>& rows) {
  std::vector<std::vector<std::string>> grid;
  ruamlint::Table table;
  for (const std::string& row : rows) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= row.size();) {
      const std::size_t bar = std::min(row.find('|', at), row.size());
      const std::size_t first = std::min(row.find_first_not_of(' ', at), bar);
      const std::size_t last = bar == 0 ? 0 : row.find_last_not_of(' ', bar - 1) + 1;
      cells.push_back(row.substr(first, last > first ? last - first : 0));
      at = bar + 1;
    }
    table.columns = std::max(table.columns, static_cast<int>(cells.size()));
    grid.push_back(cells);
  }
  table.rows = static_cast<int>(grid.size());
  const auto text = [&](int row, int column) -> std::string {
    const auto& cells = grid[static_cast<std::size_t>(row)];
    return column < static_cast<int>(cells.size()) ? cells[static_cast<std::size_t>(column)] : "";
  };
  for (int row = 0; row < table.rows; ++row) {
    for (int column = 0; column < table.columns; ++column) {
      if (text(row, column) == "<" || text(row, column) == "^") continue;
      ruamlint::Cell cell;
      cell.row = row;
      cell.column = column;
      cell.text.utf8 = text(row, column);
      while (column + cell.column_span < table.columns && text(row, column + cell.column_span) == "<")
        ++cell.column_span;
      while (row + cell.row_span < table.rows && text(row + cell.row_span, column) == "^") ++cell.row_span;
      table.cells.push_back(cell);
    }
  }
  return table;
}
