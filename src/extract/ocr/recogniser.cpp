#include <leptonica/allheaders.h>

#include <algorithm>
#include <map>
#include <utility>

#include "extract/ocr/alignment.hpp"
#include "extract/ocr/digit_runs.hpp"
#include "extract/ocr/latin_words.hpp"
#include "extract/ocr/layout.hpp"
#include "extract/ocr/line_image.hpp"
#include "extract/ocr/line_reader.hpp"
#include "extract/ocr/line_text.hpp"
#include "extract/ocr/ocr.hpp"
#include "extract/ocr/orientation.hpp"
#include "extract/ocr/page_image.hpp"
#include "extract/ocr/paragraphs.hpp"
#include "extract/ocr/sara_am.hpp"
#include "extract/ocr/signs.hpp"
#include "extract/ocr/words.hpp"

namespace ruamlint {
namespace ocr {
namespace {

// The fullest page of small print has some 120 lines and 9,000 body heights of text. Reading costs by the
// length of the lines, and a limit in work, not in time, gives the same result on every machine.
constexpr std::size_t max_lines = 600;
constexpr double max_length = 30'000;  // body heights, over all lines

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
  PageReader(LineReader& engine, const WordList& words, const PageImage& page, const Layout& layout)
      : engine_(engine), words_(words), page_(page), layout_(layout) {}

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
      symbols.push_back({tick->ticked ? "☑" : "☐", tick->box, tick_confidence, true, false});
      read.box = united(read.box, tick->box);
      from = tick->box.centre_x();
    }
    if (ticks.empty())
      read_part(line, symbols, read);
    else
      read_part(between(line, layout_.components.list, from, pixGetWidth(page_.gray.get())), symbols, read);
    for (const PlacedSymbol& symbol : symbols) confidence_ += static_cast<double>(symbol.confidence);
    letters_ += symbols.size();
    mend_percent(symbols);
    mend_words(symbols, words_);
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
    std::vector<PlacedSymbol> read_symbols = read_image(image, Languages::thai_and_english);
    const std::vector<Component>& components = layout_.components.list;
    SeenLine seen = look_at(line, components, page_, read_symbols);
    if (read_latin_again(read_symbols, seen, line)) seen = look_at(line, components, page_, read_symbols);
    mend_sara_am(read_symbols, seen, line, components);
    mend_bullet(read_symbols, seen);
    check_digits(read_symbols, seen, line, page_);
    symbols.insert(symbols.end(), read_symbols.begin(), read_symbols.end());
  }

  std::vector<PlacedSymbol> read_image(const LineImage& image, Languages languages) {
    std::vector<PlacedSymbol> symbols;
    for (const Symbol& symbol : engine_.read(*image.gray, page_.dpi * image.scale, languages))
      symbols.push_back({symbol.utf8, image.on_page(symbol.box), symbol.confidence,
                         symbol.starts_word || symbols.empty(), false});
    return symbols;
  }

  /// True where something changed.
  bool read_latin_again(std::vector<PlacedSymbol>& symbols, const SeenLine& seen, const TextLine& line) {
    bool changed = false;
    const std::vector<LatinWord> words = latin_words(symbols, seen, line, layout_.components.list);
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      const TextLine part = between(line, layout_.components.list, word->from, word->to);
      if (part.parts.empty()) continue;
      const LineImage image = cut_line(page_, layout_.components, part);
      if (!image.gray) continue;
      std::vector<PlacedSymbol> as_thai = read_image(image, Languages::thai);
      if (!better_as_thai(*word, symbols, as_thai)) continue;
      as_thai.front().starts_word = symbols[word->first].starts_word;
      const auto at = symbols.erase(symbols.begin() + static_cast<std::ptrdiff_t>(word->first),
                                    symbols.begin() + static_cast<std::ptrdiff_t>(word->last));
      symbols.insert(at, as_thai.begin(), as_thai.end());
      changed = true;
    }
    return changed;
  }

  LineReader& engine_;
  const WordList& words_;
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
  ocr::WordList words;
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
  auto layout = ocr::take_apart(*page);
  if (!layout) return result;
  // Once to lay the lines level, and once more to see, on a page without skew, which way is up.
  constexpr int most_attempts = 2;
  int turned = 0;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const int turns = ocr::quarter_turns_to_upright(*layout, page->dpi);
    if (turns == 0) break;
    turned = (turned + turns) % 4;
    page = ocr::prepare(ocr::turned(picture, turned));
    if (!page) return result;
    page->quarter_turns = turned;
    layout = ocr::take_apart(*page);
    if (!layout) return result;
  }
  if (!engine_) engine_ = std::make_unique<Engine>();
  if (!engine_->reader.ready()) return result;
  ocr::PageReader reader(engine_->reader, engine_->words, *page, *layout);
  const auto lines = ocr::read_all(reader, *layout);
  result.blocks = ocr::blocks_of(*layout, lines, *page);
  result.confidence = reader.mean_confidence();
  result.truncated = reader.exhausted();
  result.strokes = layout->strokes;
  result.failed = false;
  return result;
}

}  // namespace ruamlint
