#include "report/form_order.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint {
namespace {

/// What a family of checks is about, in the words of Section::said_by.
std::string_view fact_of_check(std::string_view check) {
  constexpr std::pair<std::string_view, std::string_view> families[] = {
      {"operation.", "fact.operation"}, {"levels.", "fact.levels"}, {"statistics.", "fact.comparisons"}};
  for (const auto& [family, fact] : families)
    if (check.starts_with(family)) return fact;
  return {};
}

std::string section_said_by(const Pack& pack, std::string_view fact) {
  for (const Section& section : pack.sections)
    if (std::find(section.said_by.begin(), section.said_by.end(), fact) != section.said_by.end())
      return section.id;
  return {};
}

/// Where a rule's first topic counts.
std::string section_of_topics(const Pack& pack, const Rule& rule) {
  const auto topics = rule.parameters.find("topics");
  if (topics == rule.parameters.end()) return {};
  const Topic* topic = pack.topic(topics->second.substr(0, topics->second.find_first_of(", ")));
  return topic == nullptr || topic->sections.empty() ? std::string() : topic->sections.front();
}

/// The section that a finding names; else the one that its rule is about, so that a rule's findings stand
/// together; else the one that its evidence falls in.
std::string section_of(const Pack& pack, const Finding& finding) {
  for (const Argument& argument : finding.arguments)
    if (argument.kind == Argument::Kind::section && argument.texts.size() == 1) return argument.texts.front();
  if (const Rule* rule = pack.rule(finding.rule)) {
    if (rule->check.starts_with("sections.")) return {};  // of all of them
    if (const std::string_view fact = fact_of_check(rule->check); !fact.empty())
      return section_said_by(pack, fact);
    if (std::string section = section_of_topics(pack, *rule); !section.empty()) return section;
  }
  return finding.evidence.empty() ? std::string() : finding.evidence.front().section;
}

auto position_of(const Place& place) {
  return std::tuple(place.page, place.box.top, place.paragraph, place.table, place.row, place.cell);
}

/// Ids of the pack's sections in the form's order.
std::vector<std::string> order_of_sections(const Facts& facts) {
  std::vector<const SectionFact*> found;
  for (const SectionFact& section : facts.sections)
    if (section.found) found.push_back(&section);
  std::stable_sort(found.begin(), found.end(), [](const SectionFact* a, const SectionFact* b) {
    return position_of(a->evidence.place) < position_of(b->evidence.place);
  });
  std::vector<std::string> order;
  for (const SectionFact* section : found) order.push_back(section->id);
  // What the form lacks goes behind the section that the pack has before it.
  auto behind = order.begin();
  for (const SectionFact& section : facts.sections) {
    const auto at = std::find(order.begin(), order.end(), section.id);
    behind = at != order.end() ? at + 1 : order.insert(behind, section.id) + 1;
  }
  return order;
}

}  // namespace

std::vector<FormPart> in_form_order(const Pack& pack, const DocumentReport& document) {
  std::vector<FormPart> parts{{}};
  for (std::string& section : order_of_sections(document.facts)) parts.push_back({std::move(section), {}});
  for (const Finding& finding : document.findings) {
    const std::string section = section_of(pack, finding);
    auto part =
        std::find_if(parts.begin(), parts.end(), [&](const FormPart& one) { return one.section == section; });
    if (part == parts.end()) part = parts.begin();
    part->findings.push_back(&finding);
  }
  std::erase_if(parts, [](const FormPart& part) { return part.findings.empty(); });
  return parts;
}

bool is_absent(const DocumentReport& document, const FormPart& part) {
  const SectionFact* section = document.facts.section(part.section);
  return section != nullptr && !section->found;
}

std::string part_title(const Pack& pack, const FormPart& part, Language language) {
  return part.section.empty() ? std::string(word(Word::whole_form, language))
                              : section_name(pack, part.section, language);
}

}  // namespace ruamlint
