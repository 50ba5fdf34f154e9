// Tables as text, and what keeps spreadsheets from running what a form says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// Rows of fields, as RFC 4180 has them; separated by commas, or by semicolons where the first line has more
/// of those, as spreadsheets write it in some countries. A byte order mark is passed over; bytes stay as they
/// are.
[[nodiscard]] std::vector<std::vector<std::string>> parse_csv(std::string_view text);

/// Before the first line of a file: without it Excel takes Thai for another encoding.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The text, with an apostrophe before what a spreadsheet would run as a formula.
[[nodiscard]] std::string without_formula(std::string text);

/// A line of CSV with its end, fields quoted where they must be.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

}  // namespace ruamlint
