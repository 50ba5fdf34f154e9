// Facts as lines of the text report.
#pragma once

#include <string>

#include "report/report.hpp"

namespace ruamlint {

[[nodiscard]] std::string category_text(const Pack& pack, const CategoryFact& category, Language language);
[[nodiscard]] std::string operation_text(const OperationFact& operation, Language language);
/// Levels and comparisons, as a block with its own heading; an empty line before it.
[[nodiscard]] std::string facts_text(const Pack& pack, const Facts& facts, Language language);

}  // namespace ruamlint
