// LVL: the participation level that a form states, describes and bears out.
#include <algorithm>

#include "rules/family.hpp"

namespace ruamlint {
namespace {

using Kind = LevelMention::Kind;

std::vector<Evidence> evidence_of(const LevelFacts& levels, Kind kind, const std::string& level = {}) {
  std::vector<Evidence> evidence;
  for (const LevelMention& mention : levels.mentions)
    if (mention.kind == kind && (level.empty() || mention.level == level))
      evidence.push_back(mention.evidence);
  return evidence;
}

Argument level_argument(const std::string& name, std::vector<std::string> levels) {
  return argument(name, Argument::Kind::level, std::move(levels));
}

std::vector<Finding> stated(const CheckContext& context) {
  const LevelFacts& levels = context.facts.levels;
  if (!levels.stated.empty()) {
    return {found(context, Result::pass, "pass", evidence_of(levels, Kind::stated),
                  {level_argument("levels", levels.stated)})};
  }
  if (levels.described.empty() && levels.unclear.empty()) return {missing(context, "none")};
  // What was done at each level is told; which of them the work reaches is for the applicant to say.
  Finding defect = missing(context, levels.described.empty() ? "none" : "only_described",
                           {level_argument("levels", levels.described)});
  if (defect.result != Result::fail) return {defect};
  defect.evidence = evidence_of(levels, Kind::described);
  for (const LevelMention& name : levels.unclear) defect.evidence.push_back(name.evidence);
  if (!levels.unclear.empty()) defect.result = Result::ask;
  return {defect};
}

/// Some statement of the level stands without an English word for another one: what is meant is known.
bool is_clear(const LevelFacts& levels, const std::string& level) {
  return std::any_of(levels.mentions.begin(), levels.mentions.end(), [&](const LevelMention& mention) {
    return mention.kind == Kind::stated && mention.level == level && mention.gloss_level.empty();
  });
}

/// The lowest that a stated level may mean where it stands beside the name of another one; else its own rank.
int lowest_meant(const CheckContext& context, const std::string& level) {
  int rank = context.pack.level_rank(level);
  if (is_clear(context.facts.levels, level)) return rank;
  for (const LevelMention& mention : context.facts.levels.mentions)
    if (mention.kind == Kind::stated && (mention.level == level || mention.gloss_level == level))
      rank = std::min(rank, context.pack.level_rank(mention.level));
  return rank;
}

/// The highest that a stated level may mean: its own rank, or that of the word beside it.
int highest_meant(const CheckContext& context, const std::string& level) {
  int rank = context.pack.level_rank(level);
  if (is_clear(context.facts.levels, level)) return rank;
  for (const LevelMention& mention : context.facts.levels.mentions)
    if (mention.kind == Kind::stated && mention.level == level)
      rank = std::max(rank, context.pack.level_rank(mention.gloss_level));
  return rank;
}

std::vector<Finding> reaches_category(const CheckContext& context) {
  const LevelFacts& levels = context.facts.levels;
  if (context.category == nullptr || context.category->must_reach.empty())
    return {found(context, Result::not_applicable, "not_applicable")};
  const std::string& wanted = context.category->must_reach;
  const Argument needed = level_argument("needed", {wanted});
  const int needed_rank = context.pack.level_rank(wanted);
  if (levels.stated.empty()) {
    if (!context.facts.read_well) return {found(context, Result::could_not_check, "not_read")};
    return {found(context, Result::ask, "none_stated", {}, {needed})};
  }
  const std::string& highest = levels.stated.back();
  const std::vector<Evidence> evidence = evidence_of(levels, Kind::stated, highest);
  const std::vector<Argument> arguments = {needed, level_argument("highest", {highest})};
  if (context.pack.level_rank(highest) >= needed_rank)
    return {found(context, Result::pass, "pass", evidence, arguments)};
  if (highest_meant(context, highest) >= needed_rank || !is_sure(evidence))
    return {found(context, Result::ask, "unclear", evidence, arguments)};
  return {found(context, Result::fail, "below", evidence, arguments)};
}

/// Thai term and English word that name different levels. The source's own document does so, hence a
/// question; a misspelt word counts as meant, and its reading is for the applicant to confirm.
std::vector<Finding> words_agree(const CheckContext& context) {
  std::vector<Finding> findings;
  std::vector<std::string> said;
  for (const LevelMention& mention : context.facts.levels.mentions) {
    const bool differs = !mention.gloss_level.empty();
    if (!differs && mention.misspelt.empty()) continue;
    const std::string& what = differs ? mention.evidence.quote : mention.misspelt;
    if (std::find(said.begin(), said.end(), what) != said.end()) continue;
    said.push_back(what);
    if (differs) {
      findings.push_back(
          found(context, Result::ask, "differ", {mention.evidence},
                {level_argument("thai", {mention.level}), level_argument("english", {mention.gloss_level})}));
    } else {
      findings.push_back(
          found(context, Result::ask, "misspelt", {mention.evidence},
                {text_argument("word", mention.misspelt), level_argument("level", {mention.level})}));
    }
  }
  if (findings.empty()) return {nothing_wrong(context)};
  return findings;
}

bool is_told(const LevelFacts& levels, const std::string& level) {
  const auto tells = [&](const LevelMention& mention) {
    return mention.level == level && mention.kind != Kind::stated;
  };
  return std::any_of(levels.mentions.begin(), levels.mentions.end(), tells);
}

/// Where the form may tell of a level at least as high as `level`, or only of that one, in words that show
/// none for sure.
std::vector<Evidence> hints_of(const CheckContext& context, const std::string& level, bool or_higher) {
  std::vector<Evidence> evidence;
  for (const LevelMention& hint : context.facts.levels.hints) {
    const bool higher = or_higher && context.pack.level_rank(hint.level) > context.pack.level_rank(level);
    if (hint.level == level || higher) evidence.push_back(hint.evidence);
  }
  return evidence;
}

/// Each level that fits the category is described, or shown by what was done. Parameter: `scope`, a topic
/// that the form should speak of as well.
std::vector<Finding> described(const CheckContext& context) {
  if (context.category == nullptr) return {found(context, Result::could_not_check, "no_category")};
  const LevelFacts& levels = context.facts.levels;
  std::vector<Finding> defects;
  for (const std::string& level : context.category->fits) {
    if (is_told(levels, level)) continue;
    Finding defect = missing(context, "missing", {level_argument("level", {level})});
    if (defect.result == Result::fail) defect.evidence = hints_of(context, level, false);
    if (!defect.evidence.empty()) defect.result = Result::ask;
    defects.push_back(std::move(defect));
  }
  const auto scope = context.rule.parameters.find("scope");
  if (scope != context.rule.parameters.end() && context.facts.topic(scope->second).empty() &&
      context.facts.read_well)
    defects.push_back(found(context, Result::ask, "scope"));
  if (!defects.empty()) return defects;
  std::vector<Evidence> evidence;
  for (const LevelMention& mention : levels.mentions)
    if (mention.kind != Kind::stated) evidence.push_back(mention.evidence);
  return {found(context, Result::pass, "pass", std::move(evidence))};
}

/// What was done reaches the level that is stated.
std::vector<Finding> borne_out(const CheckContext& context) {
  const LevelFacts& levels = context.facts.levels;
  if (levels.stated.empty()) return {found(context, Result::not_applicable, "not_applicable")};
  const std::string& highest = levels.stated.back();
  const int shown = context.pack.level_rank(levels.borne_out);
  const std::vector<Argument> arguments = {level_argument("stated", {highest}),
                                           level_argument("shown", {levels.borne_out})};
  if (shown >= context.pack.level_rank(highest))
    return {found(context, Result::pass, "pass", evidence_of(levels, Kind::activity, levels.borne_out),
                  arguments)};
  if (!context.facts.read_well) return {found(context, Result::could_not_check, "not_read")};
  if (shown < 0)
    return {
        found(context, Result::ask, "nothing_shown", evidence_of(levels, Kind::stated, highest), arguments)};
  std::vector<Evidence> hints = hints_of(context, highest, true);
  if (!hints.empty()) return {found(context, Result::ask, "lower_shown", std::move(hints), arguments)};
  const bool as_meant = shown >= lowest_meant(context, highest);
  return {found(context, as_meant ? Result::ask : Result::fail, as_meant ? "unclear" : "lower_shown",
                evidence_of(levels, Kind::activity, levels.borne_out), arguments)};
}

/// Levels beyond those that the category names: allowed, and worth a thought. Parameter: `beyond`, the level
/// that no category names.
std::vector<Finding> fits_category(const CheckContext& context) {
  const LevelFacts& levels = context.facts.levels;
  if (context.category == nullptr || context.category->fits.empty() || levels.stated.empty())
    return {found(context, Result::not_applicable, "not_applicable")};
  const std::string& highest = levels.stated.back();
  const bool fits =
      context.pack.level_rank(highest) <= context.pack.level_rank(context.category->fits.back());
  const std::vector<Evidence> evidence = evidence_of(levels, Kind::stated, highest);
  const std::vector<Argument> arguments = {level_argument("level", {highest})};
  if (fits) return {found(context, Result::pass, "pass", evidence, arguments)};
  const auto beyond = context.rule.parameters.find("beyond");
  const bool unknown = beyond != context.rule.parameters.end() && beyond->second == highest;
  return {found(context, Result::ask, unknown ? "beyond" : "above", evidence, arguments)};
}

constexpr NamedCheck checks[] = {
    {"levels.stated", stated},           {"levels.reaches_category", reaches_category},
    {"levels.words_agree", words_agree}, {"levels.described", described},
    {"levels.borne_out", borne_out},     {"levels.fits_category", fits_category},
};

}  // namespace

std::span<const NamedCheck> level_checks() {
  return checks;
}

}  // namespace ruamlint
