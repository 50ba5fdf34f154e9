// Any bytes as a picture file: decoding, and finding the lines of what could be decoded. Recognition itself is left
// out, it would make every run a thousand times slower.
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined tests/fuzz/picture_fuzzer.cpp ... (see docx_fuzzer)
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extract/ocr/glyphs.hpp"
#include "extract/ocr/layout.hpp"
#include "extract/ocr/line_image.hpp"
#include "extract/ocr/ocr.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ruamlint;
  for (const Picture& picture : decode_pictures({reinterpret_cast<const char*>(data), size})) {
    constexpr int largest_side = 2'000;   // larger ones are as slow as they are alike
    if (picture.width > largest_side || picture.height > largest_side) continue;
    auto page = ocr::prepare(picture);
    if (!page) continue;
    const auto layout = ocr::take_apart(*page);
    if (!layout) continue;
    for (const ocr::TextLine& line : layout->lines) {
      (void)ocr::cut_line(*page, layout->components, line);
      for (const ocr::Glyph& glyph : ocr::glyphs_of(line, layout->components.list)) (void)ocr::features_of(glyph, *page);
    }
  }
  return 0;
}
