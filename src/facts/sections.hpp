// Dividing a form into the pack's sections. Internal to facts/.
#pragma once

#include <vector>

#include "facts/form.hpp"
#include "facts/lines.hpp"

namespace ruamlint {

/// Ids of sections that the facts themselves look into; a pack that lacks one simply has no such section.
namespace section_id {
inline constexpr std::string_view applicant = "applicant";
inline constexpr std::string_view category = "category";
inline constexpr std::string_view problem = "problem";
inline constexpr std::string_view objective = "objective";
inline constexpr std::string_view mission = "mission";
inline constexpr std::string_view period = "period";
inline constexpr std::string_view stakeholders = "stakeholders";
inline constexpr std::string_view partners = "partners";
inline constexpr std::string_view levels = "levels";
inline constexpr std::string_view budget = "budget";
inline constexpr std::string_view awards = "awards";
inline constexpr std::string_view evidence = "evidence";
inline constexpr std::string_view sustainability = "sustainability";
}  // namespace section_id

/// Splits the lines at their headings into the form's passages, and fills the form's sections.
void divide_into_sections(std::vector<Line> lines, Form& form);

}  // namespace ruamlint
