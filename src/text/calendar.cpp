#include "text/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

namespace chr = std::chrono;

Day day_at(int year, int month, int day) {
  return chr::sys_days(chr::year(year) / chr::month(static_cast<unsigned>(month)) /
                       chr::day(static_cast<unsigned>(day)));
}

Day last_day_of(int year, int month) {
  return chr::sys_days(chr::year(year) / chr::month(static_cast<unsigned>(month)) / chr::last);
}

bool is_between(int value, int least, int most) {
  return value >= least && value <= most;
}

std::optional<Year> four_digit_year(int value, Era era) {
  const bool buddhist = is_between(value, 2400, 2699);
  const bool gregorian = is_between(value, 1857, 2156);
  if (!buddhist && !gregorian) {
    return std::nullopt;
  }
  Year year;
  year.gregorian = buddhist ? value - buddhist_lead_years : value;
  year.written_gregorian = gregorian;
  year.era_stated = era != Era::unstated;
  year.ambiguous = (era == Era::buddhist && gregorian) || (era == Era::gregorian && buddhist);
  return year;
}

std::optional<Year> two_digit_year(int value, Era era) {
  Year year;
  year.era_stated = era != Era::unstated;
  year.written_gregorian = era == Era::gregorian || (era == Era::unstated && is_between(value, 15, 30));
  year.gregorian = year.written_gregorian ? 2000 + value : 2500 + value - buddhist_lead_years;
  year.ambiguous = era == Era::unstated && !year.written_gregorian && !is_between(value, 50, 70);
  return year;
}

}  // namespace

std::optional<Year> year_of(int value, int digits, Era era) {
  if (digits == 4) {
    return four_digit_year(value, era);
  }
  return digits == 2 ? two_digit_year(value, era) : std::nullopt;
}

bool is_plain_year(int value, int digits) {
  return digits == 4 && (is_between(value, 2500, 2599) || is_between(value, 1990, 2099));
}

bool is_day(int year, int month, int day) {
  return is_between(month, 1, 12) && day >= 1 && (chr::year(year) / month / day).ok();
}

DayRange day_range(int year, int month, int day) {
  return {day_at(year, month, day), day_at(year, month, day)};
}

DayRange month_range(int year, int month) {
  return months_range(year, month, month);
}

DayRange months_range(int year, int first_month, int last_month) {
  return {day_at(year, first_month, 1), last_day_of(year, last_month)};
}

DayRange year_range(int year) {
  return months_range(year, 1, 12);
}

DayRange fiscal_year_range(int year) {
  return {day_at(year - 1, 10, 1), day_at(year, 9, 30)};
}

DayRange fiscal_quarter_range(int year, int quarter) {
  return quarter == 1 ? months_range(year - 1, 10, 12) : months_range(year, 3 * quarter - 5, 3 * quarter - 3);
}

DayRange academic_year_range(int year) {
  return {day_at(year, 5, 1), day_at(year + 1, 3, 31)};
}

DayRange academic_term_range(int year, int term) {
  switch (term) {
    case 1:
      return months_range(year, 5, 10);
    case 2:
      return {day_at(year, 11, 1), day_at(year + 1, 3, 31)};
    default:
      return months_range(year + 1, 3, 5);
  }
}

DayRange part_of(const DayRange& year, YearPart part) {
  const chr::year_month_day first(year.earliest);
  // The last day before month `count` of the year, counted from 0, begins.
  const auto before_month = [&](int count) { return Day(first + chr::months(count)) - chr::days(1); };
  switch (part) {
    case YearPart::early:
    case YearPart::first_half:
      return {year.earliest, before_month(6)};
    case YearPart::middle:
      return {before_month(3) + chr::days(1), before_month(9)};
    case YearPart::late:
    case YearPart::second_half:
      return {before_month(6) + chr::days(1), year.latest};
    case YearPart::whole:
    case YearPart::some:
      break;
  }
  return year;
}

DayRange united(const DayRange& a, const DayRange& b) {
  return {std::min(a.earliest, b.earliest), std::max(a.latest, b.latest)};
}

int whole_months(Day from, Day to) {
  if (to < from) {
    return -whole_months(to, from);
  }
  const chr::year_month_day first(from);
  const chr::year_month_day last(to);
  const auto months =
      static_cast<int>((last.year() / last.month() - first.year() / first.month()) / chr::months(1));
  // A month without the day that it should end on ends on its last.
  const chr::day due =
      std::min(first.day(), chr::year_month_day(last.year() / last.month() / chr::last).day());
  return last.day() < due ? months - 1 : months;
}

std::string iso_date(Day day) {
  const chr::year_month_day date(day);
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer.data();
}

bool parse_iso_date(std::string_view text, Day& day) {
  constexpr std::string_view shape = "dddd-dd-dd";
  if (text.size() != shape.size()) {
    return false;
  }
  std::array<int, 3> parts{};
  std::size_t part = 0;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const int digit = digit_value(static_cast<unsigned char>(text[i]));
    if (shape[i] == '-' ? text[i] != '-' : digit < 0) {
      return false;
    }
    part += shape[i] == '-' ? 1 : 0;
    parts[part] = shape[i] == '-' ? 0 : parts[part] * 10 + digit;
  }
  if (!is_day(parts[0], parts[1], parts[2])) {
    return false;
  }
  day = day_at(parts[0], parts[1], parts[2]);
  return true;
}

}  // namespace ruamlint
