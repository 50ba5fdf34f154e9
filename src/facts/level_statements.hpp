// Where a form states the level that its work reaches: ticked, chosen, or written as the level. Internal to
// facts/.
#pragma once

#include <vector>

#include "facts/level_passages.hpp"

namespace ruamlint {

struct LevelStatements {
  std::vector<LevelMention> of_work;
  std::vector<LevelMention>
      of_groups;  ///< of a group of people, in a part or a tick box that tells of groups
};

[[nodiscard]] LevelStatements stated_levels(const LevelPassages& passages);

}  // namespace ruamlint
