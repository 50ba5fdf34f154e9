#include "report/report.hpp"
#include "report/sheet.hpp"
#include "report/workbook.hpp"

namespace ruamlint {

std::string xlsx_report(const Run& run, Language language) {
  Workbook workbook(run.closing_date, Workbook::Memory::whole);
  workbook.add(forms_sheet(run, language));
  workbook.add(findings_sheet(run, language));
  return workbook.finish();
}

}  // namespace ruamlint
