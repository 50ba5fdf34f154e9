// The words of a pack made ready for looking up: section headings, level terms, category names, lexicons.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/comparisons_tokens.hpp"
#include "facts/phrases.hpp"
#include "pack/pack.hpp"

namespace ruamlint {

/// What a word of the pack stands for.
enum class WordKind { section, category, level_thai, level_gloss, activity, level_hint, lexicon };

/// A word of the pack that stands in a text.
struct WordHit {
  WordKind kind = WordKind::lexicon;
  int index = 0;  ///< of the pack's section, category, level; of the lexicon's name in order
  std::size_t begin = 0, end = 0;
  std::size_t letters = 0;  ///< of the word as the pack writes it
  int distance = 0;         ///< edits between the two
  int word = 0;             ///< its number in the list that it comes from
};

class Vocabulary {
 public:
  /// The pack must outlive it.
  explicit Vocabulary(const Pack& pack);

  /// All words in a text, by position, longest first. `Folded` is the text's own.
  [[nodiscard]] std::vector<WordHit> find(std::string_view text, const Folded& folded) const;

  /// What comparisons look up for themselves.
  [[nodiscard]] const ChangeWords& changes() const { return changes_; }

 private:
  struct Meaning {
    WordKind kind;
    int index;
    int word;
  };
  PhraseFinder finder_;
  std::vector<Meaning> meanings_;
  ChangeWords changes_;
  int longer_words_ = -1;  ///< lexicon of words that others may be torn from
};

/// The index that hits of the lexicon `name` carry; -1 where the pack has none of that name.
[[nodiscard]] int lexicon_index(const Pack& pack, std::string_view name);
/// The first hit of that list; nullptr: none.
[[nodiscard]] const WordHit* first_of_lexicon(const std::vector<WordHit>& hits, int lexicon);

}  // namespace ruamlint
