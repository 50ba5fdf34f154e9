// Pairs of forms that may be one work (DUP-1, DUP-2), among thousands.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "likeness/comparison.hpp"
#include "likeness/sketch.hpp"

namespace ruamlint {

/// Forms `first` and `second`, by their places in the list; first < second.
struct AlikePair {
  std::size_t first = 0, second = 0;
  Matching matching;
};

struct LikenessTask {
  std::vector<Sketch> sketches;  ///< of each form
  std::size_t judged = 0;  ///< forms from here on are of earlier years: they are not compared with each other
  std::vector<std::string> blanks;  ///< text of the blank form, in each of its versions; may be empty
  std::function<std::string(std::size_t form)> text_of;  ///< asked for those that are compared only
};

/// What of a text a pair must share to be told.
inline constexpr double least_alike = 0.3;

/// Pairs that are alike, the most alike first, then by their places. What the blank form says, and what more
/// than a hundredth of all forms say, is taken away before.
[[nodiscard]] std::vector<AlikePair> find_alike(LikenessTask task);

}  // namespace ruamlint
