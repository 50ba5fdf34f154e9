// A form's passages with the levels that each names: what the finders of levels share. Internal to facts/.
#pragma once

#include <string>
#include <vector>

#include "facts/context.hpp"
#include "facts/form.hpp"
#include "facts/level_names.hpp"
#include "facts/prompts.hpp"

namespace ruamlint {

/// A level is described where so many letters tell what was done.
constexpr int least_letters_of_description = 15;

class LevelPassages {
 public:
  /// The form must outlive it.
  explicit LevelPassages(const Form& form);

  [[nodiscard]] const Form& form() const { return form_; }
  [[nodiscard]] const Pack& pack() const { return *form_.pack; }
  [[nodiscard]] const ContextReader& context() const { return context_; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const Passage& passage(std::size_t i) const { return form_.passages[i]; }
  [[nodiscard]] const std::vector<LevelName>& names(std::size_t i) const { return names_[i]; }
  [[nodiscard]] const std::vector<std::vector<LevelName>>& names() const { return names_; }

  [[nodiscard]] LevelMention mention(LevelMention::Kind kind, const LevelName& name, Evidence evidence) const;
  /// Letters that were filled in, prompts left out.
  [[nodiscard]] int own_letters(std::size_t i) const { return prompts_.own_letters(passage(i).text); }
  /// Letters of the text under a heading, up to the next one.
  [[nodiscard]] int letters_below(std::size_t heading) const;
  /// That text opens by saying that it was not done, or not yet.
  [[nodiscard]] bool is_undone_below(std::size_t heading) const;
  /// What begins at byte `begin` of passage `i` opens by saying that it was not done, or not yet.
  [[nodiscard]] bool opens_undone(std::size_t i, std::size_t begin) const;

 private:
  const Form& form_;
  ContextReader context_;
  PromptReader prompts_;
  std::vector<std::vector<LevelName>> names_;
};

/// The text is little more than these words of it.
[[nodiscard]] bool fills(std::string_view text, std::string_view words);
/// The text is little more than the level's name.
[[nodiscard]] inline bool fills(std::string_view text, const LevelName& name) {
  return fills(text, text.substr(name.begin, name.end - name.begin));
}
/// A section that tells of groups of people, each with a level of its own.
[[nodiscard]] bool is_group_section(std::string_view section);

}  // namespace ruamlint
