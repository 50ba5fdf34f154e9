#include "facts/lines.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr double same_size_pt = 0.8;
/// A data table's first column holds names of things; a form's table of labels and answers is narrow.
constexpr int most_columns_of_labels = 3;

bool is_worded(const Cell& cell) {
  return !folded(cell.text.utf8).letters.empty();
}

/// A running number in a column of its own.
bool is_counter(const Cell& cell) {
  const Folded letters = folded(cell.text.utf8);
  return letters.letters.size() <= 3 && std::all_of(letters.letters.begin(), letters.letters.end(),
                                                    [](char32_t c) { return digit_value(c) >= 0; });
}

/// A cell whose text may be a heading: one that fills its row, or the label before an answer.
std::optional<HeadingLook> look_of(const Table& table, const Cell& cell, bool first_line) {
  if (cell.column_span >= table.columns) return HeadingLook::plain;
  if (cell.header && table.columns > most_columns_of_labels) return std::nullopt;  // it heads a column
  int worded = 0, before = 0;
  std::vector<const Cell*> row;
  for (const Cell& other : table.cells) {
    if (other.row > cell.row || other.row + other.row_span <= cell.row) continue;
    row.push_back(&other);
    if (!is_worded(other) || (other.column < cell.column && is_counter(other))) continue;
    ++worded;
    if (other.column < cell.column) ++before;
  }
  if (worded <= 1 && before == 0) return HeadingLook::plain;
  if (before == 0 && worded == 2 && table.columns <= most_columns_of_labels && first_line)
    return HeadingLook::marked;
  const bool two_pairs = row.size() == 4 && table.columns == 4 && (cell.column == 0 || cell.column == 2);
  return two_pairs && first_line ? std::optional(HeadingLook::plain) : std::nullopt;
}

HeadingLook look_of(const Block& block) {
  if (block.kind == BlockKind::heading) return HeadingLook::structural;
  const bool marked = block.bold || block.kind == BlockKind::list_item || !block.number.empty();
  return marked ? HeadingLook::marked : HeadingLook::plain;
}

Label::Kind generated_label(const Block& block) {
  if (block.number.empty())
    return block.kind == BlockKind::list_item ? Label::Kind::bullet : Label::Kind::none;
  const Label label = label_at_start(block.number + " x");
  return label.kind == Label::Kind::none ? Label::Kind::number : label.kind;
}

class LineCollector {
 public:
  explicit LineCollector(const Document& document) : document_(document) {}

  std::vector<Line> run() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) add_block(i);
    for (std::size_t i = 0; i < document_.answers.size(); ++i) add_answer(i);
    return std::move(lines_);
  }

 private:
  void add_block(std::size_t index) {
    const Block& block = document_.blocks[index];
    if (block.kind == BlockKind::table) {
      for (const Cell& cell : block.table.cells) add_cell(block.table, cell, index);
      return;
    }
    Line line;
    line.passage.kind = block.kind == BlockKind::heading     ? Passage::Kind::heading
                        : block.kind == BlockKind::list_item ? Passage::Kind::list_item
                                                             : Passage::Kind::paragraph;
    line.passage.block = index;
    line.look = look_of(block);
    line.style = {block.kind == BlockKind::heading,
                  block.kind == BlockKind::heading ? block.level : 0,
                  block.bold,
                  block.font_size,
                  generated_label(block),
                  0};
    add_lines(block.text, line, false);
  }

  void add_cell(const Table& table, const Cell& cell, std::size_t index) {
    Line line;
    line.passage.kind = Passage::Kind::cell;
    line.passage.block = index;
    line.passage.table = &table;
    line.passage.cell = &cell;
    line.style.table_block = index + 1;
    line.look = look_of(table, cell, true);
    add_lines(cell.text, line, true);
  }

  /// One line of `pattern` for each line of the text.
  void add_lines(const Text& text, const Line& pattern, bool is_cell) {
    const std::string_view whole = text.utf8;
    bool first = true;
    for (std::size_t begin = 0; begin < whole.size();) {
      const std::size_t end = std::min(whole.find('\n', begin), whole.size());
      if (!trimmed(whole.substr(begin, end - begin)).empty()) {
        Line line = pattern;
        if (is_cell && !first) line.look = look_of(*line.passage.table, *line.passage.cell, false);
        add(text, begin, end, std::move(line));
        first = false;
      }
      begin = end + 1;
    }
  }

  void add(const Text& text, std::size_t begin, std::size_t end, Line line) {
    line.passage.source = &text;
    line.passage.begin = begin;
    line.passage.end = end;
    line.passage.text = std::string_view(text.utf8).substr(begin, end - begin);
    const Label label = label_at_start(line.passage.text);
    if (label.kind != Label::Kind::none) line.style.label = label.kind;
    leave_label_aside(line.passage, label);
    line.folded = folded(line.passage.text);
    lines_.push_back(std::move(line));
  }

  /// A number stands in the text of one file, and beside the text in another of the same form. In a cell it
  /// is in the text of both.
  static void leave_label_aside(Passage& passage, const Label& label) {
    if (passage.cell != nullptr || label.end >= passage.text.size()) return;
    const std::size_t behind =
        passage.kind == Passage::Kind::heading ? label.end : behind_closed_label(passage.text);
    passage.begin += behind;
    passage.text.remove_prefix(behind);
  }

  /// A field's value stands in the page's text too, unless the reader got it from the form's data only.
  void add_answer(std::size_t index) {
    const Answer& answer = document_.answers[index];
    if (answer.kind == Answer::Kind::tick || answer.value.empty()) return;
    const std::u32string value = folded(answer.value.utf8).letters;
    const auto holds = [&](const Line& line) {
      return line.folded.letters.find(value) != std::u32string::npos;
    };
    if (value.empty() || std::any_of(lines_.begin(), lines_.end(), holds)) return;
    std::vector<Line> added = lines_of_answer(answer, index);
    const auto at = lines_.begin() + static_cast<std::ptrdiff_t>(place_for(answer));
    lines_.insert(at, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  }

  [[nodiscard]] std::vector<Line> lines_of_answer(const Answer& answer, std::size_t index) const {
    LineCollector collector(document_);
    for (const Text* text : {&answer.label, &answer.value}) {
      Line line;
      line.passage.kind = Passage::Kind::answer;
      line.passage.block = document_.blocks.size();
      line.passage.answer = index;
      line.passage.prompt = text == &answer.value && answer.placeholder;
      if (text == &answer.label) line.look = HeadingLook::marked;
      line.style.label = Label::Kind::bullet;
      collector.add_lines(*text, line, false);
    }
    return std::move(collector.lines_);
  }

  /// Behind the last line that begins above the field on its page; at the end where that is unknown.
  [[nodiscard]] std::size_t place_for(const Answer& answer) const {
    if (answer.place.page == 0 || answer.place.box.empty()) return lines_.size();
    std::size_t best = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Passage& passage = lines_[i].passage;
      const Place place = place_of(*passage.source, passage.begin, passage.end);
      const bool above = place.page < answer.place.page ||
                         (place.page == answer.place.page && place.box.top <= answer.place.box.bottom);
      if (above) best = i + 1;
    }
    return best;
  }

  const Document& document_;
  std::vector<Line> lines_;
};

}  // namespace

bool is_inner(const HeadingStyle& inner, const HeadingStyle& outer) {
  if (inner.table_block != outer.table_block) return inner.table_block != 0;
  if (inner.structural && outer.structural && inner.level != outer.level && inner.level > 0 &&
      outer.level > 0)
    return inner.level > outer.level;
  const bool labels_differ = inner.label != outer.label;
  if (labels_differ && inner.label != Label::Kind::none && outer.label != Label::Kind::none)
    return inner.label > outer.label;
  if (inner.structural != outer.structural) return outer.structural;
  if (inner.font_size > 0 && outer.font_size > 0 &&
      std::abs(inner.font_size - outer.font_size) > same_size_pt)
    return inner.font_size < outer.font_size;
  if (inner.bold != outer.bold) return outer.bold;
  return labels_differ && inner.label == Label::Kind::bullet;
}

std::vector<Line> lines_of(const Document& document) {
  return LineCollector(document).run();
}

}  // namespace ruamlint
