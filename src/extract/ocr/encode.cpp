#include "extract/ocr/encode.hpp"

#include <leptonica/allheaders.h>

#include <cstdlib>
#include <memory>

#include "extract/ocr/pix.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t large_png = 120 << 10;  // a page of text is half of it
constexpr int grays = 16;
constexpr int jpeg_quality = 55;

struct Free {
  void operator()(l_uint8* bytes) const { std::free(bytes); }
};
using LeptonicaBytes = std::unique_ptr<l_uint8, Free>;

std::string png_of(Pix* gray) {
  const ocr::PixPtr few(pixThresholdTo4bpp(gray, grays, 0));
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (!few || pixWriteMemPng(&data, &size, few.get(), 0) != 0) return {};
  const LeptonicaBytes owner(data);
  return {reinterpret_cast<const char*>(data), size};
}

std::string jpeg_of(Pix* gray) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixWriteMemJpeg(&data, &size, gray, jpeg_quality, 0) != 0) return {};
  const LeptonicaBytes owner(data);
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace

EncodedPicture encode_page(const Picture& picture, int most_width) {
  setMsgSeverity(L_SEVERITY_NONE);
  ocr::PixPtr gray = ocr::to_pix(picture);
  if (!gray) return {};
  if (picture.width > most_width) {
    const float scale = static_cast<float>(most_width) / static_cast<float>(picture.width);
    gray.reset(pixScale(gray.get(), scale, scale));
    if (!gray) return {};
  }
  std::string png = png_of(gray.get());
  if (!png.empty() && png.size() <= large_png) return {"image/png", std::move(png)};
  std::string jpeg = jpeg_of(gray.get());
  if (!jpeg.empty() && (png.empty() || jpeg.size() < png.size())) return {"image/jpeg", std::move(jpeg)};
  if (png.empty()) return {};
  return {"image/png", std::move(png)};
}

}  // namespace ruamlint
