// Facts as lines of the text report.
#pragma once

#include <string>

#include "report/report.hpp"

namespace ruamlint {

[[nodiscard]] std::string category_text(const Pack& pack, const CategoryFact& category, Language language);
[[nodiscard]] std::string operation_text(const OperationFact& operation, Language language);
/// "ลดลงร้อยละ 75" / "a fall of 75 per cent": what was recomputed; empty where nothing can be.
[[nodiscard]] std::string recomputed_text(const Comparison& comparison, Language language);
/// "ถูกต้อง", "ไม่ตรงกับที่ระบุ" ...
[[nodiscard]] std::string comparison_verdict_text(const Comparison& comparison, Language language);
/// Levels and comparisons, as a block with its own heading; an empty line before it.
[[nodiscard]] std::string facts_text(const Pack& pack, const Facts& facts, Language language);

}  // namespace ruamlint
