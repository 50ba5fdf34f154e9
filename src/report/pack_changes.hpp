// What differs between two packs, in words for those who fill in the forms.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace ruamlint {

/// One line each, in the order: closing date, categories, sections, rules. Vocabulary is left out: it changes how
/// forms are read, not what they must say.
[[nodiscard]] std::vector<std::string> changes_between(const Pack& before, const Pack& after,
                                                       Language language);

}  // namespace ruamlint
