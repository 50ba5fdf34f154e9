// What the words before a place say of it: that it did not happen, is only planned, or is a rule quoted.
#pragma once

#include "facts/form.hpp"

namespace ruamlint {

class ContextReader {
 public:
  explicit ContextReader(const Pack& pack);

  /// A negation bears on what begins at byte `at` of the passage.
  [[nodiscard]] bool is_negated(const Passage& passage, std::size_t at) const;
  /// It is a wish, a plan or a duty, no deed.
  [[nodiscard]] bool is_intended(const Passage& passage, std::size_t at) const;
  /// The passage speaks of the award's own criteria before `at`.
  [[nodiscard]] bool is_criterion(const Passage& passage, std::size_t at) const;
  /// Within `reach` letters from byte `at` the passage says that something did not happen, or is only meant
  /// to.
  [[nodiscard]] bool opens_undone(const Passage& passage, std::size_t at, std::size_t reach) const;
  [[nodiscard]] bool is_fact(const Passage& passage, std::size_t at) const {
    return !is_negated(passage, at) && !is_intended(passage, at) && !is_criterion(passage, at);
  }
  /// As the other, for a word of the pack: one that is itself made with a negation ("ไม่เคยหยุด") says what it says.
  [[nodiscard]] bool is_fact(const Passage& passage, const WordHit& word) const;

 private:
  int negations_, intentions_, criteria_;
};

/// Letters (not bytes, not spaces) between two bytes of the passage's text.
[[nodiscard]] std::size_t letters_between(const Passage& passage, std::size_t begin, std::size_t end);

}  // namespace ruamlint
