#include "extract/docx/number_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

/// The 41 letters that the standard lists for thaiLetters: no ฃ, ฅ, ฆ, ฤ, ฦ.
constexpr std::u32string_view thai_letters = U"กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
constexpr std::u32string_view latin_letters = U"abcdefghijklmnopqrstuvwxyz";
/// Letters repeat (z, aa, bb): beyond so many rounds no one reads them, and their length would be the file's
/// choice.
constexpr int max_letter_rounds = 30;

std::string decimal(int value) {
  return fmt::format("{}", value);
}

std::string upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::string letters(int value, std::u32string_view alphabet) {
  const int size = static_cast<int>(alphabet.size());
  if (value < 1 || value > size * max_letter_rounds) return decimal(value);
  std::string text;
  for (int round = 0; round <= (value - 1) / size; ++round) append_utf8(text, alphabet[(value - 1) % size]);
  return text;
}

std::string roman(int value) {
  struct Step {
    int value;
    const char* digits;
  };
  constexpr std::array steps = {Step{1000, "m"}, Step{900, "cm"}, Step{500, "d"}, Step{400, "cd"},
                                Step{100, "c"},  Step{90, "xc"},  Step{50, "l"},  Step{40, "xl"},
                                Step{10, "x"},   Step{9, "ix"},   Step{5, "v"},   Step{4, "iv"},
                                Step{1, "i"}};
  if (value < 1 || value > 4999) return decimal(value);
  std::string text;
  for (const Step& step : steps)
    for (; value >= step.value; value -= step.value) text += step.digits;
  return text;
}

std::string thai_digits(int value) {
  std::string text;
  for (const char c : decimal(value)) {
    if (c == '-') {
      text += c;
    } else {
      append_utf8(text, U'๐' + static_cast<char32_t>(c - '0'));
    }
  }
  return text;
}

/// Numbers in Thai words below a million: สิบ is ten, ยี่สิบ twenty, a one behind tens เอ็ด.
std::string thai_words(int value) {
  constexpr std::array digits = {"ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};
  constexpr std::array powers = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
  if (value < 0 || value > 999'999) return decimal(value);
  if (value == 0) return digits[0];
  const std::string figures = decimal(value);
  std::string text;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const std::size_t power = figures.size() - 1 - i;
    const auto digit = static_cast<std::size_t>(figures[i] - '0');
    if (digit == 0) continue;
    const bool plain_ten = power == 1 && digit == 1;
    if (power == 1 && digit == 2) {
      text += "ยี่";
    } else if (power == 0 && digit == 1 && figures.size() > 1 && figures[i - 1] != '0') {
      text += "เอ็ด";
    } else if (!plain_ten) {
      text += digits[digit];
    }
    text += powers[power];
  }
  return text;
}

/// Numbers in English words, "Twenty-one", below a million.
std::string english_words(int value, bool as_ordinal) {
  constexpr std::array ones = {"zero",    "one",     "two",       "three",    "four",
                               "five",    "six",     "seven",     "eight",    "nine",
                               "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                               "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  constexpr std::array tens = {"",      "",      "twenty",  "thirty", "forty",
                               "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (value < 0 || value > 999'999) return decimal(value);
  std::string text;
  const auto add = [&text](std::string_view glue, std::string_view word) {
    if (!text.empty()) text += glue;
    text += word;
  };
  const auto add_below_thousand = [&](int part) {
    if (part >= 100) add(" ", fmt::format("{} hundred", ones[static_cast<std::size_t>(part / 100)]));
    part %= 100;
    const bool has_ten = part >= 20;
    if (has_ten) add(" ", tens[static_cast<std::size_t>(part / 10)]);
    if (has_ten) part %= 10;
    if (part > 0) add(has_ten ? "-" : " ", ones[static_cast<std::size_t>(part)]);
  };
  if (value == 0) text = ones[0];
  if (value >= 1000) {
    add_below_thousand(value / 1000);
    add(" ", "thousand");
  }
  add_below_thousand(value % 1000);
  if (as_ordinal) {
    struct Irregular {
      std::string_view cardinal, ordinal;
    };
    constexpr std::array irregular = {Irregular{"one", "first"},     Irregular{"two", "second"},
                                      Irregular{"three", "third"},   Irregular{"five", "fifth"},
                                      Irregular{"eight", "eighth"},  Irregular{"nine", "ninth"},
                                      Irregular{"twelve", "twelfth"}};
    const std::size_t last = text.find_last_of(" -") + 1;  // npos + 1 is 0
    const std::string word = text.substr(last);
    const auto* found = std::find_if(irregular.begin(), irregular.end(),
                                     [&](const Irregular& known) { return known.cardinal == word; });
    if (found != irregular.end()) {
      text.replace(last, std::string::npos, found->ordinal);
    } else if (text.back() == 'y') {
      text.replace(text.size() - 1, 1, "ieth");
    } else {
      text += "th";
    }
  }
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// Unicode has ready-made signs for 1 to 20 in circles, in brackets and with a full stop.
std::string enclosed(int value, char32_t sign_of_one) {
  if (value < 1 || value > 20) return decimal(value);
  std::string text;
  append_utf8(text, sign_of_one + static_cast<char32_t>(value - 1));
  return text;
}

std::string full_width(int value) {
  std::string text;
  for (const char c : decimal(value)) append_utf8(text, U'\uFF00' + static_cast<char32_t>(c - ' '));
  return text;
}

/// Footnote signs, repeated: *, †, ‡, §, **, ...
std::string chicago(int value) {
  return letters(value, U"*†‡§");
}

/// "001, 002, 003, ...": the first example tells the width.
std::string custom(int value, std::string_view examples) {
  const std::string_view first = examples.substr(0, examples.find(','));
  const bool padded = !first.empty() && first.size() <= 10 &&
                      std::all_of(first.begin(), first.end(), [](char c) { return c >= '0' && c <= '9'; });
  return padded && value >= 0 ? fmt::format("{:0{}}", value, first.size()) : decimal(value);
}

std::string ordinal(int value) {
  constexpr std::array suffixes = {"th", "st", "nd", "rd"};
  const int last = value % 10;
  const bool teen = value / 10 % 10 == 1;
  return decimal(value) + suffixes[teen || last < 0 || last > 3 ? 0 : last];
}

}  // namespace

std::string formatted_number(int value, std::string_view format) {
  if (format == "none") return {};
  if (format == "thaiNumbers") return thai_digits(value);
  if (format == "thaiLetters") return letters(value, thai_letters);
  if (format == "thaiCounting") return thai_words(value);
  if (format == "lowerLetter") return letters(value, latin_letters);
  if (format == "upperLetter") return upper_case(letters(value, latin_letters));
  if (format == "lowerRoman") return roman(value);
  if (format == "upperRoman") return upper_case(roman(value));
  if (format == "decimalZero" && value >= 0) return fmt::format("{:02}", value);
  if (format == "ordinal") return ordinal(value);
  if (format == "cardinalText") return english_words(value, false);
  if (format == "ordinalText") return english_words(value, true);
  if (format == "bahtText") return thai_words(value) + "บาทถ้วน";  // baht, without satang
  if (format == "hex" && value >= 0) return fmt::format("{:X}", value);
  if (format == "chicago") return chicago(value);
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(value);
  if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese")
    return enclosed(value, U'①');
  if (format == "decimalEnclosedParen") return enclosed(value, U'⑴');
  if (format == "decimalEnclosedFullstop") return enclosed(value, U'⒈');
  if (format.substr(0, custom_format.size()) == custom_format)
    return custom(value, format.substr(custom_format.size()));
  if (format == "numberInDash") return fmt::format("- {} -", value);
  return decimal(value);
}

}  // namespace ruamlint::docx
