// Facts as values of the JSON report.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "facts/facts.hpp"

namespace ruamlint {

[[nodiscard]] nlohmann::ordered_json evidence_json(const std::vector<Evidence>& evidence);
[[nodiscard]] nlohmann::ordered_json facts_json(const Facts& facts);

}  // namespace ruamlint
