// RFC 4180, with a byte order mark: without it Excel takes Thai for another encoding.
#include <fmt/format.h>

#include "report/report.hpp"
#include "report/sheet.hpp"

namespace ruamlint {
namespace {

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n;") == std::string::npos) return text;
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
  return field + '"';
}

std::string field_of(const SheetCell& cell) {
  if (const auto* number = std::get_if<double>(&cell.value)) return fmt::format("{}", *number);
  return quoted(std::get<std::string>(cell.value));
}

void add_line(std::string& csv, const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) csv += (i > 0 ? "," : "") + fields[i];
  csv += "\r\n";
}

}  // namespace

std::string csv_report(const Run& run, Language language) {
  constexpr const char* byte_order_mark = "\xEF\xBB\xBF";
  const Sheet sheet = forms_sheet(run, language);
  std::string csv = byte_order_mark;
  std::vector<std::string> fields;
  for (const std::string& title : sheet.head) fields.push_back(quoted(title));
  fields.emplace_back(language == Language::th ? "รายงาน" : "Report");
  add_line(csv, fields);
  for (const auto& row : sheet.rows) {
    fields.clear();
    for (const SheetCell& cell : row) fields.push_back(field_of(cell));
    fields.push_back(quoted(harmless(row.front().link)));  // which a cell of CSV cannot carry itself
    add_line(csv, fields);
  }
  return csv;
}

}  // namespace ruamlint
