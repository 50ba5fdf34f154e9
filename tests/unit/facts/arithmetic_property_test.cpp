// Verdicts against a second computation that shares nothing with the first: whole numbers as fractions.
#include <catch2/catch.hpp>
#include <random>

#include "facts/arithmetic.hpp"

using namespace ruamlint;

namespace {

__extension__ using Wide = __int128;
using Kind = Comparison::ClaimKind;
using Verdict = Comparison::Verdict;

/// mantissa / 10^decimals
struct Decimal {
  long long mantissa = 0;
  int decimals = 0;
};

long long power_of_ten(int exponent) {
  long long power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::string written(const Decimal& decimal) {
  std::string digits = std::to_string(decimal.mantissa);
  if (decimal.decimals == 0) return digits;
  const auto decimals = static_cast<std::size_t>(decimal.decimals);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  return digits.insert(digits.size() - decimals, ".");
}

Number read(const Decimal& decimal) {
  Number number;
  REQUIRE(parse_number(written(decimal), {}, number));
  return as_count(number);
}

Number read_percent(const Decimal& decimal) {
  Number number;
  REQUIRE(parse_number(written(decimal) + "%", {}, number));
  return as_count(number);
}

/// Twice the figure's bounds, over 10^decimals: a count is exact, any other figure half a step either way.
struct Doubled {
  Wide low, high;
  long long unit;
};

Doubled doubled(const Decimal& decimal, bool is_percent = false) {
  const Wide twice = Wide{decimal.mantissa} * 2;
  const int half = decimal.decimals == 0 && !is_percent ? 0 : 1;
  return {twice - half, twice + half, power_of_ten(decimal.decimals)};
}

int sign_of(Wide value) {
  return (value > 0) - (value < 0);
}

/// A fraction with a denominator above zero.
struct Fraction {
  Wide top, bottom;
};
bool less(const Fraction& a, const Fraction& b) {
  return a.top * b.bottom < b.top * a.bottom;
}
Fraction size_of(const Fraction& f) {
  return {f.top < 0 ? -f.top : f.top, f.bottom};
}

/// (after - before) / before * 100, or after - before; figures are doubled and over their units.
Fraction changed(Kind kind, Wide before, long long before_unit, Wide after, long long after_unit) {
  const Wide difference = after * before_unit - before * after_unit;  // over 2 * both units
  if (kind == Kind::difference) return {difference, Wide{2} * before_unit * after_unit};
  return {difference * 100, before * after_unit};
}

struct Range {
  Fraction least, most;
};

/// Of the corners that the figures' bounds make.
Range range_of(Kind kind, const Doubled& before, const Doubled& after) {
  Range range{changed(kind, before.low, before.unit, after.low, after.unit), {0, 1}};
  range.most = range.least;
  for (const Wide one : {before.low, before.high}) {
    for (const Wide other : {after.low, after.high}) {
      const Fraction corner = changed(kind, one, before.unit, other, after.unit);
      if (less(corner, range.least)) range.least = corner;
      if (less(range.most, corner)) range.most = corner;
    }
  }
  return range;
}

/// Some size within the range is at least `low` and below `cut_high`.
bool meets(const Range& range, const Fraction& low, const Fraction& cut_high) {
  const Fraction zero{0, 1};
  Fraction least = size_of(range.least), most = size_of(range.most);
  if (less(most, least)) std::swap(least, most);
  if (!less(zero, range.least) && !less(range.most, zero)) least = zero;
  return !less(most, low) && less(least, cut_high);
}

/// Points between two per cents, which are never exact.
Verdict expected_points(const Decimal& before, const Decimal& after, const Decimal& claim) {
  const Doubled b = doubled(before, true), a = doubled(after, true);
  const Fraction size =
      size_of(changed(Kind::difference, Wide{before.mantissa} * 2, b.unit, Wide{after.mantissa} * 2, a.unit));
  const long long unit = 2 * power_of_ten(claim.decimals);
  const Fraction low{Wide{claim.mantissa} * 2 - 1, unit}, high{Wide{claim.mantissa} * 2 + 1, unit};
  if (!less(size, low) && !less(high, size)) return Verdict::consistent;
  const Fraction cut_high{Wide{claim.mantissa} * 2 + 2, unit};
  return meets(range_of(Kind::difference, b, a), low, cut_high) ? Verdict::by_rounding
                                                                : Verdict::inconsistent;
}

/// "n times as much": within half a step of the figure as written, and 5 in 100 of it to be right, 20 in 100
/// to be right by rounding. Of counts, so that the quotient is exact.
Verdict expected_times(long long before, long long after, const Decimal& claim) {
  const Fraction ratio{after, before};
  const auto within = [&](long long share) {
    // |ratio - claim| <= min(half a step, claim / share), all times 2 * share * 10^decimals
    const Wide unit = power_of_ten(claim.decimals);
    const Wide reach = std::min(Wide{share}, Wide{2} * claim.mantissa);
    const Fraction low{Wide{2} * share * claim.mantissa - reach, Wide{2} * share * unit};
    const Fraction high{Wide{2} * share * claim.mantissa + reach, Wide{2} * share * unit};
    return !less(ratio, low) && !less(high, ratio);
  };
  return within(20) ? Verdict::consistent : within(5) ? Verdict::by_rounding : Verdict::inconsistent;
}

/// `direction`: of the claim. The claim's bounds: half a step either way; with good will a whole step above.
Verdict expected(Kind kind, const Decimal& before, const Decimal& after, const Decimal& claim,
                 int direction) {
  const Doubled b = doubled(before), a = doubled(after);
  if (kind == Kind::percent && before.mantissa == 0) {
    return after.mantissa == 0 && claim.mantissa == 0 ? Verdict::consistent : Verdict::zero_base;
  }
  const Fraction nominal = changed(kind, Wide{before.mantissa} * 2, b.unit, Wide{after.mantissa} * 2, a.unit);
  const int way = sign_of(nominal.top);
  if (way != 0 && direction != 0 && way != direction && claim.mantissa != 0)
    return Verdict::direction_differs;

  const long long unit = 2 * power_of_ten(claim.decimals);
  const Fraction low{Wide{claim.mantissa} * 2 - 1, unit}, high{Wide{claim.mantissa} * 2 + 1, unit};
  const Fraction cut_high{Wide{claim.mantissa} * 2 + 2, unit};
  const Fraction size = size_of(nominal);
  if (!less(size, low) && !less(high, size)) return Verdict::consistent;

  const bool has_zero_base = kind == Kind::percent && b.low <= 0;
  const Range range = has_zero_base ? Range{nominal, nominal} : range_of(kind, b, a);
  return meets(range, low, cut_high) ? Verdict::by_rounding : Verdict::inconsistent;
}

}  // namespace

TEST_CASE("verdicts agree with exact fractions") {
  std::mt19937 random(20240212);  // NOLINT(cert-msc51-cpp): the same cases every time
  const auto upto = [&](long long most) {
    return static_cast<long long>(random() % static_cast<unsigned>(most + 1));
  };
  const auto figure = [&] {
    const int decimals = upto(3) == 0 ? 1 + static_cast<int>(upto(1)) : 0;
    return Decimal{upto(upto(1) == 0 ? 60 : 9000), decimals};
  };
  int seen[7] = {};
  for (int i = 0; i < 40000; ++i) {
    const Kind kind = upto(2) == 0 ? Kind::difference : Kind::percent;
    const Decimal before = figure(), after = figure();
    // Around the true change, so that all verdicts are met, and sometimes anything.
    const int decimals = static_cast<int>(upto(2));
    Decimal claim{upto(20000), decimals};
    const double true_change =
        static_cast<double>(after.mantissa) / static_cast<double>(power_of_ten(after.decimals)) -
        static_cast<double>(before.mantissa) / static_cast<double>(power_of_ten(before.decimals));
    const double base =
        static_cast<double>(before.mantissa) / static_cast<double>(power_of_ten(before.decimals));
    if (upto(4) != 0 && (kind == Kind::difference || before.mantissa != 0)) {
      const double amount = std::abs(kind == Kind::difference ? true_change : true_change / base * 100);
      claim.mantissa = std::max(
          0LL, static_cast<long long>(amount * static_cast<double>(power_of_ten(decimals))) + upto(3) - 1);
    }
    StatedChange stated;
    stated.kind = kind;
    REQUIRE(parse_number(written(claim), {}, stated.amount));
    stated.direction = static_cast<int>(upto(2)) - 1;
    const Verdict verdict = judge(read(before), read(after), stated).verdict;
    ++seen[static_cast<int>(verdict)];
    INFO(written(before) << " -> " << written(after) << ", " << written(claim) << " direction "
                         << stated.direction);
    REQUIRE(static_cast<int>(verdict) ==
            static_cast<int>(expected(kind, before, after, claim, stated.direction)));
  }
  for (const Verdict verdict : {Verdict::consistent, Verdict::by_rounding, Verdict::inconsistent,
                                Verdict::direction_differs, Verdict::zero_base}) {
    CHECK(seen[static_cast<int>(verdict)] > 100);
  }
}

TEST_CASE("verdicts on points agree with exact fractions") {
  std::mt19937 random(20240213);  // NOLINT(cert-msc51-cpp): the same cases every time
  const auto upto = [&](long long most) {
    return static_cast<long long>(random() % static_cast<unsigned>(most + 1));
  };
  int seen[7] = {};
  for (int i = 0; i < 10000; ++i) {
    const int decimals = static_cast<int>(upto(2));
    const auto per_cent = [&] { return Decimal{upto(100 * power_of_ten(decimals)), decimals}; };
    const Decimal before = per_cent(), after = per_cent();
    Decimal claim{std::abs(after.mantissa - before.mantissa), decimals};
    if (upto(1) == 0 && decimals > 0) claim = {claim.mantissa / 10, decimals - 1};
    claim.mantissa = std::max(0LL, claim.mantissa + upto(4) - 2);
    StatedChange stated;
    stated.kind = Kind::points;
    REQUIRE(parse_number(written(claim), {}, stated.amount));
    const Verdict verdict = judge(read_percent(before), read_percent(after), stated).verdict;
    ++seen[static_cast<int>(verdict)];
    INFO(written(before) << "% -> " << written(after) << "%, " << written(claim) << " points");
    REQUIRE(static_cast<int>(verdict) == static_cast<int>(expected_points(before, after, claim)));
  }
  for (const Verdict verdict : {Verdict::consistent, Verdict::by_rounding, Verdict::inconsistent})
    CHECK(seen[static_cast<int>(verdict)] > 100);
}

TEST_CASE("verdicts on times agree with exact fractions") {
  std::mt19937 random(20240214);  // NOLINT(cert-msc51-cpp): the same cases every time
  const auto upto = [&](long long most) {
    return static_cast<long long>(random() % static_cast<unsigned>(most + 1));
  };
  int seen[7] = {};
  for (int i = 0; i < 10000; ++i) {
    const long long before = 1 + upto(200), after = before + upto(before * 6);
    const int decimals = static_cast<int>(upto(1));
    const Decimal claim{
        std::max(power_of_ten(decimals) + 1, after * power_of_ten(decimals) / before + upto(2) - 1),
        decimals};
    StatedChange stated;
    stated.kind = Kind::times;
    REQUIRE(parse_number(written(claim), {}, stated.amount));
    const Verdict verdict = judge(read({before, 0}), read({after, 0}), stated).verdict;
    ++seen[static_cast<int>(verdict)];
    INFO(before << " -> " << after << ", " << written(claim) << " times");
    REQUIRE(static_cast<int>(verdict) == static_cast<int>(expected_times(before, after, claim)));
  }
  for (const Verdict verdict : {Verdict::consistent, Verdict::by_rounding, Verdict::inconsistent})
    CHECK(seen[static_cast<int>(verdict)] > 100);
}
