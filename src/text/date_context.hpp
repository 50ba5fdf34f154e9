// What the words before a date say about it. Internal to text/.
#pragma once

#include <cstddef>
#include <string_view>

namespace ruamlint {

/// Whether the words between `from` and `date_begin`, on the date's own line, name a law, regulation, plan,
/// edition or award whose year the date is. `era_stated`: พ.ศ. or the like is written; laws are dated by it.
[[nodiscard]] bool is_citation(std::string_view text, std::size_t from, std::size_t date_begin,
                               bool era_stated);

/// Whether a word of intention (จะ, แผน, กลยุทธ์, เป้าหมาย, คาดว่า) stands right before `begin`.
[[nodiscard]] bool is_planned(std::string_view text, std::size_t begin);

}  // namespace ruamlint
