// Places where a text names a level of participation: by a Thai term, its English gloss, or both.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/form.hpp"

namespace ruamlint {

struct LevelName {
  std::size_t begin = 0, end = 0;  ///< bytes, gloss and its brackets included
  std::vector<int> thai;  ///< levels that its Thai terms name, several in "รับฟังความคิดเห็น/ปรึกษาหารือ"
  int gloss = -1;         ///< level that the English names
  std::string misspelt;   ///< the gloss as written, where it is misspelt
  bool has_cue = false;   ///< "ระดับ" stands right before it
  bool set_apart = false;  ///< an English name in brackets, or the first word of its line

  /// The level meant; where the two disagree the Thai one, and `disagreeing` is the other.
  [[nodiscard]] int level() const { return thai.empty() ? gloss : thai.front(); }
  [[nodiscard]] int disagreeing() const;
  /// Running text may use a term as a word; with a gloss or "ระดับ" it is a name.
  [[nodiscard]] bool is_certain() const { return has_cue || set_apart || (gloss >= 0 && !thai.empty()); }
};

/// Names in a text, by position, not overlapping. `words` are the text's own.
[[nodiscard]] std::vector<LevelName> level_names(std::string_view text, const std::vector<WordHit>& words,
                                                 const Pack& pack);

}  // namespace ruamlint
