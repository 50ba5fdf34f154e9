// A page as a picture, on its way to recognition.
#pragma once

#include <cstdint>
#include <vector>

namespace ruamlint {

/// 8-bit gray, row by row without padding: 0 is black, 255 white.
struct Picture {
  int width = 0, height = 0;  ///< pixels
  double dpi = 300;           ///< pixels an inch, the same both ways
  std::vector<std::uint8_t> gray;
};

}  // namespace ruamlint
