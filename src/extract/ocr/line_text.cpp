#include "extract/ocr/line_text.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string_view>

#include "extract/ocr/ocr.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint::ocr {
namespace {

/// Part of the repaired text between spaces: a run of digits, or what is none.
struct Piece {
  std::size_t begin = 0, end = 0;
  bool digits = false;
};

bool joins_digits(char32_t c) {
  return c == '.' || c == ',' || c == '/' || c == '-' || c == ':';
}

char32_t code_point_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? next_code_point(text, offset) : U' ';
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool broken = true;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_space(c)) {
      broken = true;
      continue;
    }
    const bool inside_number =
        !broken && pieces.back().digits && joins_digits(c) && digit_value(code_point_at(text, offset)) >= 0;
    const bool digits = digit_value(c) >= 0 || inside_number;
    if (broken || digits != pieces.back().digits) pieces.push_back({begin, offset, digits});
    pieces.back().end = offset;
    broken = false;
  }
  return pieces;
}

/// What stands on one side of a run of digits.
struct Beside {
  char32_t letter = U' ';    ///< right there
  bool more_digits = false;  ///< digits are next, behind at most a stop and a space, or a stop and one letter
  bool lone_stop = false;    ///< a stop that belongs to nothing else
};

/// `step`: goes one letter away from the run and returns it, a space at the end of the text.
template <class Step>
Beside beside(Step step) {
  Beside found;
  const char32_t first = found.letter = step();
  const char32_t second = step();
  const bool pair = (is_space(first) && joins_digits(second)) || (joins_digits(first) && is_space(second));
  const bool letter_behind_stop = joins_digits(first) && is_thai(second);
  char32_t next = first;
  if (pair || letter_behind_stop)
    next = step();
  else if (is_space(first) || joins_digits(first))
    next = second;
  found.more_digits = digit_value(next) >= 0;
  found.lone_stop = (first == U'.' && is_space(second)) || (first == U',' && digit_value(second) < 0);
  return found;
}

/// Parts of a number are never sure: a letter right beside a run may be one of its digits, read wrong; a run
/// that a gap in wide print parts from more digits may go on; before a lone stop something was lost.
bool part_of_a_number(const Piece& piece, std::string_view text) {
  std::size_t back = piece.begin, on = piece.end;
  const Beside before = beside([&] {
    if (back == 0) return U' ';
    do --back;
    while (back > 0 && (static_cast<unsigned char>(text[back]) & 0xC0U) == 0x80U);
    return code_point_at(text, back);
  });
  const Beside behind = beside([&] { return on < text.size() ? next_code_point(text, on) : U' '; });
  const auto letter = [](char32_t c) {
    return is_thai(c) || (c < 128 && std::isalpha(static_cast<int>(c)) != 0);
  };
  return letter(before.letter) || letter(behind.letter) || before.more_digits || behind.more_digits ||
         before.lone_stop;
}

/// The symbols as one string, and for each of its bytes the symbol that it belongs to.
struct Joined {
  std::string text;
  std::vector<std::size_t> symbol;
};

Joined joined(const std::vector<PlacedSymbol>& symbols) {
  Joined all;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (symbols[i].starts_word && !all.text.empty()) all.text += ' ';
    all.text += symbols[i].utf8;
    all.symbol.resize(all.text.size(), i);
  }
  return all;
}

Span span_of(const Piece& piece, std::string_view text, const std::vector<std::size_t>& symbol_of_byte,
             const std::vector<PlacedSymbol>& symbols, const PageImage& page) {
  Span span;
  span.begin = piece.begin;
  span.end = piece.end;
  span.origin = Origin::ocr;
  PixelBox box = symbols[symbol_of_byte[piece.begin]].box;
  float sum = 0, least = 1;
  std::size_t letters = 0;
  bool sure = piece.digits && !part_of_a_number(piece, text);
  for (std::size_t offset = piece.begin; offset < piece.end;) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    const PlacedSymbol& symbol = symbols[symbol_of_byte[begin]];
    box = united(box, symbol.box);
    sum += symbol.confidence;
    least = std::min(least, symbol.confidence);
    ++letters;
    sure = sure && symbol.sure_digit;
    if (!is_mark(c) && page.quarter_turns == 0)  // in turned text no cluster has a left edge of its own
      span.stops.push_back(
          {begin, static_cast<float>(page.x_points(symbol.box.left, symbol.box.centre_y()))});
  }
  for (std::size_t i = 1; i < span.stops.size(); ++i)
    span.stops[i].x = std::max(span.stops[i].x, span.stops[i - 1].x);
  span.place.box = page.to_points(box);
  span.confidence = sum / static_cast<float>(letters);
  if (piece.digits)
    span.confidence =
        sure ? std::max(least, sure_digits_confidence) : std::min(least, most_unsure_digits_confidence);
  span.confidence = std::clamp(span.confidence, 0.0F, 1.0F);
  return span;
}

}  // namespace

Text text_of(const std::vector<PlacedSymbol>& symbols, const PageImage& page) {
  Text text;
  const Joined all = joined(symbols);
  const Repaired mended = repair(all.text);
  text.utf8 = std::string(trimmed(mended.text));
  if (text.utf8.empty()) return text;
  const std::size_t start = mended.text.find(text.utf8);
  std::vector<std::size_t> symbol_of_byte;
  for (std::size_t i = 0; i < text.utf8.size(); ++i) {
    const std::size_t origin = std::min(mended.origin[start + i], all.symbol.size() - 1);
    symbol_of_byte.push_back(all.symbol[origin]);
  }
  for (const Piece& piece : pieces_of(text.utf8))
    text.spans.push_back(span_of(piece, text.utf8, symbol_of_byte, symbols, page));
  return text;
}

}  // namespace ruamlint::ocr
