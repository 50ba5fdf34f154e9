#include "extract/pdf/glyph_names.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ruamlint::pdf {
namespace {

/// Glyph names of Thai letters in fonts that do not use "uniXXXX", in the order of their codes from U+0E01.
constexpr std::array<std::string_view, 58> thai_names = {
    "kokai",         "khokhai",    "khokhuat", "khokhwai", "khokhon", "khorakhang", "ngongu",    "chochan",
    "choching",      "chochang",   "soso",     "chochoe",  "yoying",  "dochada",    "topatak",   "thothan",
    "thonangmontho", "thophuthao", "nonen",    "dodek",    "totao",   "thothung",   "thothahan", "thothong",
    "nonu",          "bobaimai",   "popla",    "phophung", "fofa",    "phophan",    "fofan",     "phosamphao",
    "moma",          "yoyak",      "rorua",    "ru",       "loling",  "lu",         "wowaen",    "sosala",
    "sorusi",        "sosua",      "hohip",    "lochula",  "oang",    "honokhuk",   "paiyannoi", "saraa",
    "maihanakat",    "saraaa",     "saraam",   "sarai",    "saraii",  "saraue",     "sarauee",   "sarau",
    "sarauu",        "phinthu"};
constexpr std::array<std::string_view, 16> thai_sign_names = {
    "sarae", "saraae", "sarao",  "saraaimaimuan", "saraaimaimalai", "lakkhangyao", "maiyamok", "maitaikhu",
    "maiek", "maitho", "maitri", "maichattawa",   "thanthakhat",    "nikhahit",    "yamakkan", "fongman"};
constexpr char32_t first_thai = 0xE01, first_thai_sign = 0xE40;

}  // namespace

char32_t named_letter(std::string_view name) {
  name = name.substr(0, name.find('.', 1));
  const auto hex = [](std::string_view digits) -> char32_t {
    if (digits.size() < 4 || digits.size() > 6) return 0;
    char32_t value = 0;
    for (const char c : digits) {
      const bool digit = c >= '0' && c <= '9', letter = c >= 'A' && c <= 'F';
      if (!digit && !letter) return 0;
      value = value * 16 + static_cast<char32_t>(digit ? c - '0' : c - 'A' + 10);
    }
    return value;
  };
  if (name.starts_with("uni") && name.size() == 7) return hex(name.substr(3));
  if (name.starts_with("u") && name.size() >= 5) {
    if (const char32_t value = hex(name.substr(1))) return value;
  }
  std::string plain;
  for (const char c : name)
    if (c != '-' && c != '_') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  if (!plain.ends_with("thai")) return 0;
  plain.resize(plain.size() - 4);
  const auto index_in = [&](const auto& names) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), plain) - names.begin());
  };
  if (const std::size_t i = index_in(thai_names); i < thai_names.size())
    return first_thai + static_cast<char32_t>(i);
  if (const std::size_t i = index_in(thai_sign_names); i < thai_sign_names.size())
    return first_thai_sign + static_cast<char32_t>(i);
  return 0;
}

}  // namespace ruamlint::pdf
