#include "text/date_scan.hpp"

#include <algorithm>
#include <optional>

#include "text/calendar.hpp"
#include "text/date_context.hpp"
#include "text/date_lexicon.hpp"
#include "text/partial_dates.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Shape = PartialDate::Shape;

// ---- A chain of partial dates, each joined to the one before it
// -----------------------------------------------

struct Separator {
  DateJoint joint = DateJoint::none;
  bool slash = false;
  std::size_t next = 0;
};

Separator read_separator(const DateTokens& tokens, std::size_t i) {
  if (tokens.is(i, DateWord::and_word) &&
      (tokens.is(i + 1, DateWord::to) || tokens.is(i + 1, DateWord::finish))) {
    return {DateJoint::range, false, i + 2};
  }
  const bool same_line = i < tokens.size() && !tokens[i].line_before;
  switch (tokens.word(i)) {
    case DateWord::to:
    case DateWord::finish:
      return {DateJoint::range, false, i + 1};
    case DateWord::dash:  // at the beginning of a line it is a bullet
      return {same_line ? DateJoint::range : DateJoint::none, false, i + 1};
    case DateWord::slash:
      return {same_line ? DateJoint::range : DateJoint::none, true, i + 1};
    case DateWord::and_word:
    case DateWord::comma:
      return {same_line ? DateJoint::list : DateJoint::none, false,
              tokens.is(i + 1, DateWord::and_word) ? i + 2 : i + 1};
    default:
      return {};
  }
}

std::vector<PartialDate> read_chain(const DateTokens& tokens, std::size_t i) {
  std::vector<PartialDate> chain;
  DateJoint joint = DateJoint::none;
  bool slash = false;
  constexpr std::size_t longest_chain = 64;  // a column of figures with commas is no list of dates
  while (chain.size() < longest_chain) {
    auto partial = read_partial_date(tokens, i);
    if (!partial) {
      break;
    }
    partial->joint = joint;
    partial->slash_joint = slash;
    chain.push_back(*partial);
    const Separator separator = read_separator(tokens, partial->last);
    if (separator.joint == DateJoint::none) {
      break;
    }
    joint = separator.joint;
    slash = separator.slash;
    i = separator.next;
  }
  return chain;
}

/// "ต.ค. - ก.พ. 2567" crosses the turn of the year: nobody writes a range backwards without saying so.
Year lent_year(const PartialDate& from, int month, DateJoint joint) {
  Year year = *from.year;
  if (joint == DateJoint::range && month > from.month) {
    --year.gregorian;
    year.ambiguous = true;
  }
  return year;
}

/// Right to left: a day lacks its month and year, a month its year, and has them from the next.
void lend_backwards(std::vector<PartialDate>& chain) {
  for (std::size_t i = chain.size(); i-- > 1;) {
    const PartialDate& next = chain[i];
    PartialDate& partial = chain[i - 1];
    if (!next.year || next.slash_joint || (next.shape != Shape::day && next.shape != Shape::month)) {
      continue;
    }
    const bool is_day = partial.shape == Shape::figure && next.shape == Shape::day && partial.digits <= 2 &&
                        partial.figure >= 1 && partial.figure <= 31;
    if (is_day) {
      partial.shape = Shape::day;
      partial.day = partial.figure;
      partial.month = next.month;
      partial.year = next.year;
    } else if ((partial.shape == Shape::day || partial.shape == Shape::month) && !partial.year) {
      partial.year = lent_year(next, partial.month, next.joint);
    }
  }
}

/// The year that a bare figure is because the one before it was a year: 2565 - 2567, 2565–67, 65/66.
std::optional<Year> followed_year(const PartialDate& before, const PartialDate& figure, bool counted) {
  if (figure.digits == 4 && is_plain_year(figure.figure, 4) && !counted) {
    const auto year = year_of(figure.figure, 4, Era::unstated);
    return year->written_gregorian == before.year->written_gregorian ? year : std::nullopt;
  }
  if (figure.digits != 2 || counted) {
    return std::nullopt;
  }
  if (before.digits == 4) {
    const int written = before.figure / 100 * 100 + figure.figure;
    const bool follows =
        figure.joint == DateJoint::range && written > before.figure && written - before.figure <= 20;
    return follows ? year_of(written, 4, Era::unstated) : std::nullopt;
  }
  const auto year =
      year_of(figure.figure, 2, before.year->written_gregorian ? Era::gregorian : Era::buddhist);
  const int gap = year->gregorian - before.year->gregorian;
  return gap > 0 && gap <= 20 ? year : std::nullopt;
}

/// Left to right: a bare figure behind a year is a year of the same kind.
void lend_forwards(std::vector<PartialDate>& chain, const DateTokens& tokens) {
  for (std::size_t i = 1; i < chain.size(); ++i) {
    const PartialDate& before = chain[i - 1];
    PartialDate& partial = chain[i];
    if (partial.shape != Shape::figure || !before.year) {
      continue;
    }
    const bool behind_month = before.shape == Shape::month && partial.digits == 4 &&
                              partial.joint == DateJoint::range && !partial.slash_joint;
    if (!before.is_span_of_years() && !behind_month) {
      continue;
    }
    if (const auto year = followed_year(before, partial, tokens.is_counted(partial.last - 1))) {
      partial.shape = behind_month ? Shape::year : before.shape;
      partial.year = year;
      partial.year->era_stated = before.year->era_stated;
      partial.year->ambiguous = before.year->ambiguous;
      partial.needs_support = before.needs_support;
    }
  }
}

// ---- What a date without a cue needs
// -----------------------------------------------------------------------------

class Support {
 public:
  Support(std::string_view text, const DateTokens& tokens) : text_(text), tokens_(tokens) {}

  /// Whether the first date of a chain, written without any cue, is one by what stands around the chain.
  [[nodiscard]] bool has(const std::vector<PartialDate>& chain, std::size_t last) const {
    const std::size_t first = chain.front().first;
    const bool is_month = chain.front().month > 0;
    if (is_month && is_ordinal(first)) {
      return false;
    }
    const bool is_range = chain.size() > 1 && chain[1].joint == DateJoint::range;
    return (first > 0 && is_cue(first - 1)) || (is_range && !is_in_code(first, last)) ||
           runs_to_present(last) || is_alone(first, last) ||
           (is_cued_from_afar(first) && (is_month || ends_line(last)));
  }

 private:
  /// ครั้งที่ 1/2566 - 3/2566: numbers of meetings.
  [[nodiscard]] bool is_ordinal(std::size_t first) const {
    const std::size_t end = first == 0 ? 0 : tokens_[first - 1].end;
    return text_.substr(0, end).ends_with("ที่");
  }

  [[nodiscard]] bool is_cue(std::size_t i) const {
    return tokens_.is(i, DateWord::since) || tokens_.is(i, DateWord::start) ||
           tokens_.is(i, DateWord::between) || tokens_.is(i, DateWord::by) || tokens_.is(i, DateWord::finish);
  }

  /// เริ่มดำเนินการ 10/2564
  [[nodiscard]] bool is_cued_from_afar(std::size_t first) const {
    return first >= 2 && is_cue(first - 2) && tokens_.is(first - 1, DateWord::other) &&
           !tokens_[first].line_before;
  }

  [[nodiscard]] bool ends_line(std::size_t last) const {
    return last >= tokens_.size() || tokens_[last].line_before;
  }

  [[nodiscard]] bool is_in_code(std::size_t first, std::size_t last) const {
    const auto is_sign = [&](std::size_t i) {
      return tokens_.is(i, DateWord::dash) || tokens_.is(i, DateWord::slash) || tokens_.is(i, DateWord::dot);
    };
    const bool glued_before = first > 0 && is_sign(first - 1) && !tokens_[first].space_before;
    const bool glued_after =
        is_sign(last) && !tokens_[last].space_before && tokens_.is(last + 1, DateWord::number);
    return glued_before || glued_after;
  }

  /// 2564 - ปัจจุบัน
  [[nodiscard]] bool runs_to_present(std::size_t last) const {
    const bool joined = tokens_.is(last, DateWord::to) || tokens_.is(last, DateWord::finish) ||
                        tokens_.is(last, DateWord::dash);
    return (joined && tokens_.is(last + 1, DateWord::present)) || tokens_.is(last, DateWord::ever_since);
  }

  /// Alone on its line ("2566", "2564 (ก่อน)"), or alone in the parentheses of a short one ("ก่อน (2564)").
  [[nodiscard]] bool is_alone(std::size_t first, std::size_t last) const {
    const bool starts_line = first == 0 || tokens_[first].line_before;
    if (starts_line && (ends_line(last) || tokens_.is(last, DateWord::open))) {
      return ends_line(last) || closes_line(last);
    }
    constexpr std::size_t short_line_bytes = 90;
    return first > 0 && tokens_.is(first - 1, DateWord::open) && tokens_.is(last, DateWord::close) &&
           text_.size() <= short_line_bytes;
  }

  /// Whether the line ends with the parenthesis that opens at token `i`.
  [[nodiscard]] bool closes_line(std::size_t i) const {
    while (i < tokens_.size() && !tokens_.is(i, DateWord::close)) {
      if (tokens_[i].word == DateWord::number) {
        return false;
      }
      ++i;
    }
    return ends_line(i + 1);
  }

  std::string_view text_;
  const DateTokens& tokens_;
};

// ---- From partial dates to mentions
// -------------------------------------------------------------------------------

void set_range(DateMention& date, const PartialDate& partial) {
  const int year = partial.year->gregorian;
  switch (partial.shape) {
    case Shape::figure:
    case Shape::day:
      if (is_day(year, partial.month, partial.day)) {
        date.range = day_range(year, partial.month, partial.day);
        date.precision = DatePrecision::day;
      } else {  // 31 มิ.ย.: the month is as sure as the day is not
        date.range = month_range(year, partial.month);
        date.precision = DatePrecision::month;
        date.ambiguous = true;
      }
      break;
    case Shape::month:
      date.range = month_range(year, partial.month);
      date.precision = DatePrecision::month;
      break;
    case Shape::year:
      date.range = part_of(year_range(year), partial.year_part);
      date.precision = DatePrecision::year;
      break;
    case Shape::fiscal:
      date.range = part_of(fiscal_year_range(year), partial.year_part);
      date.precision = DatePrecision::fiscal_year;
      break;
    case Shape::academic:
      date.range = academic_year_range(year);
      date.precision = DatePrecision::year;
      date.approximate = true;
      break;
    case Shape::term:
      date.range = academic_term_range(year, partial.part);
      date.precision = DatePrecision::season;
      date.approximate = true;
      break;
    case Shape::quarter:  // of which year, the calendar's or the budget's, is not said
      date.range = united(fiscal_quarter_range(year, partial.part),
                          months_range(year, 3 * partial.part - 2, 3 * partial.part));
      date.precision = DatePrecision::quarter;
      date.ambiguous = true;
      break;
    case Shape::fiscal_quarter:
      date.range = fiscal_quarter_range(year, partial.part);
      date.precision = DatePrecision::quarter;
      break;
    case Shape::festival: {
      const Festival& feast = festival(partial.part);
      date.range = {day_range(year - feast.years_before, feast.first_month, feast.first_day).earliest,
                    day_range(year, feast.last_month, feast.last_day).latest};
      date.precision = DatePrecision::season;
      date.approximate = true;
      break;
    }
  }
}

/// The halves of a year are exact, "early" is not.
bool is_approximate(YearPart part) {
  return part != YearPart::whole && part != YearPart::first_half && part != YearPart::second_half;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text)
      : text_(text), words_(date_tokens(text)), tokens_(words_), support_(text, tokens_) {}

  DateScan run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t behind = take_chain(i);
      i = std::max(behind, i + 1);
    }
    return {std::move(words_), std::move(dates_)};
  }

 private:
  /// Takes the dates of the chain that begins at token `i`; the token behind the last one taken.
  std::size_t take_chain(std::size_t i) {
    std::vector<PartialDate> chain = read_chain(tokens_, i);
    if (chain.empty()) {
      return i;
    }
    lend_backwards(chain);
    read_leading_figure(chain);
    lend_forwards(chain, tokens_);
    const auto first_without =
        std::find_if(chain.begin(), chain.end(), [](const PartialDate& p) { return !p.year; });
    chain.erase(first_without, chain.end());
    if (chain.empty()) {
      return i;
    }
    drop_unsupported(chain);
    settle_day_order(chain);
    for (const PartialDate& partial : chain) {
      add(partial);
    }
    return chain.empty() ? i : chain.back().last;
  }

  /// A chain that begins with a bare figure may be one of years: 2565 - 2567.
  void read_leading_figure(std::vector<PartialDate>& chain) const {
    PartialDate& head = chain.front();
    if (head.shape != Shape::figure) {
      return;
    }
    if (auto year = read_plain_year(tokens_, head.first)) {
      year->needs_support = true;
      head = *year;
    }
  }

  /// "01/10/2021 - 30/09/2022": the second shows how the first is meant.
  static void settle_day_order(std::vector<PartialDate>& chain) {
    constexpr int months = 12;
    if (std::any_of(chain.begin(), chain.end(), [](const PartialDate& p) { return p.day > months; })) {
      for (PartialDate& partial : chain) {
        partial.day_order_unsure = false;
      }
    }
  }

  void drop_unsupported(std::vector<PartialDate>& chain) const {
    if (chain.front().needs_support && !support_.has(chain, chain.back().last)) {
      chain.clear();
    }
  }

  void add(const PartialDate& partial) {
    ScannedDate scanned;
    DateMention& date = scanned.date;
    date.begin = tokens_[partial.first].begin;
    date.end = tokens_[partial.last - 1].end;
    date.era_stated = partial.year->era_stated;
    date.gregorian = partial.year->written_gregorian;
    date.ambiguous = partial.year->ambiguous || partial.day_order_unsure;
    date.approximate = is_approximate(partial.year_part) ||
                       (partial.first > 0 && tokens_.is(partial.first - 1, DateWord::about));
    set_range(date, partial);
    const std::size_t previous_end = dates_.empty() ? 0 : dates_.back().date.end;
    date.citation = partial.joint != DateJoint::none && !dates_.empty()
                        ? dates_.back().date.citation
                        : is_citation(text_, previous_end, date.begin, date.era_stated);
    scanned.joint = partial.joint;
    scanned.first_token = partial.first;
    scanned.last_token = partial.last;
    dates_.push_back(scanned);
  }

  std::string_view text_;
  std::vector<DateToken> words_;
  DateTokens tokens_;
  Support support_;
  std::vector<ScannedDate> dates_;
};

}  // namespace

DateScan scan_dates(std::string_view text) {
  // Without a figure it holds no date.
  return has_digit(text) ? Scanner(text).run() : DateScan{};
}

}  // namespace ruamlint
