#include "facts/comparisons_pair.hpp"

#include <cmath>

namespace ruamlint {
namespace {

using Kind = Comparison::ClaimKind;
using Verdict = Comparison::Verdict;

void scale(Number& number, double factor) {
  number.value *= factor;
  number.lowest *= factor;
  number.highest *= factor;
}

/// 1,000,000 for "1.5 ล้าน".
double magnitude_of(const Number& number) {
  if (number.word || number.highest <= number.lowest) return 1;
  return std::round((number.highest - number.lowest) * std::pow(10.0, number.decimals));
}

void share_magnitude(Figure& plain, const Figure& other) {
  constexpr double least_magnitude = 1000;
  const double magnitude = magnitude_of(other.number);
  const double own = std::abs(plain.number.value), theirs = std::abs(other.number.value);
  const bool is_short = own > 0 && own < least_magnitude && magnitude_of(plain.number) <= 1;
  if (!plain.unit.empty() || magnitude < least_magnitude || !is_short || theirs < least_magnitude) return;
  // "800" before "1.2 พัน" is 800, "1.2" before "1.5 ล้าน" is a million and more: whichever is nearer.
  const auto distance = [&](double value) { return std::abs(std::log(value / theirs)); };
  if (distance(own * magnitude) < distance(own)) scale(plain.number, magnitude);
}

int severity_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::direction_differs:
      return 4;
    case Verdict::inconsistent:
      return 3;
    case Verdict::zero_base:
      return 2;
    default:
      return 0;
  }
}

bool holds(Verdict verdict) {
  return verdict == Verdict::consistent || verdict == Verdict::by_rounding;
}

/// The readings of a claim in the pair's unit; none where it is of another kind.
std::vector<StatedChange> fitted(const Claim& claim, std::string_view unit, const QuantityWords& words) {
  std::vector<StatedChange> readings;
  for (StatedChange reading : claim.readings) {
    if (reading.kind == Kind::difference) {
      if (!words.agree(claim.unit, unit)) continue;
      scale(reading.amount, words.factor(claim.unit, unit));
    }
    readings.push_back(reading);
  }
  return readings;
}

}  // namespace

void share_writing(Figure& before, Figure& after) {
  share_magnitude(before, after);
  share_magnitude(after, before);
  for (auto [plain, other] : {std::pair{&before, &after}, std::pair{&after, &before}}) {
    if (!plain->unit.empty()) continue;
    plain->unit = other->unit;
    plain->number.percent = other->number.percent;
  }
}

JudgedPair judge_pair(FigurePair pair, const QuantityWords& words) {
  JudgedPair judged;
  Comparison& comparison = judged.comparison;
  share_writing(pair.before, pair.after);
  comparison.measure = pair.measure;
  comparison.before = pair.before.number;
  comparison.after = pair.after.number;
  comparison.unit = pair.after.unit;
  comparison.direction = pair.direction;
  if (!same_kind(pair.before, pair.after) || !words.agree(pair.before.unit, pair.after.unit)) {
    comparison.verdict = Verdict::unit_differs;
    comparison.recomputed = std::nan("");
    return judged;
  }
  words.settle(pair.before, pair.before.unit, pair.measure);
  words.settle(pair.after, pair.after.unit, pair.measure);
  scale(pair.before.number, words.factor(pair.before.unit, pair.after.unit));

  const auto take = [&](const Judgement& judgement) {
    comparison.verdict = judgement.verdict;
    comparison.claim_kind = judgement.kind;
    comparison.recomputed = judgement.recomputed;
  };
  StatedChange direction_only;
  direction_only.direction = pair.direction;
  take(judge(pair.before.number, pair.after.number, direction_only));

  int worst = -1;
  for (std::size_t i = 0; i < pair.claims.size(); ++i) {
    const std::vector<StatedChange> readings = fitted(pair.claims[i], pair.after.unit, words);
    if (readings.empty()) continue;
    const Judgement judgement = judge_any(pair.before.number, pair.after.number, readings);
    if (pair.claims[i].if_it_fits && !holds(judgement.verdict)) continue;
    if (severity_of(judgement.verdict) <= worst) continue;
    worst = severity_of(judgement.verdict);
    take(judgement);
    const StatedChange& reading = readings[judgement.reading];
    comparison.claimed = reading.amount;
    if (reading.direction != 0) comparison.direction = reading.direction;
    if (reading.direction < 0 && !reading.of_before && reading.kind != Kind::times)
      scale(comparison.claimed, -1);
    if (comparison.claimed.lowest > comparison.claimed.highest) {
      std::swap(comparison.claimed.lowest, comparison.claimed.highest);
    }
    judged.claim = i;
  }
  // The verb is a claim as well: "ลดจาก 180 เป็น 306 (+70%)".
  const double change = pair.after.number.value - pair.before.number.value;
  if (pair.direction * change < 0) comparison.verdict = Verdict::direction_differs;
  return judged;
}

std::vector<StatedChange> readings_of_amount(const Figure& amount, int direction, bool of_before,
                                             bool in_points) {
  StatedChange change;
  change.amount = amount.number;
  if (change.amount.value < 0) {
    scale(change.amount, -1);
    std::swap(change.amount.lowest, change.amount.highest);
    if (direction == 0) direction = -1;
  }
  change.direction = direction;
  change.bound = amount.bound;
  change.of_before = of_before;
  if (in_points) {
    change.kind = Kind::points;
    StatedChange difference = change;
    difference.kind = Kind::difference;
    return amount.number.percent ? std::vector{change} : std::vector{change, difference};
  }
  change.kind = amount.number.times ? Kind::times : amount.number.percent ? Kind::percent : Kind::difference;
  return {change};
}

}  // namespace ruamlint
