// Tables: rows and cells, merged ones, controls around them.
#include <algorithm>
#include <cctype>
#include <utility>

#include "extract/docx/limits.hpp"
#include "extract/docx/story_reader.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

struct RowFormat {
  int columns_before = 0;
  bool header = false;
  bool deleted = false;
  bool inserted = false;
  bool hidden = false;
};

RowFormat read_row_format(XmlCursor& xml) {
  RowFormat format;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:gridBefore") format.columns_before = xml.int_value();
    if (xml.name() == "w:tblHeader") format.header = xml.is_on();
    if (xml.name() == "w:del") format.deleted = true;
    if (xml.name() == "w:ins") format.inserted = true;
    if (xml.name() == "w:hidden") format.hidden = xml.is_on();
  }
  return format;
}

struct CellFormat {
  int columns = 1;
  bool joins_above = false;  ///< w:vMerge that goes on
  bool opens_below = false;  ///< w:vMerge that begins
  bool joins_left = false;   ///< w:hMerge that goes on
  bool deleted = false;
};

CellFormat read_cell_format(XmlCursor& xml) {
  CellFormat format;
  for (auto child = xml.children(); child.next();) {
    if (xml.name() == "w:gridSpan") {
      format.columns = std::clamp(xml.int_value(), 1, max_table_columns);
    } else if (xml.name() == "w:vMerge") {
      format.opens_below = xml.attribute_or("w:val", "continue") == "restart";
      format.joins_above = !format.opens_below;
    } else if (xml.name() == "w:hMerge") {
      format.joins_left = xml.attribute_or("w:val", "continue") != "restart";
    } else if (xml.name() == "w:cellDel") {
      format.deleted = true;
    }
  }
  return format;
}

/// A running number: no letter in it.
bool is_counter(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (digit_value(c) < 0 && (is_thai(c) || c > 0x7F || std::isalpha(static_cast<int>(c)) != 0))
      return false;
  }
  return true;
}

void append_line(Text& text, const Text& line) {
  if (line.empty()) return;
  if (!text.empty()) append(text, "\n");
  append(text, line);
}

}  // namespace

struct StoryReader::TableInProgress {
  static constexpr int none = -1;

  Table table;
  FramedBlocks contents;        ///< as long as it may be a frame
  std::vector<int> open_above;  ///< by column: the cell whose vertical merge a cell there would join
  RowFormat row_format;
  int row = 0, column = 0;  ///< of the next cell
  int cells_in_row = 0;
  Text left;                ///< the nearest text to the left in the row that is no field
  bool left_names = false;  ///< nothing stands between, and it is no running number

  void begin_row() {
    row_format = {};
    column = 0;
    cells_in_row = 0;
    left = {};
    left_names = false;
  }

  /// What names a field in the next cell: the text to the left, else the head of its column.
  [[nodiscard]] const Text& field_label() const {
    const auto heads = [this](const Cell& cell) {
      return cell.header && cell.column <= column && column < cell.column + cell.column_span &&
             !cell.text.empty() && cell.text.utf8.size() <= max_label_bytes;
    };
    const auto head = std::find_if(table.cells.rbegin(), table.cells.rend(), heads);
    return left_names || head == table.cells.rend() ? left : head->text;
  }

  /// Once a cell was read.
  void take_label(const Text& text, bool has_field) {
    if (text.empty() && !has_field) return;
    left_names = !has_field && text.utf8.size() <= max_label_bytes && !is_counter(text.utf8);
    if (!has_field && text.utf8.size() <= max_label_bytes) left = text;
  }

  /// The cell that takes this content: a new one, or the one that it is merged with.
  Cell& place_cell(const CellFormat& format) {
    column = std::min(column, max_table_columns - 1);
    const int span = std::min(format.columns, max_table_columns - column);
    if (open_above.size() < static_cast<std::size_t>(column + span)) open_above.resize(column + span, none);
    const auto above = open_above.begin() + column;
    const auto last = static_cast<int>(table.cells.size()) - 1;
    int merged = none;
    if (format.joins_above) merged = *above;
    if (format.joins_left && cells_in_row > 0) merged = last;

    int index = merged;
    if (merged == none) {
      Cell cell;
      cell.row = row;
      cell.column = column;
      cell.column_span = span;
      cell.header = row_format.header;
      table.cells.push_back(std::move(cell));
      index = last + 1;
    } else if (format.joins_left) {
      table.cells[index].column_span = column + span - table.cells[index].column;
    } else {
      table.cells[index].row_span = row - table.cells[index].row + 1;
    }
    std::fill(above, above + span, format.opens_below || format.joins_above ? index : none);
    column += span;
    ++cells_in_row;
    table.columns = std::max(table.columns, column);
    return table.cells[index];
  }

  void keep_content(const Cell& cell, Blocks blocks) {
    const auto index = static_cast<std::size_t>(&cell - table.cells.data());
    if (table.columns > 1 || contents.size() < index || index == max_frames) return contents.clear();
    if (contents.size() == index) contents.emplace_back();
    move_to_end(blocks, contents[index]);
  }
};

void StoryReader::read_table(Blocks& out) {
  const int outer_row = row_;
  const int outer_cell = cell_;
  if (table_depth_++ == 0) {
    ++tables_;
    row_ = cell_ = 0;
  }
  Place start = place();
  ++start.paragraph;  // its own first one
  TableInProgress progress;
  TableInProgress* outer = std::exchange(table_, &progress);
  for (auto child = xml_.children(); child.next();) read_row_or_container(progress);
  table_ = outer;
  if (--table_depth_ > 0) {
    row_ = outer_row;
    cell_ = outer_cell;
  }
  if (progress.table.cells.empty()) return;
  ++yield_;
  progress.table.rows = progress.row;
  add_table(std::move(progress.table), std::move(progress.contents), start, out);
}

void StoryReader::read_row_or_container(TableInProgress& table) {
  const std::string_view name = xml_.name();
  if (name == "w:tr") {
    read_row(table);
  } else if (name == "w:sdt") {
    read_row_control(table);
  } else if (name == "w:customXml" || name == "w:ins" || name == "w:moveTo") {
    for (auto child = xml_.children(); child.next();) read_row_or_container(table);
  } else if (name == "mc:AlternateContent") {
    read_alternatives([&] { read_row_or_container(table); });
  }
}

void StoryReader::read_row(TableInProgress& table) {
  if (table_depth_ == 1) {
    ++row_;
    cell_ = 0;
  }
  table.begin_row();
  const std::size_t first_cell = table.table.cells.size();
  const std::size_t first_answer = story_.answers.size();
  // Where a row runs over a page, each of its cells may repeat the hint for the same break.
  const int first_page = page_;
  int last_page = page_;
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:trPr") {
      table.row_format = read_row_format(xml_);
      table.column = std::clamp(table.row_format.columns_before, 0, max_table_columns - 1);
      if (table.row_format.deleted || table.row_format.inserted) ++story_.tracked_changes;
    } else if (!table.row_format.deleted) {
      page_ = first_page;
      if (table.row_format.hidden) ++hidden_depth_;
      read_cell_or_container(table);
      if (table.row_format.hidden) --hidden_depth_;
      last_page = std::max(last_page, page_);
    }
  }
  page_ = last_page;
  if (table.row_format.hidden) {
    table.table.cells.resize(std::min(first_cell, table.table.cells.size()));
    table.contents.resize(std::min(first_cell, table.contents.size()));
    story_.answers.resize(std::min(first_answer, story_.answers.size()));
    return;
  }
  if (table.cells_in_row == 0) return;
  ++table.row;
  // A merge ends where a row has no cell in its column.
  for (std::size_t column = table.column; column < table.open_above.size(); ++column)
    table.open_above[column] = TableInProgress::none;
}

void StoryReader::read_cell_or_container(TableInProgress& table) {
  const std::string_view name = xml_.name();
  if (name == "w:tc") {
    read_cell(table);
  } else if (name == "w:sdt") {
    read_cell_control(table);
  } else if (name == "w:customXml" || name == "w:ins" || name == "w:moveTo") {
    for (auto child = xml_.children(); child.next();) read_cell_or_container(table);
  } else if (name == "mc:AlternateContent") {
    read_alternatives([&] { read_cell_or_container(table); });
  }
}

void StoryReader::read_cell(TableInProgress& table) {
  if (table_depth_ == 1) ++cell_;
  count_item();
  CellFormat format;
  Blocks blocks;
  const std::size_t answers_before = story_.answers.size();
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:tcPr") {
      format = read_cell_format(xml_);
    } else if (!format.deleted) {
      read_block(blocks);
    }
  }
  flush_carried(blocks);
  if (format.deleted) {
    ++story_.tracked_changes;
    return;
  }
  Cell& cell = table.place_cell(format);
  append_line(cell.text, flattened(blocks));
  table.take_label(cell.text, story_.answers.size() != answers_before);
  table.keep_content(cell, std::move(blocks));
}

/// What a control around whole cells or rows found when it began.
struct StoryReader::CellsOfControl {
  std::size_t first_cell = 0, first_answer = 0;
  LetterCount letters;
  Text label;
  bool is_row = false;
};

void StoryReader::read_cell_control(TableInProgress& table) {
  Control control;
  const CellsOfControl cells{table.table.cells.size(), story_.answers.size(), letters_, table.field_label()};
  const Text left = table.left;
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:sdtPr") {
      control = read_control(xml_);
    } else if (xml_.name() == "w:sdtContent") {
      if (control.is_field()) ++control_depth_;
      for (auto cell = xml_.children(); cell.next();) read_cell_or_container(table);
      if (control.is_field()) --control_depth_;
    }
  }
  answer_with_cells(table, cells, control);
  if (story_.answers.size() == cells.first_answer) return;
  table.left = left;
  table.left_names = false;
}

void StoryReader::read_row_control(TableInProgress& table) {
  Control control;
  const CellsOfControl cells{table.table.cells.size(), story_.answers.size(), letters_, {}, true};
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:sdtPr") {
      control = read_control(xml_);
    } else if (xml_.name() == "w:sdtContent") {
      if (control.is_field()) ++control_depth_;
      for (auto row = xml_.children(); row.next();) read_row_or_container(table);
      if (control.is_field()) --control_depth_;
    }
  }
  answer_with_cells(table, cells, control);
}

/// The control's cells are new ones: a cell that joins another holds nothing to fill in.
void StoryReader::answer_with_cells(TableInProgress& table, const CellsOfControl& own,
                                    const Control& control) {
  auto& cells = table.table.cells;
  if (own.first_cell == cells.size()) return;
  if (control.kind == Control::Kind::check_box) {
    cells[own.first_cell].text = with_state(control.checked, cells[own.first_cell].text, place());
    table.contents.clear();
    return;
  }
  if (!control.is_field() || story_.answers.size() != own.first_answer) return;
  // Around a row the label stands within, in its first cell.
  const bool label_within = own.is_row && control.alias.empty() && cells.size() - own.first_cell > 1 &&
                            cells[own.first_cell].text.utf8.size() <= max_label_bytes;
  const Text label = label_within ? cells[own.first_cell].text : own.label;
  const std::size_t first_value = own.first_cell + (label_within ? 1 : 0);
  Text value;
  for (std::size_t i = first_value; i < cells.size(); ++i) append_line(value, cells[i].text);
  const bool prompt = is_prompt(control, value.utf8, own.letters);
  if (prompt) {
    for (std::size_t i = first_value; i < cells.size(); ++i) cells[i].text = {};
    table.contents.clear();
  }
  const auto kind = control.kind == Control::Kind::choice ? Answer::Kind::choice : Answer::Kind::text;
  add_answer(kind, control.alias, label, std::move(value), prompt, place());
}

/// What a reader takes for a field's label when nothing stands before it in its paragraph: the paragraph
/// above in the same cell or body, else what names the cell.
Text StoryReader::label_before(const Blocks& before) const {
  static const Text none;
  const bool has_above = !before.empty() && !before.back().text.empty();
  const Text& by_cell = table_ == nullptr ? none : table_->field_label();
  const Text& label = has_above ? before.back().text : by_cell;
  return label.utf8.size() <= max_label_bytes ? label : Text{};
}

}  // namespace ruamlint::docx
