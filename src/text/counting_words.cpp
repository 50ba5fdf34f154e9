#include "text/counting_words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Words = std::string_view;

struct Magnitude {
  Words spelling;
  double factor;
};
// The longest first.
constexpr auto magnitudes = std::to_array<Magnitude>({{"ล้านล้าน", 1e12},
                                                      {"แสนล้าน", 1e11},
                                                      {"หมื่นล้าน", 1e10},
                                                      {"พันล้าน", 1e9},
                                                      {"ร้อยล้าน", 1e8},
                                                      {"สิบล้าน", 1e7},
                                                      {"ล้าน", 1e6},
                                                      {"แสน", 1e5},
                                                      {"หมื่น", 1e4},
                                                      {"พัน", 1e3},
                                                      {"billion", 1e9},
                                                      {"million", 1e6},
                                                      {"thousand", 1e3}});
/// Words that begin like a magnitude: species, mission, bond; Lanna.
constexpr auto false_magnitudes = std::to_array<Words>({"พันธ", "พันท", "พันต", "ล้านนา", "ล้านช้าง"});

constexpr auto percent_words = std::to_array<Words>(
    {"%", "％", "﹪", "เปอร์เซ็นต์", "เปอร์เซนต์", "เปอร์เซ็น", "เปอร์เซน", "เปอร์เซ็นท์", "percent", "per cent"});

constexpr Words times_word = "เท่า";
constexpr auto false_times = std::to_array<Words>(
    {"เท่ากับ", "เท่ากัน", "เท่านั้น", "เท่านี้", "เท่าเทียม", "เท่าไร", "เท่าใด", "เท่าที่", "เท่าๆ", "เท่า ๆ", "เท่าทัน"});

/// A word ends where no mark and, if it is Latin, no letter goes on.
bool is_word_at(std::string_view text, Words word) {
  if (word.empty() || !begins_with_lowered(text, word)) {
    return false;
  }
  const char32_t behind = code_point_at(text, word.size());
  return !is_mark(behind) &&
         !(is_latin_letter(static_cast<unsigned char>(word.back())) && is_latin_letter(behind));
}

bool begins_with_one(std::string_view text, std::span<const Words> words) {
  return std::any_of(words.begin(), words.end(), [&](Words word) { return text.starts_with(word); });
}

/// The length of the longest of `words` that stands at the beginning of `text`.
template <typename List>
std::size_t longest_at(std::string_view text, const List& words) {
  std::size_t longest = 0;
  for (const auto& word : words) {
    if (word.size() > longest && is_word_at(text, word)) {
      longest = word.size();
    }
  }
  return longest;
}

}  // namespace

std::size_t CountingWords::magnitude(std::size_t at, double& factor) const {
  const std::string_view tail = rest_of(text_, at);
  if (begins_with_one(tail, false_magnitudes)) {
    return 0;
  }
  const auto found = std::find_if(magnitudes.begin(), magnitudes.end(),
                                  [&](const Magnitude& m) { return is_word_at(tail, m.spelling); });
  if (found == magnitudes.end()) {
    return 0;
  }
  factor = found->factor;
  return found->spelling.size();
}

std::size_t CountingWords::percent(std::size_t at) const {
  return longest_at(rest_of(text_, at), percent_words);
}

std::size_t CountingWords::times(std::size_t at) const {
  const std::string_view tail = rest_of(text_, at);
  if (!is_word_at(tail, times_word) || begins_with_one(tail, false_times)) {
    return 0;
  }
  return tail.starts_with(doubled_word) ? doubled_word.size() : times_word.size();
}

std::size_t CountingWords::unit(std::size_t at) const {
  const std::string_view tail = rest_of(text_, at);
  // Units are a pack's words and may be written in capitals there: "kWh".
  std::size_t longest = 0;
  for (const std::string& unit : units_) {
    if (unit.size() <= longest || unit.size() > tail.size()) continue;
    const bool as_written = tail[unit.size() - 1] == unit.back() && tail.starts_with(unit) && is_word_at(tail, tail.substr(0, unit.size()));
    if (as_written || is_word_at(tail, unit)) {
      longest = unit.size();
    }
  }
  return longest;
}

bool CountingWords::is_any(std::size_t at) const {
  double factor = 1;
  return magnitude(at, factor) > 0 || percent(at) > 0 || times(at) > 0 || unit(at) > 0;
}

std::size_t behind_one_space(std::string_view text, std::size_t offset) {
  const std::string_view tail = rest_of(text, offset);
  if (tail.starts_with("\u00A0")) {
    return offset + 2;
  }
  return tail.starts_with(' ') ? offset + 1 : offset;
}

}  // namespace ruamlint
