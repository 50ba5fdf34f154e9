#include "extract/pdf/poppler_strings.hpp"

#include "text/utf8.hpp"

namespace ruamlint::pdf {

std::string utf8_of(const Unicode* letters, int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    if (letters[i] >= 0x20 || letters[i] == '\t') append_utf8(text, static_cast<char32_t>(letters[i]));
  return text;
}

std::string text_string(const std::string& raw) {
  Unicode* letters = nullptr;
  const int count = TextStringToUCS4(raw, &letters);
  std::string text = utf8_of(letters, count);
  gfree(letters);
  return valid_utf8(text);
}

std::string text_string(const GooString* raw) {
  return raw != nullptr ? text_string(raw->toStr()) : std::string();
}

}  // namespace ruamlint::pdf
