#include "extract/ocr/chains.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace ruamlint::ocr {
namespace {

// Heights in units of the page's typical letter body.
constexpr double lowest_body = 0.62, highest_body = 2.7;
// In units of the chain's own body height.
constexpr double most_gap = 2.5;
constexpr double most_shift = 0.3;
constexpr double steepest = 0.01;  // what deskewing may have left

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// A chain while it grows to the right: its latest members say where the line runs.
struct Growing {
  Chain chain;
  std::vector<const PixelBox*> latest;

  void add(std::size_t index, const PixelBox& box) {
    constexpr std::size_t remembered = 7;
    chain.box = chain.members.empty() ? box : united(chain.box, box);
    chain.members.push_back(index);
    latest.push_back(&box);
    if (latest.size() > remembered) latest.erase(latest.begin());
  }

  template <class Value>
  [[nodiscard]] double middle(Value value) const {
    std::vector<double> values;
    for (const PixelBox* box : latest) values.push_back(value(*box));
    return median(std::move(values));
  }
};

/// How far `box` is from standing on the chain's line, in its body heights; negative where it is no
/// neighbour.
double misfit(const Growing& growing, const PixelBox& box) {
  const double height = growing.middle([](const PixelBox& b) { return b.height(); });
  const double bottom = growing.middle([](const PixelBox& b) { return b.bottom; });
  const double top = growing.middle([](const PixelBox& b) { return b.top; });
  if (box.left - growing.chain.box.right > most_gap * std::max(height, 1.0)) return -1;
  if (box.height() > 2.7 * height || box.height() < 0.45 * height) return -1;
  const double reference = std::min<double>(height, box.height());
  const double from_bottom = std::abs(box.bottom - bottom) / reference;
  const double from_top = std::abs(box.top - top) / reference;
  const double overlap = std::min<double>(box.bottom, bottom) - std::max<double>(box.top, top);
  if (overlap < 0.5 * reference) return -1;
  const double fit = std::min(from_bottom, from_top);
  return fit <= most_shift ? fit : -1;
}

/// The height that most members have, by width; marks grown onto letters make the others too high.
double body_height_of(const std::vector<std::size_t>& members, const std::vector<Component>& components,
                      double typical_height) {
  constexpr std::size_t enough = 6;
  std::vector<double> heights;
  for (std::size_t index : members) heights.push_back(components[index].box.height());
  std::sort(heights.begin(), heights.end());
  double best = 0;
  double body = heights[heights.size() / 2];
  for (double candidate : heights) {
    double weight = 0;
    for (std::size_t index : members) {
      const PixelBox& box = components[index].box;
      if (std::abs(box.height() - candidate) <= 0.08 * candidate)
        weight += std::min(box.width(), 3 * box.height());
    }
    if (weight > best) {
      best = weight;
      body = candidate;
    }
    if (heights.size() > 400) break;  // quadratic; such a chain is no line of letters
  }
  // A few figures or capitals are higher than the small letters around them.
  const bool figures = members.size() < enough && body > 0.8 * typical_height && body < 1.55 * typical_height;
  return figures ? typical_height : body;
}

void fit_baseline(Chain& chain, const std::vector<Component>& components) {
  std::vector<double> xs, ys;
  for (std::size_t index : chain.members) {
    const PixelBox& box = components[index].box;
    if (box.height() < 0.8 * chain.body_height || box.height() > 1.6 * chain.body_height) continue;
    xs.push_back(box.centre_x());
    ys.push_back(box.bottom);
  }
  if (ys.empty())
    for (std::size_t index : chain.members) ys.push_back(components[index].box.bottom);
  const double level = median(ys);
  chain.baseline = level;
  chain.slope = 0;
  if (xs.size() < 8) return;
  // Least squares over what stands near the middle level; descenders are no part of the baseline.
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    if (std::abs(ys[i] - level) > 0.2 * chain.body_height) continue;
    n += 1;
    sx += xs[i];
    sy += ys[i];
    sxx += xs[i] * xs[i];
    sxy += xs[i] * ys[i];
  }
  const double spread = n * sxx - sx * sx;
  if (n < 6 || spread <= 0) return;
  const double slope = (n * sxy - sx * sy) / spread;
  if (std::abs(slope) > steepest) return;
  chain.slope = slope;
  chain.baseline = (sy - slope * sx) / n + slope * chain.box.left;
}

void finish(Chain& chain, const std::vector<Component>& components, double typical_height) {
  std::sort(chain.members.begin(), chain.members.end(), [&](std::size_t a, std::size_t b) {
    return components[a].box.left != components[b].box.left ? components[a].box.left < components[b].box.left
                                                            : a < b;
  });
  chain.body_height = body_height_of(chain.members, components, typical_height);
  fit_baseline(chain, components);
}

void absorb(Chain& chain, const Chain& other) {
  chain.members.insert(chain.members.end(), other.members.begin(), other.members.end());
  chain.box = united(chain.box, other.box);
}

/// Pieces of one line: side by side, or overlapping, on one level.
bool continues(const Chain& a, const Chain& b) {
  if (a.region != b.region) return false;
  const Chain& left = a.box.left <= b.box.left ? a : b;
  const Chain& right = a.box.left <= b.box.left ? b : a;
  const double height = std::min(a.body_height, b.body_height);
  if (std::max(a.body_height, b.body_height) > 2 * height) return false;
  if (right.box.left - left.box.right > most_gap * height) return false;
  return std::abs(left.baseline_at(right.box.left) - right.baseline) <= most_shift * height;
}

/// Marks in a row make chains of their own, most of all where vowel and tone mark touch: such a chain is
/// within the other's width and smaller than it, in its upper or lower storeys; or it stands so close to the
/// other's baseline that no line of text could.
bool marks_of(const Chain& small, const Chain& line) {
  if (&small == &line || small.region != line.region || small.members.size() > line.members.size())
    return false;
  if (small.box.left < line.box.left - line.body_height ||
      small.box.right > line.box.right + line.body_height)
    return false;
  const double above = (line.baseline_at(small.box.centre_x()) - small.baseline) / line.body_height;
  constexpr double closest_line = 1.9, closest_below = 1.3;
  const bool no_line = above > 0.6 && above < closest_line && small.members.size() * 2 <= line.members.size();
  const bool below =
      above < -0.3 && above > -closest_below && small.members.size() * 2 <= line.members.size();
  if (no_line || below) return true;
  if (small.body_height > 0.72 * line.body_height) return false;
  const double baseline = line.baseline_at(small.box.centre_x());
  return small.box.bottom <= baseline + 0.9 * line.body_height &&
         small.box.top >= baseline - 2.5 * line.body_height;
}

void drop_chains_of_marks(std::vector<Chain>& chains) {
  std::vector<Chain> letters;
  for (const Chain& chain : chains)
    if (std::none_of(chains.begin(), chains.end(), [&](const Chain& line) { return marks_of(chain, line); }))
      letters.push_back(chain);
  chains = std::move(letters);
}

void merge_pieces(std::vector<Chain>& chains, const std::vector<Component>& components,
                  double typical_height) {
  std::sort(chains.begin(), chains.end(), [](const Chain& a, const Chain& b) {
    return a.box.left != b.box.left ? a.box.left < b.box.left : a.box.top < b.box.top;
  });
  for (std::size_t i = 0; i < chains.size(); ++i) {
    for (std::size_t j = i + 1; j < chains.size();) {
      if (!continues(chains[i], chains[j])) {
        ++j;
        continue;
      }
      absorb(chains[i], chains[j]);
      finish(chains[i], components, typical_height);
      chains.erase(chains.begin() + static_cast<std::ptrdiff_t>(j));
      j = i + 1;
    }
  }
}

}  // namespace

std::vector<Chain> find_chains(const std::vector<Component>& components, double typical_height) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < components.size(); ++i) {
    const double height = components[i].box.height();
    if (height >= lowest_body * typical_height && height <= highest_body * typical_height) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return components[a].box.left != components[b].box.left ? components[a].box.left < components[b].box.left
                                                            : a < b;
  });

  std::vector<Chain> chains;
  std::vector<Growing> growing;
  for (std::size_t index : order) {
    const Component& component = components[index];
    // What lies too far to the left is complete; the list stays as short as the page has lines.
    for (std::size_t i = 0; i < growing.size();) {
      if (component.box.left - growing[i].chain.box.right > most_gap * highest_body * typical_height) {
        chains.push_back(std::move(growing[i].chain));
        growing.erase(growing.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
    Growing* best = nullptr;
    double best_misfit = 0;
    for (Growing& candidate : growing) {
      if (candidate.chain.region != component.region) continue;
      const double fit = misfit(candidate, component.box);
      if (fit >= 0 && (best == nullptr || fit < best_misfit)) {
        best = &candidate;
        best_misfit = fit;
      }
    }
    if (best == nullptr) {
      growing.emplace_back();
      best = &growing.back();
      best->chain.region = component.region;
    }
    best->add(index, component.box);
  }
  for (Growing& rest : growing) chains.push_back(std::move(rest.chain));

  for (Chain& chain : chains) finish(chain, components, typical_height);
  drop_chains_of_marks(chains);
  merge_pieces(chains, components, typical_height);
  return chains;
}

}  // namespace ruamlint::ocr
