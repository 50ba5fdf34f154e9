#include "facts/arithmetic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace ruamlint {
namespace {

using Kind = Comparison::ClaimKind;
using Verdict = Comparison::Verdict;
using Bound = StatedChange::Bound;

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
/// Binary fractions err by less, and quotients of figures that people write differ by more.
constexpr double tolerance = 1e-12;

/// People round "times" by sense: 1.8 is "2 times", 1.5 is not.
constexpr double fair_times = 0.05, loose_times = 0.2;
constexpr double about_share = 0.1, nearly_share = 0.2;

/// What a change may be taken to be.
enum class Quantity { percent, share, difference, ratio, increment, fall_ratio, fall_increment, fraction };

struct Interval {
  double low = 0, high = 0;
  bool open_above = false;
};

double value_of(Quantity quantity, double before, double after) {
  switch (quantity) {
    case Quantity::percent:
      return (after - before) / std::abs(before) * 100;
    case Quantity::share:
      return after / before * 100;
    case Quantity::difference:
      return after - before;
    case Quantity::ratio:
      return after / before;
    case Quantity::increment:
      return after / before - 1;
    case Quantity::fall_ratio:
      return before / after;
    case Quantity::fall_increment:
      return before / after - 1;
    case Quantity::fraction:
      break;
  }
  return (before - after) / before;
}

bool is_times(Quantity quantity) {
  return quantity != Quantity::percent && quantity != Quantity::share && quantity != Quantity::difference;
}

bool spans_zero(const Number& number) {
  return number.lowest <= 0 && number.highest >= 0;
}

/// All values that the quantity can have; each is monotone in both figures, so the corners bound it.
Interval range_of(Quantity quantity, const Number& before, const Number& after) {
  const double nominal = value_of(quantity, before.value, after.value);
  Interval range{nominal, nominal, false};
  const bool divides_by_after = quantity == Quantity::fall_ratio || quantity == Quantity::fall_increment;
  if (quantity != Quantity::difference && spans_zero(divides_by_after ? after : before)) {
    return range;
  }
  for (const double b : {before.lowest, before.highest}) {
    for (const double a : {after.lowest, after.highest}) {
      const double corner = value_of(quantity, b, a);
      range.low = std::min(range.low, corner);
      range.high = std::max(range.high, corner);
    }
  }
  return range;
}

Interval magnitude_of(const Interval& range) {
  if (range.low >= 0) return range;
  if (range.high <= 0) return {-range.high, -range.low, false};
  return {0, std::max(-range.low, range.high), false};
}

double slack_at(double bound) {
  return tolerance * std::max(1.0, std::abs(bound));
}

bool meet(const Interval& a, const Interval& b) {
  const double slack = b.open_above ? -slack_at(b.high) : slack_at(b.high);
  return a.high >= b.low - slack_at(b.low) && a.low <= b.high + slack;
}

/// The values for which an amount as written is fair, and those for which it is so with some good will.
struct Accepted {
  Interval fair, loose;
};

Accepted accepted_for(const StatedChange& stated, Quantity quantity) {
  const Number& amount = stated.amount;
  const double step = amount.highest - amount.lowest;
  // A figure may be cut off instead of rounded: 66.7 written as 66.
  const double next = amount.value + step;
  const bool cuts = step > 0;
  Accepted accepted{{amount.lowest, amount.highest, false},
                    {amount.lowest, cuts ? next : amount.highest, cuts}};
  if (is_times(quantity) && step > 0) {
    const double fair = std::min(step / 2, amount.value * fair_times);
    const double loose = std::min(step / 2, amount.value * loose_times);
    accepted = {{amount.value - fair, amount.value + fair, false},
                {amount.value - loose, amount.value + loose, false}};
  }
  switch (stated.bound) {
    case Bound::exact:
      break;
    case Bound::at_least:
      accepted.fair.high = accepted.loose.high = std::numeric_limits<double>::infinity();
      accepted.loose.open_above = false;
      break;
    case Bound::at_most:
      accepted.fair.low = accepted.loose.low =
          std::min(accepted.loose.low, amount.value * (1 - nearly_share));
      break;
    case Bound::about:
      accepted.loose.low = std::min(accepted.loose.low, amount.value * (1 - about_share));
      accepted.loose.high = std::max(accepted.loose.high, amount.value * (1 + about_share));
      break;
  }
  return accepted;
}

int sign_of(double value) {
  return (value > 0) - (value < 0);
}

struct Candidate {
  Judgement judgement;
  double distance = 0;  ///< of what is stated from what is so, relative
};

Candidate try_quantity(Quantity quantity, Kind kind, const Number& before, const Number& after,
                       const StatedChange& stated) {
  const double nominal = value_of(quantity, before.value, after.value);
  const Interval range = magnitude_of(range_of(quantity, before, after));
  const Accepted accepted = accepted_for(stated, quantity);
  const double size = std::abs(nominal);
  Candidate candidate;
  candidate.judgement.kind = kind;
  candidate.judgement.recomputed = nominal;
  candidate.distance = std::abs(size - stated.amount.value) / std::max(size, tolerance);
  if (meet({size, size, false}, accepted.fair)) {
    candidate.judgement.verdict = Verdict::consistent;
  } else if (meet(range, accepted.loose)) {
    candidate.judgement.verdict = Verdict::by_rounding;
  } else {
    candidate.judgement.verdict = Verdict::inconsistent;
  }
  return candidate;
}

struct Reading {
  Quantity quantity;
  Kind kind;
};

std::vector<Reading> times_readings(const Number& before, const Number& after, const StatedChange& stated) {
  if (stated.of_before) return {{Quantity::ratio, Kind::times}};
  const bool falls = stated.direction < 0 || (stated.direction == 0 && after.value < before.value);
  // "Once more" is twice as much; that a thing became "one times" as much nobody says.
  const bool is_multiple = stated.amount.value > 1;
  std::vector<Reading> readings;
  if (!falls) {
    if (is_multiple) readings.push_back({Quantity::ratio, Kind::times});
    if (stated.direction > 0 || !is_multiple) readings.push_back({Quantity::increment, Kind::times});
    return readings;
  }
  if (after.value != 0) {
    if (is_multiple) readings.push_back({Quantity::fall_ratio, Kind::times});
    readings.push_back({Quantity::fall_increment, Kind::times});
  }
  readings.push_back({Quantity::fraction, Kind::times});
  return readings;
}

std::vector<Reading> readings_of(const Number& before, const Number& after, const StatedChange& stated) {
  switch (stated.kind) {
    case Kind::percent:
      if (stated.of_before) return {{Quantity::share, Kind::percent}};
      if (before.percent && after.percent) {
        return {{Quantity::percent, Kind::percent}, {Quantity::difference, Kind::points}};
      }
      return {{Quantity::percent, Kind::percent}};
    case Kind::points:
      return {{Quantity::difference, Kind::points}};
    case Kind::difference:
      return {{Quantity::difference, Kind::difference}};
    case Kind::times:
      return times_readings(before, after, stated);
    case Kind::none:
      break;
  }
  return {};
}

int rank_of(Verdict verdict) {
  static constexpr auto order =
      std::to_array({Verdict::consistent, Verdict::by_rounding, Verdict::no_claim, Verdict::inconsistent,
                     Verdict::direction_differs, Verdict::zero_base, Verdict::unit_differs});
  return static_cast<int>(std::find(order.begin(), order.end(), verdict) - order.begin());
}

bool is_better(const Candidate& a, const Candidate& b) {
  const int rank_a = rank_of(a.judgement.verdict), rank_b = rank_of(b.judgement.verdict);
  return rank_a != rank_b ? rank_a < rank_b : rank_a > 1 && a.distance < b.distance;
}

Candidate judge_direction(const Number& before, const Number& after, int direction) {
  Candidate candidate;
  candidate.judgement.recomputed =
      before.value == 0 ? no_number : value_of(Quantity::percent, before.value, after.value);
  const bool differs = direction != 0 && sign_of(after.value - before.value) != direction;
  candidate.judgement.verdict = differs ? Verdict::direction_differs : Verdict::no_claim;
  return candidate;
}

Candidate judge_candidate(const Number& before, const Number& after, const StatedChange& stated) {
  if (stated.kind == Kind::none) return judge_direction(before, after, stated.direction);
  std::optional<Candidate> best;
  for (const Reading& reading : readings_of(before, after, stated)) {
    if (before.value == 0 && reading.quantity != Quantity::difference) continue;
    const Candidate candidate = try_quantity(reading.quantity, reading.kind, before, after, stated);
    if (!best || is_better(candidate, *best)) best = candidate;
  }
  if (!best) {
    Candidate none;
    none.judgement.kind = stated.kind;
    none.judgement.recomputed = no_number;
    const bool nothing_changed = after.value == 0 && stated.amount.value == 0;
    none.judgement.verdict = nothing_changed ? Verdict::consistent : Verdict::zero_base;
    return none;
  }
  const int way = sign_of(after.value - before.value);
  if (way != 0 && stated.direction != 0 && way != stated.direction && stated.amount.value != 0) {
    best->judgement.verdict = Verdict::direction_differs;
  }
  return *best;
}

}  // namespace

Number as_count(Number number) {
  const bool has_magnitude = number.highest - number.lowest > 1 + tolerance;
  if (number.decimals == 0 && !number.percent && !has_magnitude) {
    number.lowest = number.highest = number.value;
  }
  return number;
}

Judgement judge(const Number& before, const Number& after, const StatedChange& stated) {
  return judge_candidate(before, after, stated).judgement;
}

Judgement judge_any(const Number& before, const Number& after, const std::vector<StatedChange>& readings) {
  if (readings.empty()) return judge(before, after, {});
  std::optional<Candidate> best;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    Candidate candidate = judge_candidate(before, after, readings[i]);
    candidate.judgement.reading = i;
    if (!best || is_better(candidate, *best)) best = candidate;
  }
  return best->judgement;
}

}  // namespace ruamlint
