// A run as tables: what CSV and XLSX have in common.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "report/report.hpp"

namespace ruamlint {

struct SheetCell {
  std::variant<std::string, double> value;
  std::string link;  ///< relative; empty: none
};

struct Sheet {
  std::string name;
  std::vector<std::string> head;
  std::vector<std::vector<SheetCell>> rows;  ///< each as long as the head
};

/// One row a form, one column a rule.
[[nodiscard]] Sheet forms_sheet(const Run& run, Language language);
/// One row a finding that somebody is to act on or look at.
[[nodiscard]] Sheet findings_sheet(const Run& run, Language language);

/// Text that no program takes for a formula, whatever a form says: an apostrophe goes before what would be
/// one. Control characters go, line ends become spaces.
[[nodiscard]] std::string harmless(std::string_view text);

}  // namespace ruamlint
