#include "extract/ocr/page_image.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace ruamlint::ocr {
namespace {

constexpr int max_side_px = 20'000;
constexpr double max_pixels = 60e6;
constexpr double working_dpi = 300;
// Between these the picture is used as it is: scaling costs time and sharpness for nothing.
constexpr double least_dpi = 180, most_dpi = 360;
constexpr double max_skew_degrees = 3.5;
constexpr double least_skew_degrees = 0.05;
constexpr float least_skew_confidence = 3;
// The background is evened to this value, so a threshold above it would call paper ink.
constexpr int paper_value = 200;
constexpr int darkest_threshold = 90, lightest_threshold = 165;

/// The dpi claimed by the picture where it gives a believable page, else what makes its shorter side A4's.
double believable_dpi(const Picture& picture) {
  constexpr double a4_width_inch = 8.27;
  const double shorter = std::min(picture.width, picture.height);
  const bool believable = std::isfinite(picture.dpi) && picture.dpi >= 50 && picture.dpi <= 2400;
  return believable ? picture.dpi : std::max(shorter / a4_width_inch, 50.0);
}

PixPtr with_even_light(const Pix& gray) {
  constexpr int tile_width = 16, tile_height = 24, smoothing = 2;
  constexpr int darkest_paper = 70, least_paper_pixels = 120;
  PixPtr even(pixBackgroundNorm(const_cast<Pix*>(&gray), nullptr, nullptr, tile_width, tile_height,
                                darkest_paper, least_paper_pixels, paper_value, smoothing, smoothing));
  if (!even) even.reset(pixCopy(nullptr, const_cast<Pix*>(&gray)));
  return even;
}

int ink_threshold(const Pix& gray) {
  constexpr float plateau = 0.1F;  // of Otsu's score: within it the histogram's valley decides
  constexpr int sampling = 4;
  int threshold = 0;
  if (pixSplitDistributionFgBg(const_cast<Pix*>(&gray), plateau, sampling, &threshold, nullptr, nullptr,
                               nullptr) != 0)
    threshold = (darkest_threshold + lightest_threshold) / 2;
  return std::clamp(threshold, darkest_threshold, lightest_threshold);
}

PixPtr ink_of(const Pix& gray, int threshold) {
  return PixPtr(pixThresholdToBinary(const_cast<Pix*>(&gray), threshold));
}

double skew_of(const Pix& ink) {
  constexpr int coarse = 4, fine = 2;
  constexpr float sweep_step = 0.5F, precision = 0.01F;
  float turn_back = 0, confidence = 0;
  const bool failed =
      pixFindSkewSweepAndSearch(const_cast<Pix*>(&ink), &turn_back, &confidence, coarse, fine,
                                static_cast<float>(max_skew_degrees), sweep_step, precision) != 0;
  if (failed || confidence < least_skew_confidence) return 0;
  return std::abs(turn_back) < least_skew_degrees ? 0 : -static_cast<double>(turn_back);
}

struct Point {
  double x, y;
};

/// Turns a spot of the straightened page back by the skew, around the centre, and scales it to points.
Point original_point(const PageImage& page, double x, double y) {
  const double angle = page.skew_degrees * std::numbers::pi / 180;
  const double cx = pixGetWidth(page.gray.get()) / 2.0, cy = pixGetHeight(page.gray.get()) / 2.0;
  const double dx = x - cx, dy = y - cy;
  const double scale = 72 / page.dpi;
  return {(cx + dx * std::cos(angle) - dy * std::sin(angle)) * scale,
          (cy + dx * std::sin(angle) + dy * std::cos(angle)) * scale};
}

/// A box of the turned picture on the picture as it came.
Box turned_back(const PageImage& page, Box box) {
  double width = page.original_width * 72 / page.original_dpi,
         height = page.original_height * 72 / page.original_dpi;
  for (int turn = 0; turn < page.quarter_turns; ++turn) {
    box = {box.top, width - box.right, box.bottom, width - box.left};
    std::swap(width, height);
  }
  return box;
}

}  // namespace

double PageImage::x_points(double x, double y) const {
  return original_point(*this, x, y).x;
}

Box PageImage::to_points(const PixelBox& box) const {
  // The middles of the sides, not the corners: a long word that is slightly turned would else reach into its
  // neighbours' lines.
  const double mid_x = (box.left + box.right) / 2.0, mid_y = (box.top + box.bottom) / 2.0;
  const Point left = original_point(*this, box.left, mid_y), right = original_point(*this, box.right, mid_y);
  const Point top = original_point(*this, mid_x, box.top), bottom = original_point(*this, mid_x, box.bottom);
  const double lean = std::abs(right.y - left.y) / 2;
  return turned_back(*this,
                     {std::min(left.x, right.x), top.y - lean, std::max(left.x, right.x), bottom.y + lean});
}

std::optional<PageImage> prepare(const Picture& picture) {
  if (picture.width > max_side_px || picture.height > max_side_px ||
      static_cast<double>(picture.width) * picture.height > max_pixels)
    return std::nullopt;
  PixPtr gray = to_pix(picture);
  if (!gray) return std::nullopt;

  PageImage page;
  page.original_dpi = believable_dpi(picture);
  page.original_width = picture.width;
  page.original_height = picture.height;
  page.dpi = page.original_dpi;
  if (page.dpi < least_dpi || page.dpi > most_dpi) {
    const double scale = working_dpi / page.dpi;
    if (picture.width * scale * picture.height * scale <= max_pixels) {
      const auto factor = static_cast<float>(scale);
      if (PixPtr scaled(pixScale(gray.get(), factor, factor)); scaled) {
        page.dpi *= static_cast<double>(pixGetWidth(scaled.get())) / picture.width;
        gray = std::move(scaled);
      }
    }
  }
  gray = with_even_light(*gray);
  const int threshold = ink_threshold(*gray);
  page.ink = ink_of(*gray, threshold);
  if (!page.ink) return std::nullopt;
  page.skew_degrees = skew_of(*page.ink);
  if (page.skew_degrees != 0) {
    const auto radians = static_cast<float>(-page.skew_degrees * std::numbers::pi / 180);
    if (PixPtr straight(pixRotateAMGray(gray.get(), radians, paper_value)); straight) {
      gray = std::move(straight);
      page.ink = ink_of(*gray, threshold);
    } else {
      page.skew_degrees = 0;
    }
  }
  page.gray.reset(pixGammaTRC(nullptr, gray.get(), 1.0F, 0, paper_value));  // paper becomes white
  if (!page.ink || !page.gray) return std::nullopt;
  return page;
}

}  // namespace ruamlint::ocr
