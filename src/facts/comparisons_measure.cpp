#include "facts/comparisons_measure.hpp"

#include <algorithm>

#include "facts/comparisons_grid.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t least_clusters = 2, most_clusters = 60;

bool is_sign(char32_t c) {
  static constexpr std::u32string_view signs = U".,;:()[]{}\"'“”‘’-–—•●○▪◦➢➤*/=→·…\u200B|";
  return is_space(c) || signs.find(c) != std::u32string_view::npos;
}

std::string_view without_signs(std::string_view text) {
  while (!text.empty()) {
    std::size_t next = 0;
    if (!is_sign(next_code_point(text, next))) break;
    text.remove_prefix(next);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t at = last;
    const char32_t c = next_code_point(text, at);
    const bool closes = c == U')' && text.find('(') != std::string_view::npos;
    if (!is_sign(c) || closes) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

/// Takes the words of `lists` off the ends as long as enough is left.
std::string_view without_small_words(std::string_view text, const Pack& pack) {
  for (bool cut = true; cut;) {
    cut = false;
    text = without_signs(text);
    if (const std::size_t head = word_beginning_at(text, 0, pack.words("change_measure_lead_words"));
        head > 0) {
      if (count_clusters(text.substr(head)) >= least_clusters) {
        text.remove_prefix(head);
        cut = true;
        continue;
      }
    }
    for (const char* list :
         {"change_measure_tail_words", "change_rise_words", "change_fall_words", "change_from_words"}) {
      const std::size_t tail = word_ending_at(text, text.size(), pack.words(list));
      if (tail == 0) continue;
      text.remove_suffix(tail);
      cut = true;
      break;
    }
  }
  return text;
}

std::string_view last_part(std::string_view text, const WordIndex& cuts) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t word = cuts.longest_at(text, at).length;
    if (word > 0 && count_clusters(without_signs(text.substr(at + word))) >= least_clusters) {
      at = begin = at + word;
    } else {
      static_cast<void>(next_code_point(text, at));
    }
  }
  return text.substr(begin);
}

/// The end of a name that is too long, from a blank on.
std::string_view shortened(std::string_view text) {
  while (count_clusters(text) > most_clusters) {
    const std::size_t blank = text.find(' ');
    std::size_t next = 0;
    static_cast<void>(next_code_point(text, next));
    text.remove_prefix(blank != std::string_view::npos && blank + 1 < text.size() ? blank + 1 : next);
    while (!text.empty()) {
      next = 0;
      if (!is_mark(next_code_point(text, next))) break;
      text.remove_prefix(next);
    }
  }
  return text;
}

}  // namespace

std::string measure_in(const ChangeText& read, std::size_t begin, std::size_t end) {
  if (begin >= end) return {};
  // A date cuts: "ในปี 2563 ผู้ป่วย" is of ผู้ป่วย; one at the end only ends the name.
  for (const DateMention& date : read.dates) {
    if (date.begin < begin || date.end > end) continue;
    const bool is_last =
        count_clusters(without_signs(read.text.substr(date.end, end - date.end))) < least_clusters;
    if (is_last) {
      end = date.begin;
      break;
    }
    begin = date.end;
  }
  const std::string_view stretch = read.text.substr(begin, end - begin);
  const Pack& pack = read.words.pack;
  std::string_view name = stretch;
  for (const char sign : {'\n', ';', ':'}) {
    const std::size_t at = name.rfind(sign);
    if (at != std::string_view::npos &&
        count_clusters(without_signs(name.substr(at + 1))) >= least_clusters) {
      name.remove_prefix(at + 1);
    }
  }
  name = without_small_words(last_part(name, read.words.measure_cuts), pack);
  return folded_spaces(without_signs(shortened(name)));
}

std::string tidy_measure(std::string_view text, const ChangeWords& words) {
  const std::string name = without_unit(text, words);
  return folded_spaces(without_signs(shortened(name)));
}

}  // namespace ruamlint
