// A text's figures with the part that each has in a change, and the pairs that they make. Internal to facts/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/comparisons_roles.hpp"
#include "facts/comparisons_tokens.hpp"

namespace ruamlint {

/// Clusters that may stand between a pair and its claim.
constexpr std::size_t most_rest_at_claim = 1;
/// Between a figure and what belongs to it by standing close.
constexpr std::size_t near_clusters = 25;

/// A text read once for its changes. The text must outlive it.
struct SentenceFigures {
  SentenceFigures(std::string_view text, const ChangeWords& words)
      : read(text, words), parts(parts_of(read)), used(parts.size(), false) {}

  ChangeText read;
  std::vector<Part> parts;  ///< one a figure
  std::vector<bool> used;   ///< told by a pair or a claim already

  [[nodiscard]] std::size_t size() const { return parts.size(); }
  [[nodiscard]] const Figure& figure(std::size_t i) const { return read.figures[i]; }
  [[nodiscard]] const Part& part(std::size_t i) const { return parts[i]; }
  [[nodiscard]] std::size_t clusters(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool same_sentence(std::size_t i, std::size_t j) const;
  /// A change is told right behind figure `i`.
  [[nodiscard]] bool is_claimed_behind(std::size_t i) const;
  /// "ของเดิม" or its like stands right behind figure `i`.
  [[nodiscard]] bool is_of_before(std::size_t i) const { return is_followed(i, Term::of_before); }
  [[nodiscard]] bool is_followed(std::size_t i, Term term) const;
  /// Behind figure `i` and the words for points or of what it is a share.
  [[nodiscard]] std::size_t claim_end(std::size_t i) const;
  /// Figure `i` counts points of a percentage.
  [[nodiscard]] bool is_in_points(std::size_t i) const;
};

/// Two figures of one measure, before and after.
struct Pairing {
  std::size_t before = 0, after = 0;  ///< figures
  std::size_t begin = 0, end = 0;     ///< bytes, key words included
  int direction = 0;
};

/// The pairs of a text by place, those that are only wished for left out. Marks their figures as used.
[[nodiscard]] std::vector<Pairing> pairings_of(SentenceFigures& figures);

/// Whether what is told from the sentence's beginning to the pairing's end is a wish or a plan.
[[nodiscard]] bool is_wished(const SentenceFigures& figures, const Pairing& pairing);

}  // namespace ruamlint
