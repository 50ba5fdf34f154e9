#include "likeness/candidates.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace ruamlint {
namespace {

constexpr std::size_t bands = 80, rows = 3, least_shingles = 8;
// Beyond so many in one bucket each is compared with its neighbours only: all are alike then.
constexpr std::size_t most_in_a_bucket = 40;

using Signature = std::array<std::uint32_t, bands * rows>;

std::uint64_t next_random(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t x = state;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31);
}

/// Multiply-add-shift hashing (Dietzfelbinger 1996) in place of permutations: always the same ones.
struct Hashes {
  Hashes() {
    std::uint64_t state = 1;
    for (std::size_t i = 0; i < factor.size(); ++i) {
      factor[i] = next_random(state) | 1U;
      term[i] = next_random(state);
    }
  }
  std::array<std::uint64_t, bands * rows> factor{}, term{};
};

Signature signature_of(const Sketch& sketch) {
  static const Hashes hashes;
  Signature least;
  least.fill(UINT32_MAX);
  for (const std::uint32_t shingle : sketch)
    for (std::size_t i = 0; i < least.size(); ++i)
      least[i] =
          std::min(least[i], static_cast<std::uint32_t>((shingle * hashes.factor[i] + hashes.term[i]) >> 32));
  return least;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

void pair_up(const std::vector<std::size_t>& bucket, Pairs& pairs) {
  const std::size_t reach = bucket.size() > most_in_a_bucket ? 3 : bucket.size();
  for (std::size_t i = 0; i < bucket.size(); ++i)
    for (std::size_t j = i + 1; j < std::min(bucket.size(), i + 1 + reach); ++j)
      pairs.emplace_back(bucket[i], bucket[j]);
}

void keep_unique(Pairs& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

}  // namespace

Sketch common_shingles(const std::vector<Sketch>& sketches) {
  constexpr std::size_t least_texts = 10, one_in = 100;
  const std::size_t limit = std::max(least_texts, sketches.size() / one_in);
  // In slices of the numbers' range, so that no more than a slice is in memory twice.
  constexpr std::uint64_t slices = 16, width = (std::uint64_t{1} << 32) / slices;
  Sketch common;
  for (std::uint64_t slice = 0; slice < slices; ++slice) {
    const auto first = static_cast<std::uint32_t>(slice * width);
    const auto last = static_cast<std::uint32_t>((slice + 1) * width - 1);
    std::vector<std::uint32_t> all;
    for (const Sketch& sketch : sketches)
      all.insert(all.end(), std::lower_bound(sketch.begin(), sketch.end(), first),
                 std::upper_bound(sketch.begin(), sketch.end(), last));
    std::sort(all.begin(), all.end());
    for (auto at = all.begin(); at != all.end();) {
      const auto end = std::upper_bound(at, all.end(), *at);
      if (static_cast<std::size_t>(end - at) > limit) common.push_back(*at);
      at = end;
    }
  }
  return common;
}

Sketch without(const Sketch& from, const Sketch& taken) {
  Sketch rest;
  std::set_difference(from.begin(), from.end(), taken.begin(), taken.end(), std::back_inserter(rest));
  return rest;
}

Pairs candidate_pairs(const std::vector<Sketch>& sketches) {
  std::vector<std::pair<std::size_t, Signature>> signatures;
  for (std::size_t i = 0; i < sketches.size(); ++i)
    if (sketches[i].size() >= least_shingles) signatures.emplace_back(i, signature_of(sketches[i]));
  Pairs pairs;
  std::vector<std::pair<std::uint64_t, std::size_t>> places(signatures.size());
  for (std::size_t band = 0; band < bands; ++band) {
    for (std::size_t i = 0; i < signatures.size(); ++i) {
      std::uint64_t state = band;
      for (std::size_t row = 0; row < rows; ++row)
        state = next_random(state) ^ signatures[i].second[band * rows + row];
      places[i] = {state, signatures[i].first};
    }
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> bucket;
    for (std::size_t i = 0; i < places.size(); ++i) {
      bucket.push_back(places[i].second);
      if (i + 1 < places.size() && places[i + 1].first == places[i].first) continue;
      if (bucket.size() > 1) pair_up(bucket, pairs);
      bucket.clear();
    }
    if (pairs.size() > signatures.size() * 4) keep_unique(pairs);
  }
  keep_unique(pairs);
  return pairs;
}

double overlap(const Sketch& a, const Sketch& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t both = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++both;
    if (*i <= *j) {
      const auto before = *i++;
      if (before == *j) ++j;
    } else {
      ++j;
    }
  }
  return static_cast<double>(both) / static_cast<double>(std::min(a.size(), b.size()));
}

}  // namespace ruamlint
