// Misread words: mended where the word list leaves no doubt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/ocr/line_text.hpp"
#include "extract/ocr/word_list.hpp"

namespace ruamlint::ocr {

/// A stretch of Thai letters that is no row of words becomes one where exactly one change of a letter or mark,
/// among those that recognisers make, does it. Figures, Latin and what several changes would mend stay.
[[nodiscard]] std::u32string mended_words(std::u32string_view text, const WordList& words);

/// The same in a line of symbols; those that were mended claim less.
void mend_words(std::vector<PlacedSymbol>& symbols, const WordList& words);

}  // namespace ruamlint::ocr
