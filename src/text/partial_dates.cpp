#include "text/partial_dates.hpp"

#include <utility>

namespace ruamlint {
namespace {

using Shape = PartialDate::Shape;

/// Reads partial dates off the tokens, looking at no context but what belongs to the date itself.
class PartialReader {
 public:
  explicit PartialReader(const DateTokens& tokens) : tokens_(tokens) {}

  /// The partial date that begins at token `i`.
  [[nodiscard]] std::optional<PartialDate> read(std::size_t i) const {
    std::optional<PartialDate> result;
    switch (tokens_.word(i)) {
      case DateWord::number:
        result = read_from_number(i, false);
        break;
      case DateWord::day_cue:
        if (tokens_.is(i + 1, DateWord::number)) {
          result = read_from_number(i + 1, true);
        } else if (tokens_.is(i + 1, DateWord::month)) {  // วันที่ October 1, 2021
          result = read_from_month(i + 1);
        }
        break;
      case DateWord::month_cue:
        result = tokens_.is(i + 1, DateWord::month) ? read_from_month(i + 1) : read_month_of_year(i + 1);
        break;
      case DateWord::month:
        result = read_from_month(i);
        break;
      case DateWord::year_cue:
      case DateWord::buddhist_era:
      case DateWord::gregorian_era:
        result = read_cued_year(i, Shape::year);
        break;
      case DateWord::fiscal_cue:
        result = read_cued_year(i, Shape::fiscal);
        break;
      case DateWord::academic_cue:
        result = read_academic(i);
        break;
      case DateWord::term_cue:
      case DateWord::quarter_cue:
        result = read_numbered_part(i);
        break;
      case DateWord::festival:
        result = read_festival(i);
        break;
      case DateWord::english_cue:
        return read_plain_year(i + 1);
      default:
        break;
    }
    if (result) {
      result->first = i;
    }
    return result;
  }

  /// A year of four digits that needs no cue, before anything that it could count.
  [[nodiscard]] std::optional<PartialDate> read_plain_year(std::size_t i) const {
    if (!tokens_.is(i, DateWord::number) || !is_plain_year(tokens_[i].value, tokens_[i].digits) ||
        tokens_.is_counted(i)) {
      return std::nullopt;
    }
    PartialDate partial = figure_at(i);
    partial.shape = Shape::year;
    partial.year = year_of(tokens_[i].value, 4, Era::unstated);
    return partial;
  }

 private:
  struct ReadYear {
    Year year;
    std::size_t number = 0;  ///< token
    std::size_t next = 0;
    YearPart part = YearPart::whole;
    bool fiscal = false;
  };

  [[nodiscard]] YearPart year_part(std::size_t i) const { return static_cast<YearPart>(tokens_[i].value); }

  [[nodiscard]] PartialDate figure_at(std::size_t i) const {
    PartialDate partial;
    partial.figure = tokens_[i].value;
    partial.digits = tokens_[i].digits;
    partial.first = i;
    partial.last = i + 1;
    return partial;
  }

  [[nodiscard]] static Era era_of(DateWord word) {
    if (word == DateWord::buddhist_era) {
      return Era::buddhist;
    }
    return word == DateWord::gregorian_era ? Era::gregorian : Era::unstated;
  }

  /// [ของ] [ปี] [พ.ศ.] 2566 [B.E.]
  [[nodiscard]] std::optional<ReadYear> read_year(std::size_t i) const {
    ReadYear result;
    i += tokens_.is(i, DateWord::of_word) ? 1 : 0;
    if (tokens_.is(i, DateWord::year_cue) || tokens_.is(i, DateWord::fiscal_cue) ||
        tokens_.is(i, DateWord::academic_cue)) {
      result.part = year_part(i);
      result.fiscal = tokens_.is(i, DateWord::fiscal_cue);
      ++i;
    }
    Era era = era_of(tokens_.word(i));
    i += era != Era::unstated ? 1 : 0;
    i += era != Era::unstated && tokens_.is(i, DateWord::dot) ? 1 : 0;
    if (!tokens_.is(i, DateWord::number)) {
      return std::nullopt;
    }
    result.number = i;
    const DateToken& token = tokens_[i++];
    if (era == Era::unstated && tokens_.is_era(i) && !tokens_.is(i + 1, DateWord::number)) {
      era = era_of(tokens_.word(i++));
    }
    const auto year = year_of(token.value, token.digits, era);
    if (!year || counts_something(result.number, era) || is_decimal(result.number)) {
      return std::nullopt;
    }
    result.year = *year;
    result.next = i;
    return result;
  }

  /// "4 ปี 11 เดือน"; but in "ปี 11 เดือนตุลาคม" the month has its name.
  [[nodiscard]] bool counts_months(std::size_t i) const {
    constexpr int months_a_year = 12;
    return tokens_[i].value < months_a_year && tokens_.is(i + 1, DateWord::month_cue) &&
           !tokens_.is(i + 2, DateWord::month);
  }

  /// "ปี 50 คน": but "ปี 2566 คน..." is a year, and a sentence that goes on.
  [[nodiscard]] bool counts_something(std::size_t i, Era era) const {
    const DateToken& token = tokens_[i];
    if (era == Era::unstated && counts_months(i)) return true;
    const bool surely_year =
        era != Era::unstated || (token.digits == 4 && token.value >= 2540 && token.value < 2600);
    return !surely_year && tokens_.is_counted(i);
  }

  /// "09.30" is a time of day.
  [[nodiscard]] bool is_decimal(std::size_t i) const {
    return tokens_[i].digits == 2 && tokens_.is(i + 1, DateWord::dot) && tokens_.touches_next(i) &&
           tokens_.touches_next(i + 1) && tokens_.is(i + 2, DateWord::number);
  }

  void take_year(PartialDate& partial, const ReadYear& read) const {
    partial.year = read.year;
    partial.figure = tokens_[read.number].value;
    partial.digits = tokens_[read.number].digits;
    partial.year_part = read.part != YearPart::whole ? read.part : partial.year_part;
    partial.last = read.next;
    if (read.fiscal && partial.month >= 10) {  // ตุลาคม ปีงบประมาณ 2566
      --partial.year->gregorian;
    }
  }

  [[nodiscard]] std::optional<PartialDate> read_from_number(std::size_t i, bool is_day_cued) const {
    if (auto date = read_figures(i)) {
      return date;
    }
    if (tokens_.is_era(i + 1) && !tokens_.is(i + 2, DateWord::number)) {  // 2566 B.E.
      return read_cued_year(i, Shape::year);
    }
    if (auto date = read_month_of_year(i)) {
      date->needs_support = true;
      return date;
    }
    if (auto date = read_day_and_month(i, is_day_cued)) {
      return date;
    }
    return figure_at(i);
  }

  /// 1/10/2564, 1-10-2564, 1.10.2564, 2021-10-01; a year of two digits only behind slashes.
  [[nodiscard]] std::optional<PartialDate> read_figures(std::size_t i) const {
    const DateWord sign = tokens_.word(i + 1);
    const bool is_sign = sign == DateWord::slash || sign == DateWord::dash || sign == DateWord::dot;
    if (!is_sign || !tokens_.is(i + 2, DateWord::number) || !tokens_.is(i + 3, sign) ||
        !tokens_.is(i + 4, DateWord::number) || is_part_of_longer_code(i, i + 5)) {
      return std::nullopt;
    }
    const DateToken& first = tokens_[i];
    const DateToken& last = tokens_[i + 4];
    const bool year_first = first.digits == 4;
    const DateToken& year_token = year_first ? first : last;
    const DateToken& day_token = year_first ? last : first;
    const bool plain = is_plain_year(year_token.value, year_token.digits);
    if (!(plain || (year_token.digits == 2 && sign == DateWord::slash)) || day_token.digits > 2 ||
        tokens_[i + 2].digits > 2) {
      return std::nullopt;
    }
    PartialDate partial = figure_at(i);
    partial.year = year_of(year_token.value, year_token.digits, Era::unstated);
    partial.last = i + 5;
    return with_day_and_month(partial, day_token.value, tokens_[i + 2].value, year_first);
  }

  /// Thai dates put the day first. A ค.ศ. date of two small figures may have been written the American way.
  [[nodiscard]] static std::optional<PartialDate> with_day_and_month(PartialDate partial, int day, int month,
                                                                     bool year_first) {
    if (month > 12 && day <= 12 && !year_first) {
      std::swap(day, month);
    } else {
      partial.day_order_unsure = !year_first && partial.year->written_gregorian && day <= 12 && day != month;
    }
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return std::nullopt;
    }
    partial.shape = Shape::day;
    partial.day = day;
    partial.month = month;
    return partial;
  }

  /// All figures and signs of tokens [first, last) touch; so does a sign at either end of a longer code.
  [[nodiscard]] bool is_part_of_longer_code(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i + 1 < last; ++i) {
      if (!tokens_.touches_next(i)) {
        return true;
      }
    }
    // A dash may as well lead from one date to the next: 10/2564-9/2566.
    const auto is_code_sign = [&](std::size_t i) {
      return tokens_.is(i, DateWord::slash) || tokens_.is(i, DateWord::dot) ||
             tokens_.is(i, tokens_[first + 1].word);
    };
    const bool before = first >= 2 && is_code_sign(first - 1) && tokens_.is(first - 2, DateWord::number) &&
                        tokens_.touches_next(first - 2) && tokens_.touches_next(first - 1);
    const bool after = is_code_sign(last) && tokens_.is(last + 1, DateWord::number) &&
                       tokens_.touches_next(last - 1) && tokens_.touches_next(last);
    return before || after;
  }

  /// 10/2564.
  [[nodiscard]] std::optional<PartialDate> read_month_of_year(std::size_t i) const {
    if (!tokens_.is(i, DateWord::number) || !tokens_.is(i + 1, DateWord::slash) ||
        !tokens_.is(i + 2, DateWord::number) || is_part_of_longer_code(i, i + 3) || tokens_[i].digits > 2 ||
        tokens_[i].value < 1 || tokens_[i].value > 12 ||
        !is_plain_year(tokens_[i + 2].value, tokens_[i + 2].digits)) {
      return std::nullopt;
    }
    PartialDate partial = figure_at(i);
    partial.shape = Shape::month;
    partial.month = tokens_[i].value;
    partial.year = year_of(tokens_[i + 2].value, 4, Era::unstated);
    partial.last = i + 3;
    return partial;
  }

  [[nodiscard]] std::optional<PartialDate> read_day_and_month(std::size_t i, bool is_day_cued) const {
    const DateToken& number = tokens_[i];
    std::size_t month = i + 1;
    month +=
        is_day_cued && tokens_.is(month, DateWord::month_cue) ? 1 : 0;  // "3 เดือน ..." is a length of time
    month += tokens_.is(month, DateWord::of_word) ? 1 : 0;
    const bool is_joined = is_joined_by_sign(i, i + 2);
    month += is_joined ? 1 : 0;
    if (!tokens_.is(month, DateWord::month) || number.digits > 2 || number.value < 1 || number.value > 31 ||
        tokens_[month].line_before) {
      return std::nullopt;
    }
    PartialDate partial = figure_at(i);
    partial.shape = Shape::day;
    partial.day = number.value;
    partial.month = tokens_[month].value;
    partial.last = month + 1;
    const bool year_is_joined = is_joined && is_joined_by_sign(month, month + 2);
    if (const auto year = read_year(year_is_joined ? month + 2 : behind_comma(month + 1))) {
      take_year(partial, *year);
    }
    return partial;
  }

  /// The signs of 15-Aug-2019, 15/Aug/2019.
  [[nodiscard]] bool is_joined_by_sign(std::size_t first, std::size_t last) const {
    return (tokens_.is(first + 1, DateWord::dash) || tokens_.is(first + 1, DateWord::slash)) &&
           last < tokens_.size() && tokens_.touches_next(first) && tokens_.touches_next(first + 1);
  }

  [[nodiscard]] std::size_t behind_comma(std::size_t i) const {
    return tokens_.is(i, DateWord::comma) ? i + 1 : i;
  }

  /// ตุลาคม 2564; Oct-2020; October 1, 2021.
  [[nodiscard]] std::optional<PartialDate> read_from_month(std::size_t i) const {
    PartialDate partial;
    partial.shape = Shape::month;
    partial.month = tokens_[i].value;
    partial.first = i;
    partial.last = i + 1;
    const bool is_joined = is_joined_by_sign(i, i + 2) && tokens_[i + 2].digits == 4;
    if (const auto year = read_year(is_joined ? i + 2 : behind_comma(i + 1));
        year && !(tokens_[i].latin && tokens_[year->number].digits == 2)) {
      take_year(partial, *year);
    } else if (tokens_[i].latin && tokens_.is(i + 1, DateWord::number) && tokens_[i + 1].digits <= 2) {
      read_english_day(partial, i + 1);
    }
    return partial;
  }

  void read_english_day(PartialDate& partial, std::size_t i) const {
    const auto year = read_year(behind_comma(i + 1));
    if (year && tokens_[year->number].digits == 4 && tokens_[i].value >= 1 && tokens_[i].value <= 31) {
      partial.shape = Shape::day;
      partial.day = tokens_[i].value;
      take_year(partial, *year);
    }
  }

  [[nodiscard]] std::optional<PartialDate> read_cued_year(std::size_t i, Shape shape) const {
    const bool is_cue = !tokens_.is_era(i) && !tokens_.is(i, DateWord::number);
    const YearPart part = is_cue ? year_part(i) : YearPart::whole;
    const auto year = read_year(is_cue ? i + 1 : i);
    // "late" and "end" are everyday words: only a year in full makes a date of them.
    const bool everyday_word = part != YearPart::whole && tokens_[i].latin;
    if (!year ||
        (everyday_word && !is_plain_year(tokens_[year->number].value, tokens_[year->number].digits))) {
      return std::nullopt;
    }
    PartialDate partial;
    partial.shape = year->fiscal ? Shape::fiscal : shape;
    partial.year_part = part;
    take_year(partial, *year);
    read_trailing_quarter(partial);
    read_trailing_month(partial);
    return partial;
  }

  /// ปี 2565 เดือนมกราคม; not where a range of months goes on.
  void read_trailing_month(PartialDate& partial) const {
    const std::size_t i = partial.last;
    const bool has_month = partial.shape == Shape::year && tokens_.is(i, DateWord::month_cue) &&
                           tokens_.is(i + 1, DateWord::month) && !tokens_.is(i + 2, DateWord::dash) &&
                           !tokens_.is(i + 2, DateWord::to) && !read_year(i + 2);
    if (has_month) {
      partial.shape = Shape::month;
      partial.month = tokens_[i + 1].value;
      partial.last = i + 2;
    }
  }

  /// ปีงบประมาณ 2566 ไตรมาสที่ 2
  void read_trailing_quarter(PartialDate& partial) const {
    const std::size_t i = partial.last;
    const bool has_quarter = tokens_.is(i, DateWord::quarter_cue) && tokens_.is(i + 1, DateWord::number) &&
                             tokens_[i + 1].value >= 1 && tokens_[i + 1].value <= 4 &&
                             !tokens_.is(i + 2, DateWord::slash) && !read_year(i + 2);
    if (has_quarter && partial.shape != Shape::academic) {
      partial.part = tokens_[i + 1].value;
      partial.shape = partial.shape == Shape::fiscal ? Shape::fiscal_quarter : Shape::quarter;
      partial.last = i + 2;
    }
  }

  /// ปีการศึกษา 2566; ปีการศึกษา 1/2566 is a term of it.
  [[nodiscard]] std::optional<PartialDate> read_academic(std::size_t i) const {
    if (auto term = read_part_and_year(i, Shape::term, 3)) {
      return term;
    }
    return read_cued_year(i, Shape::academic);
  }

  /// ไตรมาส 1/2566, ไตรมาสที่ 1 ปีงบประมาณ 2566, ภาคเรียนที่ 2 ปีการศึกษา 2566
  [[nodiscard]] std::optional<PartialDate> read_numbered_part(std::size_t i) const {
    const bool is_term = tokens_[i].word == DateWord::term_cue;
    return read_part_and_year(i, is_term ? Shape::term : Shape::quarter, is_term ? 3 : 4);
  }

  [[nodiscard]] std::optional<PartialDate> read_part_and_year(std::size_t i, Shape shape, int most) const {
    const bool is_named = tokens_[i].value > 0;  // third quarter
    if (!is_named &&
        (!tokens_.is(i + 1, DateWord::number) || tokens_[i + 1].value < 1 || tokens_[i + 1].value > most)) {
      return std::nullopt;
    }
    const int part = is_named ? tokens_[i].value : tokens_[i + 1].value;
    std::size_t at = is_named ? i + 1 : i + 2;
    const bool slash = tokens_.is(at, DateWord::slash);
    at += slash ? 1 : 0;
    at += tokens_.is(at, DateWord::of_word) ? 1 : 0;
    const bool fiscal = tokens_.is(at, DateWord::fiscal_cue);
    const bool cued = slash || fiscal || tokens_.is(at, DateWord::year_cue) ||
                      tokens_.is(at, DateWord::academic_cue) || tokens_.is_era(at);
    const auto year = cued || read_plain_year(at) ? read_year(at) : std::nullopt;
    if (!year) {
      return std::nullopt;
    }
    PartialDate partial;
    partial.shape = fiscal && shape == Shape::quarter ? Shape::fiscal_quarter : shape;
    partial.part = part;
    take_year(partial, *year);
    return partial;
  }

  /// A feast is a date only with its year: วันลอยกระทง ปี 2566, สงกรานต์ 2566.
  [[nodiscard]] std::optional<PartialDate> read_festival(std::size_t i) const {
    const bool cued = tokens_.is(i + 1, DateWord::year_cue) || tokens_.is_era(i + 1);
    const auto year = cued || read_plain_year(i + 1) ? read_year(i + 1) : std::nullopt;
    if (!year) {
      return std::nullopt;
    }
    PartialDate partial;
    partial.shape = Shape::festival;
    partial.part = tokens_[i].value;
    take_year(partial, *year);
    return partial;
  }

  const DateTokens& tokens_;
};

}  // namespace

std::optional<PartialDate> read_partial_date(const DateTokens& tokens, std::size_t i) {
  return PartialReader(tokens).read(i);
}

std::optional<PartialDate> read_plain_year(const DateTokens& tokens, std::size_t i) {
  return PartialReader(tokens).read_plain_year(i);
}

}  // namespace ruamlint
