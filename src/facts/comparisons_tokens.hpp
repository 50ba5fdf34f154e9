// A text cut into what matters for changes: key words, dates, figures. Internal to facts/.
#pragma once

#include <string_view>
#include <vector>

#include "facts/comparisons_words.hpp"
#include "facts/quantities.hpp"
#include "pack/pack.hpp"
#include "text/dates.hpp"

namespace ruamlint {

/// A pack's words about changes. The pack must outlive it.
struct ChangeWords {
  explicit ChangeWords(const Pack& pack);

  const Pack& pack;
  QuantityWords quantities;
  WordIndex keys;
  WordIndex fillers;
  WordIndex sides;         ///< before, after and masked words of tables' headings
  WordIndex measure_cuts;  ///< behind them the name of a measure begins
  WordIndex values;  ///< words that stand for a share, a multiple or a whole change
};

struct KeyWord {
  Term term = Term::masked;
  std::size_t begin = 0, end = 0;
};

/// 1 for what says a rise, -1 for a fall, else 0.
[[nodiscard]] int direction_of(Term term);
[[nodiscard]] inline bool tells_change(Term term) {
  return term == Term::change || direction_of(term) != 0;
}
[[nodiscard]] inline bool is_to(Term term) {
  return term == Term::to || term == Term::rise_to || term == Term::fall_to;
}

/// A text read once; it must outlive the reading.
struct ChangeText {
  ChangeText(std::string_view text, const ChangeWords& words);

  std::string_view text;
  const ChangeWords& words;
  std::vector<DateMention> dates;  ///< bare years ("in 2020") included
  std::vector<Figure> figures;
  std::vector<KeyWord> keys;  ///< by place; none inside a date or figure

  /// What stands in [begin, end) beside fillers, dates, signs and blanks.
  [[nodiscard]] std::string rest(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t rest_clusters(std::size_t begin, std::size_t end) const;
  /// Where the sentence begins that byte `at` is in: behind a line end, ";" or a full stop.
  [[nodiscard]] std::size_t sentence_begin(std::size_t at) const;
  [[nodiscard]] bool in_parentheses(std::size_t at) const;

 private:
  void add_bare_years();
  void add_fractions();
  void add_valued_words();
  [[nodiscard]] bool counts_something_else(const WordAt& word, std::size_t end) const;
  void add_figure(Figure figure);
};

/// Whether two names of measures have a stretch of letters in common that is long enough to mean the same.
[[nodiscard]] bool alike(std::string_view a, std::string_view b);

}  // namespace ruamlint
