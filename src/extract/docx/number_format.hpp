// Automatic numbers as Word writes them (ECMA-376 part 1, 17.18.59, ST_NumberFormat).
#pragma once

#include <string>
#include <string_view>

namespace ruamlint::docx {

/// `value` in the format of that name: decimal, decimalZero, ordinal, lowerLetter, upperLetter, lowerRoman,
/// upperRoman, thaiNumbers, thaiLetters, thaiCounting, numberInDash, none. Any other comes out as decimal,
/// and so does a value that the format cannot show (a Roman zero).
[[nodiscard]] std::string formatted_number(int value, std::string_view format);

}  // namespace ruamlint::docx
