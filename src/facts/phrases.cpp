#include "facts/phrases.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t gram_letters = 3;

constexpr unsigned letter_bits = 21;  // the Unicode range

/// Up to three letters as one number.
std::uint64_t gram_key(std::u32string_view gram) {
  std::uint64_t key = 0;
  for (const char32_t c : gram) key = key << letter_bits | static_cast<std::uint64_t>(c);
  return key;
}

constexpr int gram_hash_bits = 16;

std::size_t gram_hash(std::uint64_t key) {
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
  return (key * golden) >> (64 - gram_hash_bits);
}

/// A letter's bit in a set of letters; a few letters share theirs.
std::uint64_t letter_bit(char32_t letter) {
  return std::uint64_t{1} << (letter & 63U);
}

std::uint64_t letter_set(std::u32string_view letters) {
  std::uint64_t set = 0;
  for (const char32_t c : letters) set |= letter_bit(c);
  return set;
}

/// The parts, of nearly equal length, of which k edits must leave one unharmed.
std::vector<std::pair<std::size_t, std::size_t>> parts_of(std::size_t letters, int edits) {
  const auto count = static_cast<std::size_t>(edits) + 1;
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  for (std::size_t i = 0; i < count; ++i) parts.emplace_back(letters * i / count, letters * (i + 1) / count);
  return parts;
}

/// A Latin word ends where no letter follows; a plural's s is forgiven.
bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  if (is_latin_letter(code_point_before(text, begin)) && is_latin_letter(code_point_at(text, begin)))
    return false;
  if (!is_latin_letter(code_point_before(text, end))) return true;
  if (ascii_lower(code_point_at(text, end)) == U's') ++end;
  return !is_latin_letter(code_point_at(text, end));
}

bool better(const PhraseHit& a, const PhraseHit& b) {
  if (a.distance != b.distance) return a.distance < b.distance;
  return a.begin < b.begin;
}

/// Of each phrase only the best of those hits that overlap.
std::vector<PhraseHit> without_overlaps_of_one(std::vector<PhraseHit> hits) {
  std::sort(hits.begin(), hits.end(), [](const PhraseHit& a, const PhraseHit& b) {
    return a.phrase != b.phrase ? a.phrase < b.phrase : a.begin < b.begin;
  });
  std::vector<PhraseHit> kept;
  for (const PhraseHit& hit : hits) {
    const bool overlaps = !kept.empty() && kept.back().phrase == hit.phrase && hit.begin < kept.back().end;
    if (!overlaps)
      kept.push_back(hit);
    else if (better(hit, kept.back()))
      kept.back() = hit;
  }
  std::sort(kept.begin(), kept.end(), [](const PhraseHit& a, const PhraseHit& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.phrase < b.phrase;
  });
  return kept;
}

/// The letters [begin, end) as a text of their own; offsets stay those of the whole.
Folded cut(const Folded& whole, std::size_t begin, std::size_t end) {
  const auto from = static_cast<std::ptrdiff_t>(begin), to = static_cast<std::ptrdiff_t>(end);
  Folded part;
  part.letters = whole.letters.substr(begin, end - begin);
  part.offset.assign(whole.offset.begin() + from, whole.offset.begin() + to + 1);
  part.end.assign(whole.end.begin() + from, whole.end.begin() + to);
  return part;
}

}  // namespace

/// Which letters any short stretch of a text has. The sets of all stretches of 1, 2, 4, ... letters are kept;
/// two of them that overlap make any other.
class PhraseFinder::LetterSets {
 public:
  explicit LetterSets(std::u32string_view letters) {
    sets_[0].reserve(letters.size());
    for (const char32_t letter : letters) sets_[0].push_back(letter_bit(letter));
    for (std::size_t rank = 1; rank < ranks && letters.size() >> rank != 0; ++rank) {
      const std::size_t half = std::size_t{1} << (rank - 1), count = letters.size() - 2 * half + 1;
      sets_[rank].resize(count);
      for (std::size_t i = 0; i < count; ++i)
        sets_[rank][i] = sets_[rank - 1][i] | sets_[rank - 1][i + half];
    }
  }

  [[nodiscard]] std::uint64_t of(std::size_t begin, std::size_t end) const {
    if (begin >= end) return 0;
    const std::size_t length = end - begin;
    const auto rank = static_cast<std::size_t>(std::bit_width(length)) - 1;
    if (rank >= ranks) return ~std::uint64_t{0};  // so long a stretch is not told by its letters
    return sets_[rank][begin] | sets_[rank][end - (std::size_t{1} << rank)];
  }

 private:
  static constexpr std::size_t ranks = 6;
  std::array<std::vector<std::uint64_t>, ranks> sets_;
};

int PhraseFinder::add(std::string_view phrase) {
  phrases_.push_back(folded(phrase).letters);
  const std::u32string& letters = phrases_.back();
  const bool latin =
      !letters.empty() && std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c < 0x80; });
  latin_.push_back(latin);
  edits_.push_back(forgiven_edits(letters.size()));
  places_.emplace_back();
  constexpr std::size_t bits = 64;
  for (std::size_t i = 0; i < letters.size() && letters.size() <= bits; ++i) {
    std::vector<LetterPlaces>& places = places_.back();
    auto known = std::find_if(places.begin(), places.end(),
                              [&](const LetterPlaces& each) { return each.letter == letters[i]; });
    if (known == places.end()) known = places.insert(places.end(), {letters[i], 0});
    known->places |= std::uint64_t{1} << i;
  }
  return static_cast<int>(phrases_.size()) - 1;
}

void PhraseFinder::prepare() {
  // The rarest gram of a part is looked for: common ones (การ) would call for a comparison at every turn.
  std::unordered_map<std::uint64_t, int> counts;
  for (const std::u32string& letters : phrases_)
    for (std::size_t at = 0; at + gram_letters <= letters.size(); ++at)
      ++counts[gram_key(std::u32string_view(letters).substr(at, gram_letters))];
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    const std::u32string_view letters = phrases_[i];
    if (letters.empty()) continue;
    for (const auto& [begin, end] : parts_of(letters.size(), edits_[i])) {
      const std::size_t length = std::min(gram_letters, end - begin);
      std::size_t rarest = begin;
      for (std::size_t at = begin; at + length <= end && length == gram_letters; ++at)
        if (counts[gram_key(letters.substr(at, length))] < counts[gram_key(letters.substr(rarest, length))])
          rarest = at;
      const std::uint64_t key = gram_key(letters.substr(rarest, length));
      anchors_.push_back({key, static_cast<int>(i), static_cast<int>(rarest), static_cast<int>(length),
                          begin == 0, letter_set(letters.substr(0, rarest)),
                          letter_set(letters.substr(rarest + length))});
    }
  }
  std::stable_sort(anchors_.begin(), anchors_.end(), [](const Anchor& a, const Anchor& b) {
    return gram_hash(a.key) < gram_hash(b.key);
  });
  constexpr std::size_t hashes = std::size_t{1} << gram_hash_bits;
  may_be_anchor_.assign(hashes, false);
  first_anchor_.assign(hashes + 1, 0);
  for (const Anchor& anchor : anchors_) {
    may_be_anchor_[gram_hash(anchor.key)] = true;
    ++first_anchor_[gram_hash(anchor.key) + 1];
  }
  for (std::size_t hash = 0; hash < hashes; ++hash) first_anchor_[hash + 1] += first_anchor_[hash];
}

/// Each of the phrase's letters that is not on its side of the gram at `at` costs an edit, as the gram itself
/// has none: most windows [begin, end) are told by that alone.
bool PhraseFinder::may_match(const LetterSets& sets, std::size_t begin, std::size_t end, std::size_t at,
                             const Anchor& anchor) const {
  const std::uint64_t before = anchor.before & ~sets.of(begin, at);
  const std::uint64_t behind = anchor.behind & ~sets.of(at + static_cast<std::size_t>(anchor.length), end);
  return std::popcount(before) + std::popcount(behind) <= edits_[static_cast<std::size_t>(anchor.phrase)];
}

/// Whether some stretch of the window is no more edits away than the phrase forgives (Myers 1999, as in
/// text/fuzzy.cpp, with the phrase's own table kept): what that function finds begins here, at less cost.
bool PhraseFinder::is_near_enough(std::u32string_view window, std::size_t phrase) const {
  const std::vector<LetterPlaces>& places = places_[phrase];
  if (places.empty()) return true;
  const std::size_t size = phrases_[phrase].size();
  const std::uint64_t last = std::uint64_t{1} << (size - 1);
  std::uint64_t rises = ~std::uint64_t{0}, falls = 0;
  int distance = static_cast<int>(size);
  for (const char32_t letter : window) {
    const auto known = std::find_if(places.begin(), places.end(),
                                    [letter](const LetterPlaces& each) { return each.letter == letter; });
    const std::uint64_t equal = known == places.end() ? 0 : known->places;
    const std::uint64_t vertical = equal | falls;
    const std::uint64_t diagonal = (((equal & rises) + rises) ^ rises) | equal;
    std::uint64_t up = falls | ~(diagonal | rises);
    const std::uint64_t down = rises & diagonal;
    if ((up & last) != 0) ++distance;
    if ((down & last) != 0) --distance;
    if (distance <= edits_[phrase]) return true;
    up <<= 1U;
    rises = (down << 1U) | ~(vertical | up);
    falls = up & vertical;
  }
  return false;
}

void PhraseFinder::match(std::string_view text, const Folded& folded, const LetterSets& sets, std::size_t at,
                         const Anchor& anchor, std::vector<PhraseHit>& hits) const {
  const auto index = static_cast<std::size_t>(anchor.phrase);
  const std::u32string& phrase = phrases_[index];
  const auto offset = static_cast<std::size_t>(anchor.offset),
             edits = static_cast<std::size_t>(edits_[index]);
  const auto add = [&](std::size_t begin, std::size_t end, int distance) {
    if (!latin_[index] || is_whole_word(text, begin, end))
      hits.push_back({anchor.phrase, begin, end, distance});
  };
  if (at >= offset && folded.letters.compare(at - offset, phrase.size(), phrase) == 0) {
    // Every anchor of the phrase leads here; one is enough.
    if (anchor.first) add(folded.offset[at - offset], folded.end[at - offset + phrase.size() - 1], 0);
    return;
  }
  if (edits == 0) return;
  const std::size_t begin = at > offset + edits ? at - offset - edits : 0;
  const std::size_t end = std::min(folded.letters.size(), at + phrase.size() - offset + edits);
  if (!may_match(sets, begin, end, at, anchor)) return;
  const std::u32string_view letters = std::u32string_view(folded.letters).substr(begin, end - begin);
  if (!is_near_enough(letters, index)) return;
  const Folded window = cut(folded, begin, end);
  for (const FuzzyMatch& found : find_fuzzy(window, phrase, edits_[index]))
    add(found.begin, found.end, found.distance);
}

std::vector<PhraseHit> PhraseFinder::find(std::string_view text, const Folded& folded) const {
  std::vector<PhraseHit> hits;
  const std::u32string_view letters = folded.letters;
  const LetterSets sets(letters);
  for (std::size_t at = 0; at < letters.size(); ++at) {
    std::uint64_t key = 0;
    for (std::size_t length = 1; length <= gram_letters && at + length <= letters.size(); ++length) {
      key = key << letter_bits | static_cast<std::uint64_t>(letters[at + length - 1]);
      const std::size_t hash = gram_hash(key);
      if (!may_be_anchor_[hash]) continue;
      for (std::size_t i = first_anchor_[hash]; i < first_anchor_[hash + 1]; ++i)
        if (anchors_[i].key == key) match(text, folded, sets, at, anchors_[i], hits);
    }
  }
  return without_overlaps_of_one(std::move(hits));
}

}  // namespace ruamlint
