// The submissions that an office expects: a CSV file with the columns id, agency, parent, category and file.
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
[[nodiscard]] std::optional<std::vector<Expected>> parse_manifest(std::string_view csv);

/// For each input the index of the expected submission that it is, or -1: of the same name, byte for byte or
/// as the same Thai (NFC), else of the same file name without folders where no other input has that.
[[nodiscard]] std::vector<int> match_manifest(const std::vector<Expected>& expected,
                                              const std::vector<AuditInput>& inputs);

}  // namespace ruamlint
