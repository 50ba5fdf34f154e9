// Changes told in words: จาก A เป็น B, เดิม A ปัจจุบัน B, ปี 2563 A ... ปี 2566 B, A → B, with what is claimed of
// them before or behind. Internal to facts/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/comparisons_pair.hpp"
#include "facts/comparisons_tokens.hpp"

namespace ruamlint {

/// A figure of a result that no pair holds: ลดลงร้อยละ 35, หลังดำเนินการ 78 ราย.
struct LooseFigure {
  Figure figure;
  std::string measure;
  std::optional<Claim> claim;  ///< where it tells a change
};

struct SentenceChanges {
  std::vector<FigurePair> pairs;
  std::vector<LooseFigure> after_only;
};

/// `named` is what the figures may be of where the text itself names nothing (a row's label, a heading).
[[nodiscard]] SentenceChanges changes_in_sentences(std::string_view text, const ChangeWords& words,
                                                   std::string_view named = {});

}  // namespace ruamlint
