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
    Stretch stretch;
    for (const Passage& passage : form_.passages) {
      if (fact.evidence.size() == most_evidence) break;
      if (!may_say(topic, passage)) continue;
      const std::vector<WordHit> hits = hits_in(passage, topic, words);
      if (hits.empty()) continue;
      const Evidence evidence =
          topic.whole_passage ? evidence_of(passage) : evidence_around(passage, hits.front());
      if (stretch.add(passage, static_cast<int>(hits.size()), topic.least_times, evidence))
        fact.evidence.push_back(stretch.first);
    }
    return fact;
  }

 private:
  /// Passages that a reader takes in as one: of a paragraph, a table, a list.
  struct Stretch {
    const Passage* last = nullptr;
    Evidence first;
    int times = 0;

    /// True where the words become enough with these.
    bool add(const Passage& passage, int more, int enough, const Evidence& evidence) {
      if (enough == 1 || last == nullptr || !goes_on(*last, passage)) {
        first = evidence;
        times = 0;
      }
      last = &passage;
      const int before = times;
      times += more;
      return before < enough && times >= enough;
    }

    static bool goes_on(const Passage& a, const Passage& b) {
      const bool list = a.kind == Passage::Kind::list_item && b.kind == Passage::Kind::list_item;
      return a.block == b.block || (list && a.block + 1 == b.block);
    }
  };

  /// Those of the topic's words in the passage that are facts and do not overlap.
  [[nodiscard]] std::vector<WordHit> hits_in(const Passage& passage, const Topic& topic, int words) const {
    std::vector<WordHit> hits;
    for (const WordHit& hit : passage.words) {
      if (hit.kind != WordKind::lexicon || hit.index != words) continue;
      if (!hits.empty() && hit.begin < hits.back().end) continue;
      if (!topic.even_if_planned && !context_.is_fact(passage, hit.begin)) continue;
      hits.push_back(hit);
      if (topic.least_times == 1) break;
    }
    return hits;
  }

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
