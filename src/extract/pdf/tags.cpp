#include "extract/pdf/tags.hpp"

#include <algorithm>
#include <cmath>

#include "extract/pdf/labels.hpp"

namespace ruamlint::pdf {
namespace {

/// Whether `next` is seen to go on with `last`: set alike, right below it, and it fills its line.
bool is_seen_to_go_on(const TextLine& last, const TextLine& next, double right) {
  constexpr double widest_step = 2.4, no_room = 1.5, same_size = 0.08;  // of the font size
  const double step = next.baseline - last.baseline, size = std::max(last.size, next.size);
  const bool below = step > 0.8 * size && step < widest_step * size &&
                     std::abs(next.box.left - last.box.left) < size;
  const bool alike = last.bold == next.bold && std::abs(last.size - next.size) < same_size * size;
  return below && alike && last.box.right > right - no_room * size && !label_of(next.text.utf8).found();
}

}  // namespace

void drop_false_tags(std::vector<PageText>& pages) {
  std::size_t joined = 0, parted = 0;
  for (const PageText& page : pages) {
    double right = 0;
    for (const TextLine& line : page.lines) right = std::max(right, line.box.right);
    for (std::size_t i = 1; i < page.lines.size(); ++i) {
      const TextLine &last = page.lines[i - 1], &next = page.lines[i];
      if (last.tag.block == 0 || next.tag.block == 0 || !is_seen_to_go_on(last, next, right)) continue;
      ++(last.tag.block == next.tag.block ? joined : parted);
    }
  }
  if (parted <= joined / 2) return;
  for (PageText& page : pages)
    for (TextLine& line : page.lines) line.tag = {};
}

}  // namespace ruamlint::pdf
