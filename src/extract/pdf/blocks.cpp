#include "extract/pdf/blocks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "extract/pdf/labels.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint::pdf {
namespace {

constexpr std::size_t longest_heading = 150;       // clusters; by size alone
constexpr std::size_t longest_bold_heading = 110;  // by weight alone: emphasis is longer
constexpr std::size_t longest_plain_heading = 80;  // by its number alone
constexpr std::array<std::string_view, 10> tick_signs = {"☐", "☑", "☒", "□",   "○",
                                                         "◉", "✓", "✔", "( )", "(/)"};

/// What tells a heading from its surroundings, one entry a piece.
struct Trait {
  Label label;
  std::size_t letters = 0;
  bool larger = false, bold = false;  // than the running text
  BlockKind kind = BlockKind::paragraph;
  int level = 0;
};

/// Looks of the running text: those of most letters.
struct Body {
  double size = 0;
  bool bold = false;
};

double rounded_size(double size) {
  return std::round(size * 2) / 2;
}

Body body_of(const std::vector<Piece>& pieces) {
  std::map<double, std::size_t> sizes;
  std::size_t bold = 0, all = 0;
  for (const Piece& piece : pieces) {
    if (piece.table) continue;
    const std::size_t letters = piece.paragraph.text.utf8.size();
    sizes[rounded_size(piece.paragraph.size)] += letters;
    all += letters;
    if (piece.paragraph.bold) bold += letters;
  }
  const auto most = std::max_element(sizes.begin(), sizes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return {most == sizes.end() ? 0 : most->first, bold * 2 > all};
}

bool starts_with_tick(std::string_view text) {
  return std::any_of(tick_signs.begin(), tick_signs.end(), [&](std::string_view sign) {
    return text.substr(0, 4).find(sign) != std::string_view::npos;
  });
}

/// "label: value" on one line is an answer, however bold.
bool is_answered_label(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && !trimmed(text.substr(colon + 1)).empty();
}

Trait trait_of(const Paragraph& paragraph, const Body& body) {
  Trait trait;
  trait.label = label_of(paragraph.text.utf8);
  trait.letters = count_clusters(paragraph.text.utf8);
  trait.larger = paragraph.size > 1.07 * body.size + 0.2;
  trait.bold = paragraph.bold && !body.bold;
  const bool bullet = trait.label.kind == Label::Kind::bullet;
  const bool item = trait.label.found() && trait.label.closed && trait.label.kind != Label::Kind::word;
  if (item) trait.kind = BlockKind::list_item;
  if (trait.letters == 0 || bullet || starts_with_tick(paragraph.text.utf8)) return trait;
  const bool by_size = trait.larger && trait.letters <= longest_heading && paragraph.lines <= 4;
  const bool by_weight = trait.bold && trait.letters <= longest_bold_heading && paragraph.lines <= 3 &&
                         !is_answered_label(paragraph.text.utf8);
  if (by_size || by_weight) trait.kind = BlockKind::heading;
  return trait;
}

/// Numbered lines in the looks of the running text are headings where other text follows most of them.
void find_plain_headings(const std::vector<Piece>& pieces, std::vector<Trait>& traits) {
  std::map<std::tuple<Label::Kind, int, bool>, std::vector<std::size_t>> series;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const Label& label = traits[i].label;
    const bool numbered = label.kind == Label::Kind::number || label.kind == Label::Kind::word ||
                          label.kind == Label::Kind::thai_letter;
    if (!pieces[i].table && numbered && traits[i].kind != BlockKind::heading)
      series[{label.kind, label.depth, label.bracketed}].push_back(i);
  }
  for (const auto& [style, items] : series) {
    std::size_t followed = 0, brief = 0;
    int ascending = 0;
    for (std::size_t n = 0; n < items.size(); ++n) {
      const std::size_t i = items[n];
      if (i + 1 < pieces.size() && !traits[i + 1].label.found()) ++followed;
      if (traits[i].letters <= longest_plain_heading && pieces[i].paragraph.lines <= 2) ++brief;
      if (n > 0 && traits[i].label.value == traits[items[n - 1]].label.value + 1) ++ascending;
    }
    const bool in_order =
        items.size() >= 2 && static_cast<std::size_t>(ascending) + 1 >= items.size() * 2 / 3;
    if (!in_order || followed * 3 < items.size() * 2 || brief * 5 < items.size() * 4) continue;
    for (const std::size_t i : items)
      if (traits[i].letters <= longest_plain_heading) traits[i].kind = BlockKind::heading;
  }
}

/// A title without what producers leave out or put in: its spaces, and a number before it.
std::string title_key(std::string_view text) {
  std::string key;
  const std::string mended = repaired(text);
  text = std::string_view(mended).substr(label_of(mended).length);
  for (std::size_t offset = 0; offset < text.size();)
    if (const char32_t c = next_code_point(text, offset); !is_space(c)) append_utf8(key, c);
  return key;
}

/// Headings by the outline. One whose titles are mostly not in the text is about something else.
void find_outlined_headings(const std::vector<Piece>& pieces, const std::vector<std::string>& outline,
                            std::vector<Trait>& traits) {
  std::set<std::string> titles;
  for (const std::string& title : outline) titles.insert(title_key(title));
  titles.erase("");
  std::set<std::string> met;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < pieces.size() && !titles.empty(); ++i) {
    if (pieces[i].table || traits[i].letters == 0 || traits[i].letters > longest_heading) continue;
    const std::string key = title_key(pieces[i].paragraph.text.utf8);
    if (titles.count(key) == 0) continue;
    met.insert(key);
    found.push_back(i);
  }
  if (met.size() * 2 < titles.size() || found.size() > 2 * met.size()) return;
  for (const std::size_t i : found) traits[i].kind = BlockKind::heading;
}

/// Headings and items by the file's tags. Where most of the text is said to be headings, none is.
void find_tagged(const std::vector<Piece>& pieces, std::vector<Trait>& traits) {
  std::size_t letters = 0, tagged = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    letters += traits[i].letters;
    if (pieces[i].table)
      for (const Cell& cell : pieces[i].table->table.cells) letters += count_clusters(cell.text.utf8);
    else if (pieces[i].paragraph.tag.heading > 0)
      tagged += traits[i].letters;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Tag& tag = pieces[i].paragraph.tag;
    if (pieces[i].table || traits[i].letters == 0 || traits[i].kind == BlockKind::heading) continue;
    if (tag.heading > 0 && tagged * 2 < letters && traits[i].letters <= longest_heading)
      traits[i].kind = BlockKind::heading;
    else if (tag.item)
      traits[i].kind = BlockKind::list_item;
  }
}

/// Looks of a heading, the outermost first.
struct Look {
  double size = 0;
  bool bold = false;
  int label_rank = 0;
  friend bool operator<(const Look& a, const Look& b) {
    if (a.size != b.size) return a.size > b.size;
    if (a.bold != b.bold) return a.bold;
    return a.label_rank < b.label_rank;
  }
};

int label_rank(const Label& label) {
  switch (label.kind) {
    case Label::Kind::word:
      return 0;
    case Label::Kind::number:
      return (label.bracketed ? 5 : 0) + label.depth;
    case Label::Kind::thai_letter:
    case Label::Kind::latin_letter:
    case Label::Kind::roman:
      return 5;
    case Label::Kind::none:
    case Label::Kind::bullet:
      break;
  }
  return 9;
}

void set_heading_levels(const std::vector<Piece>& pieces, std::vector<Trait>& traits) {
  constexpr int deepest = 6;
  std::map<Look, int> levels;
  const auto look_of = [&](std::size_t i) {
    const Paragraph& paragraph = pieces[i].paragraph;
    return Look{rounded_size(paragraph.size), paragraph.bold, label_rank(traits[i].label)};
  };
  for (std::size_t i = 0; i < traits.size(); ++i)
    if (traits[i].kind == BlockKind::heading) levels.emplace(look_of(i), 0);
  int level = 0;
  for (auto& [look, rank] : levels) rank = std::min(++level, deepest);
  for (std::size_t i = 0; i < traits.size(); ++i)
    if (traits[i].kind == BlockKind::heading) traits[i].level = levels[look_of(i)];
}

/// A list item that stands further in than the one before is one deeper.
void set_item_levels(const std::vector<Piece>& pieces, std::vector<Trait>& traits) {
  std::vector<double> lefts;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    if (traits[i].kind == BlockKind::heading) lefts.clear();
    if (traits[i].kind != BlockKind::list_item) continue;
    const double left = pieces[i].paragraph.first_left;
    constexpr double deeper_pt = 6;
    while (!lefts.empty() && lefts.back() > left - deeper_pt) lefts.pop_back();
    lefts.push_back(left);
    traits[i].level = static_cast<int>(lefts.size());
  }
}

/// Joins what a page or column break cut in two.
std::vector<Piece> joined_over_breaks(std::vector<Piece> pieces) {
  std::vector<Piece> result;
  for (Piece& piece : pieces) {
    if (!result.empty()) {
      Piece& last = result.back();
      const bool next_page = piece.page == last.page + 1;
      const bool next_column = piece.page == last.page && piece.box().top < last.box().top;
      if (piece.table && last.table && next_page && append_table(*last.table, *piece.table)) {
        last.page = piece.page;
        continue;
      }
      if (!piece.table && !last.table && (next_page || next_column) &&
          goes_on(last.paragraph, piece.paragraph)) {
        TextLine rest;
        rest.text = std::move(piece.paragraph.text);
        append_line(last.paragraph.text, last.paragraph.ends_with_space, rest);
        last.paragraph.room = piece.paragraph.room;
        last.paragraph.lines += piece.paragraph.lines;
        last.paragraph.ends_with_space = piece.paragraph.ends_with_space;
        last.page = piece.page;
        continue;
      }
    }
    result.push_back(std::move(piece));
  }
  return result;
}

Place place_of_piece(const Piece& piece, int first_page) {
  Place place;
  place.page = first_page;
  place.box = piece.box();
  return place;
}

int first_page_of(const Piece& piece) {
  if (!piece.table)
    return piece.paragraph.text.spans.empty() ? piece.page : piece.paragraph.text.spans.front().place.page;
  for (const Cell& cell : piece.table->table.cells)
    if (!cell.text.spans.empty()) return cell.text.spans.front().place.page;
  return piece.page;
}

}  // namespace

std::vector<Block> blocks_of(std::vector<Piece> pieces, const std::vector<std::string>& outline) {
  pieces = joined_over_breaks(std::move(pieces));
  const Body body = body_of(pieces);
  std::vector<Trait> traits(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (!pieces[i].table) traits[i] = trait_of(pieces[i].paragraph, body);
  find_outlined_headings(pieces, outline, traits);
  find_tagged(pieces, traits);
  find_plain_headings(pieces, traits);
  set_heading_levels(pieces, traits);
  set_item_levels(pieces, traits);
  std::vector<Block> blocks;
  blocks.reserve(pieces.size());
  int tables = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Block block;
    block.place = place_of_piece(pieces[i], first_page_of(pieces[i]));
    if (pieces[i].table) {
      block.kind = BlockKind::table;
      block.table = std::move(pieces[i].table->table);
      ++tables;
      for (Cell& cell : block.table.cells)
        for (Span& span : cell.text.spans) {
          span.place.table = tables;
          span.place.row = cell.row + 1;
          span.place.cell = cell.column + 1;
        }
      block.place.table = tables;
    } else {
      Paragraph& paragraph = pieces[i].paragraph;
      block.kind = traits[i].kind;
      block.level = traits[i].level;
      block.bold = paragraph.bold;
      block.font_size = paragraph.size;
      block.text = std::move(paragraph.text);
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace ruamlint::pdf
