#include "facts/context.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// How many letters on a negation reaches: a little over a space, further within one run of words.
constexpr std::size_t negation_reach = 12;
constexpr std::size_t negation_reach_unbroken = 34;
/// "จะ" is often a turn of phrase; "มีแผน" and "ในอนาคต" colour the sentence.
constexpr std::size_t short_intention_letters = 4;
constexpr std::size_t short_intention_reach = 18;
constexpr std::size_t intention_reach = 90;
constexpr std::size_t criterion_reach = 120;

/// Words after which the sentence tells deeds again.
constexpr std::array<std::string_view, 7> turns_to_fact = {"ได้ดำเนินการ", "จึงได้", "แล้ว", "ปัจจุบัน",
                                                           "ที่ผ่านมา",     "เริ่ม",  ". "};

std::string_view between(const Passage& passage, std::size_t begin, std::size_t end) {
  return passage.text.substr(begin, end > begin ? end - begin : 0);
}

bool turns_to_fact_in(std::string_view text) {
  return std::any_of(turns_to_fact.begin(), turns_to_fact.end(),
                     [text](std::string_view turn) { return text.find(turn) != std::string_view::npos; });
}

bool is_of(const WordHit& hit, int lexicon) {
  return hit.kind == WordKind::lexicon && hit.index == lexicon && hit.distance == 0;
}

}  // namespace

std::size_t letters_between(const Passage& passage, std::size_t begin, std::size_t end) {
  return folded(between(passage, begin, end)).letters.size();
}

ContextReader::ContextReader(const Pack& pack)
    : negations_(lexicon_index(pack, "negations")),
      intentions_(lexicon_index(pack, "intentions")),
      criteria_(lexicon_index(pack, "criteria")) {}

bool ContextReader::is_negated(const Passage& passage, std::size_t at) const {
  return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
    if (!is_of(hit, negations_) || hit.begin > at) return false;
    if (hit.end > at) return true;  // the word itself begins so
    const std::string_view gap = between(passage, hit.end, at);
    const std::size_t letters = folded(gap).letters.size();
    const bool unbroken = trimmed(gap).find(' ') == std::string_view::npos;
    return letters <= (unbroken ? negation_reach_unbroken : negation_reach);
  });
}

bool ContextReader::is_fact(const Passage& passage, const WordHit& word) const {
  const bool holds_negation =
      word.distance == 0 && std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
        return is_of(hit, negations_) && hit.begin >= word.begin && hit.end <= word.end;
      });
  const bool negated = !holds_negation && is_negated(passage, word.begin);
  return !negated && !is_intended(passage, word.begin) && !is_criterion(passage, word.begin);
}

bool ContextReader::is_intended(const Passage& passage, std::size_t at) const {
  return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
    if (!is_of(hit, intentions_) || hit.end > at) return false;
    const std::string_view gap = between(passage, hit.end, at);
    const std::size_t reach =
        hit.letters <= short_intention_letters ? short_intention_reach : intention_reach;
    return folded(gap).letters.size() <= reach && !turns_to_fact_in(gap);
  });
}

bool ContextReader::is_criterion(const Passage& passage, std::size_t at) const {
  return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
    return is_of(hit, criteria_) && hit.begin < at &&
           letters_between(passage, hit.end, at) <= criterion_reach;
  });
}

bool ContextReader::opens_undone(const Passage& passage, std::size_t at, std::size_t reach) const {
  return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
    const bool undoes = is_of(hit, negations_) || is_of(hit, intentions_);
    return undoes && hit.begin >= at && letters_between(passage, at, hit.begin) <= reach;
  });
}

}  // namespace ruamlint
