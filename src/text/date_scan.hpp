// The second step of reading dates: tokens joined into dates, and dates that are written as a range or a list
// joined with each other. Internal to text/; find_dates and find_periods are built on it.
#pragma once

#include <string_view>
#include <vector>

#include "text/date_words.hpp"
#include "text/dates.hpp"

namespace ruamlint {

/// How a date hangs on the one before it.
enum class DateJoint { none, list, range };

struct ScannedDate {
  DateMention date;
  std::size_t first_token = 0, last_token = 0;  ///< [first, last) in DateScan::tokens
  DateJoint joint = DateJoint::none;
};

struct DateScan {
  std::vector<DateToken> tokens;
  std::vector<ScannedDate> dates;
};

[[nodiscard]] DateScan scan_dates(std::string_view text);

}  // namespace ruamlint
