// Figures and number words at one place of a text: what numbers.hpp and the durations of dates.hpp share.
// Internal to text/.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ruamlint {

/// A number read from the beginning of a text.
struct ReadNumber {
  double value = 0;
  int decimals = 0;        ///< digits behind the decimal point
  std::size_t length = 0;  ///< bytes
  bool grouped = false;    ///< with thousands commas
  int digits = 0;          ///< digits before the decimal point
};

/// Arabic or Thai digits, also mixed, with commas for thousands ("1,240", but of "1,24" only the 1) and a
/// decimal point. Nothing for more digits than a double holds exactly.
[[nodiscard]] std::optional<ReadNumber> read_figure(std::string_view text);

/// Thai number words (สิบเอ็ด, สองร้อยห้าสิบ, สามล้านห้าแสน), the longest that begins here. The words run into
/// others (ห้าง, พันธุ์, สามารถ): the caller has to see that what follows is something counted.
[[nodiscard]] std::optional<ReadNumber> read_number_words(std::string_view text);

}  // namespace ruamlint
