#include "extract/ocr/pix.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>

namespace ruamlint::ocr {

void PixDeleter::operator()(Pix* pix) const {
  pixDestroy(&pix);
}
void PixaDeleter::operator()(Pixa* pixa) const {
  pixaDestroy(&pixa);
}

PixelBox united(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

bool contains(const PixelBox& box, int x, int y) {
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}

PixPtr to_pix(const Picture& picture) {
  if (picture.width <= 0 || picture.height <= 0) return nullptr;
  const auto width = static_cast<std::size_t>(picture.width);
  const auto height = static_cast<std::size_t>(picture.height);
  if (picture.gray.size() / width != height || picture.gray.size() % width != 0) return nullptr;
  PixPtr pix(pixCreateNoInit(picture.width, picture.height, 8));
  if (!pix) return nullptr;
  pixSetPadBits(pix.get(), 0);
  for (int y = 0; y < picture.height; ++y) {
    l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    const std::uint8_t* row = picture.gray.data() + static_cast<std::size_t>(y) * width;
    for (int x = 0; x < picture.width; ++x) SET_DATA_BYTE(line, x, row[x]);
  }
  return pix;
}

Picture to_picture(const Pix& pix, double dpi) {
  Picture picture;
  // Leptonica takes no const pointers; these calls only read.
  const PixPtr gray(pixConvertTo8(const_cast<Pix*>(&pix), 0));
  if (!gray) return picture;
  picture.width = pixGetWidth(gray.get());
  picture.height = pixGetHeight(gray.get());
  picture.dpi = dpi;
  picture.gray.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const l_uint32* line = pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray.get());
    for (int x = 0; x < picture.width; ++x) picture.gray.push_back(GET_DATA_BYTE(line, x));
  }
  return picture;
}

}  // namespace ruamlint::ocr
