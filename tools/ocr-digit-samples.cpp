// Prints what the digit reader sees of a picture, for tools/ocr-digit-train: for every glyph four floats (its
// box in points of the picture: left, top, right, bottom) and its features as bytes (pixels, edges,
// measures).
//
//   ocr_digit_samples PICTURE > FILE
#include <cstdio>
#include <fstream>
#include <sstream>

#include "extract/ocr/glyphs.hpp"
#include "extract/ocr/layout.hpp"
#include "extract/ocr/ocr.hpp"

int main(int argc, char** argv) {
  using namespace ruamlint;
  if (argc != 2) {
    std::fputs("usage: ocr_digit_samples PICTURE > FILE\n", stderr);
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  for (const Picture& picture : decode_pictures(bytes.str())) {
    auto page = ocr::prepare(picture);
    const auto layout = page ? ocr::take_apart(*page) : std::nullopt;
    if (!layout) continue;
    for (const ocr::TextLine& line : layout->lines)
      for (const ocr::Glyph& glyph : ocr::glyphs_of(line, layout->components.list)) {
        const Box box = page->to_points(glyph.box);
        const float corners[] = {static_cast<float>(box.left), static_cast<float>(box.top),
                                 static_cast<float>(box.right), static_cast<float>(box.bottom)};
        const ocr::GlyphFeatures features = ocr::features_of(glyph, *page);
        std::fwrite(corners, sizeof corners, 1, stdout);
        std::fwrite(features.pixels.data(), 1, features.pixels.size(), stdout);
        std::fwrite(features.edges.data(), 1, features.edges.size(), stdout);
        std::fwrite(features.measures.data(), 1, features.measures.size(), stdout);
      }
  }
}
