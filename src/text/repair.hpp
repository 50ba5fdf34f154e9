// Mends what producers do to Thai text, and keeps the way back. The steps and their order are those of
// docs/architecture.md, "Thai repair"; each is a function of its own in repair.cpp, with a test.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

/// Repaired text with a map back: `origin[i]` is the byte offset in the input that byte i of `text` came
/// from; it has one more element than `text`, the input's length. It never decreases but where marks were
/// reordered.
struct Repaired {
  std::string text;
  std::vector<std::size_t> origin;
};

/// NFC, real marks for Private Use ones, sara am composed, marks in canonical order, doubled marks, doubled
/// sara am and doubled sara e mended, no space where no word allows one (before a mark or sara aa, behind a
/// leading vowel or an open U+0E31 or U+0E37), plain spaces for no-break ones, no soft hyphen, zero-width
/// space or byte order mark. Idempotent. Sound text costs little more than its copy.
[[nodiscard]] Repaired repair(std::string_view text);
[[nodiscard]] std::string repaired(std::string_view text);

/// Share of visible letters that are legible: Thai ones in legal clusters (a mark has a consonant before it,
/// a leading vowel one behind it, no two tone marks ...), no unknown glyphs (U+FFFD, Private Use), no 8-bit
/// Thai shown as Latin-1, no symbols strewn through words; lowered where the whole has fewer marks than Thai
/// can be written with, or known words without their tone mark or sara am. 1 for perfect text and for text
/// without Thai that reads as Latin.
[[nodiscard]] double legibility(std::string_view text);

}  // namespace ruamlint
