#include "extract/docx/story_reader.hpp"

#include <algorithm>
#include <iterator>
#include <variant>

#include "extract/docx/chunks.hpp"
#include "extract/docx/limits.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

bool is_separator(const XmlCursor& xml) {
  const std::string_view type = xml.attribute_or("w:type", "normal");
  return type != "normal";
}

void forget_pages(Text& text) {
  for (Span& span : text.spans) span.place.page = 0;
}

void forget_pages(Block& block) {
  block.place.page = 0;
  forget_pages(block.text);
  for (Cell& cell : block.table.cells) forget_pages(cell.text);
}

}  // namespace

void add_beside(Story&& from, Story& to) {
  move_to_end(from.furniture, to.furniture);
  move_to_end(from.answers, to.answers);
  move_to_end(from.links, to.links);
  to.unread_chunks.merge(from.unread_chunks);
  to.hidden += beginning_of(from.hidden, max_quote_bytes - std::min(max_quote_bytes, to.hidden.size()));
  to.tracked_changes += from.tracked_changes;
  to.unread_pictures += from.unread_pictures;
  to.recognised_pictures += from.recognised_pictures;
  to.foreign_parts += from.foreign_parts;
}

Story read_story(XmlCursor& xml, const StoryContext& context, std::string_view part) {
  return StoryReader(xml, context, part).read();
}

Story StoryReader::read() {
  read_notes_or_blocks();
  if (!has_page_hints_) forget_pages();
  return std::move(story_);
}

/// The root's children are blocks (a header), or hold blocks: the body, one footnote, one comment.
void StoryReader::read_notes_or_blocks() {
  for (auto child = xml_.children(); child.next();) {
    const std::string_view name = xml_.name();
    const bool note = name == "w:footnote" || name == "w:endnote";
    if (note && is_separator(xml_)) continue;
    if (note || name == "w:body" || name == "w:comment") {
      read_blocks(story_.blocks);
    } else {
      read_block(story_.blocks);
    }
  }
  flush_carried(story_.blocks);
}

void StoryReader::read_blocks(Blocks& out) {
  for (auto child = xml_.children(); child.next();) read_block(out);
  flush_carried(out);
}

void StoryReader::read_block(Blocks& out) {
  const std::string_view name = xml_.name();
  if (name == "w:p") return read_paragraph(out);
  if (name == "w:tbl") {
    flush_carried(out);
    read_table(out);
  } else if (name == "w:sdt") {
    flush_carried(out);
    read_block_control(out);
  } else if (name == "w:customXml" || name == "w:ins" || name == "w:moveTo") {
    if (name != "w:customXml") ++story_.tracked_changes;
    for (auto child = xml_.children(); child.next();) read_block(out);
  } else if (name == "w:del" || name == "w:moveFrom") {
    ++story_.tracked_changes;
  } else if (name == "mc:AlternateContent") {
    read_alternatives([&] { read_block(out); });
  } else if (name == "w:altChunk") {
    flush_carried(out);
    read_chunk_part(out);
  } else if (name == "w:subDoc") {
    ++story_.foreign_parts;
  } else if (name == "w:sectPr") {
    page_is_due_ = true;
  }
}

/// Reads what stands here in a part of another format. Its paragraphs count for themselves.
void StoryReader::read_chunk_part(Blocks& out) {
  const std::string* part = part_of(xml_.attribute_or("r:id", ""));
  std::variant<Story, std::string> read = "piece";
  if (part != nullptr) read = read_chunk(context_, *part);
  if (auto* why = std::get_if<std::string>(&read)) {
    story_.unread_chunks.insert(std::move(*why));
    return;
  }
  auto& chunk = std::get<Story>(read);
  if (!chunk.blocks.empty()) ++yield_;
  move_to_end(chunk.blocks, out);
  add_beside(std::move(chunk), story_);
}

void StoryReader::read_block_control(Blocks& out) {
  Control control;
  Blocks inner;
  const std::size_t answers_before = story_.answers.size();
  const LetterCount letters_before = letters_;
  const Place start = place();
  for (auto child = xml_.children(); child.next();) {
    if (xml_.name() == "w:sdtPr") {
      control = read_control(xml_);
    } else if (xml_.name() == "w:sdtContent") {
      if (control.is_field()) ++control_depth_;
      read_blocks(inner);
      if (control.is_field()) --control_depth_;
    }
  }
  const bool own_answer = control.is_field() && story_.answers.size() == answers_before;
  bool is_prompt = false;
  if (own_answer) {
    Text value = flattened(inner);
    is_prompt = this->is_prompt(control, value.utf8, letters_before);
    const auto kind = control.kind == Control::Kind::choice ? Answer::Kind::choice : Answer::Kind::text;
    Place where = inner.empty() ? start : inner.front().place;
    add_answer(kind, control.alias, label_before(out), std::move(value), is_prompt, where);
  }
  if (is_prompt) return;
  if (control.kind == Control::Kind::check_box) show_state(control.checked, inner, start);
  Blocks& home = control.kind == Control::Kind::contents ? story_.furniture : out;
  move_to_end(inner, home);
}

/// A block that is a check box: Word puts its sign into a paragraph alone.
void StoryReader::show_state(bool checked, Blocks& blocks, const Place& start) {
  if (blocks.empty()) {
    blocks.emplace_back();
    blocks.back().place = start;
    ++blocks.back().place.paragraph;
  }
  Block& block = blocks.front();
  block.text = with_state(checked, block.text, block.place);
}

void StoryReader::count_item() {
  if (++items_ > max_items) xml_.give_up("paragraphs, cells and fields");
}

Place StoryReader::place() const {
  Place place;
  place.page = page_;
  place.part = part_;
  place.paragraph = paragraphs_;
  if (table_depth_ > 0) {
    place.table = tables_;
    place.row = row_;
    place.cell = cell_;
  }
  return place;
}

void StoryReader::new_page() {
  ++page_;
  page_is_due_ = false;
}

void StoryReader::forget_pages() {
  for (Block& block : story_.blocks) docx::forget_pages(block);
  for (Block& block : story_.furniture) docx::forget_pages(block);
  for (Link& link : story_.links) {
    docx::forget_pages(link.text);
    link.place.page = 0;
  }
  for (Answer& answer : story_.answers) {
    docx::forget_pages(answer.label);
    docx::forget_pages(answer.value);
    answer.place.page = 0;
  }
}

bool StoryReader::is_prompt(const Control& control, std::string_view value, const LetterCount& before) const {
  const int letters = letters_.all - before.all;
  const bool looks_like_one = letters > 0 && letters_.prompt - before.prompt == letters;
  return looks_like_one || docx::is_prompt(control, value, context_.prompts);
}

void StoryReader::add_answer(Answer::Kind kind, const std::string& alias, const Text& nearby, Text value,
                             bool is_prompt, const Place& where) {
  count_item();
  Answer answer;
  answer.kind = kind;
  if (alias.empty()) {
    answer.label = nearby;
  } else {
    answer.label.utf8 = beginning_of(alias, max_label_bytes);
  }
  answer.value = std::move(value);
  answer.placeholder = is_prompt;
  answer.place = where;
  story_.answers.push_back(std::move(answer));
}

}  // namespace ruamlint::docx
