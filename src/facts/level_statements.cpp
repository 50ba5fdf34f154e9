#include "facts/level_statements.hpp"

#include <algorithm>

#include "facts/level_activities.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Kind = LevelMention::Kind;

constexpr std::size_t most_letters_before_tick_name = 8;
/// "... อยู่ในระดับการสร้างความร่วมมือ": from the claim's words to the name.
constexpr std::size_t claim_reach = 30;
constexpr std::size_t list_reach = 8;
/// A list of more levels than this, with no mark at any, is the form's own choice of answers.
constexpr std::size_t most_bare_names = 3;

class StatementFinder {
 public:
  explicit StatementFinder(const LevelPassages& passages)
      : passages_(passages),
        form_(passages.form()),
        claims_(lexicon_index(passages.pack(), "level_claims")) {}

  LevelStatements run() {
    from_ticks();
    from_choices();
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      if (passages_.passage(i).option || passages_.passage(i).prompt) continue;
      from_claims(i);
      from_bare_names(i);
    }
    add_choices();
    if (found_.of_work.empty()) from_empty_headings();
    if (found_.of_work.empty()) from_cues();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::vector<LevelName> names_in(const std::string& text) const {
    return level_names(text, form_.vocabulary->find(text, folded(text)), passages_.pack());
  }

  void state(const Passage& passage, const LevelName& name) {
    found_.of_work.push_back(
        passages_.mention(Kind::stated, name, evidence_of(passage, name.begin, name.end)));
  }

  void from_ticks() {
    for (const Answer& answer : form_.document->answers) {
      if (answer.kind != Answer::Kind::tick || !answer.ticked) continue;
      const std::string& label = answer.label.utf8;
      for (const LevelName& name : names_in(label)) {
        // In a matrix of groups and levels the label begins with the group.
        const bool of_group = !name.has_cue && folded(label.substr(0, name.begin)).letters.size() >
                                                   most_letters_before_tick_name;
        (of_group ? found_.of_groups : found_.of_work)
            .push_back(passages_.mention(
                Kind::stated, name,
                evidence_of(answer.label, 0, label.size(), std::string(section_id::levels))));
      }
    }
  }

  /// A drop-down's value.
  void from_choices() {
    for (const Answer& answer : form_.document->answers) {
      if (answer.kind == Answer::Kind::tick || answer.placeholder) continue;
      const std::string& value = answer.value.utf8;
      const std::vector<LevelName> names = names_in(value);
      if (names.size() != 1 || !fills(value, names[0])) continue;
      choices_.push_back(
          passages_.mention(Kind::stated, names[0],
                            evidence_of(answer.value, 0, value.size(), std::string(section_id::levels))));
    }
  }

  /// A choice stands in the form's text too, which may have told the same.
  void add_choices() {
    std::erase_if(choices_, [&](const LevelMention& choice) {
      return std::any_of(found_.of_work.begin(), found_.of_work.end(), [&](const LevelMention& other) {
        return other.level == choice.level && share_paragraph(other.evidence.place, choice.evidence.place);
      });
    });
    found_.of_work.insert(found_.of_work.end(), choices_.begin(), choices_.end());
  }

  /// "ระดับการมีส่วนร่วมสูงสุดของผลงานคือ การสร้างความร่วมมือ (Collaborate)"; names that follow close upon a claimed
  /// one are claimed too: "สองระดับ คือ ให้ข้อมูลข่าวสาร (Inform) กับรับฟังความคิดเห็น (Consult)".
  void from_claims(std::size_t i) {
    const Passage& passage = passages_.passage(i);
    const LevelName* claimed_before = nullptr;
    for (const LevelName& name : passages_.names(i)) {
      const bool follows = claimed_before != nullptr && name.begin >= claimed_before->end &&
                           letters_between(passage, claimed_before->end, name.begin) <= list_reach;
      const bool claimed = follows || has_claim(passage, name);
      if (!claimed || !passages_.context().is_fact(passage, name.begin)) continue;
      claimed_before = &name;
      (is_group_section(passage.section) ? found_.of_groups : found_.of_work)
          .push_back(passages_.mention(Kind::stated, name, evidence_of(passage, name.begin, name.end)));
    }
  }

  [[nodiscard]] bool has_claim(const Passage& passage, const LevelName& name) const {
    return std::any_of(passage.words.begin(), passage.words.end(), [&](const WordHit& hit) {
      return hit.kind == WordKind::lexicon && hit.index == claims_ && hit.distance == 0 &&
             hit.end <= name.begin + cue_overlap(hit, name) &&
             letters_between(passage, hit.end, name.begin) <= claim_reach;
    });
  }

  /// "ถึงระดับความร่วมมือ": claim and name may share no byte, yet touch.
  static std::size_t cue_overlap(const WordHit& hit, const LevelName& name) {
    return hit.end > name.begin && hit.begin < name.begin ? hit.end - name.begin : 0;
  }

  /// The text behind the heading "ระดับการมีส่วนร่วม:", beside it in its row or right below it is levels' names
  /// and no more. Below it, all levels in a row are the form's own choice of answers.
  void from_bare_names(std::size_t i) {
    const Passage& passage = passages_.passage(i);
    const std::vector<LevelName>& names = passages_.names(i);
    if (i == 0 || passage.section != section_id::levels || passage.kind == Passage::Kind::heading) return;
    const Passage& heading = passages_.passage(i - 1);
    if (heading.kind != Passage::Kind::heading || heading.section != section_id::levels ||
        !passages_.names(i - 1).empty() || names.empty())
      return;
    const bool same_line = heading.source == passage.source && heading.end == passage.begin;
    const bool same_row =
        heading.table != nullptr && heading.table == passage.table && heading.cell->row == passage.cell->row;
    const bool below = heading.table == nullptr && passage.table == nullptr && !passage.option &&
                       heading.block + 1 == passage.block && names.size() <= most_bare_names;
    if (!(same_line || same_row || below) || !fill(passage, names)) return;
    for (const LevelName& name : names)
      if (passages_.context().is_fact(passage, name.begin)) state(passage, name);
  }

  static bool fill(const Passage& passage, const std::vector<LevelName>& names) {
    std::string all;
    for (const LevelName& name : names) all += passage.text.substr(name.begin, name.end - name.begin);
    return fills(passage.text, all);
  }

  /// "ระดับการมีส่วนร่วม" followed by levels' names, a line each, with nothing under any of them. All levels in a
  /// row are the form's own choice of answers.
  void from_empty_headings() {
    std::vector<std::size_t> headings;
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const Passage& passage = passages_.passage(i);
      if (passage.kind != Passage::Kind::heading || passages_.names(i).size() != 1 ||
          passage.section != section_id::levels)
        continue;
      if (passage.table == nullptr && fills(passage.text, passages_.names(i)[0]) &&
          passages_.letters_below(i) < least_letters_of_description)
        headings.push_back(i);
    }
    if (headings.size() > most_bare_names) return;
    for (const std::size_t heading : headings) {
      // A level's own heading further down, whose text was left out, states nothing beside a described one.
      if (passages_.passage(heading).block + 1 == passages_.passage(headings.back()).block ||
          heading == headings.back())
        found_.of_work.push_back(passages_.mention(Kind::stated, passages_.names(heading)[0],
                                                   evidence_of(passages_.passage(heading))));
    }
  }

  /// Nothing says it outright: "ระดับที่ไปถึง: การสร้างความร่วมมือ", "งานนี้ไปสุดที่ระดับความร่วมมือ (Collaborate)",
  /// headings included.
  void from_cues() {
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const Passage& passage = passages_.passage(i);
      const bool in_grid = passage.table != nullptr && passage.table->columns > 1;
      if (passage.option || passage.prompt || in_grid || !tells_of_deeds(passage.section) ||
          is_group_section(passage.section))
        continue;
      for (const LevelName& name : passages_.names(i))
        if (name.is_certain() && is_cued_in_line(passage, name) &&
            passages_.context().is_fact(passage, name.begin))
          state(passage, name);
    }
  }

  /// The line, of which the passage may be a part only, speaks of a level shortly before the name.
  [[nodiscard]] bool is_cued_in_line(const Passage& passage, const LevelName& name) const {
    const std::string_view before =
        std::string_view(passage.source->utf8).substr(0, passage.begin + name.begin);
    const std::vector<std::string>& cues = passages_.pack().words("level_cues");
    return std::any_of(cues.begin(), cues.end(), [&](const std::string& cue) {
      const std::size_t at = before.rfind(cue);
      return at != std::string_view::npos &&
             folded(before.substr(at + cue.size())).letters.size() <= claim_reach;
    });
  }

  const LevelPassages& passages_;
  const Form& form_;
  int claims_;
  LevelStatements found_;
  std::vector<LevelMention> choices_;
};

}  // namespace

LevelStatements stated_levels(const LevelPassages& passages) {
  return StatementFinder(passages).run();
}

}  // namespace ruamlint
