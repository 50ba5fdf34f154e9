#include "document/document.hpp"

#include <algorithm>

#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// Of a page, or of a document without pages: below it, about one word in three is damaged.
constexpr float least_legibility = 0.8F;
/// As much as the readers give figures that recognition is not sure of.
constexpr float unsure_confidence = 0.5F;

/// The span's box between the bytes [begin, end) of the text: by the stops where they are known, else in
/// proportion to the bytes.
Box cut_box(const Span& span, std::size_t begin, std::size_t end) {
  const Box& whole = span.place.box;
  if (whole.empty() || (begin <= span.begin && end >= span.end)) return whole;
  auto edge = [&](std::size_t offset) -> double {
    if (offset <= span.begin) return whole.left;
    if (offset >= span.end) return whole.right;
    if (span.stops.empty()) {
      const double share =
          static_cast<double>(offset - span.begin) / static_cast<double>(span.end - span.begin);
      return whole.left + share * whole.width();
    }
    const auto next = std::lower_bound(span.stops.begin(), span.stops.end(), offset,
                                       [](const Stop& stop, std::size_t at) { return stop.offset < at; });
    return next == span.stops.end() ? whole.right : static_cast<double>(next->x);
  };
  Box box = whole;
  box.left = edge(begin);
  box.right = std::max(edge(end), box.left);
  return box;
}

std::string cell_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

void add_table_text(std::string& out, const Table& table) {
  int row = 0;
  bool first_in_row = true;
  for (const Cell& cell : table.cells) {
    if (cell.row != row && !first_in_row) {
      out += '\n';
      first_in_row = true;
    }
    row = cell.row;
    if (!first_in_row) out += '\t';
    out += cell_line(cell.text.utf8);
    first_in_row = false;
  }
}

}  // namespace

Box united(const Box& a, const Box& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

void append(Text& text, const Text& tail) {
  const std::size_t shift = text.utf8.size();
  text.utf8 += tail.utf8;
  for (Span span : tail.spans) {
    span.begin += shift;
    span.end += shift;
    for (Stop& stop : span.stops) stop.offset += shift;
    text.spans.push_back(std::move(span));
  }
}

void append(Text& text, std::string_view glue) {
  text.utf8 += glue;
}

Text slice(const Text& text, std::size_t begin, std::size_t end) {
  Text part;
  end = std::min(end, text.utf8.size());
  if (begin >= end) return part;
  part.utf8 = text.utf8.substr(begin, end - begin);
  // Spans are in order: a long text is cut into many parts without walking all of them each time.
  const auto first = std::partition_point(text.spans.begin(), text.spans.end(),
                                          [begin](const Span& span) { return span.end <= begin; });
  for (auto at = first; at != text.spans.end() && at->begin < end; ++at) {
    const Span& span = *at;
    Span cut = span;
    cut.place.box = cut_box(span, begin, end);
    cut.begin = std::max(span.begin, begin) - begin;
    cut.end = std::min(span.end, end) - begin;
    cut.stops.clear();
    for (const Stop& stop : span.stops)
      if (stop.offset >= begin && stop.offset < end) cut.stops.push_back({stop.offset - begin, stop.x});
    part.spans.push_back(std::move(cut));
  }
  return part;
}

Place place_of(const Text& text, std::size_t begin, std::size_t end) {
  const Text part = slice(text, begin, end);
  if (part.spans.empty()) return {};
  Place place = part.spans.front().place;
  for (const Span& span : part.spans)
    if (span.place.page == place.page && span.place.part == place.part)
      place.box = united(place.box, span.place.box);
  return place;
}

const Cell* Table::at(int row, int column) const {
  for (const Cell& cell : cells)
    if (row >= cell.row && row < cell.row + cell.row_span && column >= cell.column &&
        column < cell.column + cell.column_span)
      return &cell;
  return nullptr;
}

void set_page(Block& block, int page) {
  const auto move_text = [page](Text& text) {
    for (Span& span : text.spans) span.place.page = page;
  };
  block.place.page = page;
  move_text(block.text);
  for (Cell& cell : block.table.cells) move_text(cell.text);
}

bool read_well(const Document& document) {
  const bool as_a_whole = std::none_of(document.notes.begin(), document.notes.end(), [](const Note& note) {
    return note.page == 0 && (note.kind == Note::Kind::low_quality || note.kind == Note::Kind::page_not_read);
  });
  return as_a_whole && std::all_of(document.pages.begin(), document.pages.end(), [](const Page& page) {
           return page.reading != Page::Reading::not_read && page.quality >= least_legibility;
         });
}

void doubt_if_illegible(Document& document) {
  if (legibility(plain_text(document)) >= static_cast<double>(least_legibility)) return;
  document.notes.push_back({Note::Kind::low_quality, 0, {}});
  const auto doubt = [](Text& text) {
    for (Span& span : text.spans) span.confidence = std::min(span.confidence, unsure_confidence);
  };
  for (Block& block : document.blocks) {
    doubt(block.text);
    for (Cell& cell : block.table.cells) doubt(cell.text);
  }
  for (Answer& answer : document.answers) {
    doubt(answer.label);
    doubt(answer.value);
  }
}

Document document_of_text(std::string_view text) {
  Document document;
  document.format = "text";
  for (int paragraph = 1; !text.empty(); ++paragraph) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (trimmed(line).empty()) continue;
    Block block;
    block.text.utf8 = repaired(trimmed(line));
    block.place.part = "document";
    block.place.paragraph = paragraph;
    block.text.spans = {{0, block.text.utf8.size(), block.place, Origin::text_layer, 1, {}}};
    document.blocks.push_back(std::move(block));
  }
  add_ticks_from_text(document);
  return document;
}

std::string plain_text(const Document& document) {
  std::string out;
  int page = 0;
  for (const Block& block : document.blocks) {
    if (!out.empty()) out += '\n';
    if (block.place.page > page && page > 0) out += '\f';
    page = std::max(page, block.place.page);
    if (!block.number.empty()) out += block.number + ' ';
    out += block.text.utf8;
    if (block.kind == BlockKind::table) add_table_text(out, block.table);
    out += '\n';
  }
  return out;
}

}  // namespace ruamlint
