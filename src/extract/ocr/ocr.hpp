// Recognises the text of a page picture. Line finding is ours (Tesseract's own layout cuts Thai marks off
// their lines); Tesseract reads one line at a time.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "extract/ocr/picture.hpp"

namespace ruamlint {

/// Every run of digits (with the points, commas, slashes, hyphens and colons inside it) is a span of its own.
/// The recogniser reads Thai digits wrong and claims to be certain, so a run has at least this confidence
/// only where an independent reader saw the same digits; below it the run is *unsure*, and no fact may rest
/// on it.
inline constexpr float sure_digits_confidence = 0.9F;
/// What an unsure run claims at most.
inline constexpr float most_unsure_digits_confidence = 0.5F;

struct RecognisedPage {
  std::vector<Block> blocks;  ///< reading order; places in points of the picture, `page` left 0
  float confidence = 0;       ///< mean over the letters, 0..1
  bool failed = false;        ///< nothing could be tried (broken picture, nothing but specks, no model)
  bool truncated = false;     ///< a limit was reached: the page holds more than was read
  bool strokes = false;       ///< there are strokes that are no print: they were not read
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

/// Decodes a PNG, JPEG or TIFF file into its pages, gray. Empty where it cannot be decoded, where a side or
/// the number of pixels is beyond the limits (judged by the header, before anything is decoded), or where it
/// has too many pages. A page that cannot be decoded is left out.
[[nodiscard]] std::vector<Picture> decode_pictures(std::string_view bytes);

}  // namespace ruamlint
