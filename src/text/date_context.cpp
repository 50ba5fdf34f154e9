#include "text/date_context.hpp"

#include <algorithm>
#include <array>

namespace ruamlint {
namespace {

constexpr std::size_t bytes_per_letter = 3;
/// How far before its year a name may begin; names of regulations are long.
constexpr std::size_t law_reach = 110 * bytes_per_letter;
constexpr std::size_t plan_reach = 70 * bytes_per_letter;
constexpr std::size_t award_reach = 80 * bytes_per_letter;
constexpr std::size_t intention_reach = 24 * bytes_per_letter;

using Words = std::string_view;

constexpr auto laws = std::to_array<Words>(
    {"พ.ร.บ", "พรบ.", "พระราชบัญญัติ", "พ.ร.ก", "พระราชกำหนด", "พ.ร.ฎ", "พระราชกฤษฎีกา", "รัฐธรรมนูญ", "กฎกระทรวง",
     "ระเบียบ", "ข้อบังคับ", "ข้อบัญญัติ", "เทศบัญญัติ", "ประมวลกฎหมาย", "ประกาศ", "คำสั่ง", "แก้ไขเพิ่มเติม", "ฉบับที่"});
constexpr auto plans = std::to_array<Words>({"แผน", "ยุทธศาสตร์", "นโยบาย"});
constexpr auto awards = std::to_array<Words>({"รางวัล", "แบบฟอร์ม", "ใบสมัคร"});
/// What follows is the day of a document, not of what was done: "dated", but not "fell", "agreed".
constexpr auto document_dates = std::to_array<Words>({"ลง", "ประกาศ ณ"});
constexpr auto other_verbs = std::to_array<Words>({"ลดลง", "ตกลง", "น้อยลง"});
/// After one of these the sentence speaks of doing again.
constexpr auto turns = std::to_array<Words>({"ตั้งแต่", "เริ่ม", "เมื่อ", "ในปี", "จึง", "ซึ่ง", "จนถึง", "ระยะเวลา",
                                             "ระหว่าง", "ช่วง", "ปัจจุบัน", "ดำเนินการใน", "ครั้งแรก", "จัดขึ้น"});
/// Verbs of intention bear on all that follows; the nouns only on a date in their own phrase ("กลยุทธ์สามปี
/// 2567", not "ตามแผนปฏิบัติการ ดำเนินการ 2564").
constexpr auto intentions =
    std::to_array<Words>({"จะ", "คาดว่า", "ในอนาคต", "ต่อไปใน", "will ", "plan to", "planned"});
constexpr auto intended_things =
    std::to_array<Words>({"แผน", "กลยุทธ์", "ยุทธศาสตร์", "เป้าหมาย", "plan", "target", "strategy"});

/// At most `reach` bytes before `end`, not before `from`, on the same line.
std::string_view phrase_before(std::string_view text, std::size_t from, std::size_t end, std::size_t reach) {
  const std::size_t begin = std::max(from, end > reach ? end - reach : 0);
  const std::string_view phrase = text.substr(begin, end - begin);
  const std::size_t line_end = phrase.rfind('\n');
  return line_end == std::string_view::npos ? phrase : phrase.substr(line_end + 1);
}

/// Whether one of `words` is in the phrase and no turn of the sentence behind it.
template <std::size_t count>
bool names_one(std::string_view phrase, const std::array<Words, count>& words) {
  std::size_t last = std::string_view::npos;
  for (const Words word : words) {
    if (const std::size_t at = phrase.rfind(word); at != std::string_view::npos) {
      last = last == std::string_view::npos ? at : std::max(last, at);
    }
  }
  if (last == std::string_view::npos) {
    return false;
  }
  const std::string_view tail = phrase.substr(last);
  return std::none_of(turns.begin(), turns.end(),
                      [&](Words turn) { return tail.find(turn) != std::string_view::npos; });
}

std::string_view without_spaces_at_end(std::string_view phrase) {
  const std::size_t last = phrase.find_last_not_of(' ');
  return phrase.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

bool is_citation(std::string_view text, std::size_t from, std::size_t date_begin, bool era_stated) {
  const std::string_view nearest =
      without_spaces_at_end(phrase_before(text, from, date_begin, 12 * bytes_per_letter));
  const auto ends_nearest = [&](Words word) { return nearest.ends_with(word); };
  if (std::any_of(document_dates.begin(), document_dates.end(), ends_nearest) &&
      std::none_of(other_verbs.begin(), other_verbs.end(), ends_nearest)) {
    return true;
  }
  if (names_one(phrase_before(text, from, date_begin, award_reach), awards)) {
    return true;
  }
  return era_stated && (names_one(phrase_before(text, from, date_begin, law_reach), laws) ||
                        names_one(phrase_before(text, from, date_begin, plan_reach), plans));
}

bool is_planned(std::string_view text, std::size_t begin) {
  const std::string_view phrase = without_spaces_at_end(phrase_before(text, 0, begin, intention_reach));
  const bool intended = std::any_of(intentions.begin(), intentions.end(),
                                    [&](Words word) { return phrase.find(word) != std::string_view::npos; });
  const std::size_t space = phrase.rfind(' ');
  const std::string_view last_words = phrase.substr(space == std::string_view::npos ? 0 : space);
  return intended || std::any_of(intended_things.begin(), intended_things.end(),
                                 [&](Words word) { return last_words.find(word) != std::string_view::npos; });
}

}  // namespace ruamlint
