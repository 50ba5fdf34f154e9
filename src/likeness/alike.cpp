#include "likeness/alike.hpp"

#include <algorithm>

#include "likeness/candidates.hpp"

namespace ruamlint {

std::vector<AlikePair> find_alike(LikenessTask task) {
  CommonText common;
  common.common = common_shingles(task.sketches);
  Sketch taken = common.common;
  for (const std::string& blank : task.blanks) {
    common.add_blank(blank);
    const Sketch sketch = sketch_of(blank);
    taken.insert(taken.end(), sketch.begin(), sketch.end());
  }
  std::sort(taken.begin(), taken.end());
  for (Sketch& sketch : task.sketches) sketch = without(sketch, taken);

  // The sketches' overlap is an estimate: those near the limit are compared too.
  constexpr double worth_comparing = least_alike / 2;
  std::vector<AlikePair> alike;
  for (const auto& [first, second] : candidate_pairs(task.sketches)) {
    if (first >= task.judged) continue;
    if (overlap(task.sketches[first], task.sketches[second]) < worth_comparing) continue;
    Matching matching = compare(task.text_of(first), task.text_of(second), common);
    if (matching.share >= least_alike) alike.push_back({first, second, std::move(matching)});
  }
  std::stable_sort(alike.begin(), alike.end(), [](const AlikePair& a, const AlikePair& b) {
    return a.matching.share > b.matching.share;
  });
  return alike;
}

}  // namespace ruamlint
