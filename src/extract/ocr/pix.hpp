// Leptonica's picture, held safely. The one header through which the stages share it.
#pragma once

#include <memory>

#include "extract/ocr/picture.hpp"

struct Pix;
struct Pixa;

namespace ruamlint::ocr {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
struct PixaDeleter {
  void operator()(Pixa* pixa) const;
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;
using PixaPtr = std::unique_ptr<Pixa, PixaDeleter>;

/// Pixels [left, right) by [top, bottom), y growing downwards.
struct PixelBox {
  int left = 0, top = 0, right = 0, bottom = 0;

  [[nodiscard]] int width() const { return right - left; }
  [[nodiscard]] int height() const { return bottom - top; }
  [[nodiscard]] int centre_x() const { return (left + right) / 2; }
  [[nodiscard]] int centre_y() const { return (top + bottom) / 2; }
  friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

[[nodiscard]] PixelBox united(const PixelBox& a, const PixelBox& b);
[[nodiscard]] bool contains(const PixelBox& box, int x, int y);

/// Null where the picture is empty or its size does not match its pixels.
[[nodiscard]] PixPtr to_pix(const Picture& picture);
/// Any Leptonica picture as 8-bit gray.
[[nodiscard]] Picture to_picture(const Pix& pix, double dpi);

}  // namespace ruamlint::ocr
