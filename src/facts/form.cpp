#include "facts/form.hpp"

#include <algorithm>

#include "facts/lines.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// A line counts as tick boxes where their labels are at least this share of it.
constexpr double least_share_of_labels = 0.5;

/// Lines that are tick boxes with their labels; lines that hold a field's untouched prompt.
void mark_answers(std::vector<Line>& lines, const Document& document) {
  struct Words {
    std::string_view text;
    bool option;
  };
  std::vector<Words> wanted;
  for (const Answer& answer : document.answers) {
    if (answer.kind == Answer::Kind::tick && !answer.label.empty())
      wanted.push_back({answer.label.utf8, true});
    if (answer.kind != Answer::Kind::tick && answer.placeholder && !answer.value.empty())
      wanted.push_back({answer.value.utf8, false});
  }
  for (Line& line : lines) {
    std::size_t labels = 0, prompts = 0;
    for (const Words& words : wanted)
      if (line.passage.text.find(words.text) != std::string_view::npos)
        (words.option ? labels : prompts) += words.text.size();
    const double size = static_cast<double>(trimmed(line.passage.text).size()) * least_share_of_labels;
    line.passage.option = labels > 0 && static_cast<double>(labels) >= size;
    line.passage.prompt = line.passage.prompt || (prompts > 0 && static_cast<double>(prompts) >= size);
    if (line.passage.option) line.look.reset();
  }
}

}  // namespace

Form read_form(const Document& document, const Pack& pack) {
  Form form{&document, &pack, Vocabulary(pack), {}, {}};
  std::vector<Line> lines = lines_of(document);
  mark_answers(lines, document);
  divide_into_sections(std::move(lines), form);
  return form;
}

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
  return evidence_of(passage, 0, passage.text.size());
}

std::string section_of(const Form& form, std::size_t block, const Cell* cell) {
  const auto found = std::find_if(form.passages.begin(), form.passages.end(), [&](const Passage& passage) {
    return passage.block == block && (cell == nullptr || passage.cell == cell);
  });
  return found == form.passages.end() ? std::string() : found->section;
}

}  // namespace ruamlint
