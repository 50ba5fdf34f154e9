// Paragraphs: inline controls, links, and what becomes of a paragraph once its runs are read
// (run_reader.cpp).
#include <algorithm>
#include <array>
#include <iterator>

#include "extract/docx/limits.hpp"
#include "extract/docx/math.hpp"
#include "extract/docx/story_reader.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements that only wrap runs.
constexpr std::array<std::string_view, 7> wrappers = {"w:smartTag", "w:customXml", "w:bdo",      "w:dir",
                                                      "w:ins",      "w:moveTo",    "w:fldSimple"};
constexpr std::array<std::string_view, 2> insertions = {"w:ins", "w:moveTo"};
constexpr std::array<std::string_view, 2> deletions = {"w:del", "w:moveFrom"};

}  // namespace

void StoryReader::read_paragraph(Blocks& out) {
  ++paragraphs_;
  count_item();
  Paragraph paragraph;
  if (carried_) paragraph = *std::exchange(carried_, std::nullopt);
  paragraph.format = {};  // that of the last paragraph counts
  paragraph.place = place();
  paragraph.style = &styles_.paragraph({});
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() != "w:pPr") {
      read_inline_child(paragraph);
      continue;
    }
    paragraph.format = read_paragraph_format(xml_);
    paragraph.style = &styles_.paragraph(paragraph.format.style);
    if (paragraph.format.page_break_before.value_or(paragraph.style->page_break_before)) page_is_due_ = true;
  }
  if (paragraph.format.ends_page) page_is_due_ = true;
  fields_.end_paragraph();
  if (paragraph.format.mark_deleted || paragraph.format.mark_inserted) ++story_.tracked_changes;
  if (paragraph.format.mark_deleted || paragraph.format.drop_cap) {
    carried_ = std::move(paragraph);
  } else {
    finish_paragraph(paragraph, out);
  }
}

void StoryReader::flush_carried(Blocks& out) {
  if (!carried_) return;
  Paragraph paragraph = *std::exchange(carried_, std::nullopt);
  finish_paragraph(paragraph, out);
}

void StoryReader::finish_paragraph(Paragraph& paragraph, Blocks& out) {
  paragraph.place.page = paragraph.runs.first_page(page_);
  JoinedText joined = paragraph.runs.joined(paragraph.place);
  // A hidden paragraph is not counted, and neither is one of a hidden row.
  const bool hidden = hidden_depth_ > 0 || (paragraph.format.mark_hidden && joined.text.empty());
  std::optional<Numbered> numbered;
  if (!hidden) numbered = numbering_.count(paragraph.format.list_use, *paragraph.style);
  carry_form_fields(paragraph, joined, out);
  add_answers(paragraph, joined, out);
  add_links(paragraph, joined);

  Block block;
  block.place = paragraph.place;
  block.level = paragraph.style->heading_level;
  if (const auto outline = paragraph.format.outline_level)
    block.level = *outline >= 0 && *outline < 9 ? *outline + 1 : 0;
  if (block.level > 0) {
    block.kind = BlockKind::heading;
  } else if (numbered) {
    block.kind = BlockKind::list_item;
    block.level = numbered->depth + 1;
  }
  if (numbered) block.number = folded_spaces(numbered->label);
  block.bold = paragraph.letters > 0 && paragraph.bold_letters == paragraph.letters;
  block.font_size = paragraph.half_points / 2.0;
  block.text = std::move(joined.text);
  // Within a cell the box becomes a part of the text, and is found there as all others are.
  if (numbered && numbered->bullet && numbered->label != "•" && table_depth_ == 0 && !block.text.empty()) {
    add_answer(Answer::Kind::tick, "", block.text, {}, false, block.place);
    story_.answers.back().ticked = numbered->label != "☐";
  }

  const bool heading = block.kind == BlockKind::heading && !paragraph.style->contents;
  if (heading) fields_.leave_contents();
  const bool contents = paragraph.style->contents || (paragraph.contents && !heading);
  // In a cell an automatic number may be all that there is: the column of running numbers.
  const bool number_alone = table_depth_ > 0 && numbered && !numbered->bullet;
  if (!block.text.empty() || number_alone) (contents ? story_.furniture : out).push_back(std::move(block));
  out.insert(out.end(), std::make_move_iterator(paragraph.attached.begin()),
             std::make_move_iterator(paragraph.attached.end()));
}

void StoryReader::add_answers(const Paragraph& paragraph, const JoinedText& joined, const Blocks& before) {
  std::size_t label_begin = 0;
  for (const InlineAnswer& inline_answer : paragraph.answers) {
    const std::size_t begin = std::max(label_begin, joined.offset_of(inline_answer.begin));
    const std::size_t end = std::max(begin, joined.offset_of(inline_answer.end));
    const std::string_view before_it(joined.text.utf8.data() + label_begin, begin - label_begin);
    if (const std::size_t line = before_it.rfind('\n'); line != std::string_view::npos)
      label_begin += line + 1;
    Text label;
    if (begin > label_begin && begin - label_begin <= max_label_bytes)
      label = trimmed_text(slice(joined.text, label_begin, begin));
    if (label.empty()) label = label_before(before);
    if (!inline_answer.label.empty()) label = inline_answer.label;
    Text value = inline_answer.value_before;
    if (inline_answer.is_prompt) {
      value = text_at(inline_answer.prompt, paragraph.place, Origin::form_field);
    } else {
      const Text here = trimmed_text(slice(joined.text, begin, end));
      if (!value.empty() && !here.empty()) append(value, "\n");
      append(value, here);
    }
    add_answer(inline_answer.kind, inline_answer.alias, label, std::move(value), inline_answer.is_prompt,
               paragraph.place);
    label_begin = end;
  }
}

void StoryReader::add_links(const Paragraph& paragraph, const JoinedText& joined) {
  for (const InlineLink& inline_link : paragraph.links) {
    const std::size_t begin = joined.offset_of(inline_link.begin);
    const std::size_t end = std::max(begin, joined.offset_of(inline_link.end));
    Link link;
    link.text = trimmed_text(slice(joined.text, begin, end));
    link.target = inline_link.target;
    link.place = paragraph.place;
    story_.links.push_back(std::move(link));
  }
}

/// What a text form field that goes on in the next paragraph has of its value so far.
void StoryReader::carry_form_fields(const Paragraph& paragraph, const JoinedText& joined,
                                    const Blocks& before) {
  OpenField* field = fields_.innermost_form_text();
  if (field == nullptr) return;
  const bool begins_here = field->paragraph == paragraph.place.paragraph;
  const std::size_t begin = begins_here ? joined.offset_of(field->result_begin) : 0;
  if (begins_here) {
    field->label = trimmed_text(slice(joined.text, 0, begin));
    if (field->label.empty() || begin > max_label_bytes) field->label = label_before(before);
  }
  if (!field->value_before.empty()) append(field->value_before, "\n");
  append(field->value_before, trimmed_text(slice(joined.text, begin, joined.text.utf8.size())));
}

void StoryReader::read_inline(Paragraph& paragraph) {
  for (auto child = xml_.children(); child.next();) read_inline_child(paragraph);
}

void StoryReader::read_inline_child(Paragraph& paragraph) {
  const std::string_view name = xml_.name();
  if (name == "w:r") {
    read_run(paragraph);
  } else if (name == "w:hyperlink") {
    read_hyperlink(paragraph);
  } else if (is_one_of(name, wrappers)) {
    if (is_one_of(name, insertions)) ++story_.tracked_changes;
    if (name == "w:fldSimple") return read_simple_field(paragraph);
    read_inline(paragraph);
  } else if (is_one_of(name, deletions)) {
    ++story_.tracked_changes;
  } else if (name == "w:sdt") {
    read_inline_control(paragraph);
  } else if (name == "w:subDoc") {
    ++story_.foreign_parts;
  } else if (name == "mc:AlternateContent") {
    read_alternatives([&] { read_inline_child(paragraph); });
  } else if (name == "m:oMath" || name == "m:oMathPara") {
    add_text(paragraph, formula_text(xml_), paragraph.style->run);
  }
}

void StoryReader::read_simple_field(Paragraph& paragraph) {
  const std::string code(xml_.attribute_or("w:instr", ""));
  const std::size_t begin = paragraph.runs.size();
  if (is_contents_code(code)) paragraph.contents = true;
  read_inline(paragraph);
  add_coded_link(paragraph, code, begin);
}

void StoryReader::read_hyperlink(Paragraph& paragraph) {
  InlineLink link;
  const Relation* relation = context_.relation(xml_.attribute_or("r:id", ""));
  if (relation != nullptr && relation->external) link.target = relation->target;
  if (const auto anchor = xml_.attribute("w:anchor"); anchor && !link.target.empty())
    link.target.append("#").append(*anchor);
  link.begin = paragraph.runs.size();
  count_item();
  read_inline(paragraph);
  link.end = paragraph.runs.size();
  if (!link.target.empty() && link.target.size() <= max_address_bytes && hidden_depth_ == 0)
    paragraph.links.push_back(std::move(link));
}

void StoryReader::read_inline_check_box(Paragraph& paragraph, bool checked) {
  const std::size_t begin = paragraph.runs.size();
  ++control_depth_;
  read_inline(paragraph);
  --control_depth_;
  const std::string content = paragraph.runs.cut_off(std::min(begin, paragraph.runs.size()));
  if (fields_.hides_text() || hidden_depth_ > 0) return;
  const Text shown =
      with_state(checked, text_at(content, paragraph.place, Origin::form_field), paragraph.place);
  add_form_text(paragraph, shown.utf8, paragraph.style->run);
}

void StoryReader::read_inline_control(Paragraph& paragraph) {
  count_item();
  Control control;
  InlineAnswer answer;
  answer.begin = paragraph.runs.size();
  const std::size_t answers_before = paragraph.answers.size();
  const LetterCount count_before = letters_;
  const int letters_before = paragraph.letters;
  const int bold_letters_before = paragraph.bold_letters;
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:sdtPr") {
      control = read_control(xml_);
    } else if (xml_.name() == "w:sdtContent" && control.kind == Control::Kind::check_box) {
      read_inline_check_box(paragraph, control.checked);
    } else if (xml_.name() == "w:sdtContent") {
      if (control.is_field()) ++control_depth_;
      read_inline(paragraph);
      if (control.is_field()) --control_depth_;
    }
  }
  if (!control.is_field() || paragraph.answers.size() != answers_before) return;
  answer.kind = control.kind == Control::Kind::choice ? Answer::Kind::choice : Answer::Kind::text;
  answer.alias = control.alias;
  const std::string text = paragraph.runs.raw().substr(answer.begin);
  answer.is_prompt = is_prompt(control, text, count_before);
  if (answer.is_prompt) {
    answer.prompt = paragraph.runs.cut_off(answer.begin);
    paragraph.letters = letters_before;
    paragraph.bold_letters = bold_letters_before;
  }
  answer.end = paragraph.runs.size();
  const std::size_t begin = answer.begin;
  paragraph.answers.push_back(std::move(answer));
  if (!paragraph.echo.ends_with({control.alias, text, begin, paragraph.runs.size(), answers_before})) return;
  (void)paragraph.runs.cut_off(paragraph.echo.kept_bytes());
  paragraph.answers.resize(paragraph.echo.kept_answers());
}

}  // namespace ruamlint::docx
