#include "extract/ocr/line_image.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace ruamlint::ocr {
namespace {

constexpr int margin_px = 3;                            // of the page around the line's own ink
constexpr int border_px = 10;                           // of white around that
constexpr double recogniser_body_px = 32;               // height of น at which the model reads best
constexpr double most_shrunk = 0.8, most_grown = 1.25;  // within these the line is used as it is

/// The line's own ink in `area` of the page.
PixPtr own_ink(const Components& components, const TextLine& line, const PixelBox& area) {
  PixPtr own(pixCreate(area.width(), area.height(), 1));
  if (!own) return own;
  for (const LinePart& part : line.parts) {
    const PixelBox& box = components.list[part.component].box;
    const PixPtr shape(pixaGetPix(components.shapes.get(), static_cast<int>(part.component), L_CLONE));
    if (!shape) continue;
    pixRasterop(own.get(), box.left - area.left, part.top - area.top, box.width(), part.bottom - part.top,
                PIX_SRC | PIX_DST, shape.get(), 0, part.top - box.top);
  }
  return own;
}

PixPtr clip(const Pix& pix, const PixelBox& area) {
  ::Box* box = boxCreate(area.left, area.top, area.width(), area.height());
  PixPtr part(pixClipRectangle(const_cast<Pix*>(&pix), box, nullptr));
  boxDestroy(&box);
  return part;
}

/// Everything inked that is not the line's own, with its blurred edge, becomes paper.
void whiten_others(Pix& gray, const Pix& ink, Pix& own) {
  constexpr int blur_px = 5, own_blur_px = 3;
  PixPtr others(pixSubtract(nullptr, const_cast<Pix*>(&ink), &own));
  others.reset(pixDilateBrick(nullptr, others.get(), blur_px, blur_px));
  const PixPtr kept(pixDilateBrick(nullptr, &own, own_blur_px, own_blur_px));
  pixSubtract(others.get(), others.get(), kept.get());
  pixPaintThroughMask(&gray, others.get(), 0, 0, 255);
}

/// Twice the area over the outline's length.
double mean_stroke(Pix& own) {
  l_int32 area = 0, inner = 0;
  pixCountPixels(&own, &area, nullptr);
  const PixPtr eroded(pixErodeBrick(nullptr, &own, 3, 3));
  pixCountPixels(eroded.get(), &inner, nullptr);
  return area > inner ? 2.0 * area / (area - inner) : 0;
}

}  // namespace

PixelBox LineImage::on_page(const PixelBox& box) const {
  return {static_cast<int>(std::lround(box.left / scale + left)),
          static_cast<int>(std::lround(box.top / scale + top)),
          static_cast<int>(std::lround(box.right / scale + left)),
          static_cast<int>(std::lround(box.bottom / scale + top))};
}

LineImage cut_line(const PageImage& page, const Components& components, const TextLine& line) {
  LineImage image;
  if (line.body_height <= 0) return image;
  const PixelBox area{std::max(line.box.left - margin_px, 0), std::max(line.box.top - margin_px, 0),
                      std::min(line.box.right + margin_px, pixGetWidth(page.gray.get())),
                      std::min(line.box.bottom + margin_px, pixGetHeight(page.gray.get()))};
  if (area.width() <= 0 || area.height() <= 0) return image;
  PixPtr gray = clip(*page.gray, area);
  const PixPtr ink = clip(*page.ink, area);
  const PixPtr own = own_ink(components, line, area);
  if (!gray || !ink || !own) return image;
  whiten_others(*gray, *ink, *own);
  image.stroke = mean_stroke(*own) / line.body_height;
  const double scale = recogniser_body_px / line.body_height;
  if (scale < most_shrunk || scale > most_grown) {
    if (PixPtr scaled(pixScale(gray.get(), static_cast<float>(scale), static_cast<float>(scale))); scaled) {
      image.scale = static_cast<double>(pixGetWidth(scaled.get())) / area.width();
      gray = std::move(scaled);
    }
  }
  gray.reset(pixAddBorderGeneral(gray.get(), border_px, border_px, border_px, border_px, 255));
  image.gray = std::move(gray);
  image.left = area.left - border_px / image.scale;
  image.top = area.top - border_px / image.scale;
  return image;
}

}  // namespace ruamlint::ocr
