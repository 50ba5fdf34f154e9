#include "extract/ocr/components.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace ruamlint::ocr {
namespace {

constexpr int max_components = 20'000;       // the fullest page of text has about 6,000
constexpr int max_raw_components = 400'000;  // with specks
constexpr double largest_text_inch = 1.2;    // higher than a title's letters on a cover

}  // namespace

std::optional<Components> find_components(const Pix& ink, double dpi) {
  Pix* source = const_cast<Pix*>(&ink);
  l_int32 raw_count = 0;
  if (pixCountConnComp(source, 8, &raw_count) != 0 || raw_count > max_raw_components) return std::nullopt;
  Components found;
  found.shapes.reset(pixaCreate(0));
  if (raw_count == 0) return found;
  Pixa* all = nullptr;
  Boxa* boxes = pixConnComp(source, &all, 8);
  boxaDestroy(&boxes);
  const PixaPtr owner(all);
  if (!owner) return std::nullopt;

  // A full stop of 8 points is 0.01 inch wide.
  const double speck_side = 0.007 * dpi;
  const int largest = static_cast<int>(largest_text_inch * dpi);
  for (int i = 0; i < pixaGetCount(all); ++i) {
    int x = 0, y = 0, w = 0, h = 0;
    pixaGetBoxGeometry(all, i, &x, &y, &w, &h);
    if (std::max(w, h) <= speck_side || w * h < speck_side * speck_side * 1.5) continue;
    found.drawing = found.drawing || (h > largest && 2 * w > h);  // what is narrow is a scanner's edge
    if (h > largest) continue;
    if (static_cast<int>(found.list.size()) >= max_components) return std::nullopt;
    found.list.push_back({{x, y, x + w, y + h}, 0});
    pixaAddPix(found.shapes.get(), pixaGetPix(all, i, L_CLONE), L_INSERT);
  }
  return found;
}

double typical_body_height(const std::vector<Component>& components, double dpi) {
  const int least = std::max(4, static_cast<int>(0.025 * dpi)), most = static_cast<int>(0.4 * dpi);
  if (most <= least) return 0;
  // Each height counts by its components' width: marks are as many as letters, but narrower.
  std::vector<double> weight(static_cast<std::size_t>(most) + 2);
  for (const Component& component : components) {
    const int height = component.box.height();
    if (height < least || height > most || component.box.width() * 4 < height) continue;
    weight[height] += std::min(component.box.width(), 3 * height);
  }
  double best = 0;
  int best_height = 0;
  for (int height = least; height < most; ++height) {
    const double sum = weight[height - 1] + weight[height] + weight[height + 1];
    if (sum > best) {
      best = sum;
      best_height = height;
    }
  }
  return best_height;
}

}  // namespace ruamlint::ocr
