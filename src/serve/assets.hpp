// The page, built in. page_html has {{placeholders}}, which server.cpp fills.
#pragma once

#include <string_view>

namespace ruamlint::serve {

extern const std::string_view page_html, page_css, page_js;

}  // namespace ruamlint::serve
