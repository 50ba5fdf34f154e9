#include <fmt/format.h>

#include "report/report.hpp"
#include "report/sheet.hpp"
#include "text/csv.hpp"

namespace ruamlint {
namespace {

std::string field_of(const SheetCell& cell) {
  if (const auto* number = std::get_if<double>(&cell.value)) return fmt::format("{}", *number);
  return std::get<std::string>(cell.value);
}

}  // namespace

std::string csv_report(const Run& run, Language language) {
  const Sheet sheet = forms_sheet(run, language);
  std::string csv(byte_order_mark);
  std::vector<std::string> fields = sheet.head;
  fields.emplace_back(language == Language::th ? "รายงาน" : "Report");
  csv += csv_line(fields);
  for (const auto& row : sheet.rows) {
    fields.clear();
    for (const SheetCell& cell : row) fields.push_back(field_of(cell));
    fields.push_back(harmless(row.front().link));  // which a cell of CSV cannot carry itself
    csv += csv_line(fields);
  }
  return csv;
}

}  // namespace ruamlint
