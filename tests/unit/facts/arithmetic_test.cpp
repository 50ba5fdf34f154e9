#include "facts/arithmetic.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace ruamlint;

namespace {

using Kind = Comparison::ClaimKind;
using Bound = StatedChange::Bound;

/// A figure as a form writes it; whole numbers count people.
Number figure(const std::string& text) {
  Number number;
  REQUIRE(parse_number(text, {}, number));
  return as_count(number);
}

StatedChange change(Kind kind, const std::string& amount, int direction, Bound bound = Bound::exact) {
  StatedChange stated;
  stated.kind = kind;
  REQUIRE(parse_number(amount, {}, stated.amount));
  stated.direction = direction;
  stated.bound = bound;
  return stated;
}

std::string verdict_name(Comparison::Verdict verdict) {
  static const char* const names[] = {"consistent", "by rounding", "inconsistent", "direction",
                                      "zero base",  "unit",        "no claim"};
  return names[static_cast<int>(verdict)];
}

std::string shown(const Judgement& judgement) {
  static const char* const kinds[] = {"", "%", " points", "", "x"};
  std::string value = "-";
  if (std::isfinite(judgement.recomputed)) {
    value = std::to_string(std::round(judgement.recomputed * 10) / 10);
    value.resize(value.find('.') + 2);
    value += kinds[static_cast<int>(judgement.kind)];
  }
  return verdict_name(judgement.verdict) + " " + value;
}

std::string judged(const std::string& before, const std::string& after, const StatedChange& stated) {
  return shown(judge(figure(before), figure(after), stated));
}

}  // namespace

TEST_CASE("a change in per cent is compared as an interval") {
  struct Row {
    const char *before, *after, *claim;
    int direction;
    const char* expected;
  };
  for (const Row& row : {
           Row{"120", "78", "35", -1, "consistent -35.0%"},
           {"1,240", "430", "65.3", -1, "consistent -65.3%"},
           {"1,240", "430", "65.32", -1, "consistent -65.3%"},
           {"1,240", "430", "65", -1, "consistent -65.3%"},
           {"1,240", "430", "66", -1, "inconsistent -65.3%"},
           {"120", "80", "35", -1, "inconsistent -33.3%"},
           {"120", "80", "33.33", -1, "consistent -33.3%"},
           {"120", "80", "33", -1, "consistent -33.3%"},
           {"120", "80", "34", -1, "inconsistent -33.3%"},
           {"40", "60", "33", 1, "inconsistent 50.0%"},
           {"40", "60", "50", 1, "consistent 50.0%"},
           {"30", "50", "66", 1, "by rounding 66.7%"},  // cut off, not rounded
           {"30", "50", "66.6", 1, "by rounding 66.7%"},
           {"30", "50", "66.7", 1, "consistent 66.7%"},
           {"30", "50", "67", 1, "consistent 66.7%"},
           {"1.5 ล้าน", "2.1 ล้าน", "43", 1, "by rounding 40.0%"},  // 1.46 to 2.09 gives it
           {"1.5 ล้าน", "2.1 ล้าน", "60", 1, "inconsistent 40.0%"},
           {"8", "1", "87.5", -1, "consistent -87.5%"},
           {"8", "9", "12.5", 0, "consistent 12.5%"},
           {"9", "8", "11.1", 0, "consistent -11.1%"},
           {"120", "78", "35", 1, "direction -35.0%"},
           {"78", "120", "35", -1, "direction 53.8%"},
           {"50", "50", "0", 0, "consistent 0.0%"},
           {"50", "50", "10", 1, "inconsistent 0.0%"},
           {"0", "12", "100", 1, "zero base -"},
           {"0", "12", "1200", 1, "zero base -"},
           {"0", "0", "0", 0, "consistent -"},
           {"12", "0", "100", -1, "consistent -100.0%"},
       }) {
    INFO(row.before << " -> " << row.after << ", " << row.claim);
    CHECK(judged(row.before, row.after, change(Kind::percent, row.claim, row.direction)) == row.expected);
  }
}

TEST_CASE("per cent of a per cent may be points") {
  const StatedChange percent = change(Kind::percent, "20", 1);
  CHECK(judged("40%", "60%", percent) == "consistent 20.0 points");
  CHECK(judged("40%", "48%", percent) == "consistent 20.0%");
  CHECK(judged("40%", "75%", percent) == "inconsistent 35.0 points");
  CHECK(judged("0%", "20%", percent) == "consistent 20.0 points");
  const StatedChange points = change(Kind::points, "20", 1);
  CHECK(judged("40%", "60%", points) == "consistent 20.0 points");
  CHECK(judged("40%", "48%", points) == "inconsistent 8.0 points");
  // 12.5 is 12.45..12.55, 18.7 is 18.65..18.75: between 6.1 and 6.3.
  CHECK(judged("12.5%", "18.7%", change(Kind::points, "6.3", 1)) == "by rounding 6.2 points");
  CHECK(judged("12.5%", "18.7%", change(Kind::points, "6.5", 1)) == "inconsistent 6.2 points");
}

TEST_CASE("a difference is exact where things are counted") {
  CHECK(judged("120", "78", change(Kind::difference, "42", -1)) == "consistent -42.0");
  CHECK(judged("120", "78", change(Kind::difference, "43", -1)) == "inconsistent -42.0");
  CHECK(judged("3.2", "4.5", change(Kind::difference, "1.3", 1)) == "consistent 1.3");
  CHECK(judged("3.2", "4.5", change(Kind::difference, "1.4", 1)) == "by rounding 1.3");
  CHECK(judged("3.2", "4.5", change(Kind::difference, "1.7", 1)) == "inconsistent 1.3");
  CHECK(judged("0", "12", change(Kind::difference, "12", 1)) == "consistent 12.0");
  CHECK(judged("12 ล้าน", "9.5 ล้าน", change(Kind::difference, "2.5 ล้าน", -1)) == "consistent -2500000.0");
}

TEST_CASE("times is as much or by as much") {
  const StatedChange twice = change(Kind::times, "2 เท่า", 1);
  CHECK(judged("40", "80", twice) == "consistent 2.0x");
  CHECK(judged("40", "120", twice) == "consistent 2.0x");
  CHECK(judged("100", "180", twice) == "by rounding 1.8x");
  CHECK(judged("100", "150", twice) == "inconsistent 1.5x");
  CHECK(judged("100", "500", twice) == "inconsistent 4.0x");
  StatedChange is_twice = twice;
  is_twice.of_before = true;
  CHECK(judged("40", "80", is_twice) == "consistent 2.0x");
  CHECK(judged("40", "120", is_twice) == "inconsistent 3.0x");
  const StatedChange once_more = change(Kind::times, "เท่าตัว", 1);
  CHECK(judged("40", "80", once_more) == "consistent 1.0x");
  CHECK(judged("40", "60", once_more) == "inconsistent 0.5x");
  CHECK(judged("210", "336", change(Kind::times, "1.6 เท่า", 1)) == "consistent 1.6x");
  CHECK(judged("90", "30", change(Kind::times, "3 เท่า", -1)) == "consistent 3.0x");
  CHECK(judged("90", "30", change(Kind::times, "2 เท่า", -1)) == "consistent 2.0x");
  CHECK(judged("90", "80", change(Kind::times, "3 เท่า", -1)).starts_with("inconsistent"));
  CHECK(judged("0", "80", twice) == "zero base -");
  CHECK(judged("40", "80", change(Kind::times, "2 เท่า", -1)).starts_with("direction"));
}

TEST_CASE("bounds are no exact claims") {
  CHECK(judged("120", "78", change(Kind::percent, "30", -1, Bound::at_least)) == "consistent -35.0%");
  CHECK(judged("120", "78", change(Kind::percent, "40", -1, Bound::at_least)) == "inconsistent -35.0%");
  CHECK(judged("120", "80", change(Kind::percent, "35", -1, Bound::at_most)) == "consistent -33.3%");
  CHECK(judged("120", "80", change(Kind::percent, "30", -1, Bound::at_most)) == "inconsistent -33.3%");
  CHECK(judged("120", "80", change(Kind::percent, "35", -1, Bound::about)) == "by rounding -33.3%");
  CHECK(judged("120", "80", change(Kind::percent, "50", -1, Bound::about)) == "inconsistent -33.3%");
}

TEST_CASE("what is left is not what is gone") {
  StatedChange left = change(Kind::percent, "20", -1);
  left.of_before = true;
  CHECK(judged("100", "20", left) == "consistent 20.0%");
  CHECK(judged("100", "80", left) == "inconsistent 80.0%");
}

TEST_CASE("a direction without an amount") {
  StatedChange falls;
  falls.direction = -1;
  CHECK(judged("120", "78", falls) == "no claim -35.0");
  CHECK(judged("78", "120", falls) == "direction 53.8");
  CHECK(judged("0", "4", {}) == "no claim -");
}

TEST_CASE("of several readings the one in the form's favour counts") {
  const StatedChange percent = change(Kind::percent, "42", -1),
                     difference = change(Kind::difference, "42", -1);
  const Judgement judgement = judge_any(figure("120"), figure("78"), {percent, difference});
  CHECK(shown(judgement) == "consistent -42.0");
  CHECK(judgement.reading == 1);
  CHECK(shown(judge_any(figure("120"), figure("78"), {})) == "no claim -35.0");
  const StatedChange far = change(Kind::percent, "36", -1), farther = change(Kind::difference, "36", -1);
  CHECK(judge_any(figure("120"), figure("78"), {farther, far}).reading == 1);
}
