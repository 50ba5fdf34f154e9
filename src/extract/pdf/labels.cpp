#include "extract/pdf/labels.hpp"

#include <array>
#include <string>

#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr std::u32string_view bullets = U"•‣▪●◦∙·◆❖➢➤►▶★–—-*";
constexpr std::u32string_view thai_letters = U"กขคงจฉชซ";
constexpr int most_digits = 3;

/// What stands before the number of a part: part, section, chapter, item, article.
constexpr std::array<std::string_view, 10> part_words = {"ส่วนที่", "ตอนที่", "หมวดที่", "หมวด",    "บทที่",
                                                         "ข้อที่",  "ข้อ",   "Part",  "Section", "Chapter"};

char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

void skip(std::string_view text, std::size_t& at) {
  if (at < text.size()) static_cast<void>(next_code_point(text, at));
}

void skip_spaces(std::string_view text, std::size_t& at) {
  while (at < text.size() && is_space(peek(text, at))) skip(text, at);
}

/// Digits at `at`; 0 where there are none or too many.
int read_number(std::string_view text, std::size_t& at) {
  int value = 0, digits = 0;
  while (digit_value(peek(text, at)) >= 0) {
    value = value * 10 + digit_value(peek(text, at));
    skip(text, at);
    if (++digits > most_digits) return 0;
  }
  return digits == 0 ? 0 : value;
}

bool is_latin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// A Roman number up to thirty-nine in small letters at `at`, two letters or more ("i" alone is a letter).
int read_roman(std::string_view text, std::size_t& at) {
  static constexpr std::array<std::string_view, 10> ones = {"",  "i",  "ii",  "iii",  "iv",
                                                            "v", "vi", "vii", "viii", "ix"};
  std::string letters;
  std::size_t end = at;
  while (end < text.size() && std::string_view("ivx").find(text[end]) != std::string_view::npos)
    letters += text[end++];
  if (letters.size() < 2) return 0;
  for (int tens = 0; tens < 4; ++tens)
    for (std::size_t one = 0; one < ones.size(); ++one)
      if (letters == std::string(static_cast<std::size_t>(tens), 'x') + std::string(ones[one])) {
        at = end;
        return tens * 10 + static_cast<int>(one);
      }
  return 0;
}

/// The number or letter itself, without its brackets and stops.
Label core_of(std::string_view text, std::size_t& at) {
  Label label;
  const char32_t c = peek(text, at);
  if (digit_value(c) >= 0) {
    label.value = read_number(text, at);
    if (label.value == 0) return {};
    label.kind = Label::Kind::number;
    label.depth = 1;
    while (peek(text, at) == U'.' && digit_value(peek(text, at + 1)) >= 0) {
      ++at;
      const int value = read_number(text, at);
      if (value == 0) return {};
      label.value = value;
      ++label.depth;
    }
    return label;
  }
  label.depth = 1;
  if (const int roman = read_roman(text, at); roman > 0) {
    label.kind = Label::Kind::roman;
    label.value = roman;
  } else if (is_latin_letter(c)) {
    label.kind = Label::Kind::latin_letter;
    label.value = static_cast<int>(c | 0x20) - 'a' + 1;
    skip(text, at);
  } else if (const auto index = thai_letters.find(c); c != 0 && index != std::u32string_view::npos) {
    label.kind = Label::Kind::thai_letter;
    label.value = static_cast<int>(index) + 1;
    skip(text, at);
  } else {
    return {};
  }
  return label;
}

Label bullet_of(std::string_view text) {
  const char32_t c = peek(text, 0);
  if (c == 0 || bullets.find(c) == std::u32string_view::npos) return {};
  std::size_t at = 0;
  skip(text, at);
  const bool spaced = is_space(peek(text, at));
  const bool dash = c == U'-' || c == U'–' || c == U'—' || c == U'*' || c == U'·';
  if (dash && !spaced && !is_thai_consonant(peek(text, at)) && !is_leading_vowel(peek(text, at))) return {};
  skip_spaces(text, at);
  if (at == text.size() || (dash && digit_value(peek(text, at)) >= 0)) return {};
  Label label;
  label.kind = Label::Kind::bullet;
  label.length = at;
  label.closed = true;
  return label;
}

Label word_label_of(std::string_view text) {
  for (const std::string_view word : part_words) {
    if (!text.starts_with(word)) continue;
    std::size_t at = word.size();
    skip_spaces(text, at);
    Label label = core_of(text, at);
    if (label.kind != Label::Kind::number) return {};
    label.kind = Label::Kind::word;
    const char32_t behind = peek(text, at);
    label.closed = behind == U'.' || behind == U':';
    if (label.closed) ++at;
    if (at < text.size() && !is_space(peek(text, at)) && !label.closed) return {};
    skip_spaces(text, at);
    label.length = at;
    return label;
  }
  return {};
}

}  // namespace

Label label_of(std::string_view text) {
  if (const Label bullet = bullet_of(text); bullet.found()) return bullet;
  if (const Label word = word_label_of(text); word.found()) return word;
  std::size_t at = 0;
  const bool opened = peek(text, at) == U'(';
  if (opened) ++at;
  Label label = core_of(text, at);
  if (!label.found()) return {};
  const char32_t behind = peek(text, at);
  if (opened && behind != U')') return {};
  label.bracketed = behind == U')';
  label.closed = behind == U'.' || behind == U')';
  if (label.closed) ++at;
  const bool spaced = is_space(peek(text, at));
  const bool letter = label.kind != Label::Kind::number;
  const bool joined =
      label.closed && !letter && (is_thai_consonant(peek(text, at)) || is_leading_vowel(peek(text, at)));
  if (!spaced && !joined) return {};
  if (!label.closed && label.depth < 2) return {};
  skip_spaces(text, at);
  if (at >= text.size()) return {};
  label.length = at;
  return label;
}

bool same_style(const Label& a, const Label& b) {
  return a.kind == b.kind && a.depth == b.depth && a.bracketed == b.bracketed;
}

}  // namespace ruamlint::pdf
