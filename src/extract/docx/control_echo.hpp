// A fault of LibreOffice 7: it writes an inline control once for every run in it, each time with the whole
// text again. The file then says "whole", "first run" + "whole", ..., "last run" + "whole", at times "whole"
// once more, one control right behind another. Nobody wrote that; here it is told from what controls side by
// side hold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ruamlint::docx {

/// A control in its paragraph.
struct ControlText {
  std::string_view alias, text;
  std::size_t begin = 0,
              end = 0;     ///< bytes of the joined runs; equal where the text was a prompt and left out
  std::size_t answer = 0;  ///< index of its answer
};

class ControlEcho {
 public:
  /// To be told of every inline control in order. True where this one ends an echo: all behind the first of
  /// them, from kept_bytes() and kept_answers() on, is repetition and must be taken away.
  [[nodiscard]] bool ends_with(const ControlText& control);
  [[nodiscard]] std::size_t kept_bytes() const { return kept_bytes_; }
  [[nodiscard]] std::size_t kept_answers() const { return kept_answers_; }

 private:
  std::string alias_, whole_, pieces_;
  std::size_t kept_bytes_ = 0, kept_answers_ = 0;
  std::size_t next_begin_ = 0, next_answer_ = 0;
};

}  // namespace ruamlint::docx
