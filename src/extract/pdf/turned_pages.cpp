#include "extract/pdf/turned_pages.hpp"

#include <algorithm>

namespace ruamlint::pdf {
namespace {

constexpr std::size_t enough_letters = 20;
constexpr int upright = 0, quarter = 90, half = 180, three_quarters = 270;

Box turned_back(const Box& box, const ruamlint::Page& shown, int clockwise) {
  switch (clockwise) {
    case quarter:
      return {box.top, shown.height - box.right, box.bottom, shown.height - box.left};
    case half:
      return {shown.width - box.right, shown.height - box.bottom, shown.width - box.left,
              shown.height - box.top};
    case three_quarters:
      return {shown.width - box.bottom, box.left, shown.width - box.top, box.right};
    default:
      return box;
  }
}

}  // namespace

int turn_to_upright(const PageContent& page) {
  const std::size_t upwards = page.turned[static_cast<std::size_t>(Turn::upwards)].size();
  const std::size_t downwards = page.turned[static_cast<std::size_t>(Turn::downwards)].size();
  const std::size_t turned = std::max(upwards, downwards);
  const auto most = [&](std::size_t some, std::size_t others) {
    return some >= enough_letters && some > 4 * others;
  };
  if (most(turned, page.glyphs.size())) return upwards > downwards ? quarter : three_quarters;
  if (page.upside_down <= page.glyphs.size() && most(page.upside_down, page.glyphs.size() - page.upside_down))
    return half;
  return upright;
}

void turn_back(Document& document, const ruamlint::Page& shown, int clockwise) {
  const auto turn_place = [&](Place& place) {
    if (place.page == shown.number) place.box = turned_back(place.box, shown, clockwise);
  };
  const auto turn_text = [&](Text& text) {
    for (Span& span : text.spans) {
      if (span.place.page == shown.number) span.stops.clear();
      turn_place(span.place);
    }
  };
  const auto turn_block = [&](Block& block) {
    turn_place(block.place);
    turn_text(block.text);
    for (Cell& cell : block.table.cells) turn_text(cell.text);
  };
  std::for_each(document.blocks.begin(), document.blocks.end(), turn_block);
  std::for_each(document.furniture.begin(), document.furniture.end(), turn_block);
  for (Answer& answer : document.answers) {
    turn_place(answer.place);
    turn_text(answer.label);
    turn_text(answer.value);
  }
}

}  // namespace ruamlint::pdf
