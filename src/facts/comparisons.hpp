// Before and after: what a form says of a change, in tables, sentences and lists.
#pragma once

#include "facts/facts.hpp"
#include "facts/form.hpp"
#include "pack/pack.hpp"

namespace ruamlint {

struct ComparisonFacts {
  std::vector<Comparison> comparisons;  ///< in the form's order; one that is told twice alike stands once
  bool after_only = false;              ///< as in Facts
  std::vector<Evidence> after_figures;
  std::vector<Disagreement> disagreements;
};

[[nodiscard]] ComparisonFacts find_comparisons(const Form& form);

}  // namespace ruamlint
