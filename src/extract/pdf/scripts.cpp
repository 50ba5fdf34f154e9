#include "extract/pdf/scripts.hpp"

#include <cmath>

#include "text/raised.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr float most_size = 0.9F;  // of the letter's beside it
// In parts of the font size of the letter beside it:
constexpr float least_up = 0.15F, most_up = 0.6F, least_down = 0.04F, most_down = 0.4F;
constexpr float nearest = -0.15F, furthest = 0.8F;  // the gap between both: no more than between words
constexpr float between = 0.3F;                     // figures of one script
constexpr std::size_t longest = 12;                 // clusters; more is a line of small print

bool may_be_script(const Cluster& cluster) {
  std::size_t offset = 0;
  const char32_t c = next_code_point(cluster.text, offset);
  return !cluster.space && (!is_thai(c) || digit_value(c) >= 0);
}

bool go_together(const Cluster& a, const Cluster& b) {
  constexpr float same = 0.05F;
  return may_be_script(b) && std::abs(a.size - b.size) < same * a.size &&
         std::abs(a.baseline - b.baseline) < same * a.size && std::abs(b.left - a.right) < between * a.size;
}

bool is_script_beside(const Cluster& script, const Cluster& base, float gap) {
  if (base.space || base.field != script.field || script.size > most_size * base.size) return false;
  const float up = base.baseline - script.baseline;
  const bool off_line = up > 0 ? up > least_up * base.size && up < most_up * base.size
                               : -up > least_down * base.size && -up < most_down * base.size;
  return off_line && gap > nearest * base.size && gap < furthest * base.size;
}

/// The letter that the clusters [first, last) are a script of: the one before them, else (a note's number)
/// the one behind; nullptr for none.
const Cluster* base_of(const std::vector<Cluster>& clusters, std::size_t first, std::size_t last) {
  const Cluster& script = clusters[first];
  if (first > 0) {
    const bool spaced = clusters[first - 1].space && first > 1;
    const Cluster& base = clusters[spaced ? first - 2 : first - 1];
    if (is_script_beside(script, base, script.left - clusters[first - 1].right)) return &base;
  }
  if (last < clusters.size()) {
    const bool spaced = clusters[last].space && last + 1 < clusters.size();
    const Cluster& base = clusters[spaced ? last + 1 : last];
    if (is_script_beside(script, base, clusters[last].left - clusters[last - 1].right)) return &base;
  }
  return nullptr;
}

}  // namespace

void settle_scripts(std::vector<Cluster>& clusters) {
  for (std::size_t first = 0; first < clusters.size();) {
    std::size_t last = first + 1;
    if (!may_be_script(clusters[first])) {
      first = last;
      continue;
    }
    while (last < clusters.size() && go_together(clusters[last - 1], clusters[last])) ++last;
    const Cluster* base = last - first <= longest ? base_of(clusters, first, last) : nullptr;
    for (std::size_t i = first; i < last && base != nullptr; ++i) {
      if (clusters[i].baseline < base->baseline) clusters[i].text = raised(clusters[i].text);
      clusters[i].baseline = base->baseline;
    }
    first = last;
  }
}

}  // namespace ruamlint::pdf
