// AGY: who sends the work in, and who led and paid for it.
#include "rules/family.hpp"

namespace ruamlint {
namespace {

/// What is wrong with the applicant's name, if anything is.
std::vector<Finding> defect_of_applicant(const CheckContext& context) {
  const ApplicantFact& applicant = context.facts.applicant;
  if (applicant.named) return {};
  if (!context.facts.read_well) return {missing(context, "not_named")};
  if (applicant.left_open) {
    const SectionFact* field = context.facts.section("applicant");
    return {found(context, Result::fail, "left_open", {field->evidence})};
  }
  if (!applicant.evidence.empty()) return {found(context, Result::ask, "unclear", applicant.evidence)};
  return {missing(context, "not_named")};
}

/// Parameter: `lead`, the topic of who led the work or whose budget it used; its absence is only asked about.
std::vector<Finding> applicant_named(const CheckContext& context) {
  std::vector<Finding> findings = defect_of_applicant(context);
  std::vector<Evidence> evidence = context.facts.applicant.evidence;
  if (const auto lead = context.rule.parameters.find("lead"); lead != context.rule.parameters.end()) {
    const auto& told = context.facts.topic(lead->second);
    if (told.empty() && context.facts.read_well) {
      findings.push_back(found(context, Result::ask, "lead"));
      findings.back().severity = Severity::note;
    }
    if (!told.empty()) evidence.push_back(told.front());
  }
  if (!findings.empty()) return findings;
  return {found(context, Result::pass, "pass", std::move(evidence))};
}

constexpr NamedCheck checks[] = {
    {"agency.applicant_named", applicant_named},
};

}  // namespace

std::span<const NamedCheck> agency_checks() {
  return checks;
}

}  // namespace ruamlint
