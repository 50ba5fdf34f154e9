// One row for every submission: those that came, those that did not, those that nobody expected.
#pragma once

#include <string>
#include <vector>

#include "audit/manifest.hpp"
#include "audit/record.hpp"

namespace ruamlint {

struct OverviewRow {
  std::string status;    ///< checked, could_not_check, doubled, missing
  bool expected = true;  ///< false: extra, where there is a manifest
  Expected submission;   ///< from the manifest; empty without one
  std::string name;      ///< empty where the file is missing
  std::string same_as;   ///< the first file of the same bytes, for `doubled`
  std::string reason;    ///< of could_not_check, in words
  std::string report;    ///< path of the form's report below OUT; empty where there is none
  AuditRecord record;
};

/// `rules`: the columns. UTF-8 with a byte order mark, so that Excel takes Thai for what it is.
[[nodiscard]] std::string overview_csv(const std::vector<OverviewRow>& rows,
                                       const std::vector<std::string>& rules);

}  // namespace ruamlint
