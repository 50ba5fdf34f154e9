// Recognises the text of a page picture. Line finding is ours (Tesseract's own layout cuts Thai marks off their
// lines); Tesseract reads one line at a time.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "extract/ocr/picture.hpp"

namespace ruamlint {

struct RecognisedPage {
  std::vector<Block> blocks;   ///< reading order; places in points of the picture, `page` left 0
  float confidence = 0;        ///< mean over the letters, 0..1
  bool failed = false;         ///< true where nothing could be tried (broken picture, no model)
};

/// Keeps the engine loaded between pages. Not for use by two threads at once.
class Recogniser {
 public:
  Recogniser();
  ~Recogniser();
  Recogniser(Recogniser&&) noexcept;
  Recogniser& operator=(Recogniser&&) noexcept;

  [[nodiscard]] RecognisedPage recognise(const Picture& picture);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

/// Decodes a PNG, JPEG or TIFF file into its pages, gray. Empty where it cannot be decoded or a side is beyond
/// the limits.
[[nodiscard]] std::vector<Picture> decode_pictures(std::string_view bytes);

}  // namespace ruamlint
