// The name of a measure in the words before its figures. Internal to facts/.
#pragma once

#include <string>

#include "facts/comparisons_tokens.hpp"

namespace ruamlint {

/// The name in [begin, end) of the text: what stands behind the last connective, without dates, verbs of
/// change and small words at its ends. Empty where nothing is left.
[[nodiscard]] std::string measure_in(const ChangeText& read, std::size_t begin, std::size_t end);

/// The same for a text of its own, such as a cell.
[[nodiscard]] std::string tidy_measure(std::string_view text, const ChangeWords& words);

}  // namespace ruamlint
