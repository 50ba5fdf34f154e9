// How far the tags of a tagged PDF are to be believed.
#pragma once

#include <vector>

#include "extract/pdf/layout.hpp"

namespace ruamlint::pdf {

/// Forgets the tags of all lines where they part what is seen to be one paragraph more often than now and
/// then: some producers tag each line for itself.
void drop_false_tags(std::vector<PageText>& pages);

}  // namespace ruamlint::pdf
