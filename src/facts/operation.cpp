#include <algorithm>
#include <climits>

#include "facts/context.hpp"
#include "facts/finders.hpp"
#include "facts/operation_lengths.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// From "เริ่มดำเนินการ" to its date, with the words between ("อย่างเต็มรูปแบบเมื่อวันที่").
constexpr std::size_t start_cue_reach = 45;
/// From "ดำเนินการ" or "โครงการ" to a range; to a year alone it must nearly touch.
constexpr std::size_t work_reach = 40;
constexpr std::size_t work_reach_of_lone_date = 5;
constexpr std::size_t preparation_reach = 16;
/// A line of its own may begin with a bullet or a word of two letters.
constexpr std::size_t most_letters_before_start = 3;
/// From "ลงมือจริง" to its date.
constexpr std::size_t real_start_reach = 20;

/// How surely a stretch of time is the work's own.
enum class Weight {
  none,
  ongoing,    ///< anywhere: since then and still
  started,    ///< anywhere: "the project began in ..."
  lone_date,  ///< in the period's section, a date and no more
  period,     ///< in the period's section, with a start, a range or "since"
};

struct Candidate {
  Weight weight = Weight::none;
  PeriodMention period;
  Evidence evidence;
  bool real = false;  ///< said to be the true beginning, where another one is told as well
};

bool is_citation(const PeriodMention& period) {
  return !period.dates.empty() && std::all_of(period.dates.begin(), period.dates.end(),
                                              [](const DateMention& date) { return date.citation; });
}

bool is_ambiguous(const PeriodMention& period) {
  return std::any_of(period.dates.begin(), period.dates.end(),
                     [](const DateMention& date) { return date.ambiguous; });
}

bool is_unsure(const PeriodMention& period) {
  return std::any_of(period.dates.begin(), period.dates.end(),
                     [](const DateMention& date) { return date.ambiguous || date.approximate; });
}

/// A range of two dates, a start, or what still goes on; not a date alone.
bool has_shape(const PeriodMention& period) {
  return period.ongoing || period.dates.size() > 1 || period.has_start != period.has_finish;
}

class OperationFinder {
 public:
  explicit OperationFinder(const Form& form)
      : form_(form),
        pack_(*form.pack),
        context_(pack_),
        starts_(lexicon_index(pack_, "operation_start")),
        words_(lexicon_index(pack_, "operation_words")),
        preparations_(lexicon_index(pack_, "preparations")),
        ongoing_(lexicon_index(pack_, "ongoing_words")),
        real_(lexicon_index(pack_, "real_starts")),
        bare_starts_(pack_.words("bare_starts")),
        today_(pack_.closing_date),
        lengths_(form, today_) {}

  OperationFact run() {
    for (std::size_t i = 0; i < form_.passages.size(); ++i) read_passage(i);
    choose();
    tell_durations();
    return std::move(fact_);
  }

 private:
  // ---- what the form gives

  /// A passage behind a heading of its own line or row is read together with it: "วันที่เริ่ม | 1 ต.ค. 2564".
  [[nodiscard]] std::string heading_of(std::size_t i) const {
    const Passage* heading = own_heading(form_, i);
    if (heading == nullptr) return {};
    std::string words(trimmed(heading->text));
    while (!words.empty() && (words.back() == ':' || words.back() == ' ')) words.pop_back();
    return words + " ";
  }

  void read_passage(std::size_t i) {
    const Passage& passage = form_.passages[i];
    if (passage.prompt || passage.section == section_id::awards || passage.section == section_id::evidence)
      return;
    const bool own_section = passage.section == section_id::period;
    if (passage.kind == Passage::Kind::heading && !own_section) return;
    const WordHit* goes_on = own_section ? first_of_lexicon(passage.words, ongoing_) : nullptr;
    if (goes_on != nullptr && context_.is_fact(passage, goes_on->begin)) goes_on_ = true;
    const std::string heading = heading_of(i);
    const std::string text = heading + std::string(passage.text);
    const std::vector<PeriodMention> periods = find_periods(text, today_);
    for (const PeriodMention& period : periods) {
      if (period.end <= heading.size() || is_citation(period)) continue;
      const std::size_t begin = std::max(period.begin, heading.size()) - heading.size();
      const std::size_t end = period.end - heading.size();
      take(passage, period, begin, end, own_section);
    }
    lengths_.read(passage, heading, periods, fact_.durations);
  }

  void take(const Passage& passage, const PeriodMention& period, std::size_t begin, std::size_t end,
            bool own_section) {
    const Weight weight = own_section ? (has_shape(period) ? Weight::period : Weight::lone_date)
                                      : weight_elsewhere(passage, period, begin);
    const bool planned = period.plan || is_future(period) || context_.is_intended(passage, begin);
    if (planned) {
      // "สิ้นสุด 30 ก.ย. 2567" is the end of what began, no plan of its own.
      if (period.has_start && (own_section || weight != Weight::none || period.plan) && !is_end_only(period))
        fact_.plans.push_back(evidence_of(passage, begin, end));
      return;
    }
    if (weight == Weight::none || context_.is_criterion(passage, begin) || is_preparation(passage, begin))
      return;
    const std::size_t date = begin + period.dates.front().begin - period.begin;
    candidates_.push_back({weight, period, evidence_of(passage, begin, end), is_real_start(passage, date)});
  }

  static bool is_end_only(const PeriodMention& period) { return period.has_finish && !period.has_start; }

  [[nodiscard]] bool is_future(const PeriodMention& period) const {
    return period.has_start && period.start.earliest > today_;
  }

  /// Outside its section only words that say so make a date the work's own.
  [[nodiscard]] Weight weight_elsewhere(const Passage& passage, const PeriodMention& period,
                                        std::size_t begin) const {
    if (!period.has_start) return Weight::none;
    const std::size_t end = begin + (period.end - period.begin);
    if (is_start_alone(passage, period, begin)) return Weight::started;
    for (const WordHit& hit : passage.words) {
      if (hit.kind != WordKind::lexicon || hit.index != starts_ || hit.begin >= end) continue;
      const bool near = hit.end >= begin || letters_between(passage, hit.end, begin) <= start_cue_reach;
      if (near && !context_.is_negated(passage, hit.begin)) return Weight::started;
    }
    if (passage.section == section_id::problem) return Weight::none;
    const std::size_t reach = has_shape(period) ? work_reach : work_reach_of_lone_date;
    for (const WordHit& hit : passage.words)
      if (hit.kind == WordKind::lexicon && hit.index == words_ && hit.begin < end &&
          (hit.end >= begin || letters_between(passage, hit.end, begin) <= reach))
        return has_shape(period) || is_broad(period) ? Weight::ongoing : Weight::none;
    return Weight::none;
  }

  /// "เริ่ม ต.ค. 2563 ถึงปัจจุบัน" as a line of its own, whatever its heading.
  [[nodiscard]] bool is_start_alone(const Passage& passage, const PeriodMention& period,
                                    std::size_t begin) const {
    const std::string_view own = passage.text.substr(begin);
    const bool starts = std::any_of(bare_starts_.begin(), bare_starts_.end(),
                                    [&](const std::string& word) { return own.starts_with(word); });
    return (starts || period.ongoing) && letters_between(passage, 0, begin) <= most_letters_before_start &&
           passage.section != section_id::problem;
  }

  /// A year or a fiscal year, not the day of a meeting.
  static bool is_broad(const PeriodMention& period) {
    return period.start.latest - period.start.earliest >= std::chrono::days(300);
  }

  static bool joins(std::string_view text) {
    return text.find("และ") != std::string_view::npos || text.find("แล้ว") != std::string_view::npos ||
           text.find(" and ") != std::string_view::npos;
  }

  /// "คิดกันตั้งแต่ปี 2562 แต่ลงมือจริง ส.ค. 2566"
  [[nodiscard]] bool is_real_start(const Passage& passage, std::size_t date) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      return hit.kind == WordKind::lexicon && hit.index == real_ && hit.distance == 0 && hit.end <= date &&
             letters_between(passage, hit.end, date) <= real_start_reach;
    });
  }

  /// "เตรียมการตั้งแต่ ม.ค. 2564": what comes before the work is not the work. A date between ends its reach, and
  /// so does the work itself: "วางแผนและดำเนินการตั้งแต่ ...".
  [[nodiscard]] bool is_preparation(const Passage& passage, std::size_t begin) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      if (hit.kind != WordKind::lexicon || hit.index != preparations_ || hit.end > begin) return false;
      const std::u32string gap = folded(passage.text.substr(hit.end, begin - hit.end)).letters;
      const bool date_between =
          std::any_of(gap.begin(), gap.end(), [](char32_t c) { return digit_value(c) >= 0; });
      const bool work_between =
          std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& other) {
            return other.kind == WordKind::lexicon && other.index == starts_ && other.begin >= hit.end &&
                   other.begin < begin && joins(passage.text.substr(hit.end, other.begin - hit.end));
          });
      return gap.size() <= preparation_reach && !date_between && !work_between;
    });
  }

  // ---- what follows from it

  void choose() {
    for (const Candidate& candidate : candidates_)
      fact_.periods.push_back({candidate.period, candidate.evidence});
    Weight best = Weight::none;
    for (const Candidate& candidate : candidates_)
      if (candidate.period.has_start) best = std::max(best, candidate.weight);
    fact_.plan_only = best == Weight::none && !fact_.plans.empty();
    if (best == Weight::none) return;

    const Candidate* start = nullptr;
    for (const Candidate& candidate : candidates_)
      if (candidate.weight == best && candidate.period.has_start && !candidate.period.reversed &&
          (start == nullptr || begins_before(candidate.period, start->period)))
        start = &candidate;
    if (start == nullptr)
      for (const Candidate& candidate : candidates_)
        if (candidate.weight == best && candidate.period.has_start && start == nullptr) start = &candidate;
    if (start == nullptr) return;
    fact_.found = true;
    fact_.start = start->period.start;
    fact_.evidence.push_back(start->evidence);
    fact_.approximate = is_unsure(start->period);
    fact_.ambiguous = is_ambiguous(start->period);
    take_in_real_start();
    find_end(*start, best);
    const MonthRange months = months_between(fact_.start, fact_.end, today_);
    fact_.least_months = months.least;
    fact_.most_months = months.most;
  }

  /// Where a later beginning is said to be the true one, it lies somewhere between the two.
  void take_in_real_start() {
    for (const Candidate& candidate : candidates_) {
      if (!candidate.real || !candidate.period.has_start || candidate.weight < Weight::started ||
          candidate.period.start.latest <= fact_.start.latest)
        continue;
      fact_.start.latest = candidate.period.start.latest;
      fact_.evidence.push_back(candidate.evidence);
    }
  }

  /// "1 ตุลาคม 2563" is what "ปีงบประมาณ 2564" means, more exactly said; else the earlier one is the start.
  static bool begins_before(const PeriodMention& a, const PeriodMention& b) {
    const auto within = [](const DayRange& inner, const DayRange& outer) {
      return inner.earliest >= outer.earliest && inner.latest <= outer.latest && !(inner == outer);
    };
    if (within(a.start, b.start)) return true;
    return !within(b.start, a.start) && a.start.earliest < b.start.earliest;
  }

  void find_end(const Candidate& start, Weight best) {
    fact_.ongoing = goes_on_ && best >= Weight::lone_date;
    const auto ends = [](const PeriodMention& period) {
      return period.has_finish && !period.reversed && (has_shape(period) || is_end_only(period));
    };
    // What the start's own range says stands, unless something surely ends later: another phase.
    const PeriodMention* end = ends(start.period) ? &start.period : nullptr;
    for (const Candidate& candidate : candidates_) {
      if (candidate.weight < std::min(best, Weight::lone_date) && &candidate != &start) continue;
      const PeriodMention& period = candidate.period;
      if (is_end_only(period) && period.finish.latest < start.period.start.earliest) {
        // "วันเริ่ม 1 ต.ค. 2565", "วันสิ้นสุด 30 ก.ย. 2564", each in a field of its own
        fact_.periods.push_back({period, candidate.evidence});
        fact_.periods.back().period.reversed = true;
        continue;
      }
      if (period.ongoing) fact_.ongoing = true;
      if (ends(period) && (end == nullptr || period.finish.earliest > end->finish.latest)) end = &period;
    }
    if (fact_.ongoing || end == nullptr) {
      fact_.end = {today_, today_};
      return;
    }
    fact_.stated_end = fact_.end = end->finish;
    fact_.end.earliest = std::min(fact_.end.earliest, today_);
    fact_.end.latest = std::min(fact_.end.latest, today_);
  }

  void tell_durations() {
    const auto longer = [](const DurationClaim& a, const DurationClaim& b) {
      return a.duration.least_months < b.duration.least_months;
    };
    const auto longest = std::max_element(fact_.durations.begin(), fact_.durations.end(), longer);
    if (longest == fact_.durations.end()) return;
    fact_.claimed = longest->duration;
    for (const DurationClaim& claim : fact_.durations) fact_.claims.push_back(claim.evidence);
  }

  const Form& form_;
  const Pack& pack_;
  ContextReader context_;
  int starts_, words_, preparations_, ongoing_, real_;
  const std::vector<std::string>& bare_starts_;
  bool goes_on_ = false;  ///< the period's section says so, beside any date
  Day today_;
  LengthReader lengths_;
  std::vector<Candidate> candidates_;
  OperationFact fact_;
};

}  // namespace

OperationFact find_operation(const Form& form) {
  return OperationFinder(form).run();
}

}  // namespace ruamlint
