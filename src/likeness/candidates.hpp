// Which of many texts are worth comparing: near-linear in their number.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "likeness/sketch.hpp"

namespace ruamlint {

/// Shingles that stand in so many texts that they are the form's own, or everybody's phrases: in more than a
/// hundredth of them, and in more than ten. Sorted.
[[nodiscard]] Sketch common_shingles(const std::vector<Sketch>& sketches);

/// `from` without what is in `taken`; both sorted.
[[nodiscard]] Sketch without(const Sketch& from, const Sketch& taken);

/// Pairs (the smaller index first, sorted) that probably have much in common: MinHash signatures (Broder
/// 1997), of which some band of three agrees (locality-sensitive hashing). Of texts that share three tenths
/// of all their shingles nine in ten pairs are found, of those that share more than four tenths all but one
/// in a thousand. Texts with fewer than eight shingles in their sketch have none.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(
    const std::vector<Sketch>& sketches);

/// Share of the smaller sketch that the larger one has too; 0 where one is empty.
[[nodiscard]] double overlap(const Sketch& a, const Sketch& b);

}  // namespace ruamlint
