#include "likeness/alike.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "likeness/candidates.hpp"
#include "likeness/letters.hpp"

using namespace ruamlint;

namespace {

/// Invented words of Thai letters; texts of other seeds share nothing but chance.
std::string text_of(unsigned seed, int words = 400) {
  std::mt19937 random(seed);
  std::string text;
  for (int word = 0; word < words; ++word) {
    const auto letters = static_cast<unsigned>(3 + random() % 5);
    for (unsigned i = 0; i < letters; ++i) {
      const auto letter = static_cast<char32_t>(0xE01 + random() % 40);
      text += {static_cast<char>(0xE0), static_cast<char>(0x80 | (letter >> 6 & 0x3F)),
               static_cast<char>(0x80 | (letter & 0x3F))};
    }
    text += word % 12 == 11 ? "\n" : " ";
  }
  return text;
}

std::vector<AlikePair> alike(const std::vector<std::string>& texts,
                             const std::vector<std::string>& blanks = {}, std::size_t judged = SIZE_MAX) {
  LikenessTask task;
  for (const std::string& text : texts) task.sketches.push_back(sketch_of(text));
  task.judged = std::min(judged, texts.size());
  task.blanks = blanks;
  task.text_of = [&](std::size_t form) { return texts[form]; };
  return find_alike(std::move(task));
}

}  // namespace

TEST_CASE("letters are what a copy keeps", "[likeness]") {
  CHECK(letters_of("ที่ ๑๒/2567").letters == letters_of("ท 34.2566!").letters);
  CHECK(letters_of("Open  DATA").letters == U"opendata");
  CHECK(letters_of("กขค").origin == std::vector<std::uint32_t>{0, 3, 6});
  CHECK(shingles_of(U"1234567").empty());
  CHECK(shingles_of(U"กกกกกกกกก").size() == 2);
}

TEST_CASE("a shingle has the same number wherever it stands", "[likeness]") {
  const auto here = shingles_of(U"abcdefghijkl"), there = shingles_of(U"zzzabcdefghijkl");
  for (std::size_t i = 0; i < here.size(); ++i) CHECK(here[i] == there[i + 3]);
}

TEST_CASE("a copy is found among others, in whatever order its parts stand", "[likeness]") {
  std::vector<std::string> texts;
  for (unsigned seed = 1; seed <= 60; ++seed) texts.push_back(text_of(seed));
  const std::string& original = texts[10];
  const std::size_t middle = original.find('\n', original.size() / 2) + 1;
  texts.push_back(original.substr(middle) + original.substr(0, middle));
  const auto pairs = alike(texts);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].first == 10);
  CHECK(pairs[0].second == 60);
  CHECK(pairs[0].matching.share > 0.95);
  REQUIRE_FALSE(pairs[0].matching.passages.empty());
  CHECK(pairs[0].matching.passages[0].left == pairs[0].matching.passages[0].right);
}

TEST_CASE("two thirds of a text are enough, a tenth is not", "[likeness]") {
  const std::string text = text_of(1);
  const auto mixed = [&](std::size_t of_ten) {
    return text.substr(0, text.find('\n', text.size() * of_ten / 10)) +
           text_of(2, static_cast<int>(40 * (10 - of_ten)));
  };
  CHECK(alike({text, mixed(7)}).size() == 1);
  CHECK(alike({text, mixed(1)}).empty());
}

TEST_CASE("what the blank form says is nobody's own", "[likeness]") {
  const std::string blank = text_of(7, 600);
  const std::vector<std::string> texts = {blank + text_of(1, 200), blank + text_of(2, 200)};
  CHECK(alike(texts).size() == 1);
  CHECK(alike(texts, {blank}).empty());
  CHECK(alike({blank, blank}, {blank}).empty());
}

TEST_CASE("what very many say is nobody's own either", "[likeness]") {
  std::vector<std::string> texts;
  const std::string phrase = text_of(99, 300);
  for (unsigned seed = 1; seed <= 40; ++seed) texts.push_back(phrase + text_of(seed, 300));
  CHECK(alike(texts).empty());
}

TEST_CASE("forms of earlier years are compared with this year's only", "[likeness]") {
  const std::string text = text_of(1);
  const auto pairs = alike({text, text_of(2), text, text}, {}, 2);
  CHECK(pairs.size() == 2);
  for (const AlikePair& pair : pairs) CHECK(pair.first == 0);
}

TEST_CASE("letters that a scan misreads do not end a passage", "[likeness]") {
  std::string scanned = text_of(1);
  for (std::size_t i = 300; i + 300 < scanned.size(); i += 150)
    if (scanned[i] == static_cast<char>(0xE0)) scanned.replace(i, 3, "\xE0\xB8\x81");
  const auto pairs = alike({text_of(1), scanned});
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].matching.share > 0.85);
  CHECK(pairs[0].matching.passages[0].letters > 500);
}
