#include "facts/prompts.hpp"

#include <algorithm>
#include <array>

#include "facts/label.hpp"
#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// An instruction longer than this has swallowed an answer.
constexpr std::size_t longest_prompt_clusters = 260;
/// A question is short; "..., ข้อไหนทำไม่ได้เพราะอะไร" at the end of a long line is a story's.
constexpr std::size_t longest_question_clusters = 80;

bool is_leader(char32_t c) {
  return c == U'.' || c == U'…' || c == U'_' || c == U'-' || c == U'–' || c == U'—' || c == U'‥';
}

bool has_letters(std::string_view text) {
  return !folded(text).letters.empty();
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

std::vector<std::string> all_lowered(const std::vector<std::string>& words) {
  std::vector<std::string> result;
  for (const std::string& word : words) result.push_back(lowered(word));
  return result;
}

/// Without its list label, asterisks and the brackets around all of it.
std::string_view core_of(std::string_view text) {
  text = trimmed(text);
  text.remove_prefix(std::min(label_at_start(text).end, text.size()));
  while (!text.empty() &&
         (text[0] == '*' || text[0] == '(' || text[0] == '[' || text[0] == '<' || text[0] == '{'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ')' || text.back() == ']' || text.back() == '>' ||
                           text.back() == '}' || text.back() == '*' || text.back() == '.'))
    text.remove_suffix(1);
  return trimmed(text);
}

}  // namespace

PromptReader::PromptReader(const Pack& pack)
    : begins_(all_lowered(pack.words("prompts"))),
      ends_(pack.words("prompt_ends")),
      reported_(pack.words("reported_questions")) {}

bool PromptReader::begins_as_prompt(std::string_view text) const {
  const std::string begin = lowered(text.substr(0, 80));
  return std::any_of(begins_.begin(), begins_.end(), [&](const std::string& word) {
    if (!begin.starts_with(word)) return false;
    const char32_t last = code_point_before(word, word.size());
    return !is_latin_letter(last) || !is_latin_letter(code_point_at(begin, word.size()));
  });
}

bool PromptReader::ends_as_question(std::string_view text) const {
  if (text.ends_with('?')) return true;
  const bool asks =
      std::any_of(ends_.begin(), ends_.end(), [&](const std::string& word) { return text.ends_with(word); });
  // The form's own questions hold no figures.
  return asks && !has_digit(text) && !reports_question(text);
}

bool PromptReader::reports_question(std::string_view text) const {
  return std::any_of(reported_.begin(), reported_.end(), [&](const std::string& word) {
    return find_word(text, word) != std::string_view::npos;
  });
}

bool PromptReader::is_prompt(std::string_view text) const {
  const std::string_view start = trimmed(text);
  if (const std::size_t close = start.find(')'); start.starts_with('(') && close != std::string_view::npos) {
    const std::string_view rest = start.substr(close + 1);  // "(โปรดอธิบาย) น้ำในคลอง ..."
    if (has_letters(rest)) return is_prompt(rest);
  }
  const std::string_view core = core_of(text);
  if (!has_letters(core)) return !trimmed(text).empty();
  const std::size_t clusters = count_clusters(core);
  if (begins_as_prompt(core) && clusters <= longest_prompt_clusters) {
    // "ระบุ: น้ำเสียในคลอง ..." holds an answer.
    const std::size_t colon = core.find(':');
    return colon == std::string_view::npos || own_letters(core.substr(colon + 1)) < 10;
  }
  return clusters <= longest_question_clusters && ends_as_question(core);
}

int PromptReader::own_letters(std::string_view text) const {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '(' || text[at] == '[') {
      const std::size_t close = text.find(text[at] == '(' ? ')' : ']', at);
      if (close != std::string_view::npos && is_prompt(text.substr(at, close + 1 - at))) {
        at = close + 1;
        continue;
      }
    }
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool leads =
        is_leader(c) && (is_leader(code_point_at(text, at)) || is_leader(code_point_before(text, begin)));
    if (!leads) kept.append(text.substr(begin, at - begin));
  }
  if (!has_letters(kept)) return 0;
  return static_cast<int>(count_clusters(kept));
}

}  // namespace ruamlint
