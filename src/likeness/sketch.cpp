#include "likeness/sketch.hpp"

#include <algorithm>

#include "likeness/letters.hpp"

namespace ruamlint {

Sketch sketch_of(std::string_view text) {
  Sketch sketch;
  for (const std::uint64_t shingle : shingles_of(letters_of(text).letters))
    if (is_sampled(shingle)) sketch.push_back(sample_of(shingle));
  std::sort(sketch.begin(), sketch.end());
  sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
  return sketch;
}

}  // namespace ruamlint
