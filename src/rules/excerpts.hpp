// A pack's own tests: every rule's excerpts, run through facts and rules.
#pragma once

#include <string>
#include <vector>

#include "rules/finding.hpp"

namespace ruamlint {

/// An excerpt, and the result that it had: the gravest of the rule's findings.
struct ExcerptOutcome {
  const Rule* rule = nullptr;
  const Excerpt* excerpt = nullptr;
  Result result = Result::pass;
  bool as_expected = false;
};

/// Outcomes of all excerpts, in the pack's order. The pack must outlive them.
[[nodiscard]] std::vector<ExcerptOutcome> run_excerpts(const Pack& pack);

/// What no loader can know: rules whose check does not exist, excerpts that expect no result. One line each,
/// for the pack's author; empty where all is well.
[[nodiscard]] std::vector<std::string> faults_of(const Pack& pack);

}  // namespace ruamlint
