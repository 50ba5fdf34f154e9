#include "extract/ocr/orientation.hpp"

#include <algorithm>
#include <cstddef>

#include "extract/ocr/chains.hpp"

namespace ruamlint::ocr {
namespace {

constexpr std::size_t least_letters = 40;
constexpr std::size_t least_chain = 6;  // letters; words at least, not marks that happen to stand in a row
constexpr double clearly = 1.25;        // by how much the better way must be better
constexpr std::size_t least_marks = 12;

/// Components as they stand when the page is turned clockwise by a quarter. Where the page begins does not
/// matter.
std::vector<Component> turned(const std::vector<Component>& components) {
  int lowest = 0;
  for (const Component& component : components) lowest = std::max(lowest, component.box.bottom);
  std::vector<Component> sideways;
  for (const Component& component : components) {
    const PixelBox& box = component.box;
    sideways.push_back({{lowest - box.bottom, box.left, lowest - box.top, box.right}, 0});
  }
  return sideways;
}

/// Letters that stand in rows.
std::size_t in_rows(const std::vector<Component>& components, double dpi) {
  const double height = typical_body_height(components, dpi);
  if (height <= 0) return 0;
  std::size_t letters = 0;
  for (const Chain& chain : find_chains(components, height))
    if (chain.members.size() >= least_chain) letters += chain.members.size();
  return letters;
}

/// Marks of a page's lines: above the letters, and below.
struct Marks {
  std::size_t above = 0, below = 0;
};

Marks marks_of(const std::vector<TextLine>& lines, const std::vector<Component>& components) {
  Marks marks;
  for (const TextLine& line : lines)
    for (const LinePart& part : line.parts) {
      const PixelBox& box = components[part.component].box;
      const double baseline = line.baseline_at(box.centre_x());
      if (box.width() < 0.2 * line.body_height || box.width() > 1.2 * line.body_height) continue;
      if (part.bottom < baseline - 0.85 * line.body_height) ++marks.above;
      if (part.top > baseline - 0.05 * line.body_height) ++marks.below;
    }
  return marks;
}

bool upside_down(const Marks& marks) {
  return marks.above + marks.below >= least_marks &&
         static_cast<double>(marks.below) > clearly * static_cast<double>(marks.above);
}

}  // namespace

int quarter_turns_to_upright(const Layout& layout, double dpi) {
  const std::vector<Component>& components = layout.components.list;
  if (components.size() < least_letters) return 0;
  std::size_t upright = 0;
  for (const TextLine& line : layout.lines)
    if (line.parts.size() >= least_chain) upright += line.parts.size();
  // Most pages are upright, and finding that costs nothing: nearly all of their ink stands in lines.
  constexpr double nearly_all = 0.85;
  if (static_cast<double>(upright) < nearly_all * static_cast<double>(components.size())) {
    std::vector<Component> level = components;
    for (Component& component : level) component.region = 0;
    const std::vector<Component> sideways = turned(components);
    if (static_cast<double>(in_rows(sideways, dpi)) > clearly * static_cast<double>(in_rows(level, dpi)))
      return upside_down(marks_of(find_lines(sideways, dpi, {}), sideways)) ? 3 : 1;
  }
  return upside_down(marks_of(layout.lines, components)) ? 2 : 0;
}

Picture turned(const Picture& picture, int quarter_turns) {
  Picture result = picture;
  for (int turn = 0; turn < quarter_turns; ++turn) {
    Picture next;
    next.width = result.height;
    next.height = result.width;
    next.dpi = result.dpi;
    next.gray.reserve(result.gray.size());
    for (int y = 0; y < next.height; ++y)
      for (int x = 0; x < next.width; ++x)
        next.gray.push_back(result.gray[static_cast<std::size_t>(result.height - 1 - x) *
                                            static_cast<std::size_t>(result.width) +
                                        static_cast<std::size_t>(y)]);
    result = std::move(next);
  }
  return result;
}

}  // namespace ruamlint::ocr
