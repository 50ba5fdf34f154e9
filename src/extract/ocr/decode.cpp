#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "extract/ocr/ocr.hpp"
#include "extract/ocr/pix.hpp"

namespace ruamlint {
namespace {

constexpr int max_side_px = 20'000;
constexpr double max_pixels = 60e6;  // A3 at 400 dpi is 31 million
constexpr double max_total_pixels = 600e6;
constexpr int max_pages = 200;

bool within_limits(int width, int height) {
  return width > 0 && height > 0 && width <= max_side_px && height <= max_side_px &&
         static_cast<double>(width) * height <= max_pixels;
}

/// Transparent paper becomes white.
Picture gray_picture(ocr::PixPtr pix) {
  if (!pix || !within_limits(pixGetWidth(pix.get()), pixGetHeight(pix.get()))) return {};
  const int horizontal = pixGetXRes(pix.get()), vertical = pixGetYRes(pix.get());
  const int resolution = std::max(horizontal, vertical);
  // Fax pages have twice the resolution one way.
  if (horizontal > 0 && vertical > 0 && std::abs(horizontal - vertical) * 10 > resolution) {
    const auto wider = static_cast<float>(resolution) / static_cast<float>(horizontal);
    const auto higher = static_cast<float>(resolution) / static_cast<float>(vertical);
    const double grown = static_cast<double>(pixGetWidth(pix.get())) * pixGetHeight(pix.get()) *
                         static_cast<double>(wider) * static_cast<double>(higher);
    if (grown > max_pixels) return {};
    ocr::PixPtr gray(pixConvertTo8(pix.get(), 0));
    if (gray) pix.reset(pixScale(gray.get(), wider, higher));
    if (!pix) return {};
  }
  if (pixGetSpp(pix.get()) == 4) pix.reset(pixAlphaBlendUniform(pix.get(), 0xffffff00));
  if (!pix) return {};
  return ocr::to_picture(*pix, resolution);
}

std::vector<Picture> tiff_pages(const l_uint8* data, std::size_t size) {
  std::vector<Picture> pages;
  double total = 0;
  std::size_t offset = 0;
  for (int n = 0; n < max_pages; ++n) {
    l_int32 width = 0, height = 0, bits = 0, samples = 0, resolution = 0, colourmap = 0, format = 0;
    if (readHeaderMemTiff(data, size, n, &width, &height, &bits, &samples, &resolution, &colourmap,
                          &format) != 0)
      break;
    total += static_cast<double>(width) * height;
    if (!within_limits(width, height) || total > max_total_pixels) break;
    Picture page = gray_picture(ocr::PixPtr(pixReadMemFromMultipageTiff(data, size, &offset)));
    if (page.width > 0) pages.push_back(std::move(page));
    if (offset == 0) break;
  }
  return pages;
}

}  // namespace

std::vector<Picture> decode_pictures(std::string_view bytes) {
  setMsgSeverity(L_SEVERITY_NONE);
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  constexpr std::size_t shortest_header = 16;
  if (bytes.size() < shortest_header) return {};
  l_int32 format = IFF_UNKNOWN;
  if (findFileFormatBuffer(data, &format) != 0) return {};
  if (format == IFF_TIFF || format == IFF_TIFF_G3 || format == IFF_TIFF_G4 || format == IFF_TIFF_LZW ||
      format == IFF_TIFF_PACKBITS || format == IFF_TIFF_RLE || format == IFF_TIFF_ZIP ||
      format == IFF_TIFF_JPEG)
    return tiff_pages(data, bytes.size());
  if (format != IFF_PNG && format != IFF_JFIF_JPEG) return {};
  l_int32 width = 0, height = 0, bits = 0, samples = 0, colourmap = 0;
  if (pixReadHeaderMem(data, bytes.size(), &format, &width, &height, &bits, &samples, &colourmap) != 0)
    return {};
  if (!within_limits(width, height)) return {};
  Picture picture = gray_picture(ocr::PixPtr(pixReadMem(data, bytes.size())));
  std::vector<Picture> pages;
  if (picture.width > 0) pages.push_back(std::move(picture));
  return pages;
}

}  // namespace ruamlint
