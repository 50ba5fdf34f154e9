#include <algorithm>
#include <map>
#include <set>

#include "facts/context.hpp"
#include "facts/finders.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// "ขอสมัครรางวัลประเภท...": the verb stands this near before the name.
constexpr std::size_t statement_reach = 45;
/// "ไม่ใช่ประเภท..." and "เคยได้รับรางวัลประเภท..." stand this near before a name, "... ที่เคยได้รับ" behind it.
constexpr std::size_t denial_reach = 14;
constexpr std::size_t past_reach = 60;
constexpr std::size_t past_reach_behind = 30;
/// Award, branch and category in a title; what is longer tells a story.
constexpr std::size_t most_letters_of_title = 160;

struct Mention {
  int category = 0;
  std::size_t passage = 0;
  std::size_t begin = 0, end = 0;
};

class CategoryFinder {
 public:
  explicit CategoryFinder(const Form& form)
      : form_(form),
        pack_(*form.pack),
        context_(pack_),
        past_(lexicon_index(pack_, "past_award")),
        denials_(lexicon_index(pack_, "category_denials")),
        applies_(lexicon_index(pack_, "applies_for")),
        tick_marks_(pack_.words("tick_marks")) {
    for (std::size_t i = 0; i < pack_.categories.size(); ++i)
      if (const int list = lexicon_index(pack_, "category_short." + pack_.categories[i].id); list >= 0)
        short_names_[list] = static_cast<int>(i);
  }

  CategoryFact run(const FactOptions& options) {
    from_answers();
    from_section();
    from_title();
    if (stated_.empty()) from_statements();
    CategoryFact fact;
    for (std::size_t i = 0; i < pack_.categories.size(); ++i)
      if (stated_.count(static_cast<int>(i)) != 0) fact.stated.push_back(pack_.categories[i].id);
    for (Statement& statement : statements_) fact.evidence.push_back(std::move(statement.evidence));
    if (fact.stated.size() == 1) fact.id = fact.stated.front();
    if (!options.category.empty()) {
      fact.id = options.category;
      fact.given = true;
    }
    return fact;
  }

 private:
  /// The categories that a text names; of overlapping names the longest.
  static std::vector<WordHit> names_in(const std::vector<WordHit>& words) {
    std::vector<WordHit> names;
    for (const WordHit& hit : words) {
      if (hit.kind != WordKind::category) continue;
      const auto overlaps = [&](const WordHit& other) {
        return other.begin < hit.end && hit.begin < other.end;
      };
      const auto other = std::find_if(names.begin(), names.end(), overlaps);
      if (other == names.end())
        names.push_back(hit);
      else if (hit.letters - static_cast<std::size_t>(hit.distance) >
               other->letters - static_cast<std::size_t>(other->distance))
        *other = hit;
    }
    return names;
  }

  /// In the category's own field "สัมฤทธิ์ผลฯ" is enough.
  [[nodiscard]] std::vector<WordHit> names_in_field(const std::vector<WordHit>& words) const {
    std::vector<WordHit> names = names_in(words);
    if (!names.empty()) return names;
    for (WordHit hit : words) {
      const auto category = hit.kind == WordKind::lexicon && hit.distance == 0 ? short_names_.find(hit.index)
                                                                               : short_names_.end();
      if (category == short_names_.end()) continue;
      hit.index = category->second;
      names.push_back(hit);
    }
    return names;
  }

  static std::set<int> distinct(const std::vector<WordHit>& names) {
    std::set<int> categories;
    for (const WordHit& name : names) categories.insert(name.index);
    return categories;
  }

  struct Statement {
    int category = 0;
    Evidence evidence;
    bool field = false;  ///< a field's value, which may stand in the form's text too
  };

  void state(int category, Evidence evidence, bool field = false) {
    stated_.insert(category);
    std::erase_if(statements_, [&](const Statement& earlier) {
      return earlier.field && earlier.category == category &&
             share_paragraph(earlier.evidence.place, evidence.place);
    });
    statements_.push_back({category, std::move(evidence), field});
  }

  void from_answers() {
    for (const Answer& answer : form_.document->answers) {
      const bool tick = answer.kind == Answer::Kind::tick;
      if (tick ? !answer.ticked : answer.placeholder) continue;
      const Text& text = tick ? answer.label : answer.value;
      const std::set<int> categories =
          distinct(names_in_field(form_.vocabulary->find(text.utf8, folded(text.utf8))));
      if (!tick && (categories.size() != 1 || !is_about_category(answer))) continue;
      for (const int category : categories)
        state(category, evidence_of(text, 0, text.utf8.size(), std::string(section_id::category)), !tick);
    }
  }

  [[nodiscard]] bool is_about_category(const Answer& answer) const {
    const std::vector<WordHit> words = form_.vocabulary->find(answer.label.utf8, folded(answer.label.utf8));
    return std::any_of(words.begin(), words.end(), [&](const WordHit& hit) {
      return (hit.kind == WordKind::section &&
              pack_.sections[static_cast<std::size_t>(hit.index)].id == section_id::category) ||
             (hit.kind == WordKind::lexicon && hit.index == applies_);
    });
  }

  [[nodiscard]] bool speaks_of_past(const Passage& passage) const {
    return first_of_lexicon(passage.words, past_) != nullptr;
  }

  /// It names what is not meant, or an earlier award: a word that says so stands beside it, no other category
  /// between.
  [[nodiscard]] bool is_set_aside(const Passage& passage, const WordHit& name) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      if (hit.kind != WordKind::lexicon || hit.distance > 0) return false;
      const bool before = hit.end <= name.begin;
      const std::size_t from = before ? hit.end : name.end, to = before ? name.begin : hit.begin;
      if (from > to || name_stands_in(passage, from, to)) return false;
      const std::size_t letters = letters_between(passage, from, to);
      if (hit.index == denials_) return before && letters <= denial_reach;
      // "... ต่อยอดจากผลงานที่ได้รับรางวัลประเภท...": the word behind a name speaks of the next one.
      const bool of_next = !before && name_stands_in(passage, hit.end, passage.text.size());
      return hit.index == past_ && !of_next && letters <= (before ? past_reach : past_reach_behind);
    });
  }

  [[nodiscard]] static bool name_stands_in(const Passage& passage, std::size_t from, std::size_t to) {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      return hit.kind == WordKind::category && hit.begin >= from && hit.end <= to;
    });
  }

  /// In the category's own section a bare name is a statement, unless it is one of a list of options.
  void from_section() {
    std::vector<Mention> mentions;
    std::set<std::size_t> passages;
    std::set<int> categories;
    for (std::size_t i = 0; i < form_.passages.size(); ++i) {
      const Passage& passage = form_.passages[i];
      if (passage.section != section_id::category || passage.prompt || passage.option) continue;
      for (const WordHit& name : names_in_field(passage.words)) {
        if (context_.is_negated(passage, name.begin) || is_set_aside(passage, name)) continue;
        mentions.push_back({name.index, i, name.begin, name.end});
        passages.insert(i);
        categories.insert(name.index);
      }
    }
    const bool list_of_options = categories.size() > 1 && passages.size() > 1;
    if (list_of_options) keep_marked(mentions);
    for (const Mention& mention : mentions)
      state(mention.category, evidence_of(form_.passages[mention.passage], mention.begin, mention.end));
  }

  /// Of options that are listed without boxes those that end in a tick: "... (Open Governance) ✓".
  void keep_marked(std::vector<Mention>& mentions) const {
    std::erase_if(mentions, [&](const Mention& mention) {
      const std::string_view text = trimmed(form_.passages[mention.passage].text);
      return std::none_of(tick_marks_.begin(), tick_marks_.end(),
                          [text](const std::string& mark) { return text.ends_with(mark); });
    });
  }

  /// Before the first section, a title may name the one category that the form is for.
  void from_title() {
    std::vector<Mention> mentions;
    std::set<int> categories;
    for (std::size_t i = 0; i < form_.passages.size() && form_.passages[i].section.empty(); ++i) {
      const Passage& passage = form_.passages[i];
      const bool short_enough = letters_between(passage, 0, passage.text.size()) <= most_letters_of_title;
      if (!short_enough || passage.option || passage.prompt || speaks_of_past(passage)) continue;
      if (passage.kind != Passage::Kind::heading && first_of_lexicon(passage.words, applies_) == nullptr)
        continue;
      for (const WordHit& name : names_in(passage.words)) {
        mentions.push_back({name.index, i, name.begin, name.end});
        categories.insert(name.index);
      }
    }
    if (categories.size() != 1) return;
    const Mention& first = mentions.front();
    state(first.category, evidence_of(form_.passages[first.passage], first.begin, first.end));
  }

  /// "... จึงขอสมัครรางวัลประเภทเปิดใจใกล้ชิดประชาชน" in running text.
  void from_statements() {
    for (const Passage& passage : form_.passages) {
      if (passage.option || passage.prompt || passage.section == section_id::awards) continue;
      for (const WordHit& name : names_in(passage.words))
        if (is_applied_for(passage, name) && !is_set_aside(passage, name) &&
            context_.is_fact(passage, name.begin))
          state(name.index, evidence_of(passage, name.begin, name.end));
    }
  }

  [[nodiscard]] bool is_applied_for(const Passage& passage, const WordHit& name) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      return hit.kind == WordKind::lexicon && hit.index == applies_ && hit.end <= name.begin &&
             letters_between(passage, hit.end, name.begin) <= statement_reach;
    });
  }

  const Form& form_;
  const Pack& pack_;
  ContextReader context_;
  int past_, denials_, applies_;
  const std::vector<std::string>& tick_marks_;
  std::map<int, int> short_names_;  ///< lexicon to the category that its words mean
  std::set<int> stated_;
  std::vector<Statement> statements_;
};

}  // namespace

CategoryFact find_category(const Form& form, const FactOptions& options) {
  return CategoryFinder(form).run(options);
}

}  // namespace ruamlint
