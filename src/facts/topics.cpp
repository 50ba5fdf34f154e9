// Topics: what forms are asked to say, found by the pack's words. A new one is data only.
#include <algorithm>

#include "facts/context.hpp"
#include "facts/finders.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t most_evidence = 4;
constexpr std::size_t quote_letters = 90;  ///< around the words that were found

bool has_figure(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (digit_value(next_code_point(text, at)) >= 0) return true;
  return false;
}

bool counts_in(const Topic& topic, const std::string& section) {
  return topic.sections.empty() ||
         std::find(topic.sections.begin(), topic.sections.end(), section) != topic.sections.end();
}

/// The words around a hit, cut at blanks where the passage is long.
Evidence evidence_around(const Passage& passage, const WordHit& hit) {
  constexpr std::size_t bytes_a_letter = 3;
  const std::size_t reach = quote_letters * bytes_a_letter / 2;
  std::size_t begin = hit.begin > reach ? passage.text.find(' ', hit.begin - reach) : 0;
  if (begin == std::string_view::npos || begin > hit.begin) begin = hit.begin;
  std::size_t end =
      hit.end + reach < passage.text.size() ? passage.text.rfind(' ', hit.end + reach) : passage.text.size();
  if (end == std::string_view::npos || end < hit.end) end = hit.end;
  return evidence_of(passage, begin, end);
}

class TopicFinder {
 public:
  explicit TopicFinder(const Form& form) : form_(form), context_(*form.pack) {}

  [[nodiscard]] TopicFact find(const Topic& topic) const {
    TopicFact fact;
    fact.id = topic.id;
    const int words = lexicon_index(*form_.pack, "topic." + topic.id);
    for (const Passage& passage : form_.passages) {
      if (fact.evidence.size() == most_evidence) break;
      if (!may_say(topic, passage)) continue;
      const auto hit =
          std::find_if(passage.words.begin(), passage.words.end(), [&](const WordHit& candidate) {
            return candidate.kind == WordKind::lexicon && candidate.index == words &&
                   (topic.even_if_planned || context_.is_fact(passage, candidate.begin));
          });
      if (hit == passage.words.end()) continue;
      fact.evidence.push_back(topic.whole_passage ? evidence_of(passage) : evidence_around(passage, *hit));
    }
    return fact;
  }

 private:
  [[nodiscard]] static bool may_say(const Topic& topic, const Passage& passage) {
    if (passage.prompt || passage.option || !counts_in(topic, passage.section)) return false;
    if (passage.kind == Passage::Kind::heading && !topic.in_headings) return false;
    return !topic.with_figure || has_figure(passage.text);
  }

  const Form& form_;
  ContextReader context_;
};

}  // namespace

std::vector<TopicFact> find_topics(const Form& form) {
  const TopicFinder finder(form);
  std::vector<TopicFact> facts;
  for (const Topic& topic : form.pack->topics) facts.push_back(finder.find(topic));
  return facts;
}

}  // namespace ruamlint
