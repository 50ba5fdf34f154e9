#include "text/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "text/counting_words.hpp"
#include "text/identifiers.hpp"
#include "text/number_words.hpp"
#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Words = std::string_view;

constexpr auto percent_heads = std::to_array<Words>({"ร้อยละ", "เปอร์เซ็นต์"});
constexpr Words one_half = "ครึ่งหนึ่ง";
constexpr auto minus_signs = std::to_array<Words>({"-", "−", "–"});
constexpr auto range_signs = std::to_array<Words>({"-", "–", "—", "~", "ถึง"});
/// Without a digit before it, a magnitude is vague: หลายพันคน, some thousand.
constexpr auto vague_heads = std::to_array<Words>({"ร้อย", "พัน", "หมื่น", "แสน", "ล้าน"});
constexpr Words several = "หลาย";

class NumberReader {
 public:
  NumberReader(std::string_view text, const std::vector<std::string>& units)
      : text_(text), words_(text, units) {}

  std::vector<Number> run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (const std::size_t behind = behind_identifier(text_, at, words_); behind > at) {
        at = behind;
      } else if (auto number = read(at)) {
        at = number->end;
        numbers_.push_back(std::move(*number));
      } else {
        at = next_place(at);
      }
    }
    share_in_ranges();
    return std::move(numbers_);
  }

 private:
  /// A figure that could not be read is passed as a whole.
  [[nodiscard]] std::size_t next_place(std::size_t at) const {
    const bool in_figure = digit_value(next_code_point(text_, at)) >= 0;
    while (in_figure && digit_value(code_point_at(text_, at)) >= 0) {
      static_cast<void>(next_code_point(text_, at));
    }
    return at;
  }

  [[nodiscard]] std::optional<Number> read(std::size_t at) const {
    const std::string_view rest = rest_of(text_, at);
    for (const Words head : percent_heads) {
      if (rest.starts_with(head)) {
        return read_behind_percent_head(at, head.size());
      }
    }
    if (rest.starts_with(one_half)) {
      return half_at(at);
    }
    if (rest.starts_with(doubled_word)) {
      return doubled_at(at);
    }
    if (auto figure = read_signed_figure(at)) {
      return figure;
    }
    return read_words(at, false);
  }

  [[nodiscard]] std::optional<Number> read_behind_percent_head(std::size_t at, std::size_t head) const {
    const std::size_t figure_at = behind_blanks(text_, behind_one_space(text_, at + head));
    auto number = read_signed_figure(figure_at);
    if (!number) {
      number = read_words(figure_at, true);
    }
    if (number) {
      number->begin = at;
      number->percent = true;
    }
    return number;
  }

  [[nodiscard]] static Number half_at(std::size_t at) {
    Number number;
    number.begin = at;
    number.end = at + one_half.size();
    number.value = 0.5;
    number.lowest = 0.45;
    number.highest = 0.55;
    number.decimals = 1;
    number.word = true;
    return number;
  }

  /// "เพิ่มขึ้นเท่าตัว": by once as much.
  [[nodiscard]] static Number doubled_at(std::size_t at) {
    Number number;
    number.begin = at;
    number.end = at + doubled_word.size();
    number.value = 1;
    number.lowest = 0.5;
    number.highest = 1.5;
    number.times = true;
    number.word = true;
    return number;
  }

  [[nodiscard]] std::optional<Number> read_signed_figure(std::size_t at) const {
    const std::size_t sign = sign_length(at);
    const auto figure = read_figure(rest_of(text_, at + sign));
    if (!figure) {
      return std::nullopt;
    }
    Number number;
    number.begin = at;
    number.end = at + sign + figure->length;
    number.decimals = figure->decimals;
    const bool negative = sign > 0 && text_[at] != '+';
    finish(number, negative ? -figure->value : figure->value);
    return number;
  }

  /// A sign stands before the figure, and behind nothing that it could join to it.
  [[nodiscard]] std::size_t sign_length(std::size_t at) const {
    static constexpr std::u32string_view openers = U"(:=|";
    const char32_t before = code_point_before(text_, at);
    if (before != 0 && !is_space(before) && openers.find(before) == std::u32string_view::npos) {
      return 0;
    }
    const std::string_view rest = rest_of(text_, at);
    for (const Words minus : minus_signs) {
      if (rest.starts_with(minus)) {
        return minus.size();
      }
    }
    return rest.starts_with('+') ? 1 : 0;
  }

  /// Number words count only with something counted behind them, or ร้อยละ before: สอง begins too many words.
  [[nodiscard]] std::optional<Number> read_words(std::size_t at, bool is_percent) const {
    const auto words = read_number_words(rest_of(text_, at));
    if (!words || is_leading_vowel(code_point_before(text_, at))) {
      return std::nullopt;
    }
    const std::size_t end = at + words->length;
    const char32_t behind = code_point_at(text_, end);
    const bool word_goes_on = is_mark(behind) || behind == U'ะ' || behind == U'า' || behind == U'ำ';
    const bool counts = words_.is_any(behind_one_space(text_, end)) && !is_vague(at);
    if (word_goes_on || !(is_percent || counts)) {
      return std::nullopt;
    }
    Number number;
    number.begin = at;
    number.end = end;
    number.word = true;
    finish(number, words->value);
    return number;
  }

  [[nodiscard]] bool is_vague(std::size_t at) const {
    return text_.substr(0, at).ends_with(several) ||
           std::any_of(vague_heads.begin(), vague_heads.end(),
                       [&](Words head) { return rest_of(text_, at).starts_with(head); });
  }

  /// Takes in what stands behind the figure (magnitude, per cent, times, unit), and sets the value with the
  /// interval of its last digit.
  void finish(Number& number, double figure) const {
    double factor = 1;
    std::size_t at = behind_one_space(text_, number.end);
    if (const std::size_t magnitude = words_.magnitude(at, factor); magnitude > 0) {
      number.end = at + magnitude;
    }
    const double half_step = 0.5 * std::pow(10.0, -number.decimals);
    number.value = figure * factor;
    number.lowest = (figure - half_step) * factor;
    number.highest = (figure + half_step) * factor;

    at = behind_one_space(text_, number.end);
    if (const std::size_t percent = words_.percent(at); percent > 0) {
      number.percent = true;
      number.end = at + percent;
    } else if (const std::size_t times = words_.times(at); times > 0) {
      number.times = true;
      number.end = at + times;
    } else {
      number.unit = text_.substr(std::min(at, text_.size()), words_.unit(at));
    }
  }

  /// In "10-20 คน" and "ร้อยละ 20 - 30" both ends are of one kind.
  void share_in_ranges() {
    const auto is_bare = [](const Number& number) {
      return !number.percent && !number.times && number.unit.empty();
    };
    for (std::size_t i = 1; i < numbers_.size(); ++i) {
      Number& first = numbers_[i - 1];
      Number& second = numbers_[i];
      const std::string_view gap = trimmed(text_.substr(first.end, second.begin - first.end));
      if (std::find(range_signs.begin(), range_signs.end(), gap) == range_signs.end()) {
        continue;
      }
      if (is_bare(first)) {
        first.percent = second.percent;
        first.times = second.times;
        first.unit = second.unit;
      } else if (is_bare(second)) {
        second.percent = first.percent;
      }
    }
  }

  std::string_view text_;
  CountingWords words_;
  std::vector<Number> numbers_;
};

}  // namespace

std::vector<Number> find_numbers(std::string_view text, const std::vector<std::string>& units) {
  return NumberReader(text, units).run();
}

bool parse_number(std::string_view text, const std::vector<std::string>& units, Number& number) {
  const std::string_view inner = trimmed(text);
  const std::vector<Number> numbers = find_numbers(inner, units);
  if (numbers.size() != 1 || numbers[0].begin != 0) {
    return false;
  }
  if (trimmed(inner.substr(numbers[0].end)) != numbers[0].unit) {
    return false;
  }
  const auto shift = static_cast<std::size_t>(inner.data() - text.data());
  number = numbers[0];
  number.begin += shift;
  number.end += shift;
  return true;
}

}  // namespace ruamlint
