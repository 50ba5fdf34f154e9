#include "facts/operation_lengths.hpp"

#include <algorithm>
#include <chrono>

#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// From "ดำเนินการ" to a length of time outside the period's section.
constexpr std::size_t work_reach = 60;
/// From "รวมระยะเวลา" or a bracket to the length of time, with "ต่อเนื่อง" between.
constexpr std::size_t total_reach = 9;
/// From a stretch of time to its length behind it, with "รวมระยะเวลาทั้งสิ้น" between; and to the stretch behind it.
constexpr std::size_t reach_behind_period = 24;
constexpr std::size_t reach_before_period = 8;
/// A length that opens its line may have a bullet before it.
constexpr std::size_t most_letters_before = 3;

std::size_t letters_in(std::string_view text, std::size_t begin, std::size_t end) {
  return end <= begin ? 0 : folded(text.substr(begin, end - begin)).letters.size();
}

/// The stretch of time that a length at [begin, end) of the text stands beside.
const PeriodMention* beside(std::string_view text, const std::vector<PeriodMention>& periods, std::size_t begin,
                            std::size_t end) {
  const PeriodMention* found = nullptr;
  for (const PeriodMention& period : periods) {
    const bool has_length = period.ongoing || period.dates.size() > 1;
    if (!has_length || !period.has_start || !period.has_finish || period.reversed) continue;
    const bool before = period.end <= begin && letters_in(text, period.end, begin) <= reach_behind_period;
    const bool behind = period.begin >= end && letters_in(text, end, period.begin) <= reach_before_period;
    if (before || (behind && found == nullptr)) found = &period;
  }
  return found;
}

}  // namespace

MonthRange months_between(const DayRange& start, const DayRange& finish, Day today) {
  const auto months = [](Day from, Day to) { return to < from ? 0 : std::max(0, whole_months(from, to)); };
  // The last day counts, unless the work goes on through the reference day itself.
  const auto behind = [today](Day last) { return last == today ? today : last + std::chrono::days(1); };
  return {months(start.latest, behind(finish.earliest)), months(start.earliest, behind(finish.latest))};
}

LengthReader::LengthReader(const Form& form, Day today)
    : context_(*form.pack),
      words_(lexicon_index(*form.pack, "operation_words")),
      totals_(lexicon_index(*form.pack, "duration_totals")),
      rates_(form.pack->words("duration_rates")),
      gone_by_(form.pack->words("duration_gone_by")),
      today_(today) {}

void LengthReader::read(const Passage& passage, const std::string& heading,
                        const std::vector<PeriodMention>& periods, std::vector<DurationClaim>& claims) const {
  const bool own_section = passage.section == section_id::period;
  if (passage.section == section_id::problem || passage.section == section_id::objective) return;
  const std::string text = heading + std::string(passage.text);
  for (const DurationMention& duration : find_durations(text)) {
    if (duration.end <= heading.size()) continue;
    const std::size_t begin = std::max(duration.begin, heading.size()) - heading.size();
    const std::size_t end = duration.end - heading.size();
    if (duration.plan || context_.is_intended(passage, begin) || context_.is_criterion(passage, begin)) continue;
    if (!own_section && !is_about_work(passage, begin)) continue;
    DurationClaim claim;
    claim.duration = duration;
    claim.evidence = evidence_of(passage, begin, end);
    if (const PeriodMention* period = beside(text, periods, duration.begin, duration.end))
      claim.beside = months_between(period->start, period->finish, today_);
    claim.total = is_total(passage, begin, end, claim);
    claims.push_back(std::move(claim));
  }
}

bool LengthReader::is_about_work(const Passage& passage, std::size_t begin) const {
  return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
    return hit.kind == WordKind::lexicon && hit.index == words_ && hit.end <= begin &&
           letters_between(passage, hit.end, begin) <= work_reach;
  });
}

/// "รวม", "เป็นเวลา" right before it, "แล้ว" right behind, a bracket behind the period or a period behind what
/// opens the line.
bool LengthReader::is_total(const Passage& passage, std::size_t begin, std::size_t end,
                            const DurationClaim& claim) const {
  const std::string_view text = passage.text;
  const bool said = std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
    return hit.kind == WordKind::lexicon && hit.index == totals_ && hit.distance == 0 && hit.end <= begin &&
           letters_between(passage, hit.end, begin) <= total_reach &&
           !is_rate(text.substr(hit.end, begin - hit.end));
  });
  if (said) return true;
  const std::string_view behind = trimmed(text.substr(end));
  const bool gone_by = std::any_of(gone_by_.begin(), gone_by_.end(),
                                   [behind](const std::string& word) { return behind.starts_with(word); });
  if (gone_by && passage.section == section_id::period && is_about_work(passage, begin)) return true;
  if (!claim.beside) return false;
  const std::size_t open = text.rfind('(', begin);
  if (open != std::string_view::npos && text.find(')', open) >= begin &&
      letters_between(passage, open, begin) <= total_reach)
    return !is_rate(text.substr(open, begin - open));
  return passage.section == section_id::period && letters_between(passage, 0, begin) <= most_letters_before;
}

/// "รุ่นละ 3 เดือน", "every 3 months"
bool LengthReader::is_rate(std::string_view before) const {
  return std::any_of(rates_.begin(), rates_.end(), [before](const std::string& word) {
    return before.find(word) != std::string_view::npos;
  });
}

}  // namespace ruamlint
