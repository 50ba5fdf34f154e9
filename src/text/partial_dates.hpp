// Single dates read off the tokens, each as far as it is written: between date_words.hpp and date_scan.hpp.
// Internal to text/.
#pragma once

#include <optional>
#include <vector>

#include "text/calendar.hpp"
#include "text/date_scan.hpp"
#include "text/date_words.hpp"

namespace ruamlint {

/// What was read of a date before its neighbours have lent it what it lacks: in "1 - 30 ก.ย. 2566" the first
/// is a bare figure, in "ต.ค. - ธ.ค. 2566" a month, in "ปี 2565 - 67" the second is a bare figure.
struct PartialDate {
  enum class Shape { figure, day, month, year, fiscal, academic, term, quarter, fiscal_quarter, festival };
  Shape shape = Shape::figure;
  int day = 0;
  int month = 0;
  int part = 0;  ///< term, quarter, or place in the table of festivals
  std::optional<Year> year;
  int figure = 0, digits = 0;  ///< as written, where the shape is figure or the year was the last figure read
  bool day_order_unsure = false;
  YearPart year_part = YearPart::whole;
  bool needs_support = false;  ///< 10/2564, 2566: a date only if something near says so
  DateJoint joint = DateJoint::none;
  bool slash_joint = false;
  std::size_t first = 0, last = 0;  ///< tokens

  [[nodiscard]] bool is_span_of_years() const {
    return shape == Shape::year || shape == Shape::fiscal || shape == Shape::academic;
  }
};

/// Tokens with questions that do not mind the end of the text.
class DateTokens {
 public:
  explicit DateTokens(const std::vector<DateToken>& tokens) : tokens_(tokens) {}

  [[nodiscard]] const DateToken& operator[](std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] DateWord word(std::size_t i) const { return i < size() ? tokens_[i].word : DateWord::other; }
  [[nodiscard]] bool is(std::size_t i, DateWord expected) const {
    return i < size() && tokens_[i].word == expected;
  }
  [[nodiscard]] bool is_era(std::size_t i) const {
    return is(i, DateWord::buddhist_era) || is(i, DateWord::gregorian_era);
  }
  [[nodiscard]] bool touches_next(std::size_t i) const {
    return i + 1 < size() && !tokens_[i + 1].space_before;
  }
  /// Whether the figure at `i` counts something: "50 คน".
  [[nodiscard]] bool is_counted(std::size_t i) const {
    return is(i + 1, DateWord::counted) && !tokens_[i + 1].line_before;
  }

 private:
  const std::vector<DateToken>& tokens_;
};

/// The date that begins at token `i`, whatever of it is written there.
[[nodiscard]] std::optional<PartialDate> read_partial_date(const DateTokens& tokens, std::size_t i);

/// A year of four digits that needs no cue, unless it counts something.
[[nodiscard]] std::optional<PartialDate> read_plain_year(const DateTokens& tokens, std::size_t i);

}  // namespace ruamlint
