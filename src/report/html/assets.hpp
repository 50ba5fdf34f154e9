// The page's style sheet and script, built in from report.css and report.js.
#pragma once

#include <string_view>

namespace ruamlint::html {

extern const std::string_view style_sheet;
extern const std::string_view script;

}  // namespace ruamlint::html
