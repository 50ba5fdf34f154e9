// Automatic numbers as Word writes them (ECMA-376 part 1, 17.18.59, ST_NumberFormat).
#pragma once

#include <string>
#include <string_view>

namespace ruamlint::docx {

/// In front of the examples of a custom format ("custom:001, 002, 003, ...").
inline constexpr std::string_view custom_format = "custom:";

/// `value` in the format of that name: all Thai and Latin ones, the enclosed figures, and custom ones that
/// pad with zeros. Any other (those of other scripts) comes out as decimal, and so does a value that the
/// format cannot show (a Roman zero).
[[nodiscard]] std::string formatted_number(int value, std::string_view format);

}  // namespace ruamlint::docx
