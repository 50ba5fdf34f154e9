#include "extract/ocr/digit_runs.hpp"

#include <catch2/catch.hpp>

#include "extract/ocr/ocr.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;
using namespace ruamlint::ocr;

namespace {

constexpr int body = 40;

/// What becomes of a run whose digits both readers see, 20 pixels wide, `gap` apart. Stops reach `depth`
/// below the baseline, and Tesseract reads each as a full stop.
std::vector<PlacedSymbol> checked(const std::string& digits, int gap, int depth = 0) {
  Picture white;
  white.width = white.height = 1000;
  white.gray.assign(1'000'000, 255);
  const auto page = prepare(white);
  REQUIRE(page);
  TextLine line;
  line.body_height = body;
  line.baseline = 500;
  line.box = {100, 440, 900, 500};
  std::vector<PlacedSymbol> symbols;
  SeenLine seen;
  int x = 200;
  for (const char digit : digits) {
    SeenGlyph glyph;
    if (digit == '.') {
      glyph.glyph = measured({x + 6, 494, x + 12, 500 + depth}, line);
    } else {
      glyph.glyph = measured({x, 450, x + 20, 500}, line);
      glyph.reading.emplace();
      const auto value = static_cast<std::size_t>(digit - '0');
      glyph.reading->edges[value] = glyph.reading->pixels[value] = 1;
    }
    seen.glyphs.push_back(glyph);
    const std::size_t at = symbols.size();
    seen.units.push_back({at, at + 1, x + 10.0, static_cast<char32_t>(digit)});
    seen.unit_of.push_back(at);
    symbols.push_back({std::string(1, digit), glyph.glyph.box, 0.99F, at == 0, false});
    x += 20 + gap;
  }
  check_digits(symbols, seen, line, *page);
  REQUIRE(symbols.size() == digits.size());
  return symbols;
}

bool sure(const std::string& digits, int gap) {
  return checked(digits, gap).front().sure_digit;
}

std::string text(const std::vector<PlacedSymbol>& symbols) {
  std::string all;
  for (const PlacedSymbol& symbol : symbols) all += symbol.utf8;
  return all;
}

}  // namespace

TEST_CASE("digits that may be parted by a space are not called one number") {
  CHECK(sure("02", body / 5));
  CHECK_FALSE(sure("02", body * 3 / 5));
}

TEST_CASE("a low stop before three digits parts thousands, but is not sure where the readers differ") {
  const auto thousands = checked("1.850", body / 5, 4);
  CHECK(text(thousands) == "1,850");
  CHECK_FALSE(thousands.front().sure_digit);
  CHECK(text(checked("1.850", body / 5, 0)) == "1.850");
  CHECK(text(checked("18.50", body / 5, 4)) == "18.50");
}
