// Raised figures ("m²", a note's number) as characters.
#pragma once

#include <string>
#include <string_view>

namespace ruamlint {

/// Raised digits, Thai ones too, as the characters made for them, so that "45" with a raised "1" is not 451;
/// letters and signs stay as they are.
[[nodiscard]] std::string raised(std::string_view text);

}  // namespace ruamlint
