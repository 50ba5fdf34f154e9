// Topics: what forms are asked to say, found by the pack's words. A new one is data only.
#include <algorithm>
#include <set>
#include <utility>

#include "facts/context.hpp"
#include "facts/finders.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t most_evidence = 4;
constexpr std::size_t quote_letters = 90;  ///< around the words that were found
constexpr std::size_t least_letters_with_slips = 10;
/// From a word to the one that it needs in its company; passages that far on keep it company, too.
constexpr std::size_t near_letters = 60;
constexpr std::size_t company_passages = 2;

bool counts_in(const Topic& topic, const std::string& section) {
  const auto names = [&section](const std::vector<std::string>& sections) {
    return std::find(sections.begin(), sections.end(), section) != sections.end();
  };
  return (topic.sections.empty() || names(topic.sections)) && !names(topic.not_in);
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

/// A short word with a slip in it is likely another word: "ระดับการ" is no "ระดับกรม".
bool is_that_word(const WordHit& hit) {
  return hit.distance == 0 || hit.letters >= least_letters_with_slips;
}

/// The lists of a topic's words, as hits carry them.
struct TopicWords {
  TopicWords(const Pack& pack, const Topic& topic)
      : sure(lexicon_index(pack, "topic." + topic.id)),
        near_words(lexicon_index(pack, "topic." + topic.id + ".near_words")),
        near(lexicon_index(pack, "topic." + topic.id + ".near")),
        except(lexicon_index(pack, "topic." + topic.id + ".except")),
        hints(lexicon_index(pack, "topic." + topic.id + ".hints")) {}

  int sure, near_words, near, except, hints;
};

class TopicFinder {
 public:
  TopicFinder(const Form& form, const LevelFacts& levels)
      : form_(form), levels_(levels), context_(*form.pack), applicant_(words_of_applicant()) {
    std::size_t heading = form.passages.size();
    for (std::size_t i = 0; i < form.passages.size(); ++i) {
      if (form.passages[i].kind == Passage::Kind::heading && form.passages[i].table == nullptr) heading = i;
      headings_.push_back(heading);
    }
  }

  [[nodiscard]] TopicFact find(const Topic& topic) const {
    TopicFact fact;
    fact.id = topic.id;
    const TopicWords words(*form_.pack, topic);
    Stretch stretch;
    for (std::size_t i = 0; i < form_.passages.size() && fact.evidence.size() < most_evidence; ++i) {
      const Passage& passage = form_.passages[i];
      if (!may_say(topic, i)) continue;
      const std::vector<WordHit> hits = hits_in(topic, words, i);
      if (hits.empty()) continue;
      const Evidence evidence =
          topic.whole_passage ? evidence_of(passage) : evidence_around(passage, hits.front());
      if (stretch.add(passage, static_cast<int>(hits.size()), topic.least_times, evidence))
        fact.evidence.push_back(stretch.first);
    }
    add_shown(topic, fact.evidence);
    if (fact.evidence.empty()) add_hints(topic, words, fact.hints);
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

  [[nodiscard]] bool may_say(const Topic& topic, std::size_t i) const {
    const Passage& passage = form_.passages[i];
    if (passage.prompt || passage.option || !counts_in(topic, passage.section)) return false;
    if (passage.kind == Passage::Kind::heading && !(topic.in_headings && has_text_below(i))) return false;
    return !topic.with_figure || has_digit(passage.text);
  }

  /// A heading with nothing under it says nothing.
  [[nodiscard]] bool has_text_below(std::size_t heading) const {
    const std::string& section = form_.passages[heading].section;
    for (std::size_t i = heading + 1; i < form_.passages.size(); ++i) {
      const Passage& passage = form_.passages[i];
      if (passage.section != section) return false;
      if (passage.kind != Passage::Kind::heading && !passage.prompt) return true;
    }
    return false;
  }

  /// The pack's words that the applicant's name holds.
  [[nodiscard]] std::set<std::pair<int, int>> words_of_applicant() const {
    std::set<std::pair<int, int>> words;
    for (const Passage& passage : form_.passages)
      if (passage.section == section_id::applicant)
        for (const WordHit& hit : passage.words)
          if (hit.kind == WordKind::lexicon) words.insert({hit.index, hit.word});
    return words;
  }

  [[nodiscard]] bool is_of_list(const WordHit& hit, int list) const {
    return hit.kind == WordKind::lexicon && hit.index == list && is_that_word(hit);
  }

  /// The hits by which the passage surely speaks of the topic, not overlapping.
  [[nodiscard]] std::vector<WordHit> hits_in(const Topic& topic, const TopicWords& words,
                                             std::size_t i) const {
    std::vector<WordHit> hits;
    for (const WordHit& hit : form_.passages[i].words) {
      if (!hits.empty() && hit.begin < hits.back().end) continue;
      if (says(topic, words, i, hit)) hits.push_back(hit);
      if (!hits.empty() && topic.least_times == 1) break;
    }
    return hits;
  }

  [[nodiscard]] bool says(const Topic& topic, const TopicWords& words, std::size_t i,
                          const WordHit& hit) const {
    const Passage& passage = form_.passages[i];
    const bool in_company = is_of_list(hit, words.near_words);
    if (!in_company && !is_of_list(hit, words.sure)) return false;
    if (!topic.even_if_planned && !context_.is_fact(passage, hit)) return false;
    if (is_excepted(words, passage, hit)) return false;
    if (topic.of_others && applicant_.count({hit.index, hit.word}) > 0) return false;
    return !in_company || is_near(words, passage, hit) || is_headed(words, i);
  }

  /// "ได้รับผลกระทบ" holds "ผลกระทบ", and tells of another thing.
  [[nodiscard]] bool is_excepted(const TopicWords& words, const Passage& passage, const WordHit& hit) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& other) {
      return is_of_list(other, words.except) && other.distance == 0 && other.begin < hit.end &&
             hit.begin < other.end;
    });
  }

  /// The heading above, or the table around, names what the words need in their company.
  [[nodiscard]] bool is_headed(const TopicWords& words, std::size_t i) const {
    const Passage& passage = form_.passages[i];
    if (passage.table != nullptr) {
      std::size_t first = i;
      while (first > 0 && form_.passages[first - 1].table == passage.table) --first;
      for (; first < i; ++first)
        if (names_company(words, form_.passages[first])) return true;
    }
    return headings_[i] < i && names_company(words, form_.passages[headings_[i]]);
  }

  /// A level's own name ("รับฟังความคิดเห็น") says too little.
  [[nodiscard]] bool names_company(const TopicWords& words, const Passage& passage) const {
    const auto is_of_level = [&](const WordHit& hit) {
      return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& other) {
        return other.kind == WordKind::level_thai && other.begin < hit.end && hit.begin < other.end;
      });
    };
    return std::any_of(passage.words.begin(), passage.words.end(),
                       [&](const WordHit& hit) { return is_of_list(hit, words.near) && !is_of_level(hit); });
  }

  [[nodiscard]] bool is_near(const TopicWords& words, const Passage& passage, const WordHit& hit) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& other) {
      if (!is_of_list(other, words.near)) return false;
      return letters_between(passage, std::min(hit.end, other.end), std::max(hit.begin, other.begin)) <=
             near_letters;
    });
  }

  void add_shown(const Topic& topic, std::vector<Evidence>& evidence) const {
    if (topic.shown_by.empty() || !evidence.empty()) return;
    for (const LevelMention& mention : levels_.mentions)
      if (mention.kind == LevelMention::Kind::activity && mention.level == topic.shown_by &&
          evidence.size() < most_evidence)
        evidence.push_back(mention.evidence);
  }

  /// Weaker words, sure ones of the applicant or of a plan, words whose company stands in a passage next to
  /// theirs, sections that are filled.
  void add_hints(const Topic& topic, const TopicWords& words, std::vector<Evidence>& hints) const {
    for (std::size_t i = 0; i < form_.passages.size() && hints.size() < most_evidence; ++i) {
      const Passage& passage = form_.passages[i];
      if (!may_say(topic, i)) continue;
      const auto hit = std::find_if(passage.words.begin(), passage.words.end(), [&](const WordHit& each) {
        const bool hinted = is_of_list(each, words.hints) || is_of_list(each, words.sure) ||
                            (is_of_list(each, words.near_words) && is_in_company(words, i));
        return hinted && !is_excepted(words, passage, each) && !context_.is_negated(passage, each.begin);
      });
      if (hit != passage.words.end()) hints.push_back(evidence_around(passage, *hit));
    }
    for (const SectionFact& section : form_.sections)
      if (section.content == SectionFact::Content::filled && section.found &&
          std::find(topic.hinted_in.begin(), topic.hinted_in.end(), section.id) != topic.hinted_in.end())
        hints.push_back(section.evidence);
  }

  [[nodiscard]] bool is_in_company(const TopicWords& words, std::size_t at) const {
    const std::size_t first = at < company_passages ? 0 : at - company_passages;
    const std::size_t last = std::min(at + company_passages, form_.passages.size() - 1);
    for (std::size_t i = first; i <= last; ++i) {
      const Passage& passage = form_.passages[i];
      if (!passage.option && passage.section == form_.passages[at].section && names_company(words, passage))
        return true;
    }
    return false;
  }

  const Form& form_;
  const LevelFacts& levels_;
  ContextReader context_;
  std::set<std::pair<int, int>> applicant_;  ///< lexicon and word
  std::vector<std::size_t> headings_;        ///< of each passage the heading above it, itself for a heading
};

}  // namespace

std::vector<TopicFact> find_topics(const Form& form, const LevelFacts& levels) {
  const TopicFinder finder(form, levels);
  std::vector<TopicFact> facts;
  for (const Topic& topic : form.pack->topics) facts.push_back(finder.find(topic));
  return facts;
}

}  // namespace ruamlint
