// Calendar arithmetic behind dates.hpp: what a year, month, quarter or season covers. Internal to text/.
// Years are Gregorian here. Facts and sources: docs/glossary.md, "Time".
#pragma once

#include <optional>

#include "text/dates.hpp"

namespace ruamlint {

/// พ.ศ. less ค.ศ.
inline constexpr int buddhist_lead_years = 543;

enum class Era { unstated, buddhist, gregorian };

/// A year as it was understood from its digits and era.
struct Year {
  int gregorian = 0;
  bool era_stated = false;
  bool written_gregorian = false;  ///< the digits are those of a ค.ศ. year
  bool ambiguous = false;          ///< two digits, or digits that contradict the stated era
};

/// The year that `digits` digits of value `value` name: four digits of either era, or two (50..70 is 25xx
/// พ.ศ., 15..30 is 20xx ค.ศ., others are พ.ศ. and ambiguous). Nothing where the value is no year.
[[nodiscard]] std::optional<Year> year_of(int value, int digits, Era era);
/// A year that may stand without any word that says so: 2500..2599 or 1990..2099.
[[nodiscard]] bool is_plain_year(int value, int digits);

/// False where the month has no such day.
[[nodiscard]] bool is_day(int year, int month, int day);
[[nodiscard]] DayRange day_range(int year, int month, int day);
[[nodiscard]] DayRange month_range(int year, int month);
[[nodiscard]] DayRange months_range(int year, int first_month, int last_month);
[[nodiscard]] DayRange year_range(int year);
/// 1 October of the year before to 30 September.
[[nodiscard]] DayRange fiscal_year_range(int year);
/// Quarter 1 of a fiscal year is October to December of the year before.
[[nodiscard]] DayRange fiscal_quarter_range(int year, int quarter);
/// About May to March.
[[nodiscard]] DayRange academic_year_range(int year);
/// Term 1 is about May to October, term 2 November to March, term 3 (summer) March to May.
[[nodiscard]] DayRange academic_term_range(int year, int term);

/// What of a year is meant. `some` is not told, as of a season whose months differ by country.
enum class YearPart { whole, some, early, middle, late, first_half, second_half };
/// Early is in the first half and late in the second, the middle within three months of either side.
[[nodiscard]] DayRange part_of(const DayRange& year, YearPart part);

/// The smallest range around both.
[[nodiscard]] DayRange united(const DayRange& a, const DayRange& b);

}  // namespace ruamlint
