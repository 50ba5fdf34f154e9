// What is claimed of a pair of figures in the words around it. Internal to facts/.
#pragma once

#include <optional>
#include <vector>

#include "facts/comparisons_pair.hpp"
#include "facts/comparisons_pairing.hpp"

namespace ruamlint {

/// The claims of pairing `index`, in front of it, inside and behind. Marks their figures as used.
[[nodiscard]] std::vector<Claim> claims_of(std::size_t index, const std::vector<Pairing>& pairings,
                                           std::string_view measure, SentenceFigures& figures);

/// What figure `i` claims of figures that stand elsewhere; none where it claims nothing. Marks it as used.
[[nodiscard]] std::optional<Claim> lone_claim(std::size_t i, SentenceFigures& figures);

}  // namespace ruamlint
