#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// Rows of fields, as RFC 4180 has them; separated by commas, or by semicolons where the first line has more
/// of those, as spreadsheets write it in some countries. A byte order mark is passed over; bytes stay as they
/// are.
[[nodiscard]] std::vector<std::vector<std::string>> parse_csv(std::string_view text);

/// A line of CSV, fields quoted where they must be. A field that a spreadsheet would run as a formula gets an
/// apostrophe before it.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

}  // namespace ruamlint
