#include "text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace ruamlint;

TEST_CASE("code points are read one after the other") {
  const std::string text = "aÃกำ😀";
  CHECK(to_utf32(text) == U"aÃกำ😀");
  CHECK(to_utf8(to_utf32(text)) == text);
}

TEST_CASE("ill-formed bytes become one replacement each and never more than is there") {
  CHECK(to_utf32("\xFF\xFE") == U"\uFFFD\uFFFD");
  CHECK(to_utf32("a\xE0\xB8") == U"a\uFFFD\uFFFD");  // cut off
  CHECK(to_utf32("\xC0\xAF") == U"\uFFFD\uFFFD");    // overlong
  CHECK(to_utf32("\xE0\x80\xAF") == U"\uFFFD\uFFFD\uFFFD");
  CHECK(to_utf32("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");  // surrogate
  CHECK(to_utf32("\xF4\x90\x80\x80").size() == 4);           // beyond U+10FFFF
  CHECK(to_utf32("\xE0\xB8x") == U"\uFFFD\uFFFDx");
  std::string encoded;
  append_utf8(encoded, 0xD800);
  CHECK(encoded == "\xEF\xBF\xBD");
}

TEST_CASE("valid_utf8 removes control characters but tab and line ends") {
  CHECK(valid_utf8("ก\x01\tข\r\n\x7F\xC2\x85"
                   "ค\xFF") == "ก\tข\r\nค\uFFFD");
}

TEST_CASE("Thai letters are told apart") {
  CHECK(is_mark(U'\u0E31'));
  CHECK(is_mark(U'\u0E4D'));
  CHECK(is_mark(U'\u0301'));
  CHECK_FALSE(is_mark(U'ำ'));
  CHECK_FALSE(is_mark(U'a'));
  CHECK(is_thai(U'๙'));
  CHECK(is_thai(U'ฯ'));
  CHECK_FALSE(is_thai(U'฿'));
  CHECK(is_thai_consonant(U'ฮ'));
  CHECK_FALSE(is_thai_consonant(U'ฯ'));
  CHECK(is_leading_vowel(U'ไ'));
  CHECK_FALSE(is_leading_vowel(U'ๅ'));
  CHECK(is_tone_mark(U'\u0E4B'));
  CHECK_FALSE(is_tone_mark(U'\u0E4C'));
  CHECK(digit_value(U'๗') == 7);
  CHECK(digit_value(U'0') == 0);
  CHECK(digit_value(U'ก') == -1);
  CHECK(is_space(U'\u00A0'));
  CHECK(is_space(U'\u3000'));
  CHECK_FALSE(is_space(U'\u200B'));
}

TEST_CASE("clusters are what a reader calls letters") {
  CHECK(count_clusters("") == 0);
  CHECK(count_clusters("น้ำ") == 2);
  CHECK(count_clusters("ที่ นี่\n") == 2);
  CHECK(count_clusters("ก\u200Bข") == 2);
  CHECK(count_clusters("e\u0301a") == 2);
  CHECK(count_clusters(" \u0E48") == 1);  // a mark without a base still shows
}

TEST_CASE("spaces are folded and trimmed") {
  CHECK(folded_spaces("  ก \t\n ข\u00A0\u00A0ค ") == "ก ข ค");
  CHECK(folded_spaces(" \n") == "");
  CHECK(trimmed("\u00A0 ก ข \n") == "ก ข");
  CHECK(trimmed(" \t") == "");
}
