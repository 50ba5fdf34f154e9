#include "text/identifiers.hpp"

#include <algorithm>
#include <array>

#include "text/number_words.hpp"
#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Words = std::string_view;

/// The number behind one of these is dialled or looked up, not counted.
constexpr auto identifier_heads =
    std::to_array<Words>({"โทร", "โทร.", "โทรศัพท์", "โทรสาร", "สายด่วน", "หมายเลข", "เลขที่", "เลขทะเบียน", "รหัส",
                          "รหัสไปรษณีย์", "ว", "tel", "tel.", "fax", "fax.", "phone", "no."});
constexpr auto web_signs =
    std::to_array<Words>({"://", "www.", "@", ".com", ".th", ".org", ".net", ".html", ".pdf"});

bool is_digit_at(std::string_view text, std::size_t at) {
  return digit_value(code_point_at(text, at)) >= 0;
}
bool is_letter(char32_t c) {
  return (is_thai(c) && digit_value(c) < 0) || is_latin_letter(c);
}

/// Moves `at` behind the digits that begin there; how many they were.
int pass_digits(std::string_view text, std::size_t& at) {
  int digits = 0;
  while (is_digit_at(text, at)) {
    static_cast<void>(next_code_point(text, at));
    ++digits;
  }
  return digits;
}

// ---- Addresses
// -----------------------------------------------------------------------------------------------------

std::size_t behind_address(std::string_view text, std::size_t at) {
  const auto is_graphic = [&](std::size_t i) { return text[i] > ' ' && text[i] <= '~'; };
  if (!is_graphic(at) || (at > 0 && is_graphic(at - 1))) {
    return at;
  }
  std::size_t end = at;
  while (end < text.size() && is_graphic(end)) {
    ++end;
  }
  const std::string_view word = text.substr(at, end - at);
  const bool is_address = std::any_of(web_signs.begin(), web_signs.end(),
                                      [&](Words sign) { return word.find(sign) != std::string_view::npos; });
  return is_address ? end : at;
}

// ---- List labels
// -----------------------------------------------------------------------------------------------------

bool starts_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) {
    --at;
  }
  return at == 0 || text[at - 1] == '\n';
}

bool ends_line(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(" \t", at);
  return next == std::string_view::npos || text[next] == '\n';
}

/// Figures of one or two digits with dots between: "1.", "2.1", "1.2.3".
struct LabelFigures {
  int parts = 0;
  bool dot_behind = false;
  std::size_t end = 0;
};

LabelFigures label_figures(std::string_view text, std::size_t at) {
  LabelFigures figures;
  figures.end = at;
  for (;;) {
    std::size_t behind = figures.end;
    const int digits = pass_digits(text, behind);
    if (digits == 0 || digits > 2) {
      return digits == 0 ? figures : LabelFigures{0, false, at};
    }
    ++figures.parts;
    figures.dot_behind = rest_of(text, behind).starts_with('.');
    figures.end = behind + (figures.dot_behind ? 1 : 0);
    if (!figures.dot_behind) {
      return figures;
    }
  }
}

/// "2.1 ประชาชน" is a label; "2.1", "2.1 ล้านบาท" and "65.3 คะแนน" are numbers.
bool is_decimal_label(std::string_view text, const LabelFigures& figures, const CountingWords& words) {
  const std::size_t behind = behind_one_space(text, figures.end);
  return figures.parts == 2 && behind > figures.end && is_letter(code_point_at(text, behind)) &&
         !words.is_any(behind);
}

std::size_t behind_label(std::string_view text, std::size_t at, const CountingWords& words) {
  const bool open = text[at] == '(';
  const std::size_t begin = open ? at + 1 : at;
  if (!is_digit_at(text, begin) || !starts_line(text, at)) {
    return at;
  }
  const LabelFigures figures = label_figures(text, begin);
  if (figures.parts == 0) {
    return at;
  }
  if (rest_of(text, figures.end).starts_with(')') && !figures.dot_behind) {
    const std::size_t end = figures.end + 1;
    return figures.parts == 1 && !ends_line(text, end) ? end : at;
  }
  const bool is_label = figures.dot_behind || figures.parts >= 3 || is_decimal_label(text, figures, words);
  return is_label && !open ? figures.end : at;
}

// ---- Telephone numbers and codes
// ---------------------------------------------------------------------------------

/// 0 2123 4567, 081-234-5678: a zero, and nine or ten digits in groups.
std::size_t behind_telephone(std::string_view text, std::size_t at) {
  if (digit_value(code_point_at(text, at)) != 0) {
    return at;
  }
  int digits = 0;
  std::size_t end = at;
  for (std::size_t next = at; next < text.size();) {
    const char32_t c = next_code_point(text, next);
    if (digit_value(c) >= 0) {
      ++digits;
      end = next;
    } else if (!((c == U' ' || c == U'-') && next - end == 1)) {
      break;
    }
  }
  return digits == 9 || digits == 10 ? end : at;
}

/// The end of a run of digits and Latin letters, joined by hyphens, slashes and dots before more digits.
std::size_t behind_code(std::string_view text, std::size_t at) {
  for (;;) {
    while (is_digit_at(text, at) || is_latin_letter(code_point_at(text, at))) {
      static_cast<void>(next_code_point(text, at));
    }
    const char32_t sign = code_point_at(text, at);
    const bool goes_on = (sign == U'-' || sign == U'/' || sign == U'.') && is_digit_at(text, at + 1);
    if (!goes_on) {
      return at;
    }
    ++at;
  }
}

struct CodeShape {
  int digits = 0;
  int joints = 0;     ///< hyphens and slashes
  int most_dots = 0;  ///< between two joints: 12.50-15.75 is two numbers, 1.2.3 is none
  bool letters = false;
};

CodeShape shape_of(std::string_view code) {
  CodeShape shape;
  int dots = 0;
  for (std::size_t at = 0; at < code.size();) {
    const char32_t c = next_code_point(code, at);
    const bool joint = c == U'-' || c == U'/';
    shape.digits += digit_value(c) >= 0 ? 1 : 0;
    shape.joints += joint ? 1 : 0;
    shape.letters = shape.letters || is_latin_letter(c);
    dots = joint ? 0 : dots + (c == U'.' ? 1 : 0);
    shape.most_dots = std::max(shape.most_dots, dots);
  }
  return shape;
}

/// 02-123, 0812345678, 1-2345-67890-12-3, 1.2.3, A4; but not 20kg, where kg is a unit.
bool is_code(std::string_view text, std::size_t at, std::size_t end, const CountingWords& words) {
  constexpr int most_digits_of_amounts = 12;
  const std::string_view code = text.substr(at, end - at);
  const CodeShape shape = shape_of(code);
  if (shape.letters) {
    const auto figure = read_figure(code);
    return !figure || !words.is_any(at + figure->length);
  }
  const bool leading_zero =
      digit_value(code_point_at(code, 0)) == 0 && shape.digits >= 2 && shape.most_dots == 0;
  return shape.joints >= 2 || shape.most_dots >= 2 || shape.digits > most_digits_of_amounts ||
         (leading_zero && (shape.joints > 0 || shape.digits > 2));
}

/// "โทร. 1567", "เลขที่ 88/4".
bool is_called(std::string_view text, std::size_t at) {
  std::string_view head = text.substr(0, at);
  const std::size_t last = head.find_last_not_of(" :+(");
  head = head.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return std::any_of(identifier_heads.begin(), identifier_heads.end(), [&](Words word) {
    if (head.size() < word.size() || !begins_with_lowered(head.substr(head.size() - word.size()), word)) {
      return false;
    }
    constexpr std::size_t one_letter_bytes = 3;
    return word.size() > one_letter_bytes || !is_letter(code_point_before(head, head.size() - word.size()));
  });
}

/// Behind a letter, or COVID-19.
bool is_part_of_name(std::string_view text, std::size_t at) {
  const char32_t before = code_point_before(text, at);
  return is_latin_letter(before) || (before == U'-' && is_latin_letter(code_point_before(text, at - 1)));
}

}  // namespace

std::size_t behind_identifier(std::string_view text, std::size_t at, const CountingWords& words) {
  if (const std::size_t end = behind_address(text, at); end > at) {
    return end;
  }
  if (const std::size_t end = behind_label(text, at, words); end > at) {
    return end;
  }
  if (!is_digit_at(text, at)) {
    return at;
  }
  if (const std::size_t end = behind_telephone(text, at); end > at) {
    return end;
  }
  const std::size_t end = behind_code(text, at);
  const bool called = is_called(text, at) && !words.is_any(behind_one_space(text, end));
  return called || is_part_of_name(text, at) || is_code(text, at, end, words) ? end : at;
}

}  // namespace ruamlint
