// A pair of figures with the changes that are claimed of it, wherever it was found. Internal to facts/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/arithmetic.hpp"
#include "facts/quantities.hpp"

namespace ruamlint {

/// What words or a cell claim of a pair: one or several readings of it.
struct Claim {
  std::vector<StatedChange> readings;
  std::string unit;                ///< of a difference
  std::size_t begin = 0, end = 0;  ///< bytes of the text that it stands in
  std::size_t source = 0;          ///< for the caller: which text that is
  bool if_it_fits = false;         ///< it may be said of something else; of this pair only if it is true
};

struct FigurePair {
  std::string measure;
  Figure before, after;
  int direction = 0;                           ///< of the verb that joins them
  std::optional<Day> before_date, after_date;  ///< the earliest day of what is written of them
  std::vector<Claim> claims;
  std::size_t verb_begin = 0, verb_end = 0;  ///< bytes of the verb, where the text has one; else the same
};

struct JudgedPair {
  Comparison comparison;             ///< without texts and evidence
  std::optional<std::size_t> claim;  ///< index of the claim that it was judged by
};

/// Gives both figures one way of counting: a unit, per cent or magnitude that only one of them writes is
/// meant for both (จาก 1.2 เป็น 1.5 ล้านบาท).
void share_writing(Figure& before, Figure& after);

/// Judges a pair by the claim that is worst for the form; several that hold are as good as one.
[[nodiscard]] JudgedPair judge_pair(FigurePair pair, const QuantityWords& words);

/// The readings of a claimed amount: what its own writing says, and `kind_hint` where that says nothing.
[[nodiscard]] std::vector<StatedChange> readings_of_amount(const Figure& amount, int direction,
                                                           bool of_before, bool in_points);

}  // namespace ruamlint
