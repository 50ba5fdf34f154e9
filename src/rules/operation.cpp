// OPR: how long the work has run by the closing date.
#include <optional>

#include "rules/family.hpp"

namespace ruamlint {
namespace {

constexpr int months_a_year = 12;
/// What "ราว" and "ต้นปี" may be out by: so far beyond the time asked for nobody needs to be asked.
constexpr int slack_of_rough_start = 12;
/// And so near below it nobody is refused.
constexpr int slack_below = 2;

/// The day by which the work must have begun to have run `months` months on the closing date.
Day latest_start(Day closing_date, int months) {
  const std::chrono::year_month_day closing{closing_date};
  auto start = closing - std::chrono::months{months};
  if (!start.ok()) start = start.year() / start.month() / std::chrono::last;
  return start;
}

/// No start is known: what the form says instead.
Finding without_start(const CheckContext& context) {
  const OperationFact& operation = context.facts.operation;
  if (operation.plan_only) return found(context, Result::ask, "plan_only", operation.plans);
  if (operation.claimed) return found(context, Result::ask, "only_claimed", operation.claims);
  if (!context.facts.read_well) return found(context, Result::could_not_check, "not_read");
  return found(context, Result::ask, "none");
}

std::vector<Finding> least_duration(const CheckContext& context) {
  const OperationFact& operation = context.facts.operation;
  if (!operation.found) return {without_start(context)};
  const int wanted = context.rule.parameter("least_months", months_a_year);
  const std::vector<Argument> arguments = {
      months_argument("months", operation.least_months), months_argument("most", operation.most_months),
      months_argument("wanted", wanted), date_argument("closing", context.closing_date),
      date_argument("latest_start", latest_start(context.closing_date, wanted))};
  const auto say = [&](Result result, const char* message) {
    return std::vector<Finding>{found(context, result, message, operation.evidence, arguments)};
  };
  if (!is_sure(operation.evidence)) return say(Result::ask, "unsure");
  if (operation.least_months >= wanted) {
    const bool roughly = operation.approximate && operation.least_months < wanted + slack_of_rough_start;
    if (operation.ambiguous || roughly) return say(Result::ask, "approximate");
    return say(Result::pass, "pass");
  }
  const int out_by = operation.approximate ? slack_below : 0;
  if (operation.most_months + out_by < wanted) return say(Result::fail, "short");
  return say(Result::ask, "unclear");
}

/// It goes on: the form says so, or the period does. A yearly event may still be one round only.
std::vector<Finding> continuous(const CheckContext& context) {
  const OperationFact& operation = context.facts.operation;
  const auto& yearly = context.facts.topic("yearly_event");
  if (!yearly.empty()) {
    Finding finding = found(context, Result::ask, "yearly", yearly);
    finding.severity = Severity::note;
    return {finding};
  }
  const auto& interrupted = context.facts.topic("interruption");
  if (!interrupted.empty()) return {found(context, Result::ask, "interrupted", interrupted)};
  const auto& often = context.facts.topic("regularity");
  const auto& said = often.empty() ? context.facts.topic("continuity") : often;
  // That no yearly event is spoken of is part of it.
  if (!said.empty()) return {nothing_wrong(context, said)};
  if (operation.found && operation.ongoing) return {nothing_wrong(context, operation.evidence)};
  if (!context.facts.read_well) return {found(context, Result::could_not_check, "not_read")};
  return {found(context, Result::ask, "not_said", operation.evidence)};
}

/// The months that a stated length is held against: of the stretch of time beside it, else of all of the work.
MonthRange months_for(const DurationClaim& claim, const OperationFact& operation) {
  return claim.beside.value_or(MonthRange{operation.least_months, operation.most_months});
}

/// Nothing to find: the length may be of a part of the work, or agrees.
std::optional<Result> disagreement_of(const DurationClaim& claim, const OperationFact& operation) {
  const DurationMention& said = claim.duration;
  const MonthRange months = months_for(claim, operation);
  // "3 years" is said of three years and some months, too; more than the period holds is said of none.
  const bool too_long = said.least_months > months.most + 1;
  const bool too_short = claim.total && !said.open_above && said.most_months + months_a_year <= months.least;
  if (!too_long && !too_short) return std::nullopt;
  // A started year may have been counted as a whole one.
  const bool rounded_up = too_long && said.least_months % months_a_year == 0 &&
                          said.least_months - months.most < months_a_year;
  return claim.total && !rounded_up && !operation.approximate ? Result::fail : Result::ask;
}

/// Stated lengths of time that the period contradicts, periods that end before they begin.
std::vector<Finding> dates_agree(const CheckContext& context) {
  const OperationFact& operation = context.facts.operation;
  std::vector<Finding> defects;
  for (const PeriodClaim& claim : operation.periods)
    if (claim.period.reversed)
      defects.push_back(found(context, is_sure({claim.evidence}) ? Result::fail : Result::ask, "reversed", {claim.evidence}));
  for (const DurationClaim& claim : operation.durations) {
    const auto result = operation.found ? disagreement_of(claim, operation) : std::nullopt;
    if (!result) continue;
    std::vector<Evidence> evidence = {claim.evidence};
    evidence.insert(evidence.end(), operation.evidence.begin(), operation.evidence.end());
    defects.push_back(found(context, is_sure(evidence) ? *result : Result::ask, "duration", evidence,
                            {months_argument("months", months_for(claim, operation).least)}));
  }
  if (!defects.empty()) return defects;
  if (!operation.found) return {found(context, Result::not_applicable, "not_applicable")};
  if (!is_sure(operation.evidence)) return {found(context, Result::ask, "unsure", operation.evidence)};
  return {nothing_wrong(context, operation.evidence)};
}

constexpr NamedCheck checks[] = {
    {"operation.least_duration", least_duration},
    {"operation.continuous", continuous},
    {"operation.dates_agree", dates_agree},
};

}  // namespace

std::span<const NamedCheck> operation_checks() {
  return checks;
}

}  // namespace ruamlint
