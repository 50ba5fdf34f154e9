// Raised and lowered figures: "m²", "CO₂", the numbers of notes.
#pragma once

#include <vector>

#include "extract/pdf/lines.hpp"

namespace ruamlint::pdf {

/// Puts small figures that stand above or below the line onto the baseline of the letter beside them; raised
/// ones become the characters made for them. `clusters`: in drawing order.
void settle_scripts(std::vector<Cluster>& clusters);

}  // namespace ruamlint::pdf
