// Finding words where Thai has no word boundaries, and where typing and recognition err.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// Text prepared for matching: letters of words only (spaces, punctuation, list numbers' dots, zero-width
/// characters left out), Thai digits as Arabic, Latin lower case, ฯ kept. `offset[i]` is the byte in the
/// original where letter i begins; one more element, the original's length, stands at the end.
struct Folded {
  std::u32string letters;
  std::vector<std::size_t> offset;
  std::vector<std::size_t> end;  ///< the byte behind letter i, its left-out marks included
};
[[nodiscard]] Folded folded(std::string_view text);

/// As `folded`, and tone marks, thanthakhat and maitaikhu left out, sara am in every damaged form (ำ, ํา, ำา)
/// and sara aa the same letter: a second chance for text whose marks were lost. To be said where it decided.
[[nodiscard]] Folded skeleton(std::string_view text);

/// A stretch [begin, end) of the original text, and its edit distance from the pattern in letters.
struct FuzzyMatch {
  std::size_t begin = 0, end = 0;
  int distance = 0;
};

/// Levenshtein distance, or limit + 1 where it is larger than `limit`.
[[nodiscard]] int edit_distance(std::u32string_view a, std::u32string_view b, int limit);

/// All non-overlapping best occurrences of `pattern` in `text` with at most `max_distance` edits, leftmost
/// first; of two that overlap the better one stays, then the left one, and a letter at an edge that does not
/// agree is no part of it. Both are folded already. Cost: O(|text| * ceil(|pattern| / 64)) (Myers 1999) or
/// better.
[[nodiscard]] std::vector<FuzzyMatch> find_fuzzy(const Folded& text, const std::u32string& pattern,
                                                 int max_distance);

/// Edits that are forgiven in a pattern of so many letters: none up to 5, one up to 11, two up to 19, three
/// beyond. A short word with an edit is another word.
[[nodiscard]] int forgiven_edits(std::size_t letters);

}  // namespace ruamlint
