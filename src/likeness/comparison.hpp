// Two texts beside each other: how much of them is the same, and which passages.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "likeness/sketch.hpp"

namespace ruamlint {

/// What is nobody's own: the blank form's shingles, and those that a sketch has found to be common.
struct CommonText {
  std::unordered_set<std::uint64_t> blank;
  Sketch common;

  void add_blank(std::string_view text);
};

struct Passage {
  std::string left, right;  ///< the same passage as each of the two writes it
  std::size_t letters = 0;
};

struct Matching {
  double share = 0;  ///< 0..1: how much of the text with fewer letters of its own the other one has too
  std::vector<Passage> passages;  ///< the longest first, at most `most_passages`
};

inline constexpr std::size_t most_passages = 12;

[[nodiscard]] Matching compare(std::string_view left, std::string_view right, const CommonText& common);

}  // namespace ruamlint
