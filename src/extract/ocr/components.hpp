// The connected pieces of ink on a page: letters, marks, touching letters.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/ocr/pix.hpp"

namespace ruamlint::ocr {

struct Component {
  PixelBox box;
  int region = 0;  ///< 0: running text; else one a table cell. Lines never cross regions
};

struct Components {
  std::vector<Component> list;
  PixaPtr shapes;  ///< the pixels of each, at the same index
  bool drawing = false;  ///< some piece was too high for text
};

/// Specks and what is too large for text are left out. Empty where there is so much that it cannot be text.
[[nodiscard]] std::optional<Components> find_components(const Pix& ink, double dpi);

/// The height of most letters without ascender or descender, such as น or x, in pixels; 0 where there is
/// none.
[[nodiscard]] double typical_body_height(const std::vector<Component>& components, double dpi);

}  // namespace ruamlint::ocr
