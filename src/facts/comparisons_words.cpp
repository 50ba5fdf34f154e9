#include "facts/comparisons_words.hpp"

#include <algorithm>
#include <cstdlib>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

char lower(char c) {
  return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_latin(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

char32_t first_letter(std::string_view text, std::size_t at) {
  const char32_t first = next_code_point(text, at);
  return first < 0x80 ? static_cast<char32_t>(lower(static_cast<char>(first))) : first;
}

/// No Thai word begins with one of these.
bool goes_on(char32_t c) {
  return is_mark(c) || c == U'ะ' || c == U'า' || c == U'ำ' || c == U'ๅ';
}

bool is_word_at(std::string_view text, std::size_t at, std::string_view word) {
  if (text.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[at + i]) != lower(word[i])) return false;
  }
  if (is_latin(word.front()) && at > 0 && is_latin(text[at - 1])) return false;
  std::size_t behind = at + word.size();
  if (behind == text.size()) return true;
  if (is_latin(word.back()) && is_latin(text[behind])) return false;
  return !goes_on(next_code_point(text, behind));
}

}  // namespace

void WordIndex::add(const std::vector<std::string>& words, Term term) {
  for (const std::string& word : words) {
    if (!word.empty()) add(word, term, 0);
  }
}

void WordIndex::add_values(const std::vector<std::string>& lines, Term term) {
  for (const std::string& line : lines) {
    const std::size_t equals = line.find(" = ");
    if (equals == std::string::npos || equals == 0) continue;
    char* behind = nullptr;
    const double value = std::strtod(line.c_str() + equals + 3, &behind);
    const double divisor = *behind == '/' ? std::strtod(behind + 1, nullptr) : 1;
    if (value > 0 && divisor > 0) add(std::string_view(line).substr(0, equals), term, value / divisor);
  }
}

void WordIndex::add(std::string_view word, Term term, double value) {
  std::vector<Entry>& entries = by_first_[first_letter(word, 0)];
  const auto place = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.word.size() < word.size(); });
  entries.insert(place, {lowered(word), term, value});
}

WordAt WordIndex::longest_at(std::string_view text, std::size_t at) const {
  if (at >= text.size()) return {};
  const auto entries = by_first_.find(first_letter(text, at));
  if (entries == by_first_.end()) return {};
  for (const Entry& entry : entries->second) {
    if (is_word_at(text, at, entry.word)) return {entry.term, entry.word.size(), entry.value};
  }
  return {};
}

bool holds_word(std::string_view text, const std::vector<std::string>& words) {
  // Few texts have capitals, and few words.
  const bool has_capitals = std::any_of(text.begin(), text.end(), is_capital);
  const std::string copy = has_capitals ? lowered(text) : std::string();
  const std::string_view folded = has_capitals ? std::string_view(copy) : text;
  const auto stands = [&](std::string_view word) {
    for (std::size_t at = find_word(folded, word); at != std::string::npos;
         at = find_word(folded, word, at + 1)) {
      if (is_word_at(folded, at, word)) return true;
    }
    return false;
  };
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    if (word.empty()) return false;
    return std::none_of(word.begin(), word.end(), is_capital) ? stands(word) : stands(lowered(word));
  });
}

std::size_t word_ending_at(std::string_view text, std::size_t at, const std::vector<std::string>& words) {
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t longest = 0;
  for (const std::string& word : words) {
    if (word.empty() || word.size() > end || word.size() <= longest) continue;
    const std::size_t begin = end - word.size();
    const bool is_same =
        std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(begin),
                   [](char a, char b) { return lower(a) == lower(b); });
    if (is_same && !(is_latin(word.front()) && begin > 0 && is_latin(text[begin - 1]))) longest = word.size();
  }
  return longest == 0 ? 0 : longest + (at - end);
}

std::size_t word_beginning_at(std::string_view text, std::size_t at, const std::vector<std::string>& words) {
  std::size_t longest = 0;
  for (const std::string& word : words) {
    if (word.size() > longest && at < text.size() && is_word_at(text, at, word)) longest = word.size();
  }
  return longest;
}

}  // namespace ruamlint
