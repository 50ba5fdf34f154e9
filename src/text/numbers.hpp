// Numbers as people write them in Thai forms: Arabic and Thai digits (also mixed), thousands commas,
// decimals, magnitudes behind the figure (1.5 ล้าน), number words (หนึ่ง, สองร้อยห้าสิบ, ครึ่งหนึ่ง), per cent in all
// spellings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// A number in a text, with the interval that its way of writing stands for: "65.3" is 65.25..65.35,
/// "1,240" is 1239.5..1240.5, "1.5 ล้าน" is 1,450,000..1,550,000.
struct Number {
  std::size_t begin = 0, end = 0;  ///< bytes; sign, magnitude, per-cent word included, unit not
  double value = 0;
  double lowest = 0, highest = 0;  ///< by rounding of the last digit written
  int decimals = 0;                ///< digits behind the decimal point, as written
  bool percent = false;  ///< ร้อยละ X, X %, X เปอร์เซ็นต์ (and its misspellings)
  bool times = false;  ///< X เท่า
  bool word = false;   ///< written in words
  std::string unit;  ///< the classifier behind it as written (คน, ครัวเรือน, บาท), or empty
};

/// All numbers of the text, left to right. `units` is the list of known units (a pack's data); the longest
/// that follows the figure (at most one space between) is taken. Parts of dates and years are *not* told
/// apart here: use dates.hpp first and leave out what lies inside a date. List labels ("1.", "2.1", "๓)") at
/// the start of the text or of a line are left out, and so are numbers inside identifiers, phone numbers and
/// web addresses.
[[nodiscard]] std::vector<Number> find_numbers(std::string_view text, const std::vector<std::string>& units);

/// The whole text as one number ("๑,๒๔๐", "ร้อยละ 65.3", "1,240 คน"), for table cells. False where it is more.
[[nodiscard]] bool parse_number(std::string_view text, const std::vector<std::string>& units, Number& number);

}  // namespace ruamlint
