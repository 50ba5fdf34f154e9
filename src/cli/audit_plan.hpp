// OUT/plan.json: an audit that several machines share. docs/audit.md describes it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/audit_job.hpp"

namespace ruamlint {

struct SharedPlan {
  AuditOptions options;  ///< paths made absolute; `output`, `quiet` and the number of jobs are each run's own
  Language language = Language::th;
  std::string settings;  ///< digest of what results depend on: all shares must agree
  std::vector<AuditInput> inputs;
  std::vector<std::uint64_t> sizes;  ///< of each input, in bytes
};

[[nodiscard]] std::string encode_plan(const SharedPlan& plan);
/// Nothing where the text is no plan.
[[nodiscard]] std::optional<SharedPlan> decode_plan(const std::string& text);

}  // namespace ruamlint
