#include "extract/ocr/glyphs.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ruamlint::ocr {
namespace {

constexpr int cells_a_side = 5, directions = 8;

/// Darkness 0..1 with a white rim of two, so that edges at the border count.
constexpr int rim = 2, padded = glyph_side + 2 * rim;
using Canvas = std::array<float, static_cast<std::size_t>(padded) * padded>;

float& at(Canvas& canvas, int x, int y) {
  return canvas[static_cast<std::size_t>(y) * padded + static_cast<std::size_t>(x)];
}

/// The glyph's box in the middle of the canvas, its longer side filling it, by area averages.
Canvas normalised(const PixelBox& box, const Pix& gray) {
  Canvas canvas{};
  const int width = box.width(), height = box.height();
  const double scale = static_cast<double>(glyph_side) / std::max(width, height);
  const double left = rim + (glyph_side - width * scale) / 2, top = rim + (glyph_side - height * scale) / 2;
  l_uint32* data = pixGetData(const_cast<Pix*>(&gray));
  const int words = pixGetWpl(const_cast<Pix*>(&gray));
  const int page_width = pixGetWidth(&gray), page_height = pixGetHeight(&gray);
  for (int cy = rim; cy < padded - rim; ++cy)
    for (int cx = rim; cx < padded - rim; ++cx) {
      // The page's pixels under this one of the canvas; at least one.
      const double x0 = box.left + (cx - left) / scale, x1 = box.left + (cx + 1 - left) / scale;
      const double y0 = box.top + (cy - top) / scale, y1 = box.top + (cy + 1 - top) / scale;
      double sum = 0, weight = 0;
      for (int y = std::max(box.top, static_cast<int>(std::floor(y0))); y < std::min<double>(box.bottom, y1);
           ++y)
        for (int x = std::max(box.left, static_cast<int>(std::floor(x0)));
             x < std::min<double>(box.right, x1); ++x) {
          if (x < 0 || y < 0 || x >= page_width || y >= page_height) continue;
          const double share = (std::min(x1, x + 1.0) - std::max(x0, static_cast<double>(x))) *
                               (std::min(y1, y + 1.0) - std::max(y0, static_cast<double>(y)));
          if (share <= 0) continue;
          const l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words;
          sum += share * (255 - GET_DATA_BYTE(line, x));
          weight += share;
        }
      at(canvas, cx, cy) = weight > 0 ? static_cast<float>(sum / weight / 255) : 0;
    }
  // Faint print and dark print look alike.
  const float darkest = *std::max_element(canvas.begin(), canvas.end());
  if (darkest > 0)
    for (float& value : canvas) value /= darkest;
  return canvas;
}

std::uint8_t byte(double share) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(share * 255), 0L, 255L));
}

void add_edges(Canvas& canvas, GlyphFeatures& features) {
  std::array<double, glyph_edges> sums{};
  for (int y = 1; y < padded - 1; ++y)
    for (int x = 1; x < padded - 1; ++x) {
      const double dx = static_cast<double>(at(canvas, x + 1, y) - at(canvas, x - 1, y)) * 2 +
                        static_cast<double>(at(canvas, x + 1, y - 1) - at(canvas, x - 1, y - 1)) +
                        static_cast<double>(at(canvas, x + 1, y + 1) - at(canvas, x - 1, y + 1));
      const double dy = static_cast<double>(at(canvas, x, y + 1) - at(canvas, x, y - 1)) * 2 +
                        static_cast<double>(at(canvas, x - 1, y + 1) - at(canvas, x - 1, y - 1)) +
                        static_cast<double>(at(canvas, x + 1, y + 1) - at(canvas, x + 1, y - 1));
      const double strength = std::hypot(dx, dy);
      if (strength < 1e-6) continue;
      // Each edge counts for its two nearest directions.
      const double turn = (std::atan2(dy, dx) / (2 * std::numbers::pi) + 1) * directions;
      const int lower = static_cast<int>(std::floor(turn));
      const double upper_share = turn - lower;
      const int cell_x = std::clamp((x - rim) * cells_a_side / glyph_side, 0, cells_a_side - 1);
      const int cell_y = std::clamp((y - rim) * cells_a_side / glyph_side, 0, cells_a_side - 1);
      const std::size_t cell = static_cast<std::size_t>(cell_y * cells_a_side + cell_x) * directions;
      sums[cell + static_cast<std::size_t>(lower % directions)] += strength * (1 - upper_share);
      sums[cell + static_cast<std::size_t>((lower + 1) % directions)] += strength * upper_share;
    }
  const double strongest = *std::max_element(sums.begin(), sums.end());
  for (std::size_t i = 0; i < glyph_edges; ++i)
    features.edges[i] = strongest > 0 ? byte(std::sqrt(sums[i] / strongest)) : std::uint8_t{0};
}

}  // namespace

Glyph measured(const PixelBox& box, const TextLine& line) {
  const double baseline = line.baseline_at(box.centre_x());
  return {box,
          box,
          box.height() / line.body_height,
          box.width() / line.body_height,
          (baseline - box.bottom) / line.body_height,
          (baseline - box.top) / line.body_height};
}

std::vector<Glyph> glyphs_of(const TextLine& line, const std::vector<Component>& components) {
  std::vector<PixelBox> boxes;
  for (const LinePart& part : line.parts) {
    const PixelBox& box = components[part.component].box;
    boxes.push_back({box.left, part.top, box.right, part.bottom});
  }
  std::sort(boxes.begin(), boxes.end(), [](const PixelBox& a, const PixelBox& b) {
    return a.left != b.left ? a.left < b.left : a.top < b.top;
  });
  struct Column {
    PixelBox box, body;
  };
  std::vector<Column> columns;
  for (const PixelBox& box : boxes) {
    if (!columns.empty()) {
      Column& last = columns.back();
      const int overlap = std::min(last.box.right, box.right) - box.left;
      if (2 * overlap > std::min(last.box.width(), box.width())) {
        last.box = united(last.box, box);
        if (box.width() * box.height() > last.body.width() * last.body.height()) last.body = box;
        continue;
      }
    }
    columns.push_back({box, box});
  }
  std::vector<Glyph> glyphs;
  for (const Column& column : columns) {
    glyphs.push_back(measured(column.box, line));
    glyphs.back().body = column.body;
  }
  return glyphs;
}

GlyphFeatures features_of(const Glyph& glyph, const PageImage& page) {
  GlyphFeatures features;
  if (glyph.box.width() <= 0 || glyph.box.height() <= 0) return features;
  Canvas canvas = normalised(glyph.box, *page.gray);
  for (int y = 0; y < glyph_side; ++y)
    for (int x = 0; x < glyph_side; ++x)
      features.pixels[static_cast<std::size_t>(y * glyph_side + x)] =
          byte(static_cast<double>(at(canvas, x + rim, y + rim)));
  add_edges(canvas, features);
  // Shares of what is the most that occurs, so that each is 0..255.
  constexpr double most_side = 3, lowest = -1, highest = 3;
  features.measures = {byte(glyph.height / most_side), byte(glyph.width / most_side),
                       byte((glyph.bottom - lowest) / (highest - lowest)),
                       byte((glyph.top - lowest) / (highest - lowest))};
  return features;
}

}  // namespace ruamlint::ocr
