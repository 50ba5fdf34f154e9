// The glyph substitutions of an OpenType font (table GSUB), read for one purpose: a glyph that no code leads
// to is often the alternate of one that has a code.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ruamlint::pdf {

/// These glyphs in a row may be drawn as those.
struct Substitution {
  std::vector<int> from, to;
};

/// Empty for a table that is damaged or absent. `gsub` is the table's bytes.
[[nodiscard]] std::vector<Substitution> read_substitutions(std::span<const std::uint8_t> gsub);

}  // namespace ruamlint::pdf
