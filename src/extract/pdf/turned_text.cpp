#include "extract/pdf/turned_text.hpp"

#include <utility>

#include "extract/pdf/lines.hpp"

namespace ruamlint::pdf {
namespace {

/// A box of the turned page on the page as it is shown.
Box turned_back(const Box& box, Turn turn, const PageContent& page) {
  if (turn == Turn::upwards) return {box.top, page.height - box.right, box.bottom, page.height - box.left};
  return {page.width - box.bottom, box.left, page.width - box.top, box.right};
}

TextLine turned_back(TextLine line, Turn turn, const PageContent& page) {
  line.box = turned_back(line.box, turn, page);
  line.baseline = (line.box.top + line.box.bottom) / 2 + 0.3 * line.size;
  line.turned = true;
  line.wide_spaces.clear();
  for (Span& span : line.text.spans) {
    span.place.box = turned_back(span.place.box, turn, page);
    span.stops.clear();
  }
  return line;
}

}  // namespace

std::vector<TextLine> turned_lines(PageContent& content, int page) {
  std::vector<TextLine> lines;
  for (const Turn turn : {Turn::upwards, Turn::downwards}) {
    std::vector<Glyph>& glyphs = content.turned[static_cast<std::size_t>(turn)];
    if (glyphs.empty()) continue;
    PageContent turned;
    turned.width = content.height;
    turned.height = content.width;
    turned.fonts = content.fonts;
    turned.glyphs = std::exchange(glyphs, {});
    for (const Line& line : find_lines(turned, false).lines) {
      TextLine text = text_line_of(line, page);
      if (!text.text.empty()) lines.push_back(turned_back(std::move(text), turn, content));
    }
  }
  return lines;
}

}  // namespace ruamlint::pdf
