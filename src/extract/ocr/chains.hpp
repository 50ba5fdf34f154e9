// Letter bodies, chained along their baselines: the skeleton of the lines.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/ocr/components.hpp"

namespace ruamlint::ocr {

struct Chain {
  std::vector<std::size_t> members;  ///< components, from the left
  PixelBox box;
  int region = 0;
  double body_height = 0;
  double baseline = 0;  ///< y at the box's left
  double slope = 0;

  [[nodiscard]] double baseline_at(double x) const { return baseline + slope * (x - box.left); }
};

/// Chains of components of about the height of letters; `members` of no two overlap. Components that are too
/// low, too high or alone in their size are in no chain.
[[nodiscard]] std::vector<Chain> find_chains(const std::vector<Component>& components, double typical_height);

}  // namespace ruamlint::ocr
