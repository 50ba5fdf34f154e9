// Figures that count nothing: list labels, codes, telephone numbers, addresses. Internal to text/.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/counting_words.hpp"

namespace ruamlint {

/// The end of the list label, code, telephone number or web address that begins at byte `at` of `text`; `at`
/// itself where none does. `at` must be the beginning of a code point that no earlier identifier or number
/// covers.
[[nodiscard]] std::size_t behind_identifier(std::string_view text, std::size_t at,
                                            const CountingWords& words);

}  // namespace ruamlint
