// What the overview's script works on.
#pragma once

#include <string>

#include "overview/overview.hpp"

namespace ruamlint::overview {

/// JSON that can stand inside a script element whatever the forms hold: words in both languages, the pack's
/// rules, and a short list for each form. overview.js describes the lists where it takes them apart.
[[nodiscard]] std::string page_data(const AuditOverview& audit);

}  // namespace ruamlint::overview
