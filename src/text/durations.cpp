// Lengths of time: "1 ปี 6 เดือน", "กว่าสามปี", "18 months".
#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <optional>
#include <string>

#include "text/dates.hpp"
#include "text/duration_words.hpp"
#include "text/number_words.hpp"
#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Words = std::string_view;

constexpr int months_a_year = 12;
/// Longer ones are no length of any work; and 2566 ปี is a year out of its place.
constexpr double most_years = 200;

constexpr Words year_word = "ปี";
constexpr Words half_word = "ครึ่ง";
constexpr Words year_number = "ปีที่";  // "in year": ปีที่ 3
constexpr Words or_older = "ขึ้นไป";

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return static_cast<char>(ascii_lower(static_cast<unsigned char>(c))); });
  return result;
}

/// "3 ปี", "6 เดือน", "1-2 ปี", in months.
struct Part {
  double least = 0, most = 0;
  std::size_t begin = 0, end = 0;
  bool years = false;
};

class DurationReader {
 public:
  explicit DurationReader(std::string_view text)
      : original_(text), lowered_(lowered(text)), text_(lowered_) {}

  std::vector<DurationMention> run() {
    for (std::size_t at = 0; at < text_.size();) {
      auto found = read(at);
      at = found ? found->end : next_place(at);
      if (found && is_length_of_time(*found)) {
        found->plan = ends_with_plan(before(found->begin));
        mentions_.push_back(*found);
      }
    }
    return std::move(mentions_);
  }

 private:
  [[nodiscard]] std::string_view rest(std::size_t at) const { return rest_of(text_, at); }

  /// The text before `at`, from the end of the last mention on.
  [[nodiscard]] std::string_view before(std::size_t at) const {
    const std::size_t from = mentions_.empty() ? 0 : std::min(mentions_.back().end, at);
    return text_.substr(from, at - from);
  }

  /// A figure is passed as a whole.
  [[nodiscard]] std::size_t next_place(std::size_t at) const {
    if (const auto figure = read_figure(rest(at))) {
      return at + figure->length;
    }
    static_cast<void>(next_code_point(text_, at));
    return at;
  }

  [[nodiscard]] std::optional<DurationMention> read(std::size_t at) const {
    if (auto year = read_year_number(at)) {
      return year;
    }
    auto part = read_bare_year(at);
    if (!part) {
      part = read_part(at);
    }
    if (!part) {
      return std::nullopt;
    }
    add_months(*part);
    return bounded(*part);
  }

  // ---- The figure and its unit ----

  [[nodiscard]] std::optional<Part> read_part(std::size_t at) const {
    const auto number = read_number(at);
    if (!number) {
      return std::nullopt;
    }
    Part part;
    part.begin = at;
    std::size_t behind = at + number->length;
    double most = number->value;
    if (const auto upper = read_upper_figure(behind)) {
      most = upper->value;
      behind += upper->length;
    }
    const std::size_t half = half_more(rest(behind));
    behind += half;
    most += half > 0 ? 0.5 : 0;
    if (!read_unit(behind, part) || is_year_cue(behind, part) || most < number->value ||
        most > most_years * (part.years ? 1 : months_a_year)) {
      return std::nullopt;
    }
    const int months = part.years ? months_a_year : 1;
    part.least = (half > 0 ? most : number->value) * months;
    part.most = most * months;
    read_remainder(part);
    return part;
  }

  [[nodiscard]] std::optional<ReadNumber> read_number(std::size_t at) const {
    if (auto figure = read_figure(rest(at))) {
      return begins_figure(at) ? figure : std::nullopt;
    }
    if (auto words = read_number_words(rest(at))) {
      return words;
    }
    int value = 0;
    const std::size_t length =
        is_latin_letter(code_point_before(text_, at)) ? 0 : english_number(rest(at), value);
    if (length == 0) {
      return std::nullopt;
    }
    ReadNumber number;
    number.value = value;
    number.length = length;
    return number;
  }

  /// Not in the middle of a code or a decimal.
  [[nodiscard]] bool begins_figure(std::size_t at) const {
    static constexpr std::u32string_view joints = U"./,";
    const char32_t ahead = code_point_before(text_, at);
    return !is_latin_letter(ahead) && joints.find(ahead) == std::u32string_view::npos;
  }

  /// The 2 of "1-2 ปี", "1 ถึง 2 ปี"; its length includes what lies before it.
  [[nodiscard]] std::optional<ReadNumber> read_upper_figure(std::size_t at) const {
    static constexpr auto joints = std::to_array<Words>({"-", "–", "ถึง", "to "});
    const std::size_t joint_at = behind_blanks(text_, at);
    for (const Words joint : joints) {
      if (!rest(joint_at).starts_with(joint)) {
        continue;
      }
      const std::size_t number_at = behind_blanks(text_, joint_at + joint.size());
      if (auto figure = read_figure(rest(number_at))) {
        figure->length += number_at - at;
        return figure;
      }
    }
    return std::nullopt;
  }

  /// Behind blanks, or behind the hyphen of "3-year".
  bool read_unit(std::size_t at, Part& part) const {
    const std::size_t unit_at = rest(at).starts_with('-') ? at + 1 : behind_blanks(text_, at);
    const std::size_t year = year_unit(rest(unit_at));
    const std::size_t length = year > 0 ? year : month_unit(rest(unit_at));
    part.years = year > 0;
    part.end = unit_at + length;
    return length > 0;
  }

  /// "ไตรมาสที่ 3 ปีงบประมาณ 2566", "รุ่นที่ 3 ปี 2566": the ปี begins a date. In "สามปี 2567 - 2570" it is part of
  /// both.
  [[nodiscard]] bool is_year_cue(std::size_t figure_end, const Part& part) const {
    const std::size_t unit_begin = behind_blanks(text_, figure_end);
    return part.years && unit_begin > figure_end &&
           std::any_of(dates().begin(), dates().end(),
                       [&](const DateMention& date) { return date.begin == unit_begin; });
  }

  /// ปีครึ่ง, ปีเศษ, ครึ่งปี: one year, or half of one, without a figure.
  [[nodiscard]] std::optional<Part> read_bare_year(std::size_t at) const {
    Part part;
    part.begin = at;
    part.years = true;
    if (const std::size_t half = half_year(rest(at)); half > 0) {
      part.least = part.most = months_a_year / 2.0;
      part.end = at + half;
      const bool names_a_half = rest(part.end).starts_with("แรก") || rest(part.end).starts_with("หลัง");
      return names_a_half ? std::nullopt : std::optional(part);
    }
    if (!rest(at).starts_with(year_word)) {
      return std::nullopt;
    }
    part.least = part.most = months_a_year;
    part.end = at + year_word.size();
    return read_remainder(part) ? std::optional(part) : std::nullopt;
  }

  /// "And a half", "and a bit" right behind the unit: from the years named to less than one more.
  bool read_remainder(Part& part) const {
    const double unit = part.years ? months_a_year : 1;
    if (const std::size_t half = half_more(rest(part.end)); half > 0) {
      part.least = part.most = part.most + unit / 2;
      part.end += half;
      return true;
    }
    if (rest(part.end).starts_with(half_word)) {
      part.least = part.most = part.most + unit / 2;
      part.end += half_word.size();
      return true;
    }
    const std::size_t length = remainder_word(rest(part.end));
    part.most += length > 0 ? unit - 1 : 0;
    part.end += length;
    return length > 0;
  }

  /// The months of "1 ปี 6 เดือน", "1 year and 6 months".
  void add_months(Part& part) const {
    static constexpr auto joints = std::to_array<Words>({"และ", "กับ", "and "});
    if (!part.years) {
      return;
    }
    std::size_t at = behind_blanks(text_, part.end);
    for (const Words joint : joints) {
      if (rest(at).starts_with(joint)) {
        at = behind_blanks(text_, at + joint.size());
      }
    }
    const auto number = read_number(at);
    Part months;
    if (number && number->value < months_a_year && read_unit(at + number->length, months) && !months.years) {
      part.least += number->value;
      part.most += number->value;
      part.end = months.end;
    }
  }

  /// "ดำเนินการเป็นปีที่ 3": two years are over, the third is not. Not a school year, nor "ปีที่ 3 (2566)", a label;
  /// of ปีที่ 1 nothing is known.
  [[nodiscard]] std::optional<DurationMention> read_year_number(std::size_t at) const {
    if (!rest(at).starts_with(year_number)) {
      return std::nullopt;
    }
    const std::size_t number_at = behind_blanks(text_, at + year_number.size());
    const auto number = read_number(number_at);
    if (!number || number->decimals > 0 || number->value < 2 || number->value > most_years) {
      return std::nullopt;
    }
    DurationMention mention;
    mention.begin = at;
    mention.end = number_at + number->length;
    mention.most_months = static_cast<int>(number->value) * months_a_year;
    mention.least_months = mention.most_months - months_a_year;
    const bool is_label = rest(behind_blanks(text_, mention.end)).starts_with('(');
    return is_label || ends_with_school(before(at)) ? std::nullopt : std::optional(mention);
  }

  // ---- What the words around it say ----

  [[nodiscard]] DurationMention bounded(const Part& part) const {
    DurationMention mention;
    mention.begin = part.begin;
    mention.end = part.end;
    const std::string_view head = without_blanks_behind(before(part.begin));
    const BoundWord word = bound_before(head);
    if (word.length > 0) {
      mention.begin = static_cast<std::size_t>(head.data() - text_.data()) + head.size() - word.length;
    }
    DurationBound bound = word.bound;
    const std::size_t behind = behind_blanks(text_, part.end);
    if (const BoundWord last = bound_behind(rest(behind)); last.length > 0) {
      bound = last.bound;
      mention.end = behind + last.length;
    }
    set_months(part, bound, mention);
    return mention;
  }

  static void set_months(const Part& part, DurationBound bound, DurationMention& mention) {
    constexpr double rounding = 0.001;
    const auto least = static_cast<int>(std::floor(part.least + rounding));
    const auto most = static_cast<int>(std::floor(part.most + rounding));
    const int slack = part.years ? months_a_year / 2 : 1;
    mention.least_months = least;
    mention.most_months = most;
    switch (bound) {
      case DurationBound::exact:
        break;
      case DurationBound::at_least:
        mention.open_above = true;
        mention.most_months = INT_MAX;
        break;
      case DurationBound::below:
        mention.least_months = 0;
        mention.most_months = std::max(most - 1, 0);
        break;
      case DurationBound::at_most:
        mention.least_months = 0;
        break;
      case DurationBound::about:
        mention.least_months = std::max(least - slack, 0);
        mention.most_months = most + slack;
        break;
    }
  }

  [[nodiscard]] bool is_length_of_time(const DurationMention& mention) const {
    const std::string_view head = before(mention.begin);
    return !ends_with_frequency(head) && !is_age(mention, head) && !is_in_date(mention);
  }

  [[nodiscard]] bool is_age(const DurationMention& mention, std::string_view head) const {
    constexpr int least_age_months = 15 * months_a_year;
    const std::string_view behind = rest(behind_blanks(text_, mention.end));
    const bool is_age_limit = text_.substr(0, mention.end).ends_with(or_older) &&  // 60 ปีขึ้นไป
                              mention.least_months >= least_age_months;
    return is_age_limit || behind.starts_with("old") || behind.starts_with("of age") || ends_with_age(head);
  }

  /// "ปี 64 ปี 65": the first figure belongs to a year, not to the word behind it.
  [[nodiscard]] bool is_in_date(const DurationMention& mention) const {
    return std::any_of(dates().begin(), dates().end(), [&](const DateMention& date) {
      return date.begin <= mention.begin && mention.begin < date.end;
    });
  }

  [[nodiscard]] const std::vector<DateMention>& dates() const {
    if (!dates_) {
      dates_ = find_dates(original_);
    }
    return *dates_;
  }

  std::string_view original_;
  std::string lowered_;    ///< Latin letters in lower case, all bytes where they were
  std::string_view text_;  ///< of `lowered_`
  std::vector<DurationMention> mentions_;
  mutable std::optional<std::vector<DateMention>> dates_;  ///< read when first asked for
};

bool names_a_unit(std::string_view text) {
  const auto contains = [&](Words word) { return text.find(word) != std::string_view::npos; };
  return contains(year_word) || contains("เดือน") || contains("ear") || contains("onth") || contains("YEAR") ||
         contains("MONTH");
}

}  // namespace

std::vector<DurationMention> find_durations(std::string_view text) {
  return names_a_unit(text) ? DurationReader(text).run() : std::vector<DurationMention>{};
}

}  // namespace ruamlint
