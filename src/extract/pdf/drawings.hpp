// What a page draws beside its letters, as far as it matters: ruling lines, small shapes that may be tick
// boxes, pictures, and the grounds that letters stand on.
#pragma once

#include <vector>

#include "extract/pdf/poppler_adapter.hpp"
#include "extract/pdf/poppler_headers.hpp"

namespace ruamlint::pdf {

class Drawings {
 public:
  /// Begins with a page; `page` must outlive what is added.
  void begin(PageContent& page);
  void stroke(GfxState* state);
  /// `pale`: in white or nearly so.
  void fill(GfxState* state, bool pale);
  void image(GfxState* state);
  /// Whether the last box that was filled around the point is not white; pictures count as dark.
  [[nodiscard]] bool is_dark_at(double x, double y) const;

 private:
  struct Shade {
    Box box;
    bool pale;
  };
  struct Outline;

  void add_rule(double x0, double y0, double x1, double y1);
  void add_thin(const Box& box);
  void add_shape(SmallShape::Kind kind, const Box& box);
  void add_segments(GfxState* state, const GfxSubpath& sub);
  bool add_frame(GfxState* state);
  static Outline outline_of(GfxState* state, const GfxSubpath& sub);

  PageContent* page_ = nullptr;
  std::vector<Shade> shades_;
};

}  // namespace ruamlint::pdf
