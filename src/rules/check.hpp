// Runs a pack's rules over a form's facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.hpp"
#include "pack/pack.hpp"
#include "rules/finding.hpp"

namespace ruamlint {

/// Findings in the order of the pack's rules. A rule that passes, does not apply or could not be checked has
/// one; a rule that fails or asks has one for each defect.
[[nodiscard]] std::vector<Finding> check_facts(const Facts& facts, const Pack& pack, Day closing_date);

/// fail where an error failed; else could_not_check where an error could not be checked; else ask where
/// something failed or is asked that a person should look at; else pass. Notes and waived findings decide
/// nothing.
[[nodiscard]] Result overall_result(const std::vector<Finding>& findings);

/// Of one rule's findings: fail before could_not_check, ask, pass, not_applicable. The last where it has
/// none.
[[nodiscard]] Result gravest_result(const std::vector<Finding>& findings, std::string_view rule);

/// Names of all checks that a pack's rule may call, sorted.
[[nodiscard]] std::vector<std::string> check_names();

[[nodiscard]] const char* name_of(Result result);
[[nodiscard]] const char* name_of(Severity severity);

}  // namespace ruamlint
