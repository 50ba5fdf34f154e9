// The overview's style sheet and script, built in from overview.css and overview.js.
#pragma once

#include <string_view>

namespace ruamlint::overview {

extern const std::string_view style_sheet;
extern const std::string_view script;

}  // namespace ruamlint::overview
