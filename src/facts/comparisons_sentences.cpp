#include "facts/comparisons_sentences.hpp"

#include <algorithm>

#include "facts/comparisons_claims.hpp"
#include "facts/comparisons_measure.hpp"
#include "facts/comparisons_pairing.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Role = Part::Role;

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const ChangeWords& words, std::string_view named)
      : figures_(text, words), named_(named) {}

  SentenceChanges run() {
    pairings_ = pairings_of(figures_);
    SentenceChanges changes;
    for (std::size_t i = 0; i < pairings_.size(); ++i) changes.pairs.push_back(pair_of(i));
    changes.after_only = figures_without_before();
    return changes;
  }

 private:
  FigurePair pair_of(std::size_t index) {
    const Pairing& pairing = pairings_[index];
    FigurePair pair;
    pair.before = figures_.figure(pairing.before);
    pair.after = figures_.figure(pairing.after);
    pair.direction = pairing.direction;
    pair.measure = measure_of(pairing);
    find_verb(pairing, pair);
    pair.before_date = day_of(pairing.before);
    pair.after_date = day_of(pairing.after);
    pair.claims = claims_of(index, pairings_, pair.measure, figures_);
    return pair;
  }

  void find_verb(const Pairing& pairing, FigurePair& pair) const {
    for (const KeyWord& key : figures_.read.keys) {
      const bool says_it = direction_of(key.term) != 0 && direction_of(key.term) == pairing.direction;
      if (!says_it || key.begin < pairing.begin || key.end > pairing.end || pair.verb_end > 0) continue;
      pair.verb_begin = key.begin;
      pair.verb_end = key.end;
    }
  }

  [[nodiscard]] std::optional<Day> day_of(std::size_t i) const {
    const std::size_t date = figures_.part(i).date;
    return date == nowhere ? std::nullopt : std::optional(figures_.read.dates[date].range.earliest);
  }

  [[nodiscard]] std::string measure_of(const Pairing& pairing) const {
    const ChangeText& read = figures_.read;
    const std::size_t first = std::min(pairing.before, pairing.after);
    const Part& part = figures_.part(first);
    std::size_t begin = read.text.substr(0, pairing.begin).rfind('\n');
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    for (std::size_t i = 0; i < first; ++i) {
      const bool is_own_claim = i + 1 == first && claims_in_front(i);
      if (!is_own_claim) begin = std::max(begin, figures_.figure(i).end);
    }
    const std::size_t key_end = part.key == nowhere ? pairing.begin : read.keys[part.key].end;
    const std::string behind_key =
        measure_in(read, std::max(key_end, first > 0 ? figures_.figure(first - 1).end : 0),
                   figures_.figure(first).begin);
    std::size_t end = pairing.begin;
    if (first > 0 && claims_in_front(first - 1)) end = std::min(end, figures_.part(first - 1).begin);
    const std::string in_front = measure_in(read, begin, end);
    const bool behind_first = part.by_scope || part.role == Role::none;
    const std::string& one = behind_first ? behind_key : in_front;
    const std::string& other = behind_first ? in_front : behind_key;
    if (count_clusters(one) >= 2) return one;
    if (count_clusters(other) >= 2) return other;
    return std::string(named_);
  }

  [[nodiscard]] bool claims_in_front(std::size_t i) const {
    return figures_.part(i).role == Role::claim && !figures_.used[i];
  }

  std::vector<LooseFigure> figures_without_before() {
    std::vector<LooseFigure> found;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      const Part& part = figures_.part(i);
      const bool is_change = part.role == Role::claim && part.key != nowhere;
      const bool is_after = part.role == Role::after && (part.by_scope || part.direction != 0);
      if (figures_.used[i] || !(is_change || is_after)) continue;
      const Figure& figure = figures_.figure(i);
      if (is_wished(figures_, {i, i, part.begin, figure.end, 0})) continue;
      std::size_t begin = figures_.read.sentence_begin(part.begin);
      if (i > 0) begin = std::max(begin, figures_.figure(i - 1).end);
      LooseFigure loose{figure, measure_in(figures_.read, begin, part.begin), std::nullopt};
      if (is_change) loose.claim = lone_claim(i, figures_);
      found.push_back(std::move(loose));
    }
    return found;
  }

  SentenceFigures figures_;
  std::string_view named_;
  std::vector<Pairing> pairings_;
};

}  // namespace

SentenceChanges changes_in_sentences(std::string_view text, const ChangeWords& words,
                                     std::string_view named) {
  return SentenceReader(text, words, named).run();
}

}  // namespace ruamlint
