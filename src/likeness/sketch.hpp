// A small, fair sample of a text's shingles: the same ones are in the sample of every text that has them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ruamlint {

/// Every eighth shingle, chosen by its own number (Broder 1997, "mod m" sketches), sorted, each once. What
/// sketches have in common estimates what texts have in common, and parts can be taken away from a sketch as
/// from the text itself.
using Sketch = std::vector<std::uint32_t>;

[[nodiscard]] constexpr bool is_sampled(std::uint64_t shingle) {
  return shingle % 8 == 0;
}
/// What stands in a sketch for a shingle that is sampled.
[[nodiscard]] constexpr std::uint32_t sample_of(std::uint64_t shingle) {
  return static_cast<std::uint32_t>(shingle >> 32);
}

[[nodiscard]] Sketch sketch_of(std::string_view text);

}  // namespace ruamlint
