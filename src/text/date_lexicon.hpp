// The words that dates are written with: data of the language, nothing of any award. Internal to text/.
#pragma once

#include <span>
#include <string_view>

#include "text/date_words.hpp"

namespace ruamlint {

struct DateKeyword {
  std::string_view spelling;  ///< Latin ones in lower case
  DateWord word = DateWord::other;
  int value = 0;
};
[[nodiscard]] std::span<const DateKeyword> date_keywords();

/// Two letters with dots, either of which is often forgotten: ต.ค., ตค., ต.ค, ตค, ต. ค.
struct DateAbbreviation {
  std::string_view first, second;
  DateWord word = DateWord::other;
  int value = 0;
};
[[nodiscard]] std::span<const DateAbbreviation> date_abbreviations();

/// A feast and the days between which it can fall; the first may lie in the year before the one that it is
/// named by.
struct Festival {
  std::string_view name;
  int years_before = 0;
  int first_month = 0, first_day = 0;
  int last_month = 0, last_day = 0;
};
/// By the value of a `DateWord::festival`.
[[nodiscard]] const Festival& festival(int index);

}  // namespace ruamlint
