// The submissions that an office expects: a table with the columns id, agency, parent, category and file, as
// CSV or as the first sheet of an Excel workbook (.xlsx).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/inputs.hpp"

namespace ruamlint {

struct Expected {
  std::string id, agency, parent, category, file;
};

/// Columns in any order, by their English or Thai titles; `file` must be there. Nothing where it is not.
[[nodiscard]] std::optional<std::vector<Expected>> parse_manifest(std::string_view bytes);

/// A file's name as people see it: Thai may be composed in several ways.
[[nodiscard]] std::string name_as_seen(const std::string& name);

/// For each input the index of the expected submission that it is, or -1: of the same name, byte for byte or
/// as the same Thai (NFC), else of the same file name without folders where no other input has that.
[[nodiscard]] std::vector<int> match_manifest(const std::vector<Expected>& expected,
                                              const std::vector<AuditInput>& inputs);

}  // namespace ruamlint
