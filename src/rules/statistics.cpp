// STAT: figures before and after, and the arithmetic of what is said of them.
#include <algorithm>
#include <cmath>

#include "rules/family.hpp"
#include "text/fuzzy.hpp"

namespace ruamlint {
namespace {

using Verdict = Comparison::Verdict;

/// A shorter measure ("ผล") stands in any text.
constexpr std::size_t least_letters_of_measure = 4;

bool read_surely(const Comparison& pair) {
  return !pair.unsure && is_sure(pair.evidence);
}

/// The first pair that fits, of those that were read surely if there is one; else nullptr.
template <class Fits>
const Comparison* fitting_pair(const std::vector<Comparison>& comparisons, Fits fits) {
  const Comparison* unsure = nullptr;
  for (const Comparison& pair : comparisons) {
    if (!fits(pair)) continue;
    if (read_surely(pair)) return &pair;
    if (unsure == nullptr) unsure = &pair;
  }
  return unsure;
}

/// No form passes by a figure that was read with doubt.
std::vector<Finding> passed_by(const CheckContext& context, const Comparison& pair) {
  if (!read_surely(pair)) return {found(context, Result::ask, "figures_unsure", pair.evidence)};
  return {found(context, Result::pass, "pass", pair.evidence)};
}

std::vector<Finding> before_and_after(const CheckContext& context) {
  const auto& comparisons = context.facts.comparisons;
  const Comparison* complete = fitting_pair(
      comparisons, [](const Comparison& pair) { return pair.verdict != Verdict::unit_differs; });
  if (complete != nullptr) return passed_by(context, *complete);
  if (!comparisons.empty())
    return {found(context, Result::ask, "units_differ", comparisons.front().evidence)};
  if (context.facts.after_only && context.facts.read_well)
    return {found(context, Result::fail, "after_only", context.facts.after_figures)};
  return {missing(context, "none")};
}

/// The message for a pair that is not sound; empty where it is.
const char* defect_of(const Comparison& pair) {
  switch (pair.verdict) {
    case Verdict::consistent:
    case Verdict::by_rounding:
    case Verdict::no_claim:
      return "";
    case Verdict::inconsistent:
      break;
    case Verdict::direction_differs:
      return "direction_differs";
    case Verdict::zero_base:
      return "zero_base";
    case Verdict::unit_differs:
      return "unit_differs";
  }
  switch (pair.claim_kind) {
    case Comparison::ClaimKind::points:
      return "inconsistent_points";
    case Comparison::ClaimKind::difference:
      return "inconsistent_difference";
    case Comparison::ClaimKind::times:
      return "inconsistent_times";
    case Comparison::ClaimKind::none:
    case Comparison::ClaimKind::percent:
      break;
  }
  return "inconsistent";
}

/// As many decimals as the claim has, and one at least: 33 is held against 33.3.
int shown_decimals(const Comparison& pair) {
  return std::max(pair.claimed.decimals, 1);
}

/// In sentences the unit stands behind the figure already; in tables it has a column of its own.
std::string with_unit(const std::string& figure, const std::string& unit) {
  const bool has_it = unit.empty() || figure.find(unit) != std::string::npos;
  return has_it ? figure : figure + " " + unit;
}

Finding finding_of(const CheckContext& context, const Comparison& pair, const char* defect) {
  const std::vector<Argument> arguments = {
      text_argument("measure", pair.measure), text_argument("before", pair.before_text),
      text_argument("after", with_unit(pair.after_text, pair.unit)),
      text_argument("claimed", pair.claimed_text),
      number_argument("recomputed", std::abs(pair.recomputed), shown_decimals(pair))};
  if (pair.unsure || !is_sure(pair.evidence))
    return found(context, Result::ask, "unsure", pair.evidence, arguments);
  return found(context, Result::fail, defect, pair.evidence, arguments);
}

/// Two places of the form that cannot both be right. A change told without its figures may be of another
/// time, so that is only asked about.
Finding finding_of(const CheckContext& context, const Disagreement& disagreement) {
  const std::vector<Argument> arguments = {text_argument("measure", disagreement.measure),
                                           text_argument("first", disagreement.first_text),
                                           text_argument("second", disagreement.second_text),
                                           number_argument("recomputed", disagreement.recomputed, 1)};
  const auto say = [&](Result result, const char* message) {
    const bool sure = !disagreement.unsure && is_sure(disagreement.evidence);
    return found(context, sure ? result : Result::ask, sure ? message : "figures_unsure",
                 disagreement.evidence, arguments);
  };
  switch (disagreement.kind) {
    case Disagreement::Kind::restated:
      return say(Result::fail, "restated");
    case Disagreement::Kind::total:
      return say(Result::fail, "total");
    case Disagreement::Kind::claim_elsewhere:
      break;
  }
  return say(Result::ask, "claim_elsewhere");
}

std::vector<Finding> pairs_sound(const CheckContext& context) {
  const auto& comparisons = context.facts.comparisons;
  std::vector<Finding> defects;
  for (const Disagreement& disagreement : context.facts.disagreements)
    defects.push_back(finding_of(context, disagreement));
  if (comparisons.empty() && defects.empty()) {
    if (!context.facts.read_well) return {found(context, Result::could_not_check, "not_read")};
    return {found(context, Result::not_applicable, "not_applicable")};
  }
  std::vector<Evidence> sound, unsure;
  for (const Comparison& pair : comparisons) {
    const char* defect = defect_of(pair);
    if (*defect != '\0') {
      defects.push_back(finding_of(context, pair, defect));
    } else {
      const bool sure = read_surely(pair);
      std::vector<Evidence>& list = sure || pair.verdict == Verdict::no_claim ? sound : unsure;
      list.insert(list.end(), pair.evidence.begin(), pair.evidence.end());
    }
  }
  if (!unsure.empty()) defects.push_back(found(context, Result::ask, "figures_unsure", std::move(unsure)));
  if (!defects.empty()) return defects;
  return {nothing_wrong(context, std::move(sound))};
}

bool counts_activities(const Comparison& pair, const std::vector<std::string>& words) {
  const std::u32string measure = folded(pair.measure).letters;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return measure.find(folded(word).letters) != std::u32string::npos;
  });
}

/// More meetings are no better lives: some measure must be of what changed for people.
std::vector<Finding> target_group_changed(const CheckContext& context) {
  const auto& comparisons = context.facts.comparisons;
  if (comparisons.empty()) return {found(context, Result::not_applicable, "not_applicable")};
  const std::vector<std::string>& words = context.pack.words("activity_measures");
  const Comparison* change =
      fitting_pair(comparisons, [&](const Comparison& pair) { return !counts_activities(pair, words); });
  if (change != nullptr) return passed_by(context, *change);
  std::vector<Evidence> evidence;
  for (const Comparison& pair : comparisons)
    evidence.insert(evidence.end(), pair.evidence.begin(), pair.evidence.end());
  return {found(context, Result::ask, "only_activities", std::move(evidence))};
}

/// Parameter: `topic`, by whose words forms tell that the work was extended.
std::vector<Finding> extension_measured(const CheckContext& context) {
  const auto topic = context.rule.parameters.find("topic");
  const auto& said = context.facts.topic(topic == context.rule.parameters.end() ? "" : topic->second);
  if (said.empty()) return {found(context, Result::not_applicable, "not_applicable")};
  const auto& comparisons = context.facts.comparisons;
  if (const Comparison* any = fitting_pair(comparisons, [](const Comparison&) { return true; }))
    return passed_by(context, *any);
  if (!context.facts.read_well) return {found(context, Result::could_not_check, "not_read")};
  return {found(context, Result::ask, "ask", said)};
}

bool speaks_of(const std::vector<Evidence>& problem, const Comparison& pair) {
  const std::u32string measure = folded(pair.measure).letters, figure = folded(pair.before_text).letters;
  return std::any_of(problem.begin(), problem.end(), [&](const Evidence& said) {
    const Folded quote = folded(said.quote);
    const bool names_it = measure.size() >= least_letters_of_measure &&
                          !find_fuzzy(quote, measure, forgiven_edits(measure.size())).empty();
    // A figure of one digit stands anywhere.
    return names_it || (figure.size() > 1 && quote.letters.find(figure) != std::u32string::npos);
  });
}

/// Some figure that changed, or its measure, stands in the problem too. Which results a problem asks for,
/// only a person can tell.
std::vector<Finding> answer_problem(const CheckContext& context) {
  const auto& comparisons = context.facts.comparisons;
  if (comparisons.empty()) return {found(context, Result::not_applicable, "not_applicable")};
  const auto& problem = context.facts.topic("problem_figures");
  const Comparison* asked_for =
      fitting_pair(comparisons, [&](const Comparison& pair) { return speaks_of(problem, pair); });
  if (asked_for != nullptr) return passed_by(context, *asked_for);
  std::vector<std::string> measures;
  for (const Comparison& pair : comparisons) {
    if (std::find(measures.begin(), measures.end(), pair.measure) == measures.end())
      measures.push_back(pair.measure);
  }
  return {found(context, Result::ask, "ask", comparisons.front().evidence,
                {argument("measures", Argument::Kind::text, std::move(measures))})};
}

constexpr NamedCheck checks[] = {
    {"statistics.answer_problem", answer_problem},
    {"statistics.before_and_after", before_and_after},
    {"statistics.extension_measured", extension_measured},
    {"statistics.pairs_sound", pairs_sound},
    {"statistics.target_group_changed", target_group_changed},
};

}  // namespace

std::span<const NamedCheck> statistics_checks() {
  return checks;
}

}  // namespace ruamlint
