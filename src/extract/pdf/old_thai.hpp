// The 8-bit code of Thai fonts from before Unicode.
#pragma once

namespace ruamlint::pdf {

/// The letter of TIS-620 (and of Windows' code page 874), 0 for bytes that it leaves to the font.
[[nodiscard]] char32_t old_thai_letter(unsigned byte);
/// Whether every font has the same letter there: Thai ones and ASCII. Fonts put variants where the code page
/// has signs.
[[nodiscard]] bool code_says_letter(unsigned byte);

}  // namespace ruamlint::pdf
