#include "facts/level_descriptions.hpp"

#include <algorithm>
#include <map>

#include "facts/sections.hpp"

namespace ruamlint {
namespace {

using Kind = LevelMention::Kind;

/// In running text words stand around a name that tell nothing.
constexpr std::size_t least_letters_in_text = least_letters_of_description + 5;

class DescriptionFinder {
 public:
  DescriptionFinder(const LevelPassages& passages, const std::vector<LevelMention>& stated)
      : passages_(passages), stated_(stated), groups_(lexicon_index(passages.pack(), "group_words")) {}

  LevelDescriptions run() {
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const Passage& passage = passages_.passage(i);
      if (passage.option || passage.prompt) continue;
      passage.kind == Passage::Kind::heading ? from_heading(i) : from_text(i);
    }
    from_table_rows();
    return std::move(found_);
  }

 private:
  void describe(const LevelName& name, Evidence evidence) {
    found_.described.push_back(passages_.mention(Kind::described, name, std::move(evidence)));
  }

  void from_heading(std::size_t i) {
    const Passage& passage = passages_.passage(i);
    if (passages_.names(i).empty() || passages_.letters_below(i) < least_letters_of_description ||
        passages_.is_undone_below(i))
      return;
    // "การนำความคิดเห็นไปใช้" is near to a level's term, yet heads a part of its own.
    const bool may_be_level = passage.section == section_id::levels || passage.section.empty();
    for (const LevelName& name : passages_.names(i))
      if (may_be_level || name.is_certain()) describe(name, evidence_of(passage));
  }

  void from_text(std::size_t i) {
    const Passage& passage = passages_.passage(i);
    if (passage.table != nullptr && passage.table->columns > 1 &&
        passage.cell->column_span < passage.table->columns)
      return;  // read by rows
    const std::vector<LevelName>& names = passages_.names(i);
    for (std::size_t n = 0; n < names.size(); ++n) {
      const LevelName& name = names[n];
      if (!name.is_certain() || !passages_.context().is_fact(passage, name.begin) ||
          passages_.opens_undone(i, name.end))
        continue;
      const std::size_t end = n + 1 < names.size() ? names[n + 1].begin : passage.text.size();
      const std::size_t before = n == 0 ? letters_between(passage, 0, name.begin) : 0;
      const std::size_t behind = letters_between(passage, name.end, end);
      if (std::max(before, behind) >= least_letters_in_text)
        describe(name, evidence_of(passage, name.begin, std::max(end, name.end)));
      else if (may_state(passage.section))
        found_.unclear.push_back(
            passages_.mention(Kind::described, name, evidence_of(passage, name.begin, name.end)));
    }
  }

  /// What the problem and the aims say of levels is not the work's.
  static bool may_state(std::string_view section) {
    return section != section_id::problem && section != section_id::objective &&
           section != section_id::category && section != section_id::awards;
  }

  /// Rows of tables: the level in one cell, what was done in others. Where the first column holds groups of
  /// people, the row says how far that group took part.
  void from_table_rows() {
    for (std::size_t begin = 0; begin < passages_.size();) {
      const Table* table = passages_.passage(begin).table;
      std::size_t end = begin + 1;
      while (end < passages_.size() && passages_.passage(end).table == table) ++end;
      if (table != nullptr && table->columns > 1) rows_of_table(begin, end);
      begin = end;
    }
  }

  void rows_of_table(std::size_t begin, std::size_t end) {
    const bool of_groups = has_groups_in_first_column(begin, end);
    std::map<int, std::vector<std::size_t>> rows;
    for (std::size_t i = begin; i < end; ++i) {
      const Passage& passage = passages_.passage(i);
      if (passage.cell->column_span < passage.table->columns) rows[passage.cell->row].push_back(i);
    }
    for (const auto& [row, passages] : rows) row_of_table(passages, of_groups);
  }

  void row_of_table(const std::vector<std::size_t>& row, bool of_groups) {
    for (const std::size_t i : row) {
      const Passage& passage = passages_.passage(i);
      const std::vector<LevelName>& names = passages_.names(i);
      if (passage.option || names.size() != 1 || !fills(passage.text, names[0]) || is_stated_in(passage))
        continue;
      if (of_groups) {
        found_.of_groups.push_back(passages_.mention(Kind::stated, names[0], evidence_of(passage)));
      } else if (passage.kind != Passage::Kind::heading &&  // its text is read like any heading's
                 letters_beside(row, i) >= least_letters_of_description) {
        describe(names[0], evidence_of(passage));
      }
    }
  }

  /// Letters of the row's other cells; those that say that nothing was done yet left out.
  [[nodiscard]] int letters_beside(const std::vector<std::size_t>& row, std::size_t i) const {
    int letters = 0;
    for (const std::size_t other : row) {
      const Passage& passage = passages_.passage(other);
      if (passage.cell != passages_.passage(i).cell && !passage.prompt && !passages_.opens_undone(other, 0))
        letters += passages_.own_letters(other);
    }
    return letters;
  }

  [[nodiscard]] bool is_stated_in(const Passage& passage) const {
    const Evidence whole = evidence_of(passage);
    return std::any_of(stated_.begin(), stated_.end(), [&](const LevelMention& mention) {
      return mention.evidence.place == whole.place && mention.evidence.quote == whole.quote;
    });
  }

  [[nodiscard]] bool has_groups_in_first_column(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      const Passage& passage = passages_.passage(i);
      if (passage.cell->row > 0) break;
      const bool first_words = passage.cell->column == 0 || (passage.cell->column == 1 && i == begin + 1);
      if (!first_words) continue;
      if (!passages_.names(i).empty()) return false;
      if (first_of_lexicon(passage.words, groups_) != nullptr) return true;
    }
    return false;
  }

  const LevelPassages& passages_;
  const std::vector<LevelMention>& stated_;
  int groups_;
  LevelDescriptions found_;
};

}  // namespace

LevelDescriptions described_levels(const LevelPassages& passages, const std::vector<LevelMention>& stated) {
  return DescriptionFinder(passages, stated).run();
}

}  // namespace ruamlint
