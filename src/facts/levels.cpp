#include <algorithm>
#include <map>
#include <set>

#include "facts/context.hpp"
#include "facts/finders.hpp"
#include "facts/level_activities.hpp"
#include "facts/level_names.hpp"
#include "facts/prompts.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using Kind = LevelMention::Kind;

/// A level is described where so many letters tell what was done.
constexpr int least_letters_of_description = 15;
/// A passage that is little more than a level's name states it.
constexpr double name_only_share = 0.6;
constexpr std::size_t most_letters_before_tick_name = 8;
/// "... อยู่ในระดับการสร้างความร่วมมือ": from the claim's words to the name.
constexpr std::size_t claim_reach = 30;
constexpr std::size_t list_reach = 8;
/// A list of more levels than this, with no mark at any, is the form's own choice of answers.
constexpr std::size_t most_bare_names = 3;

class LevelFinder {
 public:
  explicit LevelFinder(const Form& form)
      : form_(form),
        pack_(*form.pack),
        context_(pack_),
        prompts_(pack_),
        claims_(lexicon_index(pack_, "level_claims")),
        groups_(lexicon_index(pack_, "group_words")) {
    for (const Passage& passage : form_.passages)
      names_.push_back(level_names(passage.text, passage.words, pack_));
  }

  LevelFacts run() {
    from_ticks();
    first_choice_ = facts_.mentions.size();
    from_choices();
    behind_choices_ = facts_.mentions.size();
    for (std::size_t i = 0; i < form_.passages.size(); ++i) {
      if (form_.passages[i].option || form_.passages[i].prompt) continue;
      from_claims(i);
      from_bare_names(i);
      from_description(i);
    }
    from_table_rows();
    from_empty_headings();
    if (work_stated_.empty()) from_cues();
    add_activities(form_, names_, facts_);
    return told();
  }

 private:
  [[nodiscard]] std::string id(int level) const { return pack_.levels[static_cast<std::size_t>(level)].id; }

  void add(Kind kind, const LevelName& name, Evidence evidence, bool of_group = false) {
    LevelMention mention;
    mention.kind = kind;
    mention.level = id(name.level());
    if (const int other = name.disagreeing(); other >= 0) mention.gloss_level = id(other);
    mention.misspelt = name.misspelt;
    mention.evidence = std::move(evidence);
    if (kind == Kind::stated) (of_group ? groups_stated_ : work_stated_).push_back(facts_.mentions.size());
    facts_.mentions.push_back(std::move(mention));
  }

  [[nodiscard]] bool is_group_section(std::string_view section) const {
    return section == section_id::stakeholders || section == section_id::partners;
  }

  // ---- stated

  void from_ticks() {
    for (const Answer& answer : form_.document->answers) {
      if (answer.kind != Answer::Kind::tick || !answer.ticked) continue;
      const std::string& label = answer.label.utf8;
      // In a matrix of groups and levels the label begins with the group.
      for (const LevelName& name : level_names(label, form_.vocabulary->find(label, folded(label)), pack_))
        add(Kind::stated, name, evidence_of(answer.label, 0, label.size(), std::string(section_id::levels)),
            !name.has_cue &&
                folded(label.substr(0, name.begin)).letters.size() > most_letters_before_tick_name);
    }
  }

  /// A drop-down's value.
  void from_choices() {
    for (const Answer& answer : form_.document->answers) {
      if (answer.kind == Answer::Kind::tick || answer.placeholder) continue;
      const std::string& value = answer.value.utf8;
      const std::vector<LevelName> names =
          level_names(value, form_.vocabulary->find(value, folded(value)), pack_);
      if (names.size() != 1 || !fills(value, names[0])) continue;
      add(Kind::stated, names[0],
          evidence_of(answer.value, 0, value.size(), std::string(section_id::levels)));
    }
  }

  static bool fills(std::string_view text, const LevelName& name) {
    const double all = static_cast<double>(folded(text).letters.size());
    const double own =
        static_cast<double>(folded(text.substr(name.begin, name.end - name.begin)).letters.size());
    return own >= all * name_only_share;
  }

  /// "ระดับการมีส่วนร่วมสูงสุดของผลงานคือ การสร้างความร่วมมือ (Collaborate)"; names that follow close upon a claimed
  /// one are claimed too: "สองระดับ คือ ให้ข้อมูลข่าวสาร (Inform) กับรับฟังความคิดเห็น (Consult)".
  void from_claims(std::size_t i) {
    const Passage& passage = form_.passages[i];
    const LevelName* claimed_before = nullptr;
    for (const LevelName& name : names_[i]) {
      const bool follows = claimed_before != nullptr && name.begin >= claimed_before->end &&
                           letters_between(passage, claimed_before->end, name.begin) <= list_reach;
      const bool claimed = follows || has_claim(passage, name);
      if (!claimed || !context_.is_fact(passage, name.begin)) continue;
      claimed_before = &name;
      add(Kind::stated, name, evidence_of(passage, name.begin, name.end), is_group_section(passage.section));
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
    const Passage& passage = form_.passages[i];
    if (i == 0 || passage.section != section_id::levels || passage.kind == Passage::Kind::heading) return;
    const Passage& heading = form_.passages[i - 1];
    if (heading.kind != Passage::Kind::heading || heading.section != section_id::levels ||
        !names_[i - 1].empty() || names_[i].empty())
      return;
    const bool same_line = heading.source == passage.source && heading.end == passage.begin;
    const bool same_row =
        heading.table != nullptr && heading.table == passage.table && heading.cell->row == passage.cell->row;
    const bool below = heading.table == nullptr && passage.table == nullptr && !passage.option &&
                       heading.block + 1 == passage.block && names_[i].size() <= most_bare_names;
    if (!same_line && !same_row && !below) return;
    std::size_t letters = 0;
    for (const LevelName& name : names_[i]) letters += letters_between(passage, name.begin, name.end);
    const auto all = static_cast<double>(letters_between(passage, 0, passage.text.size()));
    if (static_cast<double>(letters) < all * name_only_share) return;
    for (const LevelName& name : names_[i])
      if (context_.is_fact(passage, name.begin))
        add(Kind::stated, name, evidence_of(passage, name.begin, name.end));
  }

  /// "ระดับการมีส่วนร่วม" followed by levels' names, a line each, with nothing under any of them. All levels in a
  /// row are the form's own choice of answers.
  void from_empty_headings() {
    std::vector<std::size_t> headings;
    for (std::size_t i = 0; i < form_.passages.size(); ++i) {
      const Passage& passage = form_.passages[i];
      if (passage.kind != Passage::Kind::heading || names_[i].size() != 1 ||
          passage.section != section_id::levels)
        continue;
      if (passage.table == nullptr && fills(passage.text, names_[i][0]) &&
          description_letters(i) < least_letters_of_description)
        headings.push_back(i);
    }
    if (headings.size() > most_bare_names || !work_stated_.empty()) return;
    for (const std::size_t heading : headings) {
      // A level's own heading further down, whose text was left out, states nothing beside a described one.
      if (headings.size() == 1 ||
          form_.passages[heading].block + 1 == form_.passages[headings.back()].block ||
          heading == headings.back())
        add(Kind::stated, names_[heading][0], evidence_of(form_.passages[heading]));
    }
  }

  /// Nothing says it outright: "ระดับที่ไปถึง: การสร้างความร่วมมือ", "งานนี้ไปสุดที่ระดับความร่วมมือ (Collaborate)",
  /// headings included.
  void from_cues() {
    for (std::size_t i = 0; i < form_.passages.size(); ++i) {
      const Passage& passage = form_.passages[i];
      const bool in_grid = passage.table != nullptr && passage.table->columns > 1;
      if (passage.option || passage.prompt || in_grid || !tells_of_deeds(passage.section) ||
          is_group_section(passage.section))
        continue;
      for (const LevelName& name : names_[i])
        if (name.is_certain() && is_cued_in_line(passage, name) && context_.is_fact(passage, name.begin))
          add(Kind::stated, name, evidence_of(passage, name.begin, name.end));
    }
  }

  /// The line, of which the passage may be a part only, speaks of a level shortly before the name.
  [[nodiscard]] bool is_cued_in_line(const Passage& passage, const LevelName& name) const {
    const std::string_view before =
        std::string_view(passage.source->utf8).substr(0, passage.begin + name.begin);
    const std::vector<std::string>& cues = pack_.words("level_cues");
    return std::any_of(cues.begin(), cues.end(), [&](const std::string& cue) {
      const std::size_t at = before.rfind(cue);
      return at != std::string_view::npos &&
             folded(before.substr(at + cue.size())).letters.size() <= claim_reach;
    });
  }

  // ---- described

  /// Letters of the text under a heading, up to the next one.
  [[nodiscard]] int description_letters(std::size_t heading) const {
    int letters = 0;
    for (std::size_t i = heading + 1; i < form_.passages.size(); ++i) {
      const Passage& passage = form_.passages[i];
      if (passage.kind == Passage::Kind::heading) break;
      if (!passage.prompt && !passage.option) letters += prompts_.own_letters(passage.text);
    }
    return letters;
  }

  void from_description(std::size_t i) {
    const Passage& passage = form_.passages[i];
    if (passage.kind == Passage::Kind::heading) {
      if (names_[i].empty() || description_letters(i) < least_letters_of_description) return;
      // "การนำความคิดเห็นไปใช้" is near to a level's term, yet heads a part of its own.
      const bool may_be_level = passage.section == section_id::levels || passage.section.empty();
      for (const LevelName& name : names_[i])
        if (may_be_level || name.is_certain()) add(Kind::described, name, evidence_of(passage));
      return;
    }
    if (passage.table != nullptr && passage.table->columns > 1 &&
        passage.cell->column_span < passage.table->columns)
      return;  // read by rows
    for (std::size_t n = 0; n < names_[i].size(); ++n) {
      const LevelName& name = names_[i][n];
      if (!name.is_certain() || !context_.is_fact(passage, name.begin)) continue;
      const std::size_t end = n + 1 < names_[i].size() ? names_[i][n + 1].begin : passage.text.size();
      const std::size_t before = n == 0 ? letters_between(passage, 0, name.begin) : 0;
      const std::size_t behind = letters_between(passage, name.end, end);
      if (std::max(before, behind) >= static_cast<std::size_t>(least_letters_of_description) + 5)
        add(Kind::described, name, evidence_of(passage, name.begin, std::max(end, name.end)));
    }
  }

  /// Rows of tables: the level in one cell, what was done in others. Where the first column holds groups of
  /// people, the row says how far that group took part.
  void from_table_rows() {
    for (std::size_t begin = 0; begin < form_.passages.size();) {
      const Table* table = form_.passages[begin].table;
      std::size_t end = begin + 1;
      while (end < form_.passages.size() && form_.passages[end].table == table) ++end;
      if (table != nullptr && table->columns > 1) rows_of_table(begin, end);
      begin = end;
    }
  }

  void rows_of_table(std::size_t begin, std::size_t end) {
    const bool of_groups = has_groups_in_first_column(begin, end);
    std::map<int, std::vector<std::size_t>> rows;
    for (std::size_t i = begin; i < end; ++i)
      if (form_.passages[i].cell->column_span < form_.passages[i].table->columns)
        rows[form_.passages[i].cell->row].push_back(i);
    for (const auto& [row, passages] : rows) row_of_table(passages, of_groups);
  }

  void row_of_table(const std::vector<std::size_t>& row, bool of_groups) {
    for (const std::size_t i : row) {
      const Passage& passage = form_.passages[i];
      if (passage.option || names_[i].size() != 1 || !fills(passage.text, names_[i][0]) ||
          is_stated_in(passage))
        continue;
      if (passage.kind == Passage::Kind::heading && !of_groups)
        continue;  // its text is read like any heading's
      int letters = 0;
      for (const std::size_t other : row)
        if (form_.passages[other].cell != passage.cell && !form_.passages[other].prompt)
          letters += prompts_.own_letters(form_.passages[other].text);
      if (of_groups)
        add(Kind::stated, names_[i][0], evidence_of(passage), true);
      else if (letters >= least_letters_of_description)
        add(Kind::described, names_[i][0], evidence_of(passage));
    }
  }

  [[nodiscard]] bool is_stated_in(const Passage& passage) const {
    return std::any_of(work_stated_.begin(), work_stated_.end(), [&](std::size_t mention) {
      const Evidence& stated = facts_.mentions[mention].evidence;
      const Evidence whole = evidence_of(passage);
      return stated.place == whole.place && stated.quote == whole.quote;
    });
  }

  [[nodiscard]] bool has_groups_in_first_column(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      const Passage& passage = form_.passages[i];
      if (passage.cell->row > 0) break;
      const bool first_words = passage.cell->column == 0 || (passage.cell->column == 1 && i == begin + 1);
      if (!first_words) continue;
      if (!names_[i].empty()) return false;
      if (first_of_lexicon(passage.words, groups_) != nullptr) return true;
    }
    return false;
  }

  // ---- all together

  LevelFacts told() {
    // A level per group is the work's own only where the form says nothing of the work as a whole.
    std::vector<std::size_t> stated = work_stated_.empty() ? groups_stated_ : work_stated_;
    const std::set<std::size_t> of_groups(groups_stated_.begin(), groups_stated_.end());
    if (!work_stated_.empty())
      for (const std::size_t mention : of_groups) facts_.mentions[mention].kind = Kind::described;
    std::set<int> levels;
    for (const std::size_t mention : stated) {
      levels.insert(pack_.level_rank(facts_.mentions[mention].level));
      if (!facts_.mentions[mention].gloss_level.empty())
        levels.insert(pack_.level_rank(facts_.mentions[mention].gloss_level));
    }
    for (const int level : levels) facts_.stated.push_back(id(level));
    std::set<int> described;
    for (std::size_t i = 0; i < facts_.mentions.size(); ++i)
      if (facts_.mentions[i].kind == Kind::described && of_groups.count(i) == 0)
        described.insert(pack_.level_rank(facts_.mentions[i].level));
    for (const int level : described) facts_.described.push_back(id(level));
    drop_choices_told_again();
    return std::move(facts_);
  }

  /// A field's value stands in the form's text too, which may have told the same.
  void drop_choices_told_again() {
    auto& mentions = facts_.mentions;
    const auto begin = mentions.begin() + static_cast<std::ptrdiff_t>(first_choice_);
    const auto end = mentions.begin() + static_cast<std::ptrdiff_t>(behind_choices_);
    const auto told_again = [&](const LevelMention& choice) {
      return std::any_of(end, mentions.end(), [&](const LevelMention& other) {
        return other.kind == choice.kind && other.level == choice.level &&
               share_paragraph(other.evidence.place, choice.evidence.place);
      });
    };
    mentions.erase(std::remove_if(begin, end, told_again), end);
  }

  const Form& form_;
  const Pack& pack_;
  ContextReader context_;
  PromptReader prompts_;
  int claims_, groups_;
  std::vector<std::vector<LevelName>> names_;  ///< by passage
  LevelFacts facts_;
  std::vector<std::size_t> work_stated_, groups_stated_;  ///< indexes of mentions
  std::size_t first_choice_ = 0, behind_choices_ = 0;     ///< mentions of fields
};

}  // namespace

LevelFacts find_levels(const Form& form) {
  return LevelFinder(form).run();
}

}  // namespace ruamlint
