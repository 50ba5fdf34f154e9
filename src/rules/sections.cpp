// SEC: the sections that a form must have are there and say something.
#include <algorithm>

#include "rules/family.hpp"

namespace ruamlint {
namespace {

bool is_required(const Section& section, const Category* category) {
  // Where the category is not known, what every category asks for is asked for.
  if (category == nullptr) return section.required_in.size() > 1;
  return std::find(section.required_in.begin(), section.required_in.end(), category->id) !=
         section.required_in.end();
}

/// The form says it without a heading of its own.
bool is_said_elsewhere(const Facts& facts, const Section& section) {
  return std::any_of(section.said_by.begin(), section.said_by.end(), [&facts](const std::string& teller) {
    if (teller == "fact.operation") return facts.operation.found;
    if (teller == "fact.levels") return !facts.levels.stated.empty() || !facts.levels.described.empty();
    if (teller == "fact.comparisons") return !facts.comparisons.empty();
    return !facts.topic(teller).empty();
  });
}

Finding at_severity_of(const Section& section, Finding finding) {
  finding.severity = section.severity;
  return finding;
}

Argument named(const Section& section) {
  return argument("section", Argument::Kind::section, {section.id});
}

/// What is wrong with one section, if anything is.
std::vector<Finding> defect_of(const CheckContext& context, const Section& section, const SectionFact& fact) {
  const bool says_nothing = !fact.found || fact.content == SectionFact::Content::empty;
  if (says_nothing && is_said_elsewhere(context.facts, section)) return {};
  if (!fact.found) return {at_severity_of(section, missing(context, "missing", {named(section)}))};
  switch (fact.content) {
    case SectionFact::Content::filled:
      break;
    case SectionFact::Content::empty:
      if (!context.facts.read_well) return {at_severity_of(section, missing(context, "empty"))};
      return {
          at_severity_of(section, found(context, Result::fail, "empty", {fact.evidence}, {named(section)}))};
    case SectionFact::Content::prompt_only:
      if (!context.facts.read_well) return {at_severity_of(section, missing(context, "prompt_only"))};
      return {at_severity_of(section,
                             found(context, Result::fail, "prompt_only", {fact.evidence}, {named(section)}))};
    case SectionFact::Content::too_short:
      return {at_severity_of(section,
                             found(context, Result::ask, "too_short", {fact.evidence}, {named(section)}))};
  }
  return {};
}

std::vector<Finding> required_filled(const CheckContext& context) {
  std::vector<Finding> defects;
  std::vector<Evidence> headings;
  for (const SectionFact& fact : context.facts.sections) {
    const Section* section = context.pack.section(fact.id);
    if (section == nullptr || !is_required(*section, context.category)) continue;
    for (Finding& defect : defect_of(context, *section, fact)) defects.push_back(std::move(defect));
    if (fact.found) headings.push_back(fact.evidence);
  }
  if (!defects.empty()) return defects;
  return {found(context, Result::pass, "pass", std::move(headings))};
}

constexpr NamedCheck checks[] = {
    {"sections.required_filled", required_filled},
};

}  // namespace

std::span<const NamedCheck> section_checks() {
  return checks;
}

}  // namespace ruamlint
