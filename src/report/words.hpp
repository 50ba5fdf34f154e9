// Every fixed word and sentence of the reports, Thai and English side by side, in words.cpp. What rules say
// stands in the packs.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/report.hpp"

namespace ruamlint {

enum class Word {
  // Verdicts of a form
  verdict_pass,
  verdict_fail,
  verdict_ask,
  verdict_partly,
  verdict_unread,
  // Groups of findings
  to_do,
  nothing_to_do,
  group_unchecked,
  group_passed,
  group_not_applicable,
  group_waived,
  // Severities
  severity_error,
  severity_warning,
  severity_note,
  severity_ask,
  // Results that are no severity
  standing_passed,
  standing_unchecked,
  standing_not_applicable,
  // Labels
  pack,
  category,
  operation,
  closing_date,
  evidence,
  reason,
  remedy,
  source,
  facts,
  levels,
  levels_stated,
  levels_described,
  levels_borne_out,
  comparisons,
  notes,
  applies_to,
  messages,
  excerpts,
  severity,
  check,
  // Values
  all_categories,
  none,
  none_set,
  no_category,
  several_categories,
  category_given,
  closing_date_assumed,
  source_questions,
  source_assumed,
  more_evidence,
  copy_checked,
  signed_copy,
  // Operation
  operation_unknown,
  operation_plan_only,
  operation_ongoing,
  operation_ended,
  operation_not_over,
  operation_no_end,
  operation_months,
  approximate,
  // Time
  range_between,
  fiscal_year,
  year,
  years_months,
  only_years,
  only_months,
  under_a_month,
  from_to,
  // Comparisons
  comparison,
  comparison_claim,
  comparison_recomputed,
  rise,
  fall,
  no_change,
  change_percent,
  change_points,
  change_difference,
  change_times,
  consistent,
  by_rounding,
  inconsistent,
  direction_differs,
  zero_base,
  unit_differs,
  no_claim,
  unsure,
  // Parts of a form
  whole_form,
  section_absent,
  // Places
  page,
  section,
  table,
  row,
  cell,
  paragraph,
  part_header,
  part_footer,
  part_footnotes,
  part_comments,
  // Origins
  by_ocr,
  by_form_field,
  // Findings in short
  unchecked,
  fingerprint,
  // Waivers
  waived,
  waived_by,
  waivers_idle,
  waiver_unused,
  waiver_expired,
  waiver_too_wide,
  // Summary
  summary,
  count,
  count_points,
  last = count_points
};

[[nodiscard]] std::string_view word(Word which, Language language);

/// Names and values of placeholders.
using Values = std::vector<std::pair<std::string, std::string>>;

/// The sentence with its {placeholders} filled. One that has no value stays as it is, to be seen.
[[nodiscard]] std::string filled(std::string_view sentence, const Values& values);

}  // namespace ruamlint
