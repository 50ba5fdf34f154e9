#include "facts/vocabulary.hpp"

#include <algorithm>
#include <iterator>

namespace ruamlint {

Vocabulary::Vocabulary(const Pack& pack) {
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
