#include "text/peek.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace ruamlint {

char32_t code_point_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? next_code_point(text, offset) : 0;
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) {
    return 0;
  }
  std::size_t begin = offset - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0u) == 0x80u) {
    --begin;
  }
  return next_code_point(text, begin);
}

std::size_t behind_blanks(std::string_view text, std::size_t offset) {
  const std::size_t next = text.find_first_not_of(' ', offset);
  return next == std::string_view::npos ? text.size() : next;
}

std::string_view rest_of(std::string_view text, std::size_t offset) {
  return text.substr(std::min(offset, text.size()));
}

}  // namespace ruamlint
