#include "extract/ocr/words.hpp"

#include <catch2/catch.hpp>

#include "extract/ocr/signs.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;

namespace {

std::string mended(const char* text) {
  static const ocr::WordList words;
  REQUIRE_FALSE(words.empty());
  return to_utf8(ocr::mended_words(to_utf32(text), words));
}

std::vector<ocr::PlacedSymbol> symbols_of(const std::vector<std::string>& letters) {
  std::vector<ocr::PlacedSymbol> symbols;
  for (const std::string& letter : letters) {
    symbols.emplace_back();
    symbols.back().utf8 = letter;
    symbols.back().confidence = 1;
  }
  return symbols;
}

std::string joined(const std::vector<ocr::PlacedSymbol>& symbols) {
  std::string all;
  for (const ocr::PlacedSymbol& symbol : symbols) all += symbol.utf8;
  return all;
}

}  // namespace

TEST_CASE("a stretch that is no word is mended where one change makes it words") {
  CHECK(mended("เรื่องทัวไป") == "เรื่องทั่วไป");
  CHECK(mended("สัมฤทธิผลประชาชน") == "สัมฤทธิ์ผลประชาชน");
}

TEST_CASE("words, figures, names and Latin stay as they are") {
  for (const char* text : {"น้ำท่วมซ้ำทุกปี", "ปี ๒๕๖๗ จำนวน 1,240 ครัวเรือน", "LINE และ GIS", "บ้านหนองไผ่", "สมชาย ใจดี",
                           "อบต. และ อสม.", "ๆ ฯ", ""})
    CHECK(mended(text) == text);
}

TEST_CASE("mending works on the symbols that the letters came from, and lowers what they claim") {
  const ocr::WordList words;
  auto symbols = symbols_of({"เ", "รื่", "อ", "ง", "ทั", "ว", "ไ", "ป"});
  ocr::mend_words(symbols, words);
  CHECK(joined(symbols) == "เรื่องทั่วไป");
  CHECK(symbols[4].confidence < 0.9F);
  CHECK(symbols[0].confidence == 1);
}

TEST_CASE("a per cent sign that was read twice is one") {
  auto symbols = symbols_of({"1", "5", "0", "/", "%"});
  ocr::mend_percent(symbols);
  CHECK(joined(symbols) == "150%");
  symbols = symbols_of({"บ", "า", "ท", "/", "ปี"});
  ocr::mend_percent(symbols);
  CHECK(joined(symbols) == "บาท/ปี");
}
