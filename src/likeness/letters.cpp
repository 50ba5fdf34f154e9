#include "likeness/letters.hpp"

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// splitmix64's last step (Steele, Lea and Flood 2014): every bit of the input moves every bit of the result.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

/// 0 where the code point is no letter.
char32_t letter_of(char32_t c) {
  if (digit_value(c) >= 0) return U'0';
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (c >= U'a' && c <= U'z') return c;
  return is_thai(c) && !is_mark(c) ? c : 0;
}

}  // namespace

Letters letters_of(std::string_view text) {
  Letters all;
  all.letters.reserve(text.size() / 3);
  all.origin.reserve(text.size() / 3);
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t letter = letter_of(next_code_point(text, at));
    if (letter == 0) continue;
    all.letters += letter;
    all.origin.push_back(begin);
  }
  return all;
}

std::vector<std::uint64_t> shingles_of(const std::u32string& letters) {
  // A polynomial over a window that moves on, letter by letter.
  constexpr std::uint64_t base = 0x9E3779B97F4A7C15U;
  std::uint64_t leaving = 1;
  for (std::size_t i = 1; i < shingle_letters; ++i) leaving *= base;
  std::vector<std::uint64_t> numbers;
  std::uint64_t window = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i >= shingle_letters) window -= letters[i - shingle_letters] * leaving;
    window = window * base + letters[i];
    if (i + 1 >= shingle_letters) numbers.push_back(mixed(window));
  }
  return numbers;
}

}  // namespace ruamlint
