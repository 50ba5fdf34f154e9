#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "extract/ocr/columns.hpp"
#include "extract/ocr/components.hpp"
#include "extract/ocr/line_finder.hpp"
#include "extract/ocr/line_image.hpp"
#include "extract/ocr/line_reader.hpp"
#include "extract/ocr/line_text.hpp"
#include "extract/ocr/ocr.hpp"
#include "extract/ocr/page_image.hpp"
#include "extract/ocr/paragraphs.hpp"
#include "extract/ocr/rulings.hpp"
#include "extract/ocr/tick_boxes.hpp"

namespace ruamlint {
namespace ocr {
namespace {

// The fullest page of small print has some 120 lines and 9,000 body heights of text. Reading costs by the
// length of the lines, and a limit in work, not in time, gives the same result on every machine.
constexpr std::size_t max_lines = 600;
constexpr double max_length = 30'000;  // body heights, over all lines

/// A page taken apart: all that reading needs.
struct Layout {
  std::vector<Grid> grids;
  std::vector<int> first_region;  ///< of each grid; its cells have the numbers from there on
  Components components;          ///< without tick boxes
  std::vector<TickBox> ticks;
  std::vector<TextLine> lines;
};

int region_at(const Layout& layout, int x, int y) {
  for (std::size_t g = 0; g < layout.grids.size(); ++g) {
    const Grid& grid = layout.grids[g];
    if (!contains(grid.box, x, y)) continue;
    for (std::size_t c = 0; c < grid.cells.size(); ++c)
      if (contains(grid.cells[c].box, x, y)) return layout.first_region[g] + static_cast<int>(c);
  }
  return 0;
}

/// The components without those of tick boxes.
Components without_ticks(const Components& all, const std::vector<TickBox>& ticks) {
  std::vector<bool> of_tick(all.list.size());
  for (const TickBox& tick : ticks)
    for (const std::size_t index : tick.components) of_tick[index] = true;
  Components rest;
  rest.shapes.reset(pixaCreate(0));
  for (std::size_t i = 0; i < all.list.size(); ++i) {
    if (of_tick[i]) continue;
    rest.list.push_back(all.list[i]);
    pixaAddPix(rest.shapes.get(), pixaGetPix(all.shapes.get(), static_cast<int>(i), L_CLONE), L_INSERT);
  }
  return rest;
}

/// The line that a tick box stands in, or nullptr: the one whose letters are at its height, the nearest of
/// them.
const TextLine* line_of(const TickBox& tick, const Layout& layout) {
  constexpr double reach = 25;  // body heights; the words to a box may stand far to its right
  const int region = region_at(layout, tick.box.centre_x(), tick.box.centre_y());
  const TextLine* nearest = nullptr;
  double nearest_distance = 0;
  for (const TextLine& line : layout.lines) {
    const double middle = line.baseline_at(tick.box.centre_x()) - line.body_height / 2;
    if (line.region != region || std::abs(middle - tick.box.centre_y()) > 0.9 * line.body_height) continue;
    const double distance = std::max({0, tick.box.left - line.box.right, line.box.left - tick.box.right});
    if (distance > reach * line.body_height) continue;
    if (nearest == nullptr || distance < nearest_distance) {
      nearest = &line;
      nearest_distance = distance;
    }
  }
  return nearest;
}

/// A line of nothing but a box.
TextLine line_around(const TickBox& tick, int region) {
  TextLine line;
  line.box = tick.box;
  line.region = region;
  line.body_height = tick.box.height();
  line.baseline = tick.box.bottom;
  return line;
}

/// Boxes whose words were not found become lines of their own.
void add_lone_ticks(Layout& layout) {
  std::vector<TextLine> lone;
  for (const TickBox& tick : layout.ticks)
    if (line_of(tick, layout) == nullptr)
      lone.push_back(line_around(tick, region_at(layout, tick.box.centre_x(), tick.box.centre_y())));
  if (lone.empty()) return;
  layout.lines.insert(layout.lines.end(), lone.begin(), lone.end());
  layout.lines = in_reading_order(std::move(layout.lines));
}

std::optional<Layout> take_apart(PageImage& page) {
  Layout layout;
  layout.grids = find_grids(take_rulings(*page.ink, page.dpi), page.dpi);
  int region = 1;
  for (const Grid& grid : layout.grids) {
    layout.first_region.push_back(region);
    region += static_cast<int>(grid.cells.size());
  }
  auto components = find_components(*page.ink, page.dpi);
  if (!components) return std::nullopt;
  layout.ticks = find_tick_boxes(*components, typical_body_height(components->list, page.dpi));
  layout.components = without_ticks(*components, layout.ticks);
  for (Component& component : layout.components.list)
    component.region = region_at(layout, component.box.centre_x(), component.box.centre_y());
  layout.lines = find_lines(layout.components.list, page.dpi);
  add_lone_ticks(layout);
  return layout;
}

/// The part of `line` between two tick boxes.
TextLine between(const TextLine& line, const std::vector<Component>& components, int from, int to) {
  TextLine part = line;
  part.parts.clear();
  for (const LinePart& piece : line.parts) {
    const PixelBox& box = components[piece.component].box;
    if (box.centre_x() < from || box.centre_x() >= to) continue;
    const PixelBox own{box.left, piece.top, box.right, piece.bottom};
    part.box = part.parts.empty() ? own : united(part.box, own);
    part.parts.push_back(piece);
  }
  part.baseline = line.baseline_at(part.box.left);
  return part;
}

/// Reads lines, and counts what that costs.
class PageReader {
 public:
  PageReader(LineReader& engine, const PageImage& page, const Layout& layout)
      : engine_(engine), page_(page), layout_(layout) {}

  /// `ticks`: those that stand in the line, from the left.
  ReadLine read(const TextLine& line, const std::vector<const TickBox*>& ticks) {
    ReadLine read;
    read.box = line.box;
    read.body_height = line.body_height;
    read.baseline = line.baseline_at(line.box.centre_x());
    read.column = line.column;
    read.zone_top = line.zone_top;
    std::vector<PlacedSymbol> symbols;
    int from = 0;
    for (const TickBox* tick : ticks) {
      read_part(between(line, layout_.components.list, from, tick->box.centre_x()), symbols, read);
      constexpr float tick_confidence = 0.97F;
      symbols.push_back({tick->ticked ? "☑" : "☐", tick->box, tick_confidence, true});
      read.box = united(read.box, tick->box);
      from = tick->box.centre_x();
    }
    if (ticks.empty())
      read_part(line, symbols, read);
    else
      read_part(between(line, layout_.components.list, from, pixGetWidth(page_.gray.get())), symbols, read);
    for (const PlacedSymbol& symbol : symbols) confidence_ += static_cast<double>(symbol.confidence);
    letters_ += symbols.size();
    read.text = text_of(symbols, page_);
    return read;
  }

  [[nodiscard]] bool exhausted() const { return exhausted_; }
  [[nodiscard]] float mean_confidence() const {
    return letters_ > 0 ? static_cast<float>(confidence_ / static_cast<double>(letters_)) : 0;
  }

 private:
  void read_part(const TextLine& line, std::vector<PlacedSymbol>& symbols, ReadLine& read) {
    if (line.parts.empty() || line.body_height <= 0) return;
    ++lines_;
    length_ += line.box.width() / line.body_height;
    if (lines_ > max_lines || length_ > max_length) {
      exhausted_ = true;
      return;
    }
    const LineImage image = cut_line(page_, layout_.components, line);
    if (!image.gray) return;
    read.stroke = std::max(read.stroke, image.stroke);
    bool first = true;
    for (const Symbol& symbol : engine_.read(*image.gray, page_.dpi * image.scale)) {
      symbols.push_back(
          {symbol.utf8, image.on_page(symbol.box), symbol.confidence, symbol.starts_word || first});
      first = false;
    }
  }

  LineReader& engine_;
  const PageImage& page_;
  const Layout& layout_;
  std::size_t lines_ = 0, letters_ = 0;
  double length_ = 0, confidence_ = 0;
  bool exhausted_ = false;
};

/// All lines with their text, by region.
std::map<int, std::vector<ReadLine>> read_all(PageReader& reader, const Layout& layout) {
  std::map<const TextLine*, std::vector<const TickBox*>> ticks_of;
  for (const TickBox& tick : layout.ticks)
    if (const TextLine* line = line_of(tick, layout)) ticks_of[line].push_back(&tick);
  for (auto& [line, ticks] : ticks_of)
    std::sort(ticks.begin(), ticks.end(),
              [](const TickBox* a, const TickBox* b) { return a->box.left < b->box.left; });
  std::map<int, std::vector<ReadLine>> lines;
  for (const TextLine& line : layout.lines) {
    ReadLine read = reader.read(line, ticks_of[&line]);
    if (!read.text.empty()) lines[line.region].push_back(std::move(read));
  }
  return lines;
}

Block table_block(const Grid& grid, int first_region, const std::map<int, std::vector<ReadLine>>& lines,
                  const PageStyle& style, const PageImage& page) {
  Block block;
  block.kind = BlockKind::table;
  block.table.rows = grid.rows;
  block.table.columns = grid.columns;
  block.place.box = page.to_points(grid.box);
  for (std::size_t c = 0; c < grid.cells.size(); ++c) {
    const GridCell& source = grid.cells[c];
    Cell cell;
    cell.row = source.row;
    cell.column = source.column;
    cell.row_span = source.row_span;
    cell.column_span = source.column_span;
    const auto inside = lines.find(first_region + static_cast<int>(c));
    if (inside != lines.end()) cell.text = cell_text(inside->second, style);
    block.table.cells.push_back(std::move(cell));
  }
  return block;
}

/// Running text in reading order, each table before the first line that stands lower beside or below it.
std::vector<Block> blocks_of(const Layout& layout, const std::map<int, std::vector<ReadLine>>& lines,
                             const PageImage& page) {
  std::vector<ReadLine> all;
  for (const auto& [region, in_region] : lines) all.insert(all.end(), in_region.begin(), in_region.end());
  const PageStyle style = style_of(all, page.dpi);
  std::vector<ReadLine> running;
  if (const auto outside = lines.find(0); outside != lines.end()) running = outside->second;

  std::vector<Block> blocks;
  std::size_t done = 0;
  auto flush = [&](std::size_t end) {
    const std::vector<ReadLine> part(running.begin() + static_cast<std::ptrdiff_t>(done),
                                     running.begin() + static_cast<std::ptrdiff_t>(end));
    for (Block& block : paragraphs_of(part, style)) blocks.push_back(std::move(block));
    done = end;
  };
  for (std::size_t g = 0; g < layout.grids.size(); ++g) {
    const PixelBox& box = layout.grids[g].box;
    std::size_t next = done;
    while (next < running.size()) {
      const PixelBox& line = running[next].box;
      if (line.centre_y() > box.top && line.left < box.right && line.right > box.left) break;
      ++next;
    }
    flush(next);
    blocks.push_back(table_block(layout.grids[g], layout.first_region[g], lines, style, page));
  }
  flush(running.size());
  return blocks;
}

}  // namespace
}  // namespace ocr

struct Recogniser::Engine {
  ocr::LineReader reader;
};

Recogniser::Recogniser() = default;
Recogniser::~Recogniser() = default;
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;

RecognisedPage Recogniser::recognise(const Picture& picture) {
  RecognisedPage result;
  result.failed = true;
  setMsgSeverity(L_SEVERITY_NONE);  // Leptonica's complaints about strange pictures are no user's business
  auto page = ocr::prepare(picture);
  if (!page) return result;
  const auto layout = ocr::take_apart(*page);
  if (!layout) return result;
  if (!engine_) engine_ = std::make_unique<Engine>();
  if (!engine_->reader.ready()) return result;
  ocr::PageReader reader(engine_->reader, *page, *layout);
  const auto lines = ocr::read_all(reader, *layout);
  result.blocks = ocr::blocks_of(*layout, lines, *page);
  result.confidence = reader.mean_confidence();
  result.truncated = reader.exhausted();
  result.failed = false;
  return result;
}

}  // namespace ruamlint
