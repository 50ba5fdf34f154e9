// The label that a heading or a list item begins with: "1.", "๑.๒", "(ก)", "b)", "•", "ส่วนที่ 2".
#pragma once

#include <cstdint>
#include <string_view>

namespace ruamlint::pdf {

struct Label {
  enum class Kind : std::uint8_t { none, bullet, number, thai_letter, latin_letter, roman, word };
  Kind kind = Kind::none;
  std::size_t length = 0;  ///< bytes, with the white space behind it
  int depth = 0;           ///< "1." is 1, "1.1" is 2
  int value = 0;           ///< of the last number or letter, from 1
  bool closed = false;     ///< ends in a sign that says label ("." or ")"); "1.5" may be a figure
  bool bracketed = false;  ///< "(1)" or "1)"

  [[nodiscard]] bool found() const { return kind != Kind::none; }
};

/// The label at the start of `text`.
[[nodiscard]] Label label_of(std::string_view text);

/// Whether two labels are of one list.
[[nodiscard]] bool same_style(const Label& a, const Label& b);

}  // namespace ruamlint::pdf
