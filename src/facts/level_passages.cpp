#include "facts/level_passages.hpp"

#include "facts/sections.hpp"
#include "text/fuzzy.hpp"

namespace ruamlint {
namespace {

/// A passage that is little more than a level's name states it.
constexpr double name_only_share = 0.6;
/// From where a text opens to the words that undo it: "(Collaborate) ยังไม่ได้ทำ".
constexpr std::size_t opening_letters = 6;

}  // namespace

LevelPassages::LevelPassages(const Form& form) : form_(form), context_(*form.pack), prompts_(*form.pack) {
  for (const Passage& passage : form.passages)
    names_.push_back(level_names(passage.text, passage.words, *form.pack));
}

LevelMention LevelPassages::mention(LevelMention::Kind kind, const LevelName& name, Evidence evidence) const {
  const auto id = [&](int level) { return pack().levels[static_cast<std::size_t>(level)].id; };
  LevelMention mention;
  mention.kind = kind;
  mention.level = id(name.level());
  if (const int other = name.disagreeing(); other >= 0) mention.gloss_level = id(other);
  mention.misspelt = name.misspelt;
  mention.evidence = std::move(evidence);
  return mention;
}

int LevelPassages::letters_below(std::size_t heading) const {
  int letters = 0;
  for (std::size_t i = heading + 1; i < size() && passage(i).kind != Passage::Kind::heading; ++i) {
    if (!passage(i).prompt && !passage(i).option) letters += own_letters(i);
  }
  return letters;
}

bool LevelPassages::is_undone_below(std::size_t heading) const {
  std::size_t i = heading + 1;
  while (i < size() && (passage(i).prompt || passage(i).option)) ++i;
  return i < size() && passage(i).kind != Passage::Kind::heading && opens_undone(i, 0);
}

bool LevelPassages::opens_undone(std::size_t i, std::size_t begin) const {
  return context_.opens_undone(passage(i), begin, opening_letters);
}

bool fills(std::string_view text, std::string_view words) {
  const auto all = static_cast<double>(folded(text).letters.size());
  const auto own = static_cast<double>(folded(words).letters.size());
  return own >= all * name_only_share;
}

bool is_group_section(std::string_view section) {
  return section == section_id::stakeholders || section == section_id::partners;
}

}  // namespace ruamlint
