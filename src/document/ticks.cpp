// Tick boxes as they stand in text: what is a mark, and which words it belongs to.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "document/document.hpp"
#include "document/tick_table.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

enum class Shape { bracket, box, tick, circle };

/// A mark at the bytes [begin, end) of a text.
struct Mark {
  std::size_t begin = 0, end = 0;
  Shape shape = Shape::box;
  bool ticked = false;
  bool doubtful = false;  ///< ■ and ●: bullets, unless hollow ones stand near
};

struct Glyph {
  char32_t code;
  Shape shape;
  bool ticked;
  bool doubtful = false;
};

constexpr Glyph glyphs[] = {
    {U'☐', Shape::box, false},         {U'□', Shape::box, false},      {U'▢', Shape::box, false},
    {U'❏', Shape::box, false},         {U'❐', Shape::box, false},      {U'❑', Shape::box, false},
    {U'❒', Shape::box, false},         {U'◻', Shape::box, false},      {U'☑', Shape::box, true},
    {U'☒', Shape::box, true},          {U'⊠', Shape::box, true},       {U'✅', Shape::box, true},
    {U'🗹', Shape::box, true},       {U'🗷', Shape::box, true},    {U'🗵', Shape::box, true},
    {U'■', Shape::box, true, true},    {U'◼', Shape::box, true, true}, {U'✓', Shape::tick, true},
    {U'✔', Shape::tick, true},         {U'✗', Shape::tick, true},      {U'✘', Shape::tick, true},
    {U'√', Shape::tick, true},         {U'○', Shape::circle, false},   {U'◯', Shape::circle, false},
    {U'⚪', Shape::circle, false},      {U'◉', Shape::circle, true},    {U'⦿', Shape::circle, true},
    {U'●', Shape::circle, true, true},
};

/// What people type between brackets, or alone in a cell, as a tick.
constexpr std::u32string_view typed_ticks = U"/xX×✓✔✗✘√∕";

/// A form's own instruction ("ทำเครื่องหมาย ✓ ลงในช่อง ☐") shows marks that answer nothing.
constexpr std::array<std::string_view, 9> instruction_ends = {
    "เครื่องหมาย", "ลงใน", "ในช่อง", "หน้าช่อง", "ลงในวงเล็บ", "mark", "tick", "box", "boxes"};

/// More marks than any form has: the rest is noted as not read.
constexpr std::size_t most_marks = 20'000;

/// How far a mark looks for its words: some 400 Thai letters. A hostile line may hold very many marks.
constexpr std::size_t longest_label_bytes = 1'200;

/// Marks this near count as alternatives of one question, in texts (paragraphs, cells).
constexpr std::size_t near_texts = 8;

bool is_typed_tick(char32_t c) {
  return typed_ticks.find(c) != std::u32string_view::npos;
}

const Glyph* glyph_of(char32_t c) {
  const auto* found =
      std::find_if(std::begin(glyphs), std::end(glyphs), [c](const Glyph& glyph) { return glyph.code == c; });
  return found == std::end(glyphs) ? nullptr : found;
}

bool is_blank(char32_t c) {
  return is_space(c) && c != U'\n';
}

/// "( )", "(/)", "[ x ]" at `at`; empty brackets hold at least one blank.
std::optional<Mark> bracket_at(std::string_view text, std::size_t at) {
  std::size_t offset = at;
  const char32_t open = next_code_point(text, offset);
  const char32_t close = open == U'(' ? U')' : open == U'[' ? U']' : 0;
  if (close == 0) return {};
  bool ticked = false, blank = false;
  while (offset < text.size()) {
    const char32_t c = next_code_point(text, offset);
    if (c == close) {
      if (!ticked && !blank) return {};
      return Mark{at, offset, Shape::bracket, ticked};
    }
    if (is_blank(c)) {
      blank = true;
    } else if (is_typed_tick(c) && !ticked) {
      ticked = true;
    } else {
      return {};
    }
  }
  return {};
}

/// "f(x)" and "√2" are no marks.
bool is_formula(std::string_view text, const Mark& mark) {
  if (mark.shape == Shape::bracket && mark.begin > 0) {
    const unsigned char before = static_cast<unsigned char>(text[mark.begin - 1]);
    return before < 0x80 && std::isalnum(before) != 0;
  }
  std::size_t offset = mark.begin;
  if (mark.shape != Shape::tick || next_code_point(text, offset) != U'√' || offset >= text.size())
    return false;
  return digit_value(next_code_point(text, offset)) >= 0;
}

bool is_instruction(std::string_view text, const Mark& mark) {
  constexpr std::size_t room = 128;  // the longest of those words, and blanks behind it
  const std::size_t begin = mark.begin - std::min(mark.begin, room);
  const std::string_view head = trimmed(text.substr(begin, mark.begin - begin));
  return std::any_of(instruction_ends.begin(), instruction_ends.end(),
                     [head](std::string_view end) { return head.ends_with(end); });
}

/// A tick drawn onto or beside its box is one mark with it.
bool belong_together(std::string_view text, const Mark& a, const Mark& b) {
  const bool box_and_tick =
      (a.shape == Shape::tick) != (b.shape == Shape::tick) && !(a.shape == Shape::tick ? b : a).ticked;
  const std::string_view between = text.substr(a.end, b.begin - a.end);
  return box_and_tick && trimmed(between).empty() && between.size() <= 1;
}

std::vector<Mark> marks_in(std::string_view text) {
  std::vector<Mark> marks;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    std::optional<Mark> mark = bracket_at(text, at);
    if (!mark) {
      if (const Glyph* glyph = glyph_of(c))
        mark = Mark{at, next, glyph->shape, glyph->ticked, glyph->doubtful};
    }
    at = next;
    if (!mark || is_formula(text, *mark)) continue;
    at = mark->end;
    if (!marks.empty() && belong_together(text, marks.back(), *mark)) {
      marks.back().end = mark->end;
      marks.back().shape = Shape::box;
      marks.back().ticked = true;
    } else if (!is_instruction(text, *mark)) {
      marks.push_back(*mark);
    }
  }
  return marks;
}

/// A text of the document that may hold marks, and where to look for words beside it.
struct Source {
  const Text* text = nullptr;
  const Table* table = nullptr;  ///< set for a cell
  const Cell* cell = nullptr;
};

struct MarkedSource {
  std::size_t index = 0;  ///< among all sources, in reading order
  std::vector<Mark> marks;
};

std::vector<Source> sources_of(const Document& document) {
  std::vector<Source> sources;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::table) sources.push_back({&block.text, nullptr, nullptr});
    for (const Cell& cell : block.table.cells) sources.push_back({&cell.text, &block.table, &cell});
  }
  return sources;
}

/// A cell that holds one typed sign and nothing else: "/", "x".
std::vector<Mark> typed_alone(const Source& source) {
  const std::string_view text = source.text->utf8;
  if (source.cell == nullptr || to_utf32(trimmed(text)).size() != 1) return {};
  if (!is_typed_tick(to_utf32(trimmed(text))[0])) return {};
  return {Mark{0, text.size(), Shape::tick, true}};
}

std::vector<MarkedSource> marked(const std::vector<Source>& sources) {
  std::vector<MarkedSource> found;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    std::vector<Mark> marks = marks_in(sources[i].text->utf8);
    if (marks.empty()) marks = typed_alone(sources[i]);
    if (!marks.empty()) found.push_back({i, std::move(marks)});
  }
  return found;
}

/// Takes out ■ and ● that are bullets: no hollow one of the same shape stands near.
void drop_bullets(std::vector<MarkedSource>& found) {
  const auto bit_of = [](Shape shape) { return 1U << static_cast<unsigned>(shape); };
  std::vector<unsigned> hollow(found.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const Mark& mark : found[i].marks)
      if (!mark.ticked) hollow[i] |= bit_of(mark.shape);
  const auto hollow_near = [&](std::size_t index, Shape shape) {
    auto at = std::partition_point(found.begin(), found.end(), [index](const MarkedSource& other) {
      return other.index + near_texts < index;
    });
    for (; at != found.end() && at->index <= index + near_texts; ++at)
      if ((hollow[static_cast<std::size_t>(at - found.begin())] & bit_of(shape)) != 0) return true;
    return false;
  };
  for (MarkedSource& source : found)
    source.marks.erase(std::remove_if(source.marks.begin(), source.marks.end(),
                                      [&](const Mark& mark) {
                                        return mark.doubtful && !hollow_near(source.index, mark.shape);
                                      }),
                       source.marks.end());
}

Text trimmed_slice(const Text& text, std::size_t begin, std::size_t end) {
  const std::string_view whole = text.utf8;
  const std::string_view inner = trimmed(whole.substr(begin, end - begin));
  if (inner.empty()) return {};
  const auto from = static_cast<std::size_t>(inner.data() - whole.data());
  return slice(text, from, from + inner.size());
}

/// The first place from `at` on where a code point begins.
std::size_t boundary_from(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

/// The words that mark number `i` belongs to, within its line of the text. They stand behind the mark, but
/// where every line part has words before its mark and none behind the last, before it.
Text label_in_line(const Text& text, const std::vector<Mark>& marks, std::size_t i) {
  const std::string_view whole = text.utf8;
  const Mark& mark = marks[i];
  const std::size_t window_begin =
      boundary_from(whole, mark.begin - std::min(mark.begin, longest_label_bytes));
  const std::size_t window_end = boundary_from(whole, std::min(whole.size(), mark.end + longest_label_bytes));
  const std::string_view ahead = whole.substr(window_begin, mark.begin - window_begin);
  const std::string_view behind = whole.substr(mark.end, window_end - mark.end);
  const std::size_t line_begin = window_begin + ahead.rfind('\n') + 1;  // npos + 1 is 0
  const std::size_t line_end = mark.end + std::min(behind.find('\n'), behind.size());
  const auto begin_before = [](const Mark& other, std::size_t at) { return other.begin < at; };
  const auto line_first = std::lower_bound(marks.begin(), marks.end(), line_begin, begin_before);
  const auto line_past = std::lower_bound(line_first, marks.end(), line_end, begin_before);
  const auto first = std::min(i, static_cast<std::size_t>(line_first - marks.begin()));
  const auto last = std::max(i, static_cast<std::size_t>(line_past - marks.begin()) - 1);

  const auto words = [&](std::size_t begin, std::size_t end) {
    return !trimmed(whole.substr(begin, end - begin)).empty();
  };
  const bool before = words(line_begin, marks[first].begin) && !words(marks[last].end, line_end);
  if (before) return trimmed_slice(text, i == first ? line_begin : marks[i - 1].end, mark.begin);
  return trimmed_slice(text, mark.end, i == last ? line_end : marks[i + 1].begin);
}

CellKind kind_of_cell(std::string_view text) {
  const std::string_view content = trimmed(text);
  if (content.empty()) return CellKind::blank;
  constexpr std::size_t longest_code_point = 4;
  if (content.size() <= longest_code_point) {
    const std::u32string letters = to_utf32(content);
    if (letters.size() == 1 && is_typed_tick(letters[0])) return CellKind::typed_mark;
  }
  for (const Mark& mark : marks_in(text))
    if (trimmed(text.substr(0, mark.begin)).empty() && trimmed(text.substr(mark.end)).empty())
      return CellKind::drawn_mark;
  return CellKind::words;
}

/// Tables that hold a mark alone in a cell, prepared as they are met.
using TickTables = std::map<const Table*, TickTable>;

/// A mark alone in its paragraph belongs to the paragraph behind it.
Text label_of(const std::vector<Source>& sources, const MarkedSource& found, std::size_t i,
              TickTables& tables) {
  const Source& source = sources[found.index];
  Text label = label_in_line(*source.text, found.marks, i);
  if (!label.empty()) return label;
  if (source.cell != nullptr)
    return tables.try_emplace(source.table, *source.table, kind_of_cell).first->second.label_of(*source.cell);
  if (found.index + 1 < sources.size() && sources[found.index + 1].cell == nullptr &&
      marks_in(sources[found.index + 1].text->utf8).empty())
    return *sources[found.index + 1].text;
  return {};
}

/// Whether one of the first `count` answers is a field at that spot of the page.
bool is_known(const std::vector<Answer>& answers, std::size_t count, const Place& place) {
  if (place.box.empty()) return false;
  const double x = (place.box.left + place.box.right) / 2, y = (place.box.top + place.box.bottom) / 2;
  return std::any_of(answers.begin(), answers.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](const Answer& answer) {
                       const Box& box = answer.place.box;
                       return answer.kind == Answer::Kind::tick && answer.place.page == place.page &&
                              x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
                     });
}

}  // namespace

void add_ticks_from_text(Document& document) {
  const std::vector<Source> sources = sources_of(document);
  std::vector<MarkedSource> found = marked(sources);
  drop_bullets(found);
  const std::size_t known = document.answers.size();
  TickTables tables;
  for (const MarkedSource& source : found) {
    for (std::size_t i = 0; i < source.marks.size(); ++i) {
      if (document.answers.size() - known == most_marks) {
        document.notes.push_back({Note::Kind::truncated, 0, "tick boxes"});
        return;
      }
      Answer answer;
      answer.kind = Answer::Kind::tick;
      answer.ticked = source.marks[i].ticked;
      answer.place = place_of(*sources[source.index].text, source.marks[i].begin, source.marks[i].end);
      if (is_known(document.answers, known, answer.place)) continue;
      answer.label = label_of(sources, source, i, tables);
      document.answers.push_back(std::move(answer));
    }
  }
}

}  // namespace ruamlint
