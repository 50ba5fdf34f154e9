#include "facts/comparisons_tokens.hpp"

#include <algorithm>
#include <cmath>

#include "text/fuzzy.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Bound = StatedChange::Bound;

bool is_year(double value) {
  return std::trunc(value) == value && ((value >= 2450 && value < 2600) || (value >= 1950 && value < 2100));
}

bool is_letter_or_digit(char32_t c) {
  return is_thai(c) || digit_value(c) >= 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > 0x2E80;
}

template <typename Stretch>
const Stretch* covering(const std::vector<Stretch>& stretches, std::size_t at) {
  const auto next = std::find_if(stretches.begin(), stretches.end(),
                                 [&](const Stretch& stretch) { return stretch.end > at; });
  return next != stretches.end() && next->begin <= at ? &*next : nullptr;
}

/// People say "a third" of 31 to 36 per cent, and "twice" of 1.6 to 2.4.
constexpr double share_slack = 0.1, multiple_slack = 0.25, most_multiple_slack = 0.5;

Figure word_figure(std::size_t begin, std::size_t end, double value, double slack) {
  Figure figure;
  figure.begin = figure.number.begin = begin;
  figure.end = figure.number.end = end;
  figure.number.value = value;
  figure.number.lowest = value - slack;
  figure.number.highest = value + slack;
  figure.number.word = true;
  return figure;
}

/// "ครึ่งหนึ่ง" is 50 per cent.
Figure share_figure(std::size_t begin, std::size_t end, double share) {
  Figure figure = word_figure(begin, end, share * 100, share * 100 * share_slack);
  figure.number.percent = true;
  figure.unit = "ร้อยละ";
  figure.is_fraction = true;
  return figure;
}

Figure multiple_figure(std::size_t begin, std::size_t end, double multiple) {
  Figure figure = word_figure(begin, end, multiple, std::min(most_multiple_slack, multiple * multiple_slack));
  figure.number.times = true;
  return figure;
}

}  // namespace

ChangeWords::ChangeWords(const Pack& of_pack) : pack(of_pack), quantities(of_pack) {
  const std::pair<const char*, Term> lists[] = {
      {"change_not_words", Term::masked},      {"change_not_target_words", Term::not_target},
      {"change_rise_to_words", Term::rise_to}, {"change_fall_to_words", Term::fall_to},
      {"change_to_words", Term::to},           {"change_from_words", Term::from},
      {"change_before_words", Term::before},   {"change_before_labels", Term::before_label},
      {"change_after_words", Term::after},     {"change_after_labels", Term::after_label},
      {"change_rise_words", Term::rise},       {"change_fall_words", Term::fall},
      {"change_share_words", Term::share},     {"change_of_before_words", Term::of_before},
      {"change_of_words", Term::of_whole},     {"change_neutral_words", Term::change},
      {"change_target_words", Term::target},   {"change_result_words", Term::result}};
  for (const auto& [name, term] : lists) keys.add(pack.words(name), term);
  sides.add(pack.words("change_heading_not_role"), Term::masked);
  sides.add(pack.words("change_heading_before"), Term::before);
  sides.add(pack.words("change_heading_after"), Term::after);
  measure_cuts.add(pack.words("change_measure_cut_words"), Term::filler);
  values.add_values(pack.words("change_fraction_words"), Term::fraction);
  values.add_values(pack.words("change_multiple_words"), Term::multiple);
  values.add_values(pack.words("change_whole_rise_words"), Term::whole_rise);
  values.add_values(pack.words("change_whole_fall_words"), Term::whole_fall);
  for (const char* name : {"change_fillers", "change_about_words", "change_over_words", "change_nearly_words",
                           "change_share_words"}) {
    fillers.add(pack.words(name), Term::filler);
  }
}

int direction_of(Term term) {
  switch (term) {
    case Term::rise:
    case Term::rise_to:
    case Term::whole_rise:
      return 1;
    case Term::fall:
    case Term::fall_to:
    case Term::whole_fall:
      return -1;
    default:
      return 0;
  }
}

ChangeText::ChangeText(std::string_view of_text, const ChangeWords& of_words)
    : text(of_text), words(of_words), dates(find_dates(of_text)) {
  figures = words.quantities.find(text, dates);
  add_bare_years();
  add_fractions();
  add_valued_words();
  for (std::size_t at = 0; at < text.size();) {
    if (const DateMention* date = covering(dates, at)) {
      at = date->end;
    } else if (const Figure* figure = covering(figures, at);
               figure != nullptr && at >= figure->number.begin) {
      if (figure->tells != Term::filler) keys.push_back({figure->tells, figure->number.begin, figure->end});
      at = figure->end;
    } else if (const WordAt word = words.keys.longest_at(text, at)) {
      if (word.term != Term::masked) keys.push_back({word.term, at, at + word.length});
      at += word.length;
    } else {
      static_cast<void>(next_code_point(text, at));
    }
  }
}

void ChangeText::add_bare_years() {
  const auto is_bare_year = [](const Figure& figure) {
    return figure.unit.empty() && is_year(figure.number.value) && figure.number.decimals == 0 &&
           figure.bound == Bound::exact && !figure.number.word;
  };
  for (const Figure& figure : figures) {
    const bool has_comma =
        text.substr(figure.number.begin, figure.number.end - figure.number.begin).find(',') !=
        std::string_view::npos;
    if (!is_bare_year(figure) || has_comma) continue;
    DateMention date;
    date.begin = figure.begin;
    date.end = figure.end;
    date.precision = DatePrecision::year;
    const int year = static_cast<int>(figure.number.value) - (figure.number.value >= 2400 ? 543 : 0);
    date.range = {std::chrono::year{year} / 1 / 1, std::chrono::year{year} / 12 / 31};
    dates.push_back(date);
  }
  std::sort(dates.begin(), dates.end(),
            [](const DateMention& a, const DateMention& b) { return a.begin < b.begin; });
  std::erase_if(figures,
                [&](const Figure& figure) { return covering(dates, figure.number.begin) != nullptr; });
}

/// "1 ใน 4" is 25 per cent; "1 ใน 4 อำเภอ" counts districts.
void ChangeText::add_fractions() {
  constexpr double most_parts = 100;
  const std::vector<std::string>& joints = words.pack.words("change_fraction_joints");
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const Figure &part = figures[i], &all = figures[i + 1];
    const auto is_plain = [](const Figure& figure) {
      return figure.unit.empty() && !figure.number.percent && !figure.number.times &&
             figure.number.decimals == 0 && figure.number.value >= 1;
    };
    if (!is_plain(part) || !is_plain(all) || all.number.value > most_parts) continue;
    if (part.number.value >= all.number.value || part.number.end > all.number.begin) continue;
    const std::string_view joint = trimmed(text.substr(part.number.end, all.number.begin - part.number.end));
    if (std::find(joints.begin(), joints.end(), joint) == joints.end()) continue;
    add_figure(share_figure(part.number.begin, all.number.end, part.number.value / all.number.value));
  }
}

/// Shares and multiples in words, and words that tell a whole change: "doubled".
void ChangeText::add_valued_words() {
  for (std::size_t at = 0; at < text.size();) {
    if (const DateMention* date = covering(dates, at)) {
      at = date->end;
      continue;
    }
    const WordAt word = words.values.longest_at(text, at);
    const std::size_t end = at + word.length;
    if (!word || counts_something_else(word, end)) {
      static_cast<void>(next_code_point(text, at));
      continue;
    }
    const bool is_share = word.value < 1;
    Figure figure = is_share ? share_figure(at, end, word.value) : multiple_figure(at, end, word.value);
    if (direction_of(word.term) != 0) figure.tells = word.term;
    add_figure(figure);
    at = end;
  }
}

/// "ครึ่งชั่วโมง" is a time, "หนึ่งในห้าจังหวัด" one of them, "twice a year" says how often.
bool ChangeText::counts_something_else(const WordAt& word, std::size_t end) const {
  if (word.term == Term::fraction) return words.quantities.unit_at(text, end) > 0;
  return word.term == Term::multiple && words.quantities.is_frequency(text, end);
}

/// In the place of the figures that it covers; none where one of them covers more.
void ChangeText::add_figure(Figure figure) {
  const auto overlaps = [&](const Figure& other) {
    return other.number.begin < figure.end && figure.begin < other.number.end;
  };
  const auto is_part_of = [&](const Figure& other) {
    const bool is_wider = other.number.end - other.number.begin > figure.end - figure.begin;
    return overlaps(other) && is_wider;
  };
  if (std::any_of(figures.begin(), figures.end(), is_part_of)) return;
  std::erase_if(figures, overlaps);
  words.quantities.weigh(text, figure);
  const auto place = std::find_if(figures.begin(), figures.end(),
                                  [&](const Figure& other) { return other.begin > figure.begin; });
  figures.insert(place, std::move(figure));
}

std::string ChangeText::rest(std::size_t begin, std::size_t end) const {
  std::string left;
  for (std::size_t at = begin; at < end;) {
    if (const DateMention* date = covering(dates, at)) {
      at = date->end;
      continue;
    }
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!is_letter_or_digit(c)) {
      at = next;
    } else if (const WordAt filler = words.fillers.longest_at(text, at)) {
      at += filler.length;
    } else {
      left.append(text.substr(at, next - at));
      at = next;
    }
  }
  return left;
}

std::size_t ChangeText::rest_clusters(std::size_t begin, std::size_t end) const {
  return count_clusters(rest(begin, end));
}

std::size_t ChangeText::sentence_begin(std::size_t at) const {
  for (std::size_t i = at; i > 0; --i) {
    const char c = text[i - 1];
    if (c == '\n' || c == ';') return i;
    const bool ends =
        c == '.' && i + 1 < text.size() && text[i] == ' ' && text[i + 1] >= 'A' && text[i + 1] <= 'Z';
    if (ends && i < at) return i;
  }
  return 0;
}

bool ChangeText::in_parentheses(std::size_t at) const {
  for (std::size_t i = at; i > 0 && at - i < 120; --i) {
    const char c = text[i - 1];
    if (c == '(' || c == '[') return true;
    if (c == ')' || c == ']' || c == '\n') return false;
  }
  return false;
}

bool alike(std::string_view a, std::string_view b) {
  constexpr std::size_t enough = 6, longest_read = 80;
  std::u32string x = folded(a).letters, y = folded(b).letters;
  if (x.size() > longest_read) x.erase(0, x.size() - longest_read);
  if (y.size() > longest_read) y.erase(0, y.size() - longest_read);
  const std::size_t shorter = std::min(x.size(), y.size());
  std::size_t best = 0;
  std::vector<std::size_t> row(y.size() + 1, 0);
  for (const char32_t letter : x) {
    for (std::size_t j = y.size(); j > 0; --j) {
      row[j] = letter == y[j - 1] ? row[j - 1] + 1 : 0;
      best = std::max(best, row[j]);
    }
  }
  return shorter > 0 && best >= std::min(enough, shorter);
}

}  // namespace ruamlint
