#include "facts/form.hpp"

#include <algorithm>

#include "facts/label.hpp"
#include "facts/lines.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// A line counts as tick boxes where their labels are at least this share of it.
constexpr double least_share_of_labels = 0.5;

/// Words of an answer, and where they stand.
struct Words {
  std::string_view text;
  Place place;
  bool option = false;  ///< a tick box's label; else a prompt
};

/// The same words may stand elsewhere: a level is a box's label here, and a row's further down.
bool may_be_at(const Place& place, const Place& other) {
  if (!place.part.empty() && !other.part.empty()) return share_paragraph(place, other);
  if (place.box.empty() || other.box.empty()) return true;
  return place.page == other.page && place.box.top < other.box.bottom && other.box.top < place.box.bottom;
}

bool holds(const Passage& passage, const Words& words) {
  const std::size_t at = find_word(passage.text, words.text);
  if (at == std::string_view::npos) return false;
  const std::size_t begin = passage.begin + at;
  return may_be_at(place_of(*passage.source, begin, begin + words.text.size()), words.place);
}

/// Lines that are tick boxes with their labels; lines that hold a field's untouched prompt.
void mark_answers(std::vector<Line>& lines, const Document& document) {
  std::vector<Words> wanted;
  for (const Answer& answer : document.answers) {
    if (answer.kind == Answer::Kind::tick && !answer.label.empty())
      wanted.push_back({answer.label.utf8, place_of(answer.label, 0, answer.label.utf8.size()), true});
    if (answer.kind != Answer::Kind::tick && answer.placeholder && !answer.value.empty())
      wanted.push_back({answer.value.utf8, place_of(answer.value, 0, answer.value.utf8.size()), false});
  }
  for (Line& line : lines) {
    std::size_t labels = 0, prompts = 0;
    for (const Words& words : wanted)
      if (holds(line.passage, words)) (words.option ? labels : prompts) += words.text.size();
    const double size = static_cast<double>(trimmed(line.passage.text).size()) * least_share_of_labels;
    line.passage.option = labels > 0 && static_cast<double>(labels) >= size;
    line.passage.prompt = line.passage.prompt || (prompts > 0 && static_cast<double>(prompts) >= size);
    if (line.passage.option) line.look.reset();
  }
}

}  // namespace

Form read_form(const Document& document, const Pack& pack, const Vocabulary& vocabulary) {
  Form form{&document, &pack, &vocabulary, {}, {}};
  std::vector<Line> lines = lines_of(document);
  mark_answers(lines, document);
  divide_into_sections(std::move(lines), form);
  return form;
}

namespace {

/// Spans of one line (a change of origin or confidence parts them) are one mark.
bool continues(const Mark& mark, const Place& place) {
  const double shared = std::min(mark.box.bottom, place.box.bottom) - std::max(mark.box.top, place.box.top);
  return mark.page == place.page && shared * 2 > std::min(mark.box.height(), place.box.height());
}

std::vector<Mark> marks_of(const Text& text, std::size_t begin, std::size_t end) {
  std::vector<Mark> marks;
  for (const Span& span : slice(text, begin, end).spans) {
    const Place& place = span.place;
    if (place.page == 0 || place.box.empty()) continue;
    if (!marks.empty() && continues(marks.back(), place)) {
      marks.back().box = united(marks.back().box, place.box);
    } else {
      marks.push_back({place.page, place.box});
    }
  }
  return marks;
}

}  // namespace

Evidence evidence_of(const Text& text, std::size_t begin, std::size_t end, std::string section) {
  Evidence evidence;
  const std::string_view whole = text.utf8;
  begin = std::min(begin, whole.size());
  const std::string_view quote = trimmed(whole.substr(begin, end - begin));
  if (!quote.empty()) {
    begin = static_cast<std::size_t>(quote.data() - whole.data());
    end = begin + quote.size();
  }
  evidence.quote = std::string(quote);
  evidence.place = place_of(text, begin, end);
  evidence.marks = marks_of(text, begin, end);
  evidence.section = std::move(section);
  const auto first = std::partition_point(text.spans.begin(), text.spans.end(),
                                          [begin](const Span& span) { return span.end <= begin; });
  for (auto span = first; span != text.spans.end() && span->begin < end; ++span) {
    evidence.origin = span == first ? span->origin : std::max(evidence.origin, span->origin);
    evidence.confidence = std::min(evidence.confidence, span->confidence);
  }
  return evidence;
}

Evidence evidence_of(const Passage& passage, std::size_t begin, std::size_t end) {
  Evidence evidence =
      evidence_of(*passage.source, passage.begin + begin, passage.begin + end, passage.section);
  if (evidence.place == Place{} && passage.cell != nullptr) {
    evidence.place.row = passage.cell->row + 1;
    evidence.place.cell = passage.cell->column + 1;
  }
  return evidence;
}

Evidence evidence_of(const Passage& passage) {
  const bool heading = passage.kind == Passage::Kind::heading;
  const std::size_t label = heading ? label_at_start(passage.text).end : 0;
  return evidence_of(passage, label < passage.text.size() ? label : 0, passage.text.size());
}

bool share_paragraph(const Place& a, const Place& b) {
  return !a.part.empty() && a.part == b.part && a.paragraph == b.paragraph && a.table == b.table &&
         a.row == b.row && a.cell == b.cell;
}

const Passage* own_heading(const Form& form, std::size_t i) {
  if (i == 0) return nullptr;
  const Passage& heading = form.passages[i - 1];
  const Passage& passage = form.passages[i];
  if (heading.kind != Passage::Kind::heading || passage.kind == Passage::Kind::heading) return nullptr;
  const bool same_line = heading.source == passage.source && heading.end == passage.begin;
  const bool same_row =
      heading.table != nullptr && heading.table == passage.table && heading.cell->row == passage.cell->row;
  const bool same_answer = heading.kind == Passage::Kind::answer && heading.answer == passage.answer;
  return same_line || same_row || same_answer ? &heading : nullptr;
}

std::string section_of(const Form& form, std::size_t block, const Cell* cell) {
  const auto found = std::find_if(form.passages.begin(), form.passages.end(), [&](const Passage& passage) {
    return passage.block == block && (cell == nullptr || passage.cell == cell);
  });
  return found == form.passages.end() ? std::string() : found->section;
}

}  // namespace ruamlint
