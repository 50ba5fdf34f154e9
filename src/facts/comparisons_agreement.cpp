#include "facts/comparisons_agreement.hpp"

#include <algorithm>
#include <cmath>

#include "text/fuzzy.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Verdict = Comparison::Verdict;

constexpr std::size_t least_letters = 4;
/// How much of the longer name the shorter one must be: "ผู้ป่วย" is not "ผู้ป่วยเบาหวานที่คุมน้ำตาลได้".
constexpr double like_with_figure = 0.4, like_without = 0.6;

bool is_same_measure(std::string_view a, std::string_view b, double least_share) {
  std::u32string one = folded(a).letters, other = folded(b).letters;
  if (one.size() > other.size()) one.swap(other);
  const auto least = static_cast<std::size_t>(std::ceil(static_cast<double>(other.size()) * least_share));
  return one.size() >= std::max(least_letters, least) && other.find(one) != std::u32string::npos;
}

/// "เด็กขาดเรียนเฉลี่ยต่อเดือน" is of เด็กขาดเรียน: what follows a word of means only says how it is counted.
std::string_view without_mean(std::string_view measure, const std::vector<std::string>& mean_words) {
  for (const std::string& word : mean_words) {
    const std::size_t at = find_word(measure, word, 0);
    if (at != std::string_view::npos && at > 0 && count_clusters(measure.substr(0, at)) >= least_letters)
      measure = measure.substr(0, at);
  }
  return measure;
}

bool is_same_value(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a));
}

bool are_of_other_days(const std::optional<Day>& a, const std::optional<Day>& b) {
  return a && b && *a != *b;
}

/// One figure the same, the other not, and nothing says that they are of different years or things.
bool contradict(const ToldPair& a, const ToldPair& b, const QuantityWords& words) {
  if (a.source == b.source || !words.agree(a.comparison.unit, b.comparison.unit)) return false;
  if (a.comparison.verdict == Verdict::unit_differs || b.comparison.verdict == Verdict::unit_differs)
    return false;
  if (a.comparison.before.percent != b.comparison.before.percent) return false;
  if (words.factor(a.comparison.unit, b.comparison.unit) != 1) return false;
  const bool same_before = is_same_value(a.comparison.before.value, b.comparison.before.value);
  const bool same_after = is_same_value(a.comparison.after.value, b.comparison.after.value);
  if (same_before == same_after) return false;
  if ((same_before ? a.comparison.before.value : a.comparison.after.value) == 0) return false;
  if (same_before ? are_of_other_days(a.pair.after_date, b.pair.after_date)
                  : are_of_other_days(a.pair.before_date, b.pair.before_date)) {
    return false;
  }
  return is_same_measure(a.comparison.measure, b.comparison.measure, like_with_figure);
}

/// The form also tells the pair as the other place has it: then one of the two is of something else.
bool is_told_alike(const ToldPair& pair, std::size_t source, const std::vector<ToldPair>& pairs) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const ToldPair& other) {
    return other.source == source &&
           is_same_value(other.comparison.before.value, pair.comparison.before.value) &&
           is_same_value(other.comparison.after.value, pair.comparison.after.value);
  });
}

std::string figures_text(const Comparison& comparison) {
  return comparison.before_text + " → " + comparison.after_text;
}

Disagreement restated(const ToldPair& a, const ToldPair& b) {
  Disagreement found;
  found.kind = Disagreement::Kind::restated;
  found.measure = a.comparison.measure;
  found.first_text = figures_text(a.comparison);
  found.second_text = figures_text(b.comparison);
  found.unsure = a.comparison.unsure || b.comparison.unsure;
  for (const ToldPair* pair : {&a, &b}) {
    found.evidence.insert(found.evidence.end(), pair->comparison.evidence.begin(),
                          pair->comparison.evidence.begin() + 2);
  }
  return found;
}

void find_claim_elsewhere(const ToldClaim& told, const std::vector<ToldPair>& pairs,
                          const QuantityWords& words, std::vector<Disagreement>& found) {
  if (told.claim.if_it_fits || told.claim.readings.empty()) return;
  if (told.claim.readings[0].bound != StatedChange::Bound::exact) return;
  const ToldPair* first = nullptr;
  double recomputed = 0;
  for (const ToldPair& candidate : pairs) {
    if (candidate.source == told.source) continue;
    const auto core = [&](std::string_view measure) { return without_mean(measure, words.mean_words()); };
    if (!is_same_measure(core(candidate.comparison.measure), core(told.measure), like_without)) continue;
    FigurePair pair = candidate.pair;
    pair.direction = 0;
    pair.claims = {told.claim};
    const JudgedPair judged = judge_pair(pair, words);
    const Verdict verdict = judged.comparison.verdict;
    if (!judged.claim || verdict == Verdict::consistent || verdict == Verdict::by_rounding) return;
    if (first == nullptr) recomputed = std::abs(judged.comparison.recomputed);
    if (first == nullptr) first = &candidate;
  }
  if (first == nullptr) return;
  Disagreement disagreement;
  disagreement.kind = Disagreement::Kind::claim_elsewhere;
  disagreement.measure = first->comparison.measure;
  disagreement.first_text = figures_text(first->comparison);
  disagreement.second_text = told.evidence.quote;
  disagreement.recomputed = recomputed;
  disagreement.unsure = first->comparison.unsure;
  disagreement.evidence = {first->comparison.evidence[0], first->comparison.evidence[1], told.evidence};
  found.push_back(std::move(disagreement));
}

}  // namespace

std::vector<Disagreement> disagreements_of(const std::vector<ToldPair>& pairs,
                                           const std::vector<ToldClaim>& claims, const QuantityWords& words) {
  std::vector<Disagreement> found;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (std::size_t j = i + 1; j < pairs.size(); ++j) {
      const bool differ = contradict(pairs[i], pairs[j], words) &&
                          !is_told_alike(pairs[i], pairs[j].source, pairs) &&
                          !is_told_alike(pairs[j], pairs[i].source, pairs);
      if (differ) found.push_back(restated(pairs[i], pairs[j]));
    }
  }
  for (const ToldClaim& claim : claims) find_claim_elsewhere(claim, pairs, words, found);
  return found;
}

}  // namespace ruamlint
