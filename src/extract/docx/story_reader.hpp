// The reader behind story.hpp. One function an element, in the order of the file; its parts are in
// story_reader.cpp (blocks), paragraph_reader.cpp, run_reader.cpp, shape_reader.cpp and table_reader.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/docx/control_echo.hpp"
#include "extract/docx/controls.hpp"
#include "extract/docx/fields.hpp"
#include "extract/docx/frames.hpp"
#include "extract/docx/joined_runs.hpp"
#include "extract/docx/numbering.hpp"
#include "extract/docx/story.hpp"
#include "extract/docx/styles.hpp"
#include "extract/docx/xml_cursor.hpp"

namespace ruamlint::docx {

/// A field within a paragraph, by offsets in the joined runs.
struct InlineAnswer {
  Answer::Kind kind = Answer::Kind::text;
  std::string alias;
  std::size_t begin = 0, end = 0;  ///< equal where the value was a prompt and was left out
  bool is_prompt = false;
  std::string prompt;
  Text label, value_before;  ///< of a field that began in an earlier paragraph
};

/// A link within a paragraph, likewise.
struct InlineLink {
  std::string target;
  std::size_t begin = 0, end = 0;
};

/// A paragraph while it is read.
struct Paragraph {
  Place place;
  ParagraphFormat format;
  const Style* style = nullptr;
  JoinedRuns runs;
  std::vector<InlineAnswer> answers;
  ControlEcho echo;
  std::vector<InlineLink> links;
  Blocks attached;        ///< text boxes and pictures anchored in it; they follow it
  bool contents = false;  ///< belongs to a table of contents
  int letters = 0, bold_letters = 0;
  int half_points = 0;  ///< the largest size
};

/// Letters and digits read so far, and how many of them look like a prompt.
struct LetterCount {
  int all = 0, prompt = 0;
};

class StoryReader {
 public:
  StoryReader(XmlCursor& xml, const StoryContext& context, std::string_view part)
      : xml_(xml), context_(context), styles_(context.styles), numbering_(context.lists), part_(part) {}

  [[nodiscard]] Story read();

 private:
  // Blocks.
  void read_notes_or_blocks();
  void read_blocks(Blocks& out);
  void read_block(Blocks& out);
  void read_block_control(Blocks& out);
  void read_chunk_part(Blocks& out);
  void show_state(bool checked, Blocks& blocks, const Place& start);
  template <class Read>
  void read_alternatives(Read read);

  // Paragraphs.
  void read_paragraph(Blocks& out);
  void finish_paragraph(Paragraph& paragraph, Blocks& out);
  void flush_carried(Blocks& out);
  void read_inline(Paragraph& paragraph);
  void read_inline_child(Paragraph& paragraph);
  void read_inline_control(Paragraph& paragraph);
  void read_inline_check_box(Paragraph& paragraph, bool checked);
  void read_simple_field(Paragraph& paragraph);
  void read_hyperlink(Paragraph& paragraph);
  void read_run(Paragraph& paragraph);
  void read_run_child(Paragraph& paragraph, const RunFormat& format);
  void read_break(Paragraph& paragraph, const RunFormat& format);
  void read_field_char(Paragraph& paragraph, const RunFormat& format);
  void read_shape(Paragraph& paragraph);
  void read_text_box(Paragraph& paragraph);
  void add_shape_text(Paragraph& paragraph, std::string_view text);
  [[nodiscard]] const std::string* part_of(std::string_view relation_id) const;
  bool read_diagram_part(Paragraph& paragraph, std::string_view relation_id);
  bool read_chart_part(Paragraph& paragraph, std::string_view relation_id);
  bool read_form_part(Paragraph& paragraph, std::string_view relation_id);
  bool read_picture(Paragraph& paragraph, std::string_view relation_id);
  void add_text(Paragraph& paragraph, std::string_view text, const RunFormat& format);
  void add_form_text(Paragraph& paragraph, std::string_view text, const RunFormat& format);
  void end_form_field(Paragraph& paragraph, OpenField field);
  void end_coded_field(Paragraph& paragraph, const OpenField& field, const RunFormat& format);
  void add_coded_link(Paragraph& paragraph, std::string_view code, std::size_t begin);
  [[nodiscard]] std::size_t result_begin(const Paragraph& paragraph, const OpenField& field) const;
  void carry_form_fields(const Paragraph& paragraph, const JoinedText& joined, const Blocks& before);
  void add_answers(const Paragraph& paragraph, const JoinedText& joined, const Blocks& before);
  void add_links(const Paragraph& paragraph, const JoinedText& joined);
  [[nodiscard]] bool is_unseen(const Paragraph& paragraph, const RunFormat& format,
                               std::string_view text) const;
  void hide(std::string_view text);

  // Tables.
  struct TableInProgress;
  struct CellsOfControl;
  void read_table(Blocks& out);
  void read_row_or_container(TableInProgress& table);
  void read_row(TableInProgress& table);
  void read_cell_or_container(TableInProgress& table);
  void read_cell(TableInProgress& table);
  void read_cell_control(TableInProgress& table);
  void read_row_control(TableInProgress& table);
  void answer_with_cells(TableInProgress& table, const CellsOfControl& cells, const Control& control);

  // Where the reader stands.
  void count_item();
  [[nodiscard]] Place place() const;
  void new_page();
  void forget_pages();
  [[nodiscard]] Text label_before(const Blocks& before) const;
  [[nodiscard]] bool is_prompt(const Control& control, std::string_view value,
                               const LetterCount& before) const;
  void add_answer(Answer::Kind kind, const std::string& alias, const Text& nearby, Text value, bool is_prompt,
                  const Place& where);

  XmlCursor& xml_;
  const StoryContext& context_;
  const Styles& styles_;
  Numbering numbering_;
  std::string part_;
  Story story_;

  FieldStack fields_;
  std::optional<Paragraph>
      carried_;            ///< the next paragraph goes on with it: its mark is deleted, or a drop cap
  int control_depth_ = 0;  ///< fields around; their text is form_field
  int hidden_depth_ = 0;   ///< hidden rows and shapes around
  int box_depth_ = 0;      ///< text boxes around; they may be filled with any colour
  TableInProgress* table_ = nullptr;  ///< the innermost table that is read
  LetterCount letters_;

  int paragraphs_ = 0, tables_ = 0;
  int table_depth_ = 0;
  int row_ = 0, cell_ = 0;  ///< of the outermost table, from 1
  int page_ = 1;
  bool page_is_due_ = false;  ///< after a break that no hint has confirmed yet
  bool has_page_hints_ = false;
  int items_ = 0;  ///< against max_items
  int yield_ = 0;  ///< grows with everything read: tells an alternative that gave something
};

// mc:AlternateContent: the same content for readers of different age. The first choice that gives anything is
// taken; what it requires need not be known, since all that is looked for in it is text.
template <class Read>
void StoryReader::read_alternatives(Read read) {
  bool taken = false;
  for (auto alternative = xml_.children(); alternative.next();) {
    if (taken) continue;
    const int before = yield_;
    for (auto child = xml_.children(); child.next();) read();
    taken = yield_ > before;
  }
}

}  // namespace ruamlint::docx
