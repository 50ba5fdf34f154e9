// The label that stands before a heading or an item of a list: "ส่วนที่ 2", "1.", "๑.๒", "(ก)", "Part A:", "•".
#pragma once

#include <cstddef>
#include <string_view>

namespace ruamlint {

struct Label {
  /// Outermost first.
  enum class Kind { none, part, number, number_2, number_3, number_bracket, bracketed, bullet };
  Kind kind = Kind::none;
  std::size_t end = 0;  ///< byte behind it and the blanks that follow; 0 where there is none
};

[[nodiscard]] Label label_at_start(std::string_view text);

/// Byte behind a label that nothing else can be taken for: a part's, a bullet, or one closed by a stop or a
/// bracket
/// ("40 คน" has none). 0 where there is none, or nothing behind it.
[[nodiscard]] std::size_t behind_closed_label(std::string_view text);

}  // namespace ruamlint
