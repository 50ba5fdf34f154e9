#include "facts/vocabulary.hpp"

#include <algorithm>
#include <iterator>

namespace ruamlint {
namespace {

constexpr std::string_view longer_words = "longer_words";

/// It begins or ends inside the longer word: วัด in จังหวัด, หน้าที่ของ in เจ้าหน้าที่ของ.
bool is_torn_from(const WordHit& hit, const WordHit& longer) {
  const auto is_inside = [&](std::size_t at) { return at > longer.begin && at < longer.end; };
  return is_inside(hit.begin) || is_inside(hit.end);
}

/// Thai writes no spaces, so a short word may be found in one that it has nothing to do with.
void drop_torn_words(std::vector<WordHit>& hits, int longer) {
  std::vector<WordHit> whole;
  for (const WordHit& hit : hits)
    if (hit.kind == WordKind::lexicon && hit.index == longer && hit.distance == 0) whole.push_back(hit);
  if (whole.empty()) return;
  std::erase_if(hits, [&](const WordHit& hit) {
    return hit.kind == WordKind::lexicon && std::any_of(whole.begin(), whole.end(), [&](const WordHit& word) {
             return is_torn_from(hit, word);
           });
  });
}

}  // namespace

Vocabulary::Vocabulary(const Pack& pack) 
    : changes_(pack), longer_words_(lexicon_index(pack, longer_words)) {
  const auto add = [this](WordKind kind, std::size_t index, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      (void)finder_.add(words[i]);
      meanings_.push_back({kind, static_cast<int>(index), static_cast<int>(i)});
    }
  };
  for (std::size_t i = 0; i < pack.sections.size(); ++i) add(WordKind::section, i, pack.sections[i].aliases);
  for (std::size_t i = 0; i < pack.categories.size(); ++i)
    add(WordKind::category, i, pack.categories[i].aliases);
  for (std::size_t i = 0; i < pack.levels.size(); ++i) {
    add(WordKind::level_thai, i, pack.levels[i].thai);
    add(WordKind::level_gloss, i, pack.levels[i].glosses);
    add(WordKind::activity, i, pack.levels[i].activities);
    add(WordKind::level_hint, i, pack.levels[i].hints);
  }
  std::size_t list = 0;
  for (const auto& [name, words] : pack.lexicon) {
    // Units and the small words of changes stand everywhere; the comparisons look them up for themselves.
    const bool is_for_comparisons = name == "units" || name.starts_with("change_");
    if (!is_for_comparisons) add(WordKind::lexicon, list, words);
    ++list;
  }
  finder_.prepare();
}

std::vector<WordHit> Vocabulary::find(std::string_view text, const Folded& folded) const {
  std::vector<WordHit> hits;
  for (const PhraseHit& hit : finder_.find(text, folded)) {
    const Meaning& meaning = meanings_[static_cast<std::size_t>(hit.phrase)];
    hits.push_back({meaning.kind, meaning.index, hit.begin, hit.end, finder_.letters(hit.phrase),
                    hit.distance, meaning.word});
  }
  drop_torn_words(hits, longer_words_);
  return hits;
}

int lexicon_index(const Pack& pack, std::string_view name) {
  const auto found = std::find_if(pack.lexicon.begin(), pack.lexicon.end(),
                                  [name](const auto& list) { return list.first == name; });
  return found == pack.lexicon.end() ? -1 : static_cast<int>(std::distance(pack.lexicon.begin(), found));
}

const WordHit* first_of_lexicon(const std::vector<WordHit>& hits, int lexicon) {
  const auto found = std::find_if(hits.begin(), hits.end(), [lexicon](const WordHit& hit) {
    return hit.kind == WordKind::lexicon && hit.index == lexicon;
  });
  return found == hits.end() ? nullptr : &*found;
}

}  // namespace ruamlint
