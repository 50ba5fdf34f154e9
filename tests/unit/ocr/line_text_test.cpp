#include "extract/ocr/line_text.hpp"

#include <catch2/catch.hpp>

#include "extract/ocr/ocr.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;

namespace {

/// A line of letters whose digits both readers agree on; a space starts a word.
Text line_of(const std::u32string& letters) {
  Picture white;
  white.width = white.height = 1000;
  white.gray.assign(1'000'000, 255);
  const auto page = ocr::prepare(white);
  REQUIRE(page);
  std::vector<ocr::PlacedSymbol> symbols;
  bool starts_word = true;
  int x = 100;
  for (const char32_t letter : letters) {
    if (letter == U' ') {
      starts_word = true;
      continue;
    }
    ocr::PlacedSymbol symbol;
    append_utf8(symbol.utf8, letter);
    symbol.box = {x, 100, x + 20, 130};
    symbol.confidence = 0.99F;
    symbol.starts_word = starts_word;
    symbol.sure_digit = digit_value(letter) >= 0 || letter == U',' || letter == U'.';
    symbols.push_back(symbol);
    starts_word = false;
    x += 25;
  }
  return ocr::text_of(symbols, *page);
}

/// The runs of digits that are sure, one after the other.
std::string sure_runs(const std::u32string& letters) {
  const Text text = line_of(letters);
  std::string sure;
  for (const Span& span : text.spans) {
    const std::string run = text.utf8.substr(span.begin, span.end - span.begin);
    if (digit_value(to_utf32(run).front()) < 0 || span.confidence < sure_digits_confidence) continue;
    sure += (sure.empty() ? "" : " ") + run;
  }
  return sure;
}

}  // namespace

TEST_CASE("a whole number between words is sure") {
  CHECK(sure_runs(U"จำนวน ๑,๘๔๗ คน") == "๑,๘๔๗");
  CHECK(sure_runs(U"ปี ๒๕๖๗") == "๒๕๖๗");
  CHECK(sure_runs(U"พ.ศ.๒๕๖๗ และ") == "๒๕๖๗");
  CHECK(sure_runs(U"๓. ผลลัพธ์") == "๓");
}

TEST_CASE("parts of a number that a gap in wide print parts are not sure") {
  CHECK(sure_runs(U"ราคา ๗๓๒, ๓๓๙ บาท").empty());
  CHECK(sure_runs(U"ราคา ๗๓๒ ,๓๓๙ บาท").empty());
  CHECK(sure_runs(U"โทร ๐๒ ๑๒๓").empty());
}

TEST_CASE("a run with a letter or a lone stop beside it has lost a digit") {
  CHECK(sure_runs(U"ทุก ,๗๕๗ ปี").empty());
  CHECK(sure_runs(U"เลข ๒๕l๗ ลง").empty());
  CHECK(sure_runs(U"ร้อยละ ๔๓.ญ๗๖ ของ").empty());
  CHECK(sure_runs(U"๒.ขั้นตอน ๑") == "๒ ๑");
}
