#include "report/annotations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "report/form_order.hpp"
#include "report/standing.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint {
namespace {

std::string note_text_of(const Pack& pack, const Finding& finding, Language language) {
  std::string text = fmt::format("{}: {}", word(word_of(standing_of(finding)), language),
                                 message_text(pack, finding, language));
  const Rule* rule = pack.rule(finding.rule);
  if (rule == nullptr) return text;
  const auto add = [&](Word label, const std::string& said) {
    if (!said.empty()) text += fmt::format("\n{}: {}", word(label, language), said);
  };
  add(Word::remedy, in(rule->remedy, language));
  add(Word::reason, in(rule->reason, language));
  return text + fmt::format("\n[{}]", finding.rule);
}

const SectionFact* section_of(const DocumentReport& document, const std::string& id) {
  const auto& sections = document.facts.sections;
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const SectionFact& section) {
    return section.found && section.id == id;
  });
  return found == sections.end() ? nullptr : &*found;
}

std::vector<PageBox> boxes_of(const Evidence& evidence) {
  std::vector<PageBox> boxes;
  for (const Mark& mark : evidence.marks) boxes.push_back({mark.page, mark.box});
  return boxes;
}

Annotation annotation_of(const Pack& pack, const DocumentReport& document, const FormPart& part,
                         const Finding& finding, Language language) {
  Annotation note;
  const Standing standing = standing_of(finding);
  note.tone = standing <= Standing::should_fix ? Annotation::Tone::mend : Annotation::Tone::look;
  note.text = note_text_of(pack, finding, language);
  const SectionFact* section = section_of(document, part.section);
  if (section != nullptr) note.section = section->evidence.place;
  const auto placed = std::find_if(finding.evidence.begin(), finding.evidence.end(),
                                   [](const Evidence& evidence) { return evidence.place != Place{}; });
  if (placed == finding.evidence.end()) {
    note.place = note.section;
    return note;
  }
  note.quote = placed->quote;
  note.place = placed->place;
  for (const Evidence& evidence : finding.evidence) {
    const std::vector<PageBox> boxes = boxes_of(evidence);
    note.boxes.insert(note.boxes.end(), boxes.begin(), boxes.end());
  }
  return note;
}

}  // namespace

std::vector<Annotation> annotations_of(const Pack& pack, const DocumentReport& document, Language language) {
  std::vector<Annotation> notes;
  for (const FormPart& part : in_form_order(pack, document))
    for (const Finding* finding : part.findings)
      if (wants_action(standing_of(*finding)))
        notes.push_back(annotation_of(pack, document, part, *finding, language));
  return notes;
}

AnnotateOptions annotate_options(Language language) {
  AnnotateOptions options;
  options.signed_warning = word(Word::signed_copy, language);
  return options;
}

std::string copy_name(std::string_view form, Language language, int number) {
  const std::filesystem::path path(form);
  const std::string ending = number > 1 ? fmt::format(" ({})", number) : std::string();
  return fmt::format("{} – {}{}{}", path.stem().string(), word(Word::copy_checked, language), ending,
                     path.extension().string());
}

}  // namespace ruamlint
