// Whether a form says the same of a measure everywhere. Internal to facts/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/comparisons_pair.hpp"
#include "facts/facts.hpp"

namespace ruamlint {

/// A pair of the form, and where it is told.
struct ToldPair {
  Comparison comparison;
  FigurePair pair;
  std::size_t source = 0;  ///< number of the text or table
};

/// A change told without its figures: "ผู้ป่วยลดลงร้อยละ 35".
struct ToldClaim {
  std::string measure;
  Claim claim;
  Evidence evidence;
  std::size_t source = 0;  ///< number of the text or table
};

/// Looks only at what is surely of one measure: its names hold each other, and one of its figures is the
/// same.
[[nodiscard]] std::vector<Disagreement> disagreements_of(const std::vector<ToldPair>& pairs,
                                                         const std::vector<ToldClaim>& claims,
                                                         const QuantityWords& words);

}  // namespace ruamlint
