#include "facts/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Bound = StatedChange::Bound;

constexpr double vague_share = 0.1;
/// A digit, Thai ones included.
constexpr std::size_t first_bytes = 3;
constexpr auto rate_signs = std::to_array<std::string_view>({"/", "ต่อ", "per"});
constexpr auto tail_vague = std::to_array<std::string_view>({"กว่า", "เศษ"});
constexpr auto range_signs = std::to_array<std::string_view>({"-", "–", "—", "~", "ถึง"});

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A code such as PM2.5 or COVID-19.
bool is_behind_letters(std::string_view text, std::size_t at) {
  if (at > 1 && text[at - 1] == '-') return is_latin(text[at - 2]);
  return at > 0 && is_latin(text[at - 1]);
}

void widen(Number& number, Bound bound) {
  const double slack = std::abs(number.value) * vague_share;
  if (bound == Bound::about || bound == Bound::at_most)
    number.lowest = std::min(number.lowest, number.value - slack);
  if (bound == Bound::about || bound == Bound::at_least) {
    number.highest = std::max(number.highest, number.value + slack);
  }
}

/// "คน/ปี" is "คน" and "ปี".
std::pair<std::string_view, std::string_view> split_rate(std::string_view unit) {
  for (const std::string_view sign : rate_signs) {
    const std::size_t at = unit.find(sign);
    if (at != std::string_view::npos && at > 0) {
      return {trimmed(unit.substr(0, at)), trimmed(unit.substr(at + sign.size()))};
    }
  }
  return {trimmed(unit), {}};
}

}  // namespace

QuantityWords::QuantityWords(const Pack& pack) : pack_(&pack), units_(&pack.words("units")) {
  for (const std::string& line : pack.words("change_unit_factors")) {
    const std::size_t equals = line.find(" = ");
    if (equals == std::string::npos) continue;
    char* behind = nullptr;
    const double factor = std::strtod(line.c_str() + equals + 3, &behind);
    if (factor > 0) scales_[line.substr(0, equals)] = {std::string(trimmed(behind)), factor};
  }
}

QuantityWords::Scale QuantityWords::scale_of(std::string_view unit) const {
  const auto found = scales_.find(std::string(unit));
  return found == scales_.end() ? Scale{std::string(unit), 1} : found->second;
}

bool QuantityWords::agree(std::string_view a, std::string_view b) const {
  const auto [unit_a, rate_a] = split_rate(a);
  const auto [unit_b, rate_b] = split_rate(b);
  if (!rate_a.empty() && !rate_b.empty() && rate_a != rate_b) {
    const Scale one = scale_of(rate_a), other = scale_of(rate_b);
    if (one.base != other.base || one.factor != other.factor) return false;
  }
  return unit_a.empty() || unit_b.empty() || unit_a == unit_b ||
         scale_of(unit_a).base == scale_of(unit_b).base;
}

double QuantityWords::factor(std::string_view from, std::string_view to) const {
  const std::string_view unit = split_rate(from).first, other = split_rate(to).first;
  if (unit.empty() || other.empty() || unit == other) return 1;
  const Scale a = scale_of(unit), b = scale_of(other);
  return a.base == b.base ? a.factor / b.factor : 1;
}

bool QuantityWords::is_place(std::string_view unit) const {
  const std::vector<std::string>& places = pack_->words("change_place_units");
  return std::find(places.begin(), places.end(), split_rate(unit).first) != places.end();
}

void QuantityWords::settle(Figure& figure, std::string_view unit, std::string_view measure) const {
  if (figure.bound != Bound::exact) return;
  const std::vector<std::string>& measured = pack_->words("change_measured_units");
  const std::string base = scale_of(split_rate(unit).first).base;
  const bool is_measured = std::find(measured.begin(), measured.end(), base) != measured.end();
  const bool is_mean = holds_word(measure, pack_->words("change_mean_words"));
  // Few and whole, as "12 ตัน" is, a figure is meant as it stands: half a ton either way would excuse every
  // slip.
  constexpr double few = 100;
  if (!(is_measured || is_mean) || std::abs(figure.number.value) < few)
    figure.number = as_count(figure.number);
}

bool QuantityWords::is_frequency(std::string_view text, std::size_t at) const {
  return word_beginning_at(text, behind_blanks(text, at), pack_->words("change_frequency_words")) > 0;
}

std::size_t QuantityWords::unit_at(std::string_view text, std::size_t at) const {
  const std::size_t unit = word_beginning_at(text, at, *units_);
  if (unit == 0) return 0;
  std::size_t end = at + unit;
  const std::size_t sign_at = behind_blanks(text, end);
  for (const std::string_view sign : rate_signs) {
    if (!text.substr(sign_at).starts_with(sign)) continue;
    const std::size_t rate_at = behind_blanks(text, sign_at + sign.size());
    const std::size_t rate = word_beginning_at(text, rate_at, pack_->words("change_rate_units"));
    // "12 ร้าน / หลัง 30 ร้าน" tells no rate.
    const std::size_t behind = behind_blanks(text, rate_at + rate);
    const bool has_figure = has_digit(text.substr(behind, first_bytes));
    if (rate > 0 && !has_figure) {
      end = rate_at + rate;
    } else if (sign_at == end) {
      end = behind_unknown_rate(text, rate_at, end);
    }
  }
  return end - at;
}

/// "8 คนต่อแนว ...": a short word up to a blank is a rate as well; else `otherwise`.
std::size_t QuantityWords::behind_unknown_rate(std::string_view text, std::size_t at,
                                               std::size_t otherwise) const {
  constexpr std::size_t most_clusters = 8;
  if (word_beginning_at(text, otherwise, pack_->words("change_not_words")) > 0) return otherwise;
  const std::size_t end = std::min(text.find_first_of(" \n,;()", at), text.size());
  const std::string_view word = text.substr(at, end - at);
  if (word.empty() || count_clusters(word) > most_clusters) return otherwise;
  if (word.find_first_of("0123456789") != std::string_view::npos) return otherwise;
  for (const char* list : {"change_to_words", "change_rise_to_words", "change_fall_to_words",
                           "change_rise_words", "change_fall_words"}) {
    if (holds_word(word, pack_->words(list))) return otherwise;
  }
  return end;
}

bool QuantityWords::counts_nothing(std::string_view text, const Number& number) const {
  if (is_behind_letters(text, number.begin)) return true;
  if (number.percent) return false;
  if (word_ending_at(text, number.begin, pack_->words("change_ordinal_words")) > 0) {
    // "เขต 5" is a number of a district, "ชั้น 2" of a floor; with a unit behind it counts: "อยู่ในเขต 5 ราย".
    return number.unit.empty();
  }
  for (const std::string_view sign : rate_signs) {
    const std::string_view before = trimmed(text.substr(0, number.begin));
    if (sign != "/" && before.ends_with(sign) && number.value >= 10) return true;
  }
  return false;
}

Figure QuantityWords::figure_of(std::string_view text, const Number& number) const {
  Figure figure;
  figure.number = number;
  figure.begin = number.begin;
  figure.end = number.end;
  std::size_t at = behind_blanks(text, number.end);
  for (const std::string_view word : tail_vague) {
    if (number.unit.empty() && text.substr(at).starts_with(word)) {
      figure.bound = Bound::at_least;
      figure.end = at + word.size();
      at = behind_blanks(text, figure.end);
    }
  }
  if (number.percent) {
    figure.unit = "ร้อยละ";
  } else if (!number.times) {
    const std::size_t unit = unit_at(text, at);
    const std::size_t points = word_beginning_at(text, at, pack_->words("change_points_words"));
    if (unit > 0 || points > 0) {
      figure.unit = text.substr(at, std::max(unit, points));
      figure.end = at + figure.unit.size();
    } else if (const std::size_t times = word_beginning_at(text, at, pack_->words("change_times_words"));
               times > 0) {
      figure.number.times = !is_frequency(text, at + times);
      figure.end = at + times;
    }
  }
  weigh(text, figure);
  return figure;
}

void QuantityWords::weigh(std::string_view text, Figure& figure) const {
  const auto take = [&](const char* list, Bound bound) {
    const std::size_t length = word_ending_at(text, figure.begin, pack_->words(list));
    const bool is_arrow = length > 0 && figure.begin > length &&
                          (text[figure.begin - length - 1] == '-' || text[figure.begin - length - 1] == '=');
    if (length == 0 || is_arrow) return;
    figure.begin -= length;
    figure.bound = bound;
  };
  take("change_about_words", Bound::about);
  if (figure.bound == Bound::exact) take("change_nearly_words", Bound::at_most);
  if (figure.bound == Bound::exact) take("change_over_words", Bound::at_least);
  widen(figure.number, figure.bound);
}

std::vector<Figure> QuantityWords::find(std::string_view text, const std::vector<DateMention>& dates) const {
  const auto in_date = [&](const Number& number) {
    return std::any_of(dates.begin(), dates.end(), [&](const DateMention& date) {
      return number.begin < date.end && date.begin < number.end;
    });
  };
  std::vector<Figure> figures;
  std::size_t last_end = std::string_view::npos;
  for (const Number& number : find_numbers(text, *units_)) {
    if (in_date(number) || counts_nothing(text, number)) continue;
    figures.push_back(figure_of(text, number));
    if (last_end <= number.begin) {
      const std::string_view gap = trimmed(text.substr(last_end, number.begin - last_end));
      if (std::find(range_signs.begin(), range_signs.end(), gap) != range_signs.end()) {
        figures.back().in_range = true;
        if (figures.size() > 1) figures[figures.size() - 2].in_range = true;
      }
    }
    last_end = number.end;
  }
  learn_units(text, figures);
  return figures;
}

/// A word that stands right behind several bare figures is their unit, known or not: "จาก 210 เคส เหลือ 63
/// เคส".
void QuantityWords::learn_units(std::string_view text, std::vector<Figure>& figures) const {
  constexpr std::size_t most_clusters = 7, most_latin_letters = 14;
  const auto word_behind = [&](const Figure& figure) -> std::string_view {
    if (!figure.unit.empty() || figure.number.percent || figure.number.times) return {};
    const std::size_t begin = behind_blanks(text, figure.end);
    const std::string_view word =
        text.substr(begin, std::min(text.find_first_of(" \n,;:()", begin), text.size()) - begin);
    std::size_t first = 0;
    if (word.empty() || begin - figure.end > 1) return {};
    const char32_t letter = next_code_point(word, first);
    const bool may_be = is_thai(letter) ? count_clusters(word) <= most_clusters
                                        : is_latin(word.front()) && word.size() <= most_latin_letters;
    if (!may_be) return {};
    for (const char* list :
         {"change_to_words", "change_rise_to_words", "change_fall_to_words", "change_rise_words",
          "change_fall_words", "change_after_words", "change_after_labels", "change_fillers",
          "change_from_words", "change_share_words", "change_of_words", "change_before_words"}) {
      if (holds_word(word, pack_->words(list))) return {};
    }
    return word;
  };
  for (Figure& figure : figures) {
    const std::string_view word = word_behind(figure);
    if (word.empty()) continue;
    const auto has_it = [&](const Figure& other) {
      return other.unit == word || (&other != &figure && word_behind(other) == word);
    };
    if (!std::any_of(figures.begin(), figures.end(), has_it)) continue;
    figure.end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
    figure.unit = word;
  }
}

bool QuantityWords::parse(std::string_view text, Figure& figure) const {
  const std::vector<Figure> figures = find(text, {});
  if (figures.size() != 1) return false;
  const std::string_view before = trimmed(text.substr(0, figures[0].begin));
  const std::string_view behind = trimmed(text.substr(figures[0].end));
  if (!before.empty() || !behind.empty()) return false;
  figure = figures[0];
  return true;
}

}  // namespace ruamlint
