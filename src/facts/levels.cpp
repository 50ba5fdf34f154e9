// The levels of participation that a form states, describes and bears out.
#include <set>

#include "facts/finders.hpp"
#include "facts/level_activities.hpp"
#include "facts/level_descriptions.hpp"
#include "facts/level_statements.hpp"

namespace ruamlint {
namespace {

using Kind = LevelMention::Kind;

std::vector<std::string> ids_of(const std::vector<LevelMention>& mentions, bool with_glosses,
                                const Pack& pack) {
  std::set<int> ranks;
  for (const LevelMention& mention : mentions) {
    ranks.insert(pack.level_rank(mention.level));
    if (with_glosses && !mention.gloss_level.empty()) ranks.insert(pack.level_rank(mention.gloss_level));
  }
  std::vector<std::string> ids;
  for (const int rank : ranks) ids.push_back(pack.levels[static_cast<std::size_t>(rank)].id);
  return ids;
}

void append(std::vector<LevelMention>& all, const std::vector<LevelMention>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

LevelFacts find_levels(const Form& form) {
  const LevelPassages passages(form);
  LevelStatements stated = stated_levels(passages);
  const LevelDescriptions told = described_levels(passages, stated.of_work);
  append(stated.of_groups, told.of_groups);

  // A level per group is the work's own only where the form says nothing of the work as a whole.
  LevelFacts facts;
  facts.stated = ids_of(stated.of_work.empty() ? stated.of_groups : stated.of_work, true, *form.pack);
  facts.described = ids_of(told.described, false, *form.pack);
  if (!stated.of_work.empty())
    for (LevelMention& mention : stated.of_groups) mention.kind = Kind::described;
  append(facts.mentions, stated.of_work);
  append(facts.mentions, stated.of_groups);
  append(facts.mentions, told.described);
  if (facts.stated.empty()) facts.unclear = told.unclear;
  add_activities(form, passages.names(), facts);
  return facts;
}

}  // namespace ruamlint
