#include "report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "report/words.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using std::chrono::year_month_day;

constexpr std::size_t longest_quote = 120;  // clusters
constexpr int buddhist_era_ahead = 543;
constexpr int months_a_year = 12;

constexpr std::array<std::string_view, 12> thai_months = {"มกราคม",  "กุมภาพันธ์", "มีนาคม",    "เมษายน",
                                                          "พฤษภาคม", "มิถุนายน",  "กรกฎาคม",  "สิงหาคม",
                                                          "กันยายน",  "ตุลาคม",   "พฤศจิกายน", "ธันวาคม"};
constexpr std::array<std::string_view, 12> english_months = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};

int year_in(std::chrono::year year, Language language) {
  return static_cast<int>(year) + (language == Language::th ? buddhist_era_ahead : 0);
}

std::string month_text(const year_month_day& date, Language language) {
  const auto& names = language == Language::th ? thai_months : english_months;
  return fmt::format("{} {}", names[static_cast<unsigned>(date.month()) - 1], year_in(date.year(), language));
}

bool is_first_of_month(const year_month_day& date) {
  return static_cast<unsigned>(date.day()) == 1;
}
bool is_last_of_month(const year_month_day& date) {
  return date.day() == (date.year() / date.month() / std::chrono::last).day();
}

std::string counted(int n, std::string_view unit) {
  return fmt::format("{} {}{}", n, unit, n == 1 ? "" : "s");
}

std::string with_thousands(std::string digits) {
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  const std::size_t end = std::min(digits.find('.'), digits.size());
  for (std::size_t at = end; at > begin + 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace

std::string number_text(double value, int decimals) {
  return with_thousands(fmt::format("{:.{}f}", value, std::clamp(decimals, 0, 9)));
}

std::string number_text(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : with_thousands(text);
}

std::string months_text(int months, Language language) {
  const int years = months / months_a_year, rest = months % months_a_year;
  if (months <= 0) return std::string(word(Word::under_a_month, language));
  const bool th = language == Language::th;
  const std::string years_said = th ? std::to_string(years) : counted(years, "year");
  const std::string rest_said = th ? std::to_string(rest) : counted(rest, "month");
  const Word how = years == 0 ? Word::only_months : rest == 0 ? Word::only_years : Word::years_months;
  return filled(word(how, language), {{"years", years_said}, {"months", rest_said}});
}

std::string months_text(int least, int most, Language language) {
  if (least == most) return months_text(least, language);
  return filled(word(Word::from_to, language),
                {{"from", months_text(least, language)}, {"to", months_text(most, language)}});
}

std::string date_text(Day day, Language language) {
  const year_month_day date{day};
  return fmt::format("{} {}", static_cast<unsigned>(date.day()), month_text(date, language));
}

std::string range_text(const DayRange& range, Language language) {
  if (range.earliest == range.latest) return date_text(range.earliest, language);
  const year_month_day first{range.earliest}, last{range.latest};
  const bool whole_months_covered = is_first_of_month(first) && is_last_of_month(last);
  if (whole_months_covered && first.year() == last.year()) {
    if (first.month() == last.month()) return month_text(first, language);
    if (first.month() == std::chrono::January && last.month() == std::chrono::December) {
      return filled(word(Word::year, language), {{"year", std::to_string(year_in(first.year(), language))}});
    }
  }
  const bool fiscal = whole_months_covered && first.month() == std::chrono::October &&
                      last.month() == std::chrono::September &&
                      last.year() - first.year() == std::chrono::years{1};
  if (fiscal) {
    return filled(word(Word::fiscal_year, language),
                  {{"year", std::to_string(year_in(last.year(), language))},
                   {"before", std::to_string(year_in(first.year(), language))}});
  }
  return filled(word(Word::range_between, language),
                {{"from", date_text(range.earliest, language)}, {"to", date_text(range.latest, language)}});
}

std::string joined(const std::vector<std::string>& items, Language language) {
  const char* last_glue = language == Language::th ? " และ " : " and ";
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last_glue : ", ";
    text += items[i];
  }
  return text;
}

std::string source_text(const std::string& source, Language language) {
  std::vector<std::string> questions;
  std::vector<std::string> others;
  constexpr std::string_view separators = ",; ";
  for (std::size_t at = source.find_first_not_of(separators); at != std::string::npos;) {
    const std::size_t end = std::min(source.find_first_of(separators, at), source.size());
    const std::string token = source.substr(at, end - at);
    const bool question = token.size() > 1 && token.front() == 'Q' &&
                          token.find_first_not_of("0123456789", 1) == std::string::npos;
    if (question) {
      questions.push_back(token.substr(1));
    } else {
      others.push_back(token);
    }
    at = source.find_first_not_of(separators, end);
  }
  const std::string asked = questions.empty() ? ""
                                              : filled(word(Word::source_questions, language),
                                                       {{"numbers", joined(questions, language)}});
  if (others.empty()) return asked;
  if (others != std::vector<std::string>{"assumed"}) return source;
  const std::string assumed(word(Word::source_assumed, language));
  return asked.empty() ? assumed : asked + "; " + assumed;
}

const std::string& in(const Bilingual& text, Language language) {
  const std::string& wanted = language == Language::th ? text.th : text.en;
  if (!wanted.empty()) return wanted;
  return language == Language::th ? text.en : text.th;
}

std::string category_name(const Pack& pack, const std::string& id, Language language) {
  const Category* category = pack.category(id);
  return category == nullptr ? id : in(category->name, language);
}

std::string level_name(const Pack& pack, const std::string& id, Language language) {
  const Level* level = pack.level(id);
  return level == nullptr ? id : in(level->name, language);
}

std::string topic_name(const Pack& pack, const std::string& id, Language language) {
  const Topic* topic = pack.topic(id);
  return topic == nullptr ? id : in(topic->name, language);
}

std::string section_name(const Pack& pack, const std::string& id, Language language) {
  const Section* section = pack.section(id);
  return section == nullptr ? id : in(section->title, language);
}

std::string quoted_path(std::string_view path) {
  std::string clean = valid_utf8(path);
  std::replace(clean.begin(), clean.end(), '\n', ' ');
  return clean;
}

std::string quoted_cut(std::string_view text) {
  const std::string clean = folded_spaces(valid_utf8(text));
  std::size_t clusters = 0, cut = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(clean, at);
    // What follows a leading vowel, and the vowels written behind (า ำ), stay with their consonant.
    const bool joins = is_mark(c) || is_leading_vowel(before) || c == U'\u0E32' || c == U'\u0E33';
    if (!joins) cut = begin;
    if (!is_mark(c) && !is_space(c) && ++clusters > longest_quote) {
      return std::string(trimmed(std::string_view(clean).substr(0, cut))) + "…";
    }
    before = c;
  }
  return clean;
}

}  // namespace ruamlint
