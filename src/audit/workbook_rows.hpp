// The first sheet of an Excel workbook as rows of text: enough for a list of submissions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// Whether the bytes begin as a ZIP archive does.
[[nodiscard]] bool is_workbook(std::string_view bytes);

/// Cells as they are stored: texts whole, numbers in the digits of the file, formulas as their last result.
/// Empty rows are left out. No rows where the bytes are no workbook, or one beyond the limits (64 MB of XML a
/// part, a million cells).
[[nodiscard]] std::vector<std::vector<std::string>> rows_of_workbook(std::string_view bytes);

}  // namespace ruamlint
