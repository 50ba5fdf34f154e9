// Tesseract, reading one line at a time.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/ocr/pix.hpp"

namespace ruamlint::ocr {

/// What the recogniser saw as one letter with its marks.
struct Symbol {
  std::string utf8;
  PixelBox box;          ///< in the line's picture; sound to about a letter's width
  float confidence = 0;  ///< 0..1, as the recogniser claims
  bool starts_word = false;
};

enum class Languages { thai_and_english, thai };

/// Loading takes a fifth of a second, so keep one; Thai alone is loaded when it is first asked for. Not for
/// use by two threads at once.
class LineReader {
 public:
  LineReader();
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// False where the Thai model is not installed.
  [[nodiscard]] bool ready() const;
  [[nodiscard]] std::vector<Symbol> read(const Pix& line, double dpi,
                                         Languages languages = Languages::thai_and_english);

 private:
  struct Api;
  std::unique_ptr<Api> both_, thai_;
};

}  // namespace ruamlint::ocr
