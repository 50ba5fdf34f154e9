// Whether a stated change is true of two figures, as intervals: a figure stands for all values that are
// written so. "65.3" for 1,240 to 430 is right though 65.32 is the quotient; "35" for 120 to 80 is not.
#pragma once

#include <vector>

#include "facts/facts.hpp"

namespace ruamlint {

/// A change as a form states it, in one reading of its words.
struct StatedChange {
  enum class Bound { exact, at_least, at_most, about };  ///< กว่า, เกือบ, ประมาณ
  Comparison::ClaimKind kind = Comparison::ClaimKind::none;
  Number amount;      ///< never negative; meaningful with a kind
  int direction = 0;  ///< 1 rise, -1 fall, 0 not said; without a kind it is all that is stated
  Bound bound = Bound::exact;
  bool of_before = false;  ///< tells what the figure after is of the one before: เหลือครึ่งหนึ่ง, เป็น 2 เท่า
};

struct Judgement {
  Comparison::Verdict verdict = Comparison::Verdict::no_claim;
  Comparison::ClaimKind kind = Comparison::ClaimKind::none;  ///< of the reading that was judged
  double recomputed = 0;    ///< signed, in that kind; not a number where the figures give none
  std::size_t reading = 0;  ///< index of the reading
};

/// A whole number that counts things is exact: 120 people are not 119.6. Figures with decimals, magnitudes
/// (1.2 million) and per cent keep the interval of their writing.
[[nodiscard]] Number as_count(Number number);

/// Judges a change in one reading. Where the figures themselves are per cent, a change in
/// per cent may be one in points, and either will do. "2 times" may be twice as much or by twice as much.
[[nodiscard]] Judgement judge(const Number& before, const Number& after, const StatedChange& stated);

/// The judgement most in favour of the form among several readings of the same words; of equal ones the
/// first, of wrong ones the nearest. Without a reading: no claim.
[[nodiscard]] Judgement judge_any(const Number& before, const Number& after,
                                  const std::vector<StatedChange>& readings);

}  // namespace ruamlint
