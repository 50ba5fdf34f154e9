// The third step of reading dates: dates and the words around them joined into periods.
#include <algorithm>
#include <optional>

#include "text/date_context.hpp"
#include "text/date_scan.hpp"
#include "text/dates.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t bytes_per_letter = 3;
/// English says in about as many letters and a half what Thai says in one.
constexpr std::size_t bytes_for_latin_letter = 2;
/// How many bytes of other words may stand between a word such as เริ่ม and the date that it speaks of, and
/// between a date and ถึงปัจจุบัน: "เริ่มดำเนินการอย่างเต็มรูปแบบเมื่อวันที่ ...", "... อย่างต่อเนื่องเรื่อยมาจนถึงปัจจุบัน".
constexpr std::size_t cue_reach = 45 * bytes_per_letter;
/// ตั้งแต่, ระหว่าง and สิ้นสุด stand nearer to their date.
constexpr std::size_t near_reach = 25 * bytes_per_letter;

/// Dates [first, last) of the scan that make one period.
struct Group {
  std::size_t first = 0, last = 0;
};

class PeriodReader {
 public:
  PeriodReader(std::string_view text, Day today) : text_(text), today_(today), scan_(scan_dates(text)) {}

  std::vector<PeriodMention> run() {
    std::vector<PeriodMention> periods;
    for (std::size_t i = 0; i < scan_.dates.size();) {
      const Group group = group_from(i);
      periods.push_back(period_of(group));
      taken_to_ = periods.back().end;
      i = group.last;
    }
    return periods;
  }

 private:
  [[nodiscard]] const ScannedDate& date(std::size_t i) const { return scan_.dates[i]; }
  [[nodiscard]] const DateToken& token(std::size_t i) const { return scan_.tokens[i]; }
  [[nodiscard]] bool is(std::size_t i, DateWord word) const {
    return i < scan_.tokens.size() && token(i).word == word;
  }

  /// The tokens between date `i` and the one before it, or the text's beginning.
  [[nodiscard]] std::size_t gap_begin(std::size_t i) const { return i == 0 ? 0 : date(i - 1).last_token; }
  [[nodiscard]] std::size_t gap_end(std::size_t i) const {
    return i < scan_.dates.size() ? date(i).first_token : scan_.tokens.size();
  }

  /// The nearest of `words` before date `i`, on its line and within `reach` bytes.
  template <typename... Words>
  [[nodiscard]] std::optional<std::size_t> cue_before(std::size_t i, std::size_t reach,
                                                      Words... words) const {
    const std::size_t date_begin = date(i).date.begin;
    std::size_t distance = 0, measured_from = date_begin;
    bool line_crossed = token(date(i).first_token).line_before;
    for (std::size_t at = date(i).first_token; at-- > gap_begin(i);) {
      distance += weight(token(at).end, measured_from);
      measured_from = token(at).end;
      if (line_crossed || token(at).begin < taken_to_ || distance > reach) {
        return std::nullopt;
      }
      if ((is(at, words) || ...)) {
        return at;
      }
      line_crossed = token(at).line_before;
    }
    return std::nullopt;
  }

  /// Bytes of [begin, end) as `reach` counts them.
  [[nodiscard]] std::size_t weight(std::size_t begin, std::size_t end) const {
    std::size_t sum = 0;
    for (std::size_t at = begin; at < end; ++at) {
      sum += static_cast<unsigned char>(text_[at]) < 0x80 ? bytes_for_latin_letter : 1;
    }
    return sum;
  }

  Group group_from(std::size_t i) {
    const bool ranged_list =
        is_between(i) && i + 1 < scan_.dates.size() && date(i + 1).joint == DateJoint::list;
    const bool joined = i + 1 < scan_.dates.size() &&
                        (date(i + 1).joint == DateJoint::range || ranged_list || is_end_of(i, i + 1));
    return {i, joined ? i + 2 : i + 1};
  }

  /// "ระหว่าง A และ B"
  [[nodiscard]] bool is_between(std::size_t i) const {
    return cue_before(i, near_reach, DateWord::between).has_value();
  }

  /// "เริ่มวันที่ A และสิ้นสุดโครงการในวันที่ B": words stand between, so that the two were not scanned as a range.
  [[nodiscard]] bool is_end_of(std::size_t start, std::size_t end) const {
    const bool begins_range = end + 1 < scan_.dates.size() && date(end + 1).joint == DateJoint::range;
    if (date(end).joint != DateJoint::none || begins_range ||
        !cue_before(start, cue_reach, DateWord::since, DateWord::start)) {
      return false;
    }
    const auto cue = cue_before(end, near_reach, DateWord::to, DateWord::finish);
    const bool in_reach = date(end).date.begin - date(start).date.end <= 2 * cue_reach;
    return cue && in_reach && !is(*cue + 1, DateWord::present) &&
           !cue_before(end, near_reach, DateWord::since, DateWord::start);
  }

  PeriodMention period_of(const Group& group) {
    PeriodMention period;
    const DateMention& first = date(group.first).date;
    const DateMention& last = date(group.last - 1).date;
    period.begin = first.begin;
    period.end = last.end;
    period.start = first.range;
    period.finish = last.range;
    period.has_start = period.has_finish = true;
    for (std::size_t i = group.first; i < group.last; ++i) {
      period.dates.push_back(date(i).date);
    }
    if (group.last - group.first == 1) {
      open_by_cues(period, group.first);
    } else {
      take_in_opening_words(period, group.first);
    }
    run_to_present(period, group);
    period.reversed = period.has_start && period.has_finish && period.finish.latest < period.start.earliest;
    period.plan = is_planned(text_, period.begin);
    return period;
  }

  /// A range begins with the word that opens it.
  void take_in_opening_words(PeriodMention& period, std::size_t i) const {
    const auto cue = opening_of(i);
    period.begin = cue ? token(*cue).begin : period.begin;
  }

  [[nodiscard]] std::optional<std::size_t> opening_of(std::size_t i) const {
    if (const auto near = cue_before(i, near_reach, DateWord::since, DateWord::between)) {
      return near;
    }
    return cue_before(i, cue_reach, DateWord::start);
  }

  /// One date: a word before it says which end it is, and leaves the other open.
  void open_by_cues(PeriodMention& period, std::size_t i) const {
    if (is_joined_in_list(i)) {
      return;
    }
    if (const auto finish = finish_before(i)) {
      period.begin = token(*finish).begin;
      period.has_start = false;
      period.start = {};
      return;
    }
    if (const auto start = start_before(i)) {
      period.begin = token(*start).begin;
      leave_open_behind(period);
    }
    if (is(date(i).last_token, DateWord::from_then_on)) {
      period.end = token(date(i).last_token).end;
      leave_open_behind(period);
    }
  }

  static void leave_open_behind(PeriodMention& period) {
    period.has_finish = false;
    period.finish = {};
  }

  [[nodiscard]] bool is_joined_in_list(std::size_t i) const { return date(i).joint == DateJoint::list; }

  [[nodiscard]] std::optional<std::size_t> start_before(std::size_t i) const {
    if (const auto near = cue_before(i, near_reach, DateWord::since)) {
      return near;
    }
    return cue_before(i, cue_reach, DateWord::start);
  }

  /// ถึง must touch its date, as it also means "reach" and "to" a person; the nearest word decides.
  [[nodiscard]] std::optional<std::size_t> finish_before(std::size_t i) const {
    const std::size_t first = date(i).first_token;
    if (first > gap_begin(i) && is(first - 1, DateWord::to) && token(first - 1).begin >= taken_to_) {
      return first - 1;
    }
    const auto finish = cue_before(i, near_reach, DateWord::finish, DateWord::by);
    const auto start = start_before(i);
    return finish && (!start || *start < *finish) ? finish : std::nullopt;
  }

  /// "... ถึงปัจจุบัน", "... - ปัจจุบัน", "... เป็นต้นมา", with words such as "อย่างต่อเนื่อง" between.
  void run_to_present(PeriodMention& period, const Group& group) const {
    if (!period.has_start) {
      return;
    }
    const std::size_t from = date(group.last - 1).last_token;
    for (std::size_t at = from; at < gap_end(group.last); ++at) {
      if (token(at).line_before || token(at).begin - period.dates.back().end > cue_reach) {
        return;
      }
      const bool joined = at > from && is(at, DateWord::present) && leads_to_present(at - 1, from);
      if (joined || is(at, DateWord::ever_since)) {
        period.ongoing = true;
        period.has_finish = true;
        period.finish = {today_, today_};
        period.end = token(at).end;
        return;
      }
    }
  }

  /// A dash leads to it only right behind the date.
  [[nodiscard]] bool leads_to_present(std::size_t at, std::size_t from) const {
    return is(at, DateWord::to) || is(at, DateWord::finish) || (is(at, DateWord::dash) && at == from);
  }

  std::string_view text_;
  Day today_;
  DateScan scan_;
  std::size_t taken_to_ = 0;  ///< the words of the last period end here
};

}  // namespace

std::vector<PeriodMention> find_periods(std::string_view text, Day today) {
  return PeriodReader(text, today).run();
}

}  // namespace ruamlint
