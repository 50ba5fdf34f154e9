// --waivers FILE
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "pack/waivers.hpp"

namespace ruamlint {

/// None where no file is named. Throws UsageError where the file is not as it should be.
[[nodiscard]] std::vector<Waiver> waivers_of(const std::string& file, const Session& session);

}  // namespace ruamlint
