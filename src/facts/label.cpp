#include "facts/label.hpp"

#include <array>
#include <span>

#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Kind = Label::Kind;

constexpr std::array<std::string_view, 16> part_words = {
    "ส่วนที่", "หมวดที่",   "หมวด", "ตอนที่",    "หัวข้อที่", "หัวข้อ",    "บทที่",  "ข้อที่",
    "ข้อ",   "ประเด็นที่", "ส่วน",  "section", "part",  "chapter", "item", "question"};
/// These count what stands side by side, as plain numbers do.
constexpr std::array<std::string_view, 8> step_words = {"ขั้นตอนที่", "ขั้นที่",  "ขั้น",    "ลำดับที่",
                                                        "ระดับที่",  "step", "stage", "level"};
constexpr std::u32string_view bullets = U"-–—•●◦○▪■□➤➢►▶❖◆✦*·‣→»\uF0B7\uF0A7\uF0D8";
constexpr std::size_t most_digits = 3;

bool is_bullet(char32_t c) {
  return bullets.find(c) != std::u32string_view::npos;
}

/// The end of a number, of one letter or of a Roman numeral at `at`; `at` where there is none.
std::size_t behind_counter(std::string_view text, std::size_t at) {
  std::size_t end = at, digits = 0;
  for (std::size_t next = at; next < text.size() && digits <= most_digits; ++digits) {
    if (digit_value(next_code_point(text, next)) < 0) break;
    end = next;
  }
  if (digits > 0) return digits <= most_digits ? end : at;
  if (at >= text.size()) return at;
  std::size_t next = at;
  const char32_t c = next_code_point(text, next);
  if (is_thai_consonant(c)) return is_mark(code_point_at(text, next)) ? at : next;
  if (!is_latin_letter(c)) return at;
  std::size_t roman = at;
  while (roman < text.size() && std::string_view("IVXivx").find(text[roman]) != std::string_view::npos)
    ++roman;
  return roman > next ? roman : next;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return digit_value(code_point_at(text, at)) >= 0;
}

Label finished(Kind kind, std::string_view text, std::size_t end) {
  return {kind, behind_blanks(text, end)};
}

/// "ส่วนที่ 2", "Part A:", with what closes it.
Label worded_at(std::string_view text, std::span<const std::string_view> words, Kind kind) {
  for (const std::string_view word : words) {
    if (!begins_with_lowered(text, word)) continue;
    const std::size_t at = behind_blanks(text, word.size());
    const bool latin = is_latin_letter(code_point_at(text, 0));
    if (latin && at == word.size()) return {};
    std::size_t end = behind_counter(text, at);
    if (end == at) continue;
    while (end < text.size() && text[end] == '.' && is_digit_at(text, end + 1))
      end = behind_counter(text, end + 1);
    const char32_t next = code_point_at(text, end);
    if (is_thai(next) && !is_digit_at(text, at)) continue;  // "หมวดกฎหมาย": a word, no letter
    if (is_latin_letter(next)) continue;
    if (next == U'.' || next == U':' || next == U')') ++end;
    return finished(kind, text, end);
  }
  return {};
}

Label numbered_at(std::string_view text) {
  const bool digits = is_digit_at(text, 0);
  std::size_t end = behind_counter(text, 0);
  if (end == 0) return {};
  int depth = 1;
  while (digits && end + 1 < text.size() && text[end] == '.' && is_digit_at(text, end + 1)) {
    const std::size_t deeper = behind_counter(text, end + 1);
    if (deeper == end + 1) break;
    end = deeper;
    ++depth;
  }
  const Kind kind = depth == 1 ? Kind::number : depth == 2 ? Kind::number_2 : Kind::number_3;
  const char32_t next = code_point_at(text, end);
  if (digits && is_space(next)) return finished(kind, text, end);
  if (depth > 1 && (is_thai_consonant(next) || is_latin_letter(next)))  // "2.1วัตถุประสงค์"
    return finished(kind, text, end);
  if (next != U'.' && next != U')') return {};
  if (!digits && !is_space(code_point_at(text, end + 1))) return {};  // "พ.ศ. 2566"
  return finished(next == U')' ? Kind::number_bracket : kind, text, end + 1);
}

}  // namespace

Label label_at_start(std::string_view text) {
  const std::size_t start = behind_blanks(text, 0);
  const std::string_view rest = rest_of(text, start);
  if (rest.empty()) return {};
  Label label = worded_at(rest, part_words, Kind::part);
  if (label.kind == Kind::none) label = worded_at(rest, step_words, Kind::number);
  if (label.kind == Kind::none && (rest[0] == '(' || rest[0] == '[')) {
    const std::size_t end = behind_counter(rest, 1);
    if (end > 1 && end < rest.size() && (rest[end] == ')' || rest[end] == ']'))
      label = finished(Kind::bracketed, rest, end + 1);
  }
  if (label.kind == Kind::none) label = numbered_at(rest);
  if (label.kind == Kind::none) {
    std::size_t end = 0;
    const char32_t c = next_code_point(rest, end);
    if (is_bullet(c)) label = finished(Kind::bullet, rest, end);
  }
  if (label.kind == Kind::none) return {};
  label.end += start;
  return label;
}

std::size_t behind_closed_label(std::string_view text) {
  const Label label = label_at_start(text);
  if (label.kind == Kind::none || label.end >= text.size()) return 0;
  if (label.kind == Kind::part || label.kind == Kind::bullet) return label.end;
  const std::string_view written = trimmed(text.substr(0, label.end));
  return written.ends_with('.') || written.ends_with(')') || written.ends_with(']') ? label.end : 0;
}

}  // namespace ruamlint
