// Single pixels of a picture of one bit.
#pragma once

#include <leptonica/allheaders.h>

#include <cstddef>

namespace ruamlint::ocr {

/// Does not own the picture. Beyond the edges is paper.
class Bits {
 public:
  explicit Bits(Pix& pix)
      : data_(pixGetData(&pix)), words_(pixGetWpl(&pix)), width_(pixGetWidth(&pix)), height_(pixGetHeight(&pix)) {}

  [[nodiscard]] bool at(int x, int y) const { return inside(x, y) && GET_DATA_BIT(row(y), x) != 0; }
  void clear(int x, int y) {
    if (inside(x, y)) CLEAR_DATA_BIT(row(y), x);
  }

 private:
  [[nodiscard]] bool inside(int x, int y) const { return x >= 0 && y >= 0 && x < width_ && y < height_; }
  [[nodiscard]] l_uint32* row(int y) const { return data_ + static_cast<std::ptrdiff_t>(y) * words_; }

  l_uint32* data_;
  int words_, width_, height_;
};

}  // namespace ruamlint::ocr
