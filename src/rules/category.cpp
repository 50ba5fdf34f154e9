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
  // Two ticks may be a slip or an open choice: which one is meant only the applicant knows.
  const Argument names = argument("categories", Argument::Kind::category, category.stated);
  return {found(context, Result::ask, "several", category.evidence, {names})};
}

constexpr NamedCheck checks[] = {
    {"category.one_stated", one_stated},
};

}  // namespace

std::span<const NamedCheck> category_checks() {
  return checks;
}

}  // namespace ruamlint
