#include "text/number_words.hpp"

#include <array>
#include <cmath>
#include <span>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

struct Word {
  std::string_view spelling;
  int value;
};

constexpr auto digit_words = std::to_array<Word>({{"ศูนย์", 0},
                                                  {"หนึ่ง", 1},
                                                  {"เอ็ด", 1},
                                                  {"สอง", 2},
                                                  {"ยี่", 2},
                                                  {"สาม", 3},
                                                  {"สี่", 4},
                                                  {"ห้า", 5},
                                                  {"หก", 6},
                                                  {"เจ็ด", 7},
                                                  {"แปด", 8},
                                                  {"เก้า", 9}});
constexpr auto power_words =
    std::to_array<Word>({{"สิบ", 10}, {"ร้อย", 100}, {"พัน", 1000}, {"หมื่น", 10'000}, {"แสน", 100'000}});
constexpr std::string_view million = "ล้าน";
constexpr std::string_view twenty = "ยี่";     // only in ยี่สิบ
constexpr std::string_view and_one = "เอ็ด";  // only behind a power
constexpr std::string_view each = "ละ";      // ร้อยละ: per cent

const Word* word_at(std::string_view text, std::span<const Word> words) {
  for (const Word& word : words) {
    if (text.starts_with(word.spelling)) {
      return &word;
    }
  }
  return nullptr;
}

/// Reads digit and power words in turn. `pending` is the digit that waits for its power.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  std::optional<ReadNumber> run() {
    while (read_power() || read_million() || read_digit()) {
    }
    if (length_ == 0) {
      return std::nullopt;
    }
    ReadNumber result;
    result.value = millions_ + below_million_ + (pending_ > 0 ? pending_ : 0);
    result.length = length_;
    return result;
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(length_); }

  bool read_digit() {
    const Word* word = word_at(rest(), digit_words);
    if (word == nullptr || pending_ >= 0) {
      return false;
    }
    const std::string_view behind = rest().substr(word->spelling.size());
    if ((word->spelling == and_one && length_ == 0) ||
        (word->spelling == twenty && !behind.starts_with(power_words[0].spelling))) {
      return false;
    }
    pending_ = word->value;
    length_ += word->spelling.size();
    return true;
  }

  /// Powers fall from left to right; สิบ and the like without a digit stand for one of them.
  bool read_power() {
    const Word* word = word_at(rest(), power_words);
    if (word == nullptr || word->value >= lowest_power_ || pending_ == 0 ||
        rest().substr(word->spelling.size()).starts_with(each)) {
      return false;
    }
    below_million_ += (pending_ > 0 ? pending_ : 1) * word->value;
    pending_ = -1;
    lowest_power_ = word->value;
    length_ += word->spelling.size();
    return true;
  }

  bool read_million() {
    const double count = below_million_ + (pending_ > 0 ? pending_ : 0);
    if (!rest().starts_with(million) || count == 0 || millions_ > 0) {
      return false;
    }
    millions_ = count * 1e6;
    below_million_ = 0;
    pending_ = -1;
    lowest_power_ = 1'000'000;
    length_ += million.size();
    return true;
  }

  std::string_view text_;
  std::size_t length_ = 0;
  double millions_ = 0;
  double below_million_ = 0;
  int pending_ = -1;
  int lowest_power_ = 1'000'000;
};

/// Digits from `offset` on; returns how many, and moves `offset` behind them.
int read_digits(std::string_view text, std::size_t& offset, double& value) {
  int count = 0;
  for (std::size_t next = offset; next < text.size();) {
    const int digit = digit_value(next_code_point(text, next));
    if (digit < 0) {
      break;
    }
    value = value * 10 + digit;
    offset = next;
    ++count;
  }
  return count;
}

}  // namespace

std::optional<ReadNumber> read_figure(std::string_view text) {
  constexpr int most_digits = 15;
  ReadNumber result;
  result.digits = read_digits(text, result.length, result.value);
  if (result.digits == 0) {
    return std::nullopt;
  }
  while (result.digits <= (result.grouped ? most_digits : 3) && text.substr(result.length).starts_with(',')) {
    std::size_t behind = result.length + 1;
    double grown = result.value;
    if (read_digits(text, behind, grown) != 3) {
      break;
    }
    result.value = grown;
    result.length = behind;
    result.digits += 3;
    result.grouped = true;
  }
  if (text.substr(result.length).starts_with('.')) {
    std::size_t behind = result.length + 1;
    double whole = result.value;
    if (const int decimals = read_digits(text, behind, whole); decimals > 0) {
      result.value = whole;
      result.decimals = decimals;
      result.length = behind;
    }
  }
  if (result.digits + result.decimals > most_digits) {
    return std::nullopt;
  }
  result.value /= std::pow(10.0, result.decimals);
  return result;
}

std::optional<ReadNumber> read_number_words(std::string_view text) {
  return WordReader(text).run();
}

}  // namespace ruamlint
