// What differs between two packs, in words for those who fill in the forms.
#pragma once

#include <vector>

#include "pack/pack.hpp"

namespace ruamlint {

struct PackChange {
  Bilingual said;  ///< one line each
};

/// In the order: closing date, categories, sections, rules. Vocabulary is left out: it changes how forms are
/// read, not what they must say.
[[nodiscard]] std::vector<PackChange> changes_between(const Pack& before, const Pack& after);

}  // namespace ruamlint
