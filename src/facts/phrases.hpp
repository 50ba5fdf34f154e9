// Many phrases looked for at once, each with as many edits as its length forgives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/fuzzy.hpp"

namespace ruamlint {

/// A phrase found at the bytes [begin, end) of a text.
struct PhraseHit {
  int phrase = 0;  ///< as `PhraseFinder::add` numbered it
  std::size_t begin = 0, end = 0;
  int distance = 0;
};

/// Filled once, then read; reading is safe from several threads. Scanning costs about a look-up a letter,
/// however many phrases there are: a stretch with k edits holds one of k + 1 parts of its phrase unharmed.
class PhraseFinder {
 public:
  /// Returns the phrase's number, counted from 0. Latin phrases are found as whole words only. A text without
  /// letters is never found.
  int add(std::string_view phrase);
  /// To be called once after the last `add`.
  void prepare();

  /// Hits by position, then longest first. They may overlap; of one phrase only the best of those that do.
  [[nodiscard]] std::vector<PhraseHit> find(std::string_view text, const Folded& folded) const;
  /// The folded phrase.
  [[nodiscard]] const std::u32string& folded_phrase(int phrase) const {
    return phrases_[static_cast<std::size_t>(phrase)];
  }
  /// Letters of the folded phrase.
  [[nodiscard]] std::size_t letters(int phrase) const {
    return phrases_[static_cast<std::size_t>(phrase)].size();
  }

 private:
  /// A gram of a phrase's part; where it stands in the text, the phrase may begin `offset` letters before.
  struct Anchor {
    std::uint64_t key = 0;  ///< the gram's letters
    int phrase = 0;
    int offset = 0;
    int length = 0;
    bool first = false;     ///< of the phrase's first part
    std::uint64_t before = 0, behind = 0;  ///< the phrase's letters on either side, as sets
  };

  /// A letter of a phrase, with a bit for each of its places; of a phrase over 64 letters there are none.
  struct LetterPlaces {
    char32_t letter = 0;
    std::uint64_t places = 0;
  };

  class LetterSets;

  [[nodiscard]] bool may_match(const LetterSets& sets, std::size_t begin, std::size_t end, std::size_t at,
                               const Anchor& anchor) const;
  [[nodiscard]] bool is_near_enough(std::u32string_view window, std::size_t phrase) const;
  void match(std::string_view text, const Folded& folded, const LetterSets& sets, std::size_t at,
             const Anchor& anchor, std::vector<PhraseHit>& hits) const;

  std::vector<std::u32string> phrases_;
  std::vector<int> edits_;
  std::vector<bool> latin_;
  std::vector<Anchor> anchors_;             ///< sorted by the hash of their gram
  std::vector<std::uint32_t> first_anchor_; ///< by hash: where its anchors begin; those of the next end them
  std::vector<bool> may_be_anchor_;  ///< by a hash of the gram: most grams of a text are told by it alone
  std::vector<std::vector<LetterPlaces>> places_;  ///< by phrase
};

}  // namespace ruamlint
