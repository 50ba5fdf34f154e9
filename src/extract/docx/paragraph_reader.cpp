// Paragraphs: runs, fields, inline controls, and what is anchored in them.
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "extract/docx/limits.hpp"
#include "extract/docx/story_reader.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

constexpr int default_half_points = 20;  // ECMA-376 part 1, 17.3.2.38: no size anywhere means 10 points

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements that only wrap runs.
constexpr std::array<std::string_view, 8> wrappers = {
    "w:hyperlink", "w:smartTag", "w:customXml", "w:bdo", "w:dir", "w:ins", "w:moveTo", "w:fldSimple"};
constexpr std::array<std::string_view, 2> insertions = {"w:ins", "w:moveTo"};
constexpr std::array<std::string_view, 2> deletions = {"w:del", "w:moveFrom"};

bool has_thai(std::string_view text) {
  const std::size_t lead = text.find('\xE0');
  return lead != std::string_view::npos && lead + 1 < text.size() &&
         (static_cast<unsigned char>(text[lead + 1]) == 0xB8 ||
          static_cast<unsigned char>(text[lead + 1]) == 0xB9);
}

/// Letters and digits; punctuation and spaces are as bold as nobody sees.
int count_letters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xC0 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
  }));
}

int half_points_of(const RunFormat& format, std::string_view text) {
  const auto& latin = format.half_points;
  const auto& thai = format.half_points_thai;
  return has_thai(text) ? thai.value_or(latin.value_or(default_half_points))
                        : latin.value_or(default_half_points);
}

/// The white space that xml:space="preserve" would have kept.
std::string_view without_layout(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

void StoryReader::read_paragraph(Blocks& out) {
  ++paragraphs_;
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
  fields_.end_paragraph();
  if (paragraph.format.mark_deleted || paragraph.format.mark_inserted) ++story_.tracked_changes;
  if (paragraph.format.mark_deleted) {
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
  const auto numbered = numbering_.count(paragraph.format.list_use, *paragraph.style);
  JoinedText joined = paragraph.runs.joined(paragraph.place);
  add_answers(paragraph, joined, out);

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
    Text value = inline_answer.is_prompt ? text_at(inline_answer.prompt, paragraph.place, Origin::form_field)
                                         : trimmed_text(slice(joined.text, begin, end));
    add_answer(inline_answer.kind, inline_answer.alias, label, std::move(value), inline_answer.is_prompt,
               paragraph.place);
    label_begin = end;
  }
}

void StoryReader::read_inline(Paragraph& paragraph) {
  for (auto child = xml_.children(); child.next();) read_inline_child(paragraph);
}

void StoryReader::read_inline_child(Paragraph& paragraph) {
  const std::string_view name = xml_.name();
  if (name == "w:r") {
    read_run(paragraph);
  } else if (is_one_of(name, wrappers)) {
    if (is_one_of(name, insertions)) ++story_.tracked_changes;
    if (name == "w:fldSimple" && is_contents_code(xml_.attribute_or("w:instr", "")))
      paragraph.contents = true;
    read_inline(paragraph);
  } else if (is_one_of(name, deletions)) {
    ++story_.tracked_changes;
  } else if (name == "w:sdt") {
    read_inline_control(paragraph);
  } else if (name == "mc:AlternateContent") {
    read_alternatives([&] { read_inline_child(paragraph); });
  } else if (name == "m:oMath" || name == "m:oMathPara") {
    read_math(paragraph);
  }
}

void StoryReader::read_inline_control(Paragraph& paragraph) {
  Control control;
  InlineAnswer answer;
  answer.begin = paragraph.runs.size();
  const std::size_t answers_before = paragraph.answers.size();
  const int letters_before = paragraph.letters;
  const int bold_letters_before = paragraph.bold_letters;
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:sdtPr") {
      control = read_control(xml_);
    } else if (xml_.name() == "w:sdtContent" && control.kind == Control::Kind::check_box) {
      add_form_text(paragraph, control.checked ? "☑" : "☐", paragraph.style->run);
    } else if (xml_.name() == "w:sdtContent") {
      if (control.is_field()) ++control_depth_;
      read_inline(paragraph);
      if (control.is_field()) --control_depth_;
    }
  }
  if (!control.is_field() || paragraph.answers.size() != answers_before) return;
  answer.kind = control.kind == Control::Kind::choice ? Answer::Kind::choice : Answer::Kind::text;
  answer.alias = control.alias;
  answer.is_prompt = control.is_prompt(trimmed(std::string_view(paragraph.runs.raw()).substr(answer.begin)));
  if (answer.is_prompt) {
    answer.prompt = paragraph.runs.cut_off(answer.begin);
    paragraph.letters = letters_before;
    paragraph.bold_letters = bold_letters_before;
  }
  answer.end = paragraph.runs.size();
  paragraph.answers.push_back(std::move(answer));
}

/// Formulas hold figures too: their letters in the order of the file.
void StoryReader::read_math(Paragraph& paragraph) {
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "m:t") {
      add_text(paragraph, xml_.text(), paragraph.style->run);
    } else {
      read_math(paragraph);
    }
  }
}

void StoryReader::read_run(Paragraph& paragraph) {
  RunFormat format = paragraph.style->run;
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:rPr") {
      const RunFormat direct = read_run_format(xml_);
      format = layered(layered(direct, styles_.character(direct.style).run), paragraph.style->run);
    } else {
      read_run_child(paragraph, format);
    }
  }
}

void StoryReader::read_run_child(Paragraph& paragraph, const RunFormat& format) {
  const std::string_view name = xml_.name();
  if (name == "w:t") {
    const bool keep_blanks = xml_.attribute_or("xml:space", "default") == "preserve";
    const std::string text = xml_.text();
    add_text(paragraph, keep_blanks ? std::string_view(text) : without_layout(text), format);
  } else if (name == "w:tab" || name == "w:ptab") {
    add_text(paragraph, "\t", format);
  } else if (name == "w:br" || name == "w:cr") {
    read_break(paragraph, format);
  } else if (name == "w:noBreakHyphen") {
    add_text(paragraph, "-", format);
  } else if (name == "w:sym") {
    RunFormat plain = format;
    plain.symbol_font = SymbolFont::none;
    const std::string_view digits = xml_.attribute_or("w:char", "");
    unsigned code = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), code, 16).ec == std::errc())
      add_text(paragraph, symbol_text(symbol_font(xml_.attribute_or("w:font", "")), code), plain);
  } else if (name == "w:fldChar") {
    read_field_char(paragraph, format);
  } else if (name == "w:instrText") {
    fields_.add_code(xml_.text());
  } else if (name == "w:lastRenderedPageBreak") {
    has_page_hints_ = true;
    new_page();
  } else if (name == "w:drawing" || name == "w:pict" || name == "w:object") {
    read_shape(paragraph);
  } else if (name == "mc:AlternateContent") {
    read_alternatives([&] { read_run_child(paragraph, format); });
  } else if (name == "w:ruby") {
    for (auto child = xml_.children(); child.next();)
      if (xml_.name() == "w:rubyBase") read_inline(paragraph);
  }
}

void StoryReader::read_break(Paragraph& paragraph, const RunFormat& format) {
  if (xml_.attribute_or("w:type", "") == "page") page_is_due_ = true;
  if (paragraph.runs.size() > 0) add_text(paragraph, "\n", format);
}

void StoryReader::read_field_char(Paragraph& paragraph, const RunFormat& format) {
  const std::string type(xml_.attribute_or("w:fldCharType", ""));
  if (type == "begin") {
    std::optional<FormField> form;
    for (auto child = xml_.children(); child.next();)
      if (xml_.name() == "w:ffData") form = read_form_field(xml_);
    if (form && form->kind == FormField::Kind::check_box) {
      add_form_text(paragraph, form->checked ? "☑" : "☐", format);
    } else if (form && form->kind == FormField::Kind::choice) {
      InlineAnswer answer;
      answer.kind = Answer::Kind::choice;
      answer.begin = paragraph.runs.size();
      add_form_text(paragraph, form->choice, format);
      answer.end = paragraph.runs.size();
      paragraph.answers.push_back(std::move(answer));
    }
    fields_.begin(std::move(form));
  } else if (type == "separate") {
    fields_.separate(paragraph.place.paragraph, paragraph.runs.size());
  } else if (type == "end") {
    const auto field = fields_.end();
    if (field && field->form && field->form->kind == FormField::Kind::text && !field->in_code)
      end_form_field(paragraph, *field);
  }
}

void StoryReader::end_form_field(Paragraph& paragraph, const OpenField& field) {
  InlineAnswer answer;
  answer.begin = field.paragraph == paragraph.place.paragraph ? field.result_begin : 0;
  answer.begin = std::min(answer.begin, paragraph.runs.size());
  answer.end = paragraph.runs.size();
  const std::string_view value = trimmed(std::string_view(paragraph.runs.raw()).substr(answer.begin));
  answer.is_prompt = !value.empty() && value == field.form->prompt;
  if (answer.is_prompt) {
    answer.prompt = paragraph.runs.cut_off(answer.begin);
    answer.end = answer.begin;
  }
  paragraph.answers.push_back(std::move(answer));
}

void StoryReader::add_form_text(Paragraph& paragraph, std::string_view text, const RunFormat& format) {
  ++control_depth_;
  RunFormat plain = format;
  plain.symbol_font = SymbolFont::none;
  add_text(paragraph, text, plain);
  --control_depth_;
}

void StoryReader::add_text(Paragraph& paragraph, std::string_view text, const RunFormat& format) {
  if (text.empty() || fields_.hides_text()) return;
  const std::string unicode = unicode_of(format.symbol_font.value_or(SymbolFont::none), text);
  if (format.hidden.value_or(false)) return hide(unicode);
  if (page_is_due_) new_page();
  ++yield_;
  paragraph.contents = paragraph.contents || fields_.in_contents();
  const bool in_field = control_depth_ > 0 || fields_.in_form_text();
  paragraph.runs.add(unicode, in_field ? Origin::form_field : Origin::text_layer, page_);

  const int letters = count_letters(unicode);
  if (letters == 0) return;
  paragraph.letters += letters;
  if (format.bold.value_or(false) || format.bold_thai.value_or(false)) paragraph.bold_letters += letters;
  paragraph.half_points = std::max(paragraph.half_points, half_points_of(format, unicode));
}

void StoryReader::hide(std::string_view text) {
  const std::size_t room = max_quote_bytes - std::min(max_quote_bytes, story_.hidden.size());
  story_.hidden += beginning_of(text, room);
}

}  // namespace ruamlint::docx
