// Running heads, feet and page numbers, told by what they are: the same on several pages, or a page's number.
#pragma once

#include <vector>

#include "extract/pdf/layout.hpp"

namespace ruamlint::pdf {

struct FurnitureLine {
  int page = 0;
  TextLine line;
};

/// Takes page furniture out of the pages. A line counts only where nothing but furniture stands between it
/// and the page's edge.
[[nodiscard]] std::vector<FurnitureLine> take_furniture(std::vector<PageText>& pages);

}  // namespace ruamlint::pdf
