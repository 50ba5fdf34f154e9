// A form's words reduced to what a copy keeps, whoever has typed, scanned or dated it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// The base letters of a text: Thai without marks above and below (which scans lose first), Latin in small
/// letters, every digit as '0' (Thai or Arabic, this year's or last year's), nothing else. `origin[i]` is the
/// byte of the text at which letter i begins.
struct Letters {
  std::u32string letters;
  std::vector<std::uint32_t> origin;
};

[[nodiscard]] Letters letters_of(std::string_view text);

/// Letters in a shingle, the unit that texts are compared by: long enough to be rare, short enough to stand
/// between two of a scan's errors.
inline constexpr std::size_t shingle_letters = 8;

/// A number for each shingle, in the text's order: `numbers[i]` stands for the letters from i on. Fewer than
/// shingle_letters letters have none.
[[nodiscard]] std::vector<std::uint64_t> shingles_of(const std::u32string& letters);

}  // namespace ruamlint
