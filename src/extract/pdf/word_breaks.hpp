// Where lines may be broken: between words, of which Thai shows nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/pdf/text_line.hpp"

namespace ruamlint::pdf {

/// The first word of `text`, with what must not be parted from it, in bytes.
[[nodiscard]] std::size_t first_word(std::string_view text);

/// The first words of lines that follow one another, told from the whole: where a word ends depends on what
/// stands before it. Not for use by two threads at once.
class WordBreaks {
 public:
  /// `lines` must outlive this.
  explicit WordBreaks(const std::vector<TextLine>& lines) : lines_(lines) {}

  /// The end of the first word of line `i` in its text; the line's whole length where the word goes on.
  [[nodiscard]] std::size_t first_word_of(std::size_t i);

 private:
  void join();

  const std::vector<TextLine>& lines_;
  std::string text_;  ///< of all lines; empty until asked for
  std::vector<std::size_t> begins_;
};

}  // namespace ruamlint::pdf
