#include "text/raised.hpp"

#include <array>

#include "text/utf8.hpp"

namespace ruamlint {

std::string raised(std::string_view text) {
  constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const int digit = digit_value(next_code_point(text, offset));
    result += digit >= 0 ? digits.at(static_cast<std::size_t>(digit)) : text.substr(begin, offset - begin);
  }
  return result;
}

}  // namespace ruamlint
