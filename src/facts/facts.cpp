#include "facts/facts.hpp"

#include <algorithm>
#include <utility>

#include "facts/comparisons.hpp"
#include "facts/finders.hpp"
#include "facts/vocabulary.hpp"

namespace ruamlint {

FactFinder::FactFinder(const Pack& pack)
    : pack_(&pack), vocabulary_(std::make_shared<const Vocabulary>(pack)) {}

Facts FactFinder::find(const Document& document, const FactOptions& options) const {
  const Form form = read_form(document, *pack_, *vocabulary_);
  Facts facts;
  facts.sections = form.sections;
  facts.applicant = find_applicant(form);
  facts.category = find_category(form, options);
  facts.levels = find_levels(form);
  facts.operation = find_operation(form);
  facts.topics = find_topics(form, facts.levels);
  facts.read_well = read_well(document);
  for (const Page& page : document.pages)
    if (page.reading == Page::Reading::not_read) facts.unread_pages.push_back(page.number);
  ComparisonFacts changes = find_comparisons(form);
  facts.comparisons = std::move(changes.comparisons);
  facts.after_only = changes.after_only;
  facts.after_figures = std::move(changes.after_figures);
  facts.disagreements = std::move(changes.disagreements);
  return facts;
}

Facts find_facts(const Document& document, const Pack& pack, const FactOptions& options) {
  return FactFinder(pack).find(document, options);
}

namespace {

const TopicFact& topic_in(const std::vector<TopicFact>& topics, std::string_view id) {
  static const TopicFact none;
  const auto found =
      std::find_if(topics.begin(), topics.end(), [id](const TopicFact& topic) { return topic.id == id; });
  return found == topics.end() ? none : *found;
}

}  // namespace

const std::vector<Evidence>& Facts::topic(std::string_view id) const {
  return topic_in(topics, id).evidence;
}

const std::vector<Evidence>& Facts::topic_hints(std::string_view id) const {
  return topic_in(topics, id).hints;
}

const SectionFact* Facts::section(std::string_view id) const {
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [id](const SectionFact& section) { return section.id == id; });
  return found == sections.end() ? nullptr : &*found;
}

}  // namespace ruamlint
