// What a form tells of people doing, as far as it shows a level of participation. Internal to facts/.
#pragma once

#include <string_view>
#include <vector>

#include "facts/form.hpp"
#include "facts/level_names.hpp"

namespace ruamlint {

/// False for parts that tell of needs, aims and others' doings: an activity there was not done for the work.
[[nodiscard]] bool tells_of_deeds(std::string_view section);

/// Adds the activities, the highest level that they bear out, and the hints. `names` are the level names of
/// each of the form's passages.
void add_activities(const Form& form, const std::vector<std::vector<LevelName>>& names, LevelFacts& facts);

}  // namespace ruamlint
