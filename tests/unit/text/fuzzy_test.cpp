#include "text/fuzzy.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "text/utf8.hpp"

using namespace ruamlint;

namespace {

/// The plain table of edit distances, as a second opinion. `free_start`: the match may begin anywhere in `b`.
std::vector<int> last_row(std::u32string_view a, std::u32string_view b, bool free_start) {
  std::vector<int> column(a.size() + 1);
  std::iota(column.begin(), column.end(), 0);
  std::vector<int> row{column.back()};
  for (const char32_t c : b) {
    int diagonal = column[0];
    column[0] += free_start ? 0 : 1;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const int substituted = diagonal + (a[i - 1] == c ? 0 : 1);
      diagonal = column[i];
      column[i] = std::min({substituted, column[i] + 1, column[i - 1] + 1});
    }
    row.push_back(column.back());
  }
  return row;
}

std::u32string random_word(std::mt19937& random, std::size_t most, char32_t letters) {
  std::u32string word(random() % most + 1, U'ก');
  for (char32_t& c : word) {
    c = U'ก' + static_cast<char32_t>(random() % letters);
  }
  return word;
}

Folded folded32(const std::u32string& letters) {
  return folded(to_utf8(letters));
}

std::string found(const std::string& text, const std::string& pattern, int max_distance) {
  const auto matches = find_fuzzy(folded(text), folded(pattern).letters, max_distance);
  return matches.empty() ? "-" : text.substr(matches[0].begin, matches[0].end - matches[0].begin);
}

}  // namespace

TEST_CASE("folding keeps letters of words only") {
  CHECK(folded("๑. ที่มา (Background) ฯลฯ").letters == U"1ที่มาbackgroundฯลฯ");
  CHECK(folded("ก \u200B- ข").letters == U"กข");
  const Folded f = folded("- กข ๒");
  CHECK(f.offset == std::vector<std::size_t>{2, 5, 9, 12});
  CHECK(f.end == std::vector<std::size_t>{5, 8, 12});
}

TEST_CASE("the skeleton forgives lost marks and every form of sara am") {
  for (const char* damaged : {"ความสำคัญ", "ความสําคัญ", "ความสำาคัญ", "ความสาคัญ"}) {
    CHECK(skeleton(damaged).letters == U"ความสาคัญ");
  }
  CHECK(skeleton("คู่มือ").letters == skeleton("คูมือ").letters);
  CHECK(skeleton("เป็นประโยชน์").letters == U"เปนประโยชน");
  const std::string text = "ประโยชน์ ";
  CHECK(skeleton(text).end.back() == text.size() - 1);  // the mark left out still belongs to the letter
}

TEST_CASE("edit distance agrees with the plain table") {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const auto a = random_word(random, round % 10 == 0 ? 200 : 12, 4);
    const auto b = random_word(random, round % 10 == 0 ? 200 : 12, 4);
    const int expected = last_row(a, b, false).back();
    CHECK(edit_distance(a, b, 1000) == expected);
    CHECK(edit_distance(a, b, 3) == std::min(expected, 4));
  }
  CHECK(edit_distance(U"", U"กข", 5) == 2);
  CHECK(edit_distance(U"", U"", 0) == 0);
  CHECK(edit_distance(U"กข", U"ก", 0) == 1);
}

TEST_CASE("fuzzy search finds what the plain table finds, for patterns of one block and of many") {
  std::mt19937 random(2);
  for (int round = 0; round < 1500; ++round) {
    const bool wide = round % 5 == 0;
    const auto pattern = random_word(random, wide ? 150 : 10, wide ? 3 : 4);
    auto text = random_word(random, 120, 4);
    if (round % 2 == 0) {  // plant a damaged copy
      auto copy = pattern;
      copy[random() % copy.size()] = U'ฮ';
      text.insert(random() % text.size(), copy);
    }
    const int limit = std::min<int>(static_cast<int>(random() % 4), static_cast<int>(pattern.size()) - 1);
    const auto row = last_row(pattern, text, true);
    const int best = *std::min_element(row.begin(), row.end());
    const auto matches = find_fuzzy(folded32(text), pattern, limit);
    REQUIRE(matches.empty() == (best > limit));
    int best_found = limit + 1;
    std::size_t last_end = 0;
    for (const FuzzyMatch& match : matches) {
      const auto stretch = text.substr(match.begin / 3, (match.end - match.begin) / 3);
      CHECK(last_row(pattern, stretch, false).back() == match.distance);
      CHECK(match.begin >= last_end);
      last_end = match.end;
      best_found = std::min(best_found, match.distance);
    }
    CHECK((matches.empty() || best_found == best));
  }
}

TEST_CASE("a match covers exactly the words found") {
  CHECK(found("๓. ระดับ การมีส่วนร่วม : ร่วมมือ", "ระดับการมีส่วนร่วม", 2) == "ระดับ การมีส่วนร่วม");
  CHECK(found("หัวข้อ ระดบการมีส่วนรวม (Level)", "ระดับการมีส่วนร่วม", 2) == "ระดบการมีส่วนรวม");
  CHECK(found("ปี ๒๕๖๖ นี้", "2566", 0) == "๒๕๖๖");
  CHECK(found("เรื่องอื่น", "ระดับการมีส่วนร่วม", 3) == "-");
}

TEST_CASE("of overlapping matches the better one stays, and others are all found") {
  const auto matches = find_fuzzy(folded("กขคงจกขคงจ xxxxกขคฮจ"), U"กขคงจ", 1);
  REQUIRE(matches.size() == 3);
  CHECK(matches[0].distance == 0);
  CHECK(matches[1].begin == 15);
  CHECK(matches[2].distance == 1);
}

TEST_CASE("senseless searches find nothing") {
  CHECK(find_fuzzy(folded("กขค"), U"", 1).empty());
  CHECK(find_fuzzy(folded(""), U"กขค", 1).empty());
  CHECK(find_fuzzy(folded("กขค"), U"กขค", -1).empty());
  CHECK(find_fuzzy(folded("ฮฮฮ"), U"ก", 5).empty());  // more edits than letters would find it everywhere
}

TEST_CASE("short words forgive nothing") {
  CHECK(forgiven_edits(5) == 0);
  CHECK(forgiven_edits(6) == 1);
  CHECK(forgiven_edits(12) == 2);
  CHECK(forgiven_edits(20) == 3);
}
