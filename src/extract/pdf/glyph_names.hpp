// What the names that fonts give their glyphs mean.
#pragma once

#include <string_view>

namespace ruamlint::pdf {

/// "uni0E48.low", "u1F600", "maiEk-thai.small": the letter that a name names, 0 for none.
[[nodiscard]] char32_t named_letter(std::string_view name);

}  // namespace ruamlint::pdf
