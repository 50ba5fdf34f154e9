// Where a form tells what was done at a level. Internal to facts/.
#pragma once

#include <vector>

#include "facts/level_passages.hpp"

namespace ruamlint {

struct LevelDescriptions {
  std::vector<LevelMention> described;
  std::vector<LevelMention> unclear;  ///< names in the text with little around them: they may state the level
  std::vector<LevelMention> of_groups;  ///< rows of a table of groups: how far each took part
};

/// `stated`: cells that state a level tell nothing of what was done.
[[nodiscard]] LevelDescriptions described_levels(const LevelPassages& passages,
                                                 const std::vector<LevelMention>& stated);

}  // namespace ruamlint
