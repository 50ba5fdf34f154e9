#include "text/duration_words.hpp"

#include <algorithm>
#include <array>

#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Words = std::string_view;
using Bound = DurationBound;

struct BoundEntry {
  Words spelling;
  Bound bound;
};
// The longer ones first where one ends with another.
constexpr auto bounds_before = std::to_array<BoundEntry>({{"ไม่น้อยกว่า", Bound::at_least},
                                                          {"ไม่ต่ำกว่า", Bound::at_least},
                                                          {"อย่างน้อย", Bound::at_least},
                                                          {"น้อยกว่า", Bound::below},
                                                          {"ต่ำกว่า", Bound::below},
                                                          {"ไม่เกินกว่า", Bound::at_most},
                                                          {"ไม่มากกว่า", Bound::at_most},
                                                          {"มากกว่า", Bound::at_least},
                                                          {"นานกว่า", Bound::at_least},
                                                          {"เกินกว่า", Bound::at_least},
                                                          {"กว่า", Bound::at_least},
                                                          {"ไม่เกิน", Bound::at_most},
                                                          {"ภายใน", Bound::at_most},
                                                          {"เกิน", Bound::at_least},
                                                          {"เกือบ", Bound::below},
                                                          {"ไม่ถึง", Bound::below},
                                                          {"ไม่ครบ", Bound::below},
                                                          {"ประมาณ", Bound::about},
                                                          {"ราว", Bound::about},
                                                          {"at least", Bound::at_least},
                                                          {"longer than", Bound::at_least},
                                                          {"no less than", Bound::at_least},
                                                          {"not less than", Bound::at_least},
                                                          {"more than", Bound::at_least},
                                                          {"over", Bound::at_least},
                                                          {"less than", Bound::below},
                                                          {"under", Bound::below},
                                                          {"nearly", Bound::below},
                                                          {"almost", Bound::below},
                                                          {"up to", Bound::at_most},
                                                          {"within", Bound::at_most},
                                                          {"close to", Bound::below},
                                                          {"approximately", Bound::about},
                                                          {"roughly", Bound::about},
                                                          {"about", Bound::about},
                                                          {"around", Bound::about}});
constexpr auto bounds_behind = std::to_array<BoundEntry>(
    {{"ขึ้นไป", Bound::at_least}, {"เป็นอย่างน้อย", Bound::at_least}, {"or more", Bound::at_least}});

constexpr auto year_units = std::to_array<Words>({"ปี", "years", "year"});
constexpr auto month_units = std::to_array<Words>({"เดือน", "months", "month"});
/// What makes another word of ปี and เดือน: each, last, ago.
constexpr auto unit_continuations = std::to_array<Words>({"ละ", "ที่แล้ว", "ก่อนหน้า"});
/// Half of a unit more, before it ("three and a half years") or behind it ("a year and a half").
constexpr auto halves = std::to_array<Words>({"and a half", "½"});
constexpr auto half_years = std::to_array<Words>({"ครึ่งปี", "half a year"});
constexpr auto remainders = std::to_array<Words>({"เศษ", "กว่า"});

constexpr auto ages = std::to_array<Words>({"อายุ", "วัย", "aged", "age"});
/// What may stand between the word for age and the last figure of a range of ages.
constexpr auto age_fillers = std::to_array<Words>(
    {"ตั้งแต่", "ระหว่าง", "เฉลี่ย", "โดย", "ครบ", "ถึง", "ปี", "เดือน", "–", "and", "to", "between", "of"});
constexpr auto frequencies =
    std::to_array<Words>({"ทุก", "ทุกๆ", "ทุก ๆ", "every", "per", "each", "ต่อ", "ครั้งละ"});
constexpr auto schools = std::to_array<Words>({"ชั้น", "ศึกษา", "นิสิต", "มหาวิทยาลัย"});
constexpr auto plans = std::to_array<Words>({"แผน", "ยุทธศาสตร์", "กลยุทธ์", "เป้าหมาย", "จะ", "คาดว่า", "will ",
                                             "planned", "plan for", "plan of", "plan to", "strategy"});
constexpr auto english_numbers = std::to_array<Words>(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"});

bool is_latin(char c) {
  return is_latin_letter(static_cast<unsigned char>(c));
}

/// Latin words are taken whole, Thai ones wherever they stand.
bool ends_with_word(std::string_view text, Words word) {
  const std::size_t begin = text.size() - std::min(text.size(), word.size());
  return text.ends_with(word) && !(begin > 0 && is_latin(word.front()) && is_latin(text[begin - 1]));
}

bool begins_with_word(std::string_view text, Words word) {
  return text.starts_with(word) &&
         !(is_latin(word.back()) && is_latin_letter(code_point_at(text, word.size())));
}

template <typename List>
bool ends_with_one(std::string_view text, const List& words) {
  return std::any_of(words.begin(), words.end(), [&](Words word) { return ends_with_word(text, word); });
}

template <typename List>
std::size_t length_at(std::string_view tail, const List& words) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](Words word) { return begins_with_word(tail, word); });
  return found == words.end() ? 0 : found->size();
}

template <typename List>
std::size_t unit_at(std::string_view tail, const List& units) {
  const std::size_t length = length_at(tail, units);
  const std::string_view behind = tail.substr(length);
  const bool goes_on = is_mark(code_point_at(behind, 0)) || length_at(behind, unit_continuations) > 0;
  return goes_on ? 0 : length;
}

/// "อายุระหว่าง 15 ปี ถึง" down to the word for age.
std::string_view without_age_range(std::string_view head) {
  for (bool shorter = true; shorter;) {
    const std::size_t before = head.size();
    head = without_blanks_behind(head);
    const std::size_t last = head.find_last_not_of("0123456789.");
    head = head.substr(0, last == std::string_view::npos ? 0 : last + 1);
    for (const Words filler : age_fillers) {
      if (head.ends_with(filler)) {
        head.remove_suffix(filler.size());
      }
    }
    shorter = head.size() < before;
  }
  return head;
}

}  // namespace

BoundWord bound_before(std::string_view head) {
  for (const BoundEntry& entry : bounds_before) {
    if (ends_with_word(head, entry.spelling)) {
      return {entry.spelling.size(), entry.bound};
    }
  }
  return {};
}

BoundWord bound_behind(std::string_view tail) {
  for (const BoundEntry& entry : bounds_behind) {
    if (begins_with_word(tail, entry.spelling)) {
      return {entry.spelling.size(), entry.bound};
    }
  }
  return {};
}

std::size_t year_unit(std::string_view tail) {
  return unit_at(tail, year_units);
}

std::size_t month_unit(std::string_view tail) {
  return unit_at(tail, month_units);
}

std::size_t half_more(std::string_view tail) {
  const std::size_t blanks = behind_blanks(tail, 0);
  const std::size_t length = length_at(tail.substr(blanks), halves);
  return length > 0 ? blanks + length : 0;
}

std::size_t half_year(std::string_view tail) {
  return length_at(tail, half_years);
}

std::size_t remainder_word(std::string_view tail) {
  return length_at(tail, remainders);
}

std::size_t english_number(std::string_view tail, int& value) {
  if (!is_latin_letter(code_point_at(tail, 0))) return 0;
  for (std::size_t i = 0; i < english_numbers.size(); ++i) {
    if (begins_with_word(tail, english_numbers[i])) {
      value = static_cast<int>(i) + 1;
      return english_numbers[i].size();
    }
  }
  value = 1;
  return begins_with_word(tail, "a") ? 1 : 0;
}

bool ends_with_age(std::string_view head) {
  return ends_with_one(without_age_range(head), ages);
}

bool ends_with_frequency(std::string_view head) {
  return ends_with_one(without_blanks_behind(head), frequencies);
}

bool ends_with_school(std::string_view head) {
  return ends_with_one(without_blanks_behind(head), schools);
}

bool ends_with_plan(std::string_view head) {
  constexpr std::size_t near_bytes = 3 * 16;
  const std::string_view near = head.substr(head.size() - std::min(head.size(), near_bytes));
  return std::any_of(plans.begin(), plans.end(),
                     [&](Words word) { return near.find(word) != std::string_view::npos; });
}

std::string_view without_blanks_behind(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" -");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace ruamlint
