#include "audit/share.hpp"

#include <algorithm>
#include <numeric>

namespace ruamlint {

std::vector<std::size_t> inputs_of_share(const std::vector<std::uint64_t>& sizes, Share share) {
  // The largest first, each to whoever has least; the file itself costs something too.
  constexpr std::uint64_t cost_of_a_file = 100'000;
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  std::vector<std::pair<std::uint64_t, int>> loads;  // a heap, the least in front
  for (int i = 0; i < share.count; ++i) loads.emplace_back(0, i);
  std::vector<std::size_t> chosen;
  for (const std::size_t index : order) {
    std::pop_heap(loads.begin(), loads.end(), std::greater<>());
    loads.back().first += sizes[index] + cost_of_a_file;
    if (loads.back().second == share.number - 1) chosen.push_back(index);
    std::push_heap(loads.begin(), loads.end(), std::greater<>());
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace ruamlint
