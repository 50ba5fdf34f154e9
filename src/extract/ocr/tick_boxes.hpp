// Tick boxes that are drawn or printed on the page: hollow squares about as large as letters.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/ocr/components.hpp"

namespace ruamlint::ocr {

struct TickBox {
  PixelBox box;                         ///< of the square, without what reaches out of it
  PixelBox outer;                       ///< with what reaches out of it
  bool ticked = false;                  ///< there is ink inside
  std::vector<std::size_t> components;  ///< the square and the ink inside: no text
};

/// `body_height`: of the page's letters. The square is found by its four straight sides, so a tick that
/// touches them or reaches out does not hide it.
[[nodiscard]] std::vector<TickBox> find_tick_boxes(const Components& components, double body_height);

}  // namespace ruamlint::ocr
