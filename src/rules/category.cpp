// CAT: which category the form is sent in for, and whether its levels fit it.
#include <algorithm>

#include "rules/family.hpp"

namespace ruamlint {
namespace {

std::vector<Finding> one_stated(const CheckContext& context) {
  const CategoryFact& category = context.facts.category;
  if (!category.id.empty()) {
    const Argument name = argument("category", Argument::Kind::category, {category.id});
    return {found(context, Result::pass, category.given ? "given" : "pass", category.evidence, {name})};
  }
  if (category.stated.empty()) return {missing(context, "none")};
  // The source is firm on a category that is missing only; which of two is meant the applicant knows.
  const Argument names = argument("categories", Argument::Kind::category, category.stated);
  Finding several = found(context, Result::fail, "several", category.evidence, {names});
  several.severity = std::min(several.severity, Severity::warning);
  return {several};
}

constexpr NamedCheck checks[] = {
    {"category.one_stated", one_stated},
};

}  // namespace

std::span<const NamedCheck> category_checks() {
  return checks;
}

}  // namespace ruamlint
