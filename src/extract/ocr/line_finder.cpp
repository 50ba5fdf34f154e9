#include "extract/ocr/line_finder.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>

#include "extract/ocr/chains.hpp"
#include "extract/ocr/columns.hpp"

namespace ruamlint::ocr {
namespace {

// All lengths in body heights of the line in question.
constexpr double upper_storeys = 2.7;    // top of the highest tone mark above the baseline
constexpr double lower_storey = 0.95;    // depth of the deepest vowel below it
constexpr double side_reach = 2.5;       // how far from its ends a line still takes dots, hyphens, quotes
constexpr double mark_side_reach = 0.6;  // and marks, which stand on letters

/// What it costs to have a mark in a line: its distance from what holds it there.
struct Claim {
  std::size_t line = 0;
  double cost = 0;
};

/// Vertical distance from the mark to the nearest part of the line in the same columns, above or below.
std::optional<double> support_gap(const TextLine& line, const std::vector<Component>& components,
                                  const PixelBox& mark, bool support_below) {
  const int slack = static_cast<int>(0.15 * line.body_height) + 1;
  std::optional<double> nearest;
  for (const LinePart& part : line.parts) {
    const PixelBox& box = components[part.component].box;
    if (box.right <= mark.left - slack || box.left >= mark.right + slack) continue;
    if (support_below ? part.top < mark.top : part.bottom > mark.bottom) continue;
    const double gap = std::max(0, support_below ? part.top - mark.bottom : mark.top - part.bottom);
    if (!nearest || gap < *nearest) nearest = gap;
  }
  return nearest;
}

std::optional<double> claim_cost(const TextLine& line, const std::vector<Component>& components,
                                 const PixelBox& mark) {
  const double height = line.body_height;
  const double baseline = line.baseline_at(mark.centre_x());
  const double bottom = (baseline - mark.bottom) / height, top = (baseline - mark.top) / height;
  const double beside = std::max({0, line.box.left - mark.right, mark.left - line.box.right}) / height;
  constexpr double unsupported = 0.5;  // a tone mark's letter may have been lost, but it is unlikely
  if (bottom >= 0.7 && top <= upper_storeys) {
    if (beside > mark_side_reach) return std::nullopt;
    if (const auto gap = support_gap(line, components, mark, true)) return *gap / height;
    return unsupported + std::max(0.0, bottom - 1);
  }
  if (top <= 0.35 && bottom >= -lower_storey) {
    // Full stops and underscores stand on the baseline without anything above.
    if (bottom >= -0.3) return beside <= side_reach ? std::optional(beside / 10) : std::nullopt;
    if (beside > mark_side_reach) return std::nullopt;
    if (const auto gap = support_gap(line, components, mark, false)) return *gap / height;
    return unsupported + std::max(0.0, -bottom);
  }
  if (bottom > -0.6 && top < 1.9 && top > 0 && beside <= side_reach) return beside / 10;
  return std::nullopt;
}

TextLine line_of(const Chain& chain, const std::vector<Component>& components) {
  TextLine line;
  line.box = chain.box;
  line.region = chain.region;
  line.body_height = chain.body_height;
  line.baseline = chain.baseline;
  line.slope = chain.slope;
  for (std::size_t index : chain.members)
    line.parts.push_back({index, components[index].box.top, components[index].box.bottom});
  return line;
}

void add_part(TextLine& line, const PixelBox& box, const LinePart& part) {
  line.parts.push_back(part);
  const double left_baseline = line.baseline_at(std::min(line.box.left, box.left));
  line.box = united(line.box, {box.left, part.top, box.right, part.bottom});
  line.baseline = left_baseline;
}

/// Gives every free component to the line that claims it most cheaply. Cheap claims go first, so that a vowel
/// is in place before the tone mark above it asks for support.
void attach_marks(std::vector<TextLine>& lines, const std::vector<Component>& components,
                  std::vector<bool>& taken) {
  constexpr double rounds[] = {0.12, 0.25, 0.5, 1.3, 1.3};
  for (const double most : rounds) {
    for (std::size_t index = 0; index < components.size(); ++index) {
      if (taken[index]) continue;
      const PixelBox& mark = components[index].box;
      std::optional<Claim> best;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine& line = lines[i];
        if (line.region != components[index].region || mark.height() > upper_storeys * line.body_height)
          continue;
        if (mark.width() > 4 * line.body_height && mark.height() < 0.3 * line.body_height)
          continue;  // a rule
        const auto cost = claim_cost(line, components, mark);
        if (cost && *cost <= most && (!best || *cost < best->cost)) best = Claim{i, *cost};
      }
      if (!best) continue;
      add_part(lines[best->line], mark, {index, mark.top, mark.bottom});
      taken[index] = true;
    }
  }
}

/// High components: cut between the lines that they touch, so that each has its part.
void share_high_components(std::vector<TextLine>& lines, const std::vector<Component>& components,
                           std::vector<bool>& taken) {
  for (std::size_t index = 0; index < components.size(); ++index) {
    if (taken[index]) continue;
    const PixelBox& box = components[index].box;
    std::vector<std::size_t> touched;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const TextLine& line = lines[i];
      if (line.region != components[index].region) continue;
      if (box.centre_x() < line.box.left || box.centre_x() > line.box.right) continue;
      const double baseline = line.baseline_at(box.centre_x());
      const double overlap = std::min<double>(box.bottom, baseline) -
                             std::max(box.top, static_cast<int>(baseline - line.body_height));
      if (overlap >= 0.5 * line.body_height) touched.push_back(i);
    }
    constexpr std::size_t most_lines = 3;  // what touches more is a drawing
    if (touched.empty() || touched.size() > most_lines ||
        box.width() > 8 * lines[touched.front()].body_height)
      continue;
    std::sort(touched.begin(), touched.end(),
              [&](std::size_t a, std::size_t b) { return lines[a].baseline < lines[b].baseline; });
    taken[index] = true;
    int top = box.top;
    for (std::size_t k = 0; k < touched.size(); ++k) {
      int bottom = box.bottom;
      if (k + 1 < touched.size()) {
        const TextLine& below = lines[touched[k + 1]];
        const double upper = lines[touched[k]].baseline_at(box.centre_x());
        bottom = static_cast<int>((upper + below.baseline_at(box.centre_x()) - below.body_height) / 2);
      }
      if (bottom > top) add_part(lines[touched[k]], box, {index, top, bottom});
      top = bottom;
    }
  }
}

/// Cells may hold a lone hyphen or full stops only: what is left in a cell is a line.
void keep_rest_of_cells(std::vector<TextLine>& lines, const std::vector<Component>& components,
                        std::vector<bool>& taken, double typical_height) {
  std::map<int, TextLine> rest;
  for (std::size_t index = 0; index < components.size(); ++index) {
    const Component& component = components[index];
    if (taken[index] || component.region == 0) continue;
    if (std::any_of(lines.begin(), lines.end(),
                    [&](const TextLine& line) { return line.region == component.region; }))
      continue;
    if (component.box.height() > typical_height || component.box.width() < 0.3 * typical_height) continue;
    TextLine& line = rest[component.region];
    if (line.parts.empty()) line.box = component.box;
    line.region = component.region;
    line.body_height = typical_height;
    add_part(line, component.box, {index, component.box.top, component.box.bottom});
    line.baseline = line.box.centre_y() + typical_height / 2;
  }
  for (auto& [region, line] : rest) lines.push_back(std::move(line));
}

}  // namespace

std::vector<TextLine> find_lines(const std::vector<Component>& components, double dpi,
                                 const std::vector<TickBox>& ticks) {
  const double typical_height = typical_body_height(components, dpi);
  if (typical_height <= 0) return {};
  std::vector<TextLine> lines;
  std::vector<bool> taken(components.size());
  for (const Chain& chain : find_chains(components, typical_height))
    lines.push_back(line_of(chain, components));
  for (const TextLine& line : lines)
    for (const LinePart& part : line.parts) taken[part.component] = true;
  share_high_components(lines, components, taken);
  attach_marks(lines, components, taken);
  keep_rest_of_cells(lines, components, taken, typical_height);
  return in_reading_order(std::move(lines), ticks);
}

}  // namespace ruamlint::ocr
