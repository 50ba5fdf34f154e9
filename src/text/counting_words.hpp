// The words that follow a figure: magnitudes, per cent, times, units. Internal to text/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// Looks the words up at a place of the text; the answers are lengths in bytes, 0 where no such word is
/// there. Holds on to the text and the units, which must outlive it.
class CountingWords {
 public:
  CountingWords(std::string_view text, const std::vector<std::string>& units) : text_(text), units_(units) {}

  /// ล้าน, แสน, million; `factor` is what they multiply by. Not พันธุ์, ล้านนา.
  [[nodiscard]] std::size_t magnitude(std::size_t at, double& factor) const;
  [[nodiscard]] std::size_t percent(std::size_t at) const;
  /// เท่า, เท่าตัว; not เท่ากับ, เท่านั้น.
  [[nodiscard]] std::size_t times(std::size_t at) const;
  /// The longest of the units.
  [[nodiscard]] std::size_t unit(std::size_t at) const;
  [[nodiscard]] bool is_any(std::size_t at) const;

 private:
  std::string_view text_;
  const std::vector<std::string>& units_;
};

/// "As much again": เท่าตัว stands for a number of its own.
inline constexpr std::string_view doubled_word = "เท่าตัว";

/// Behind the space or no-break space at `offset`, if one is there.
[[nodiscard]] std::size_t behind_one_space(std::string_view text, std::size_t offset);

}  // namespace ruamlint
