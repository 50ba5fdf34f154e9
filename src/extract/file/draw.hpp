// Pages of a form as pictures for reports, whatever kind of file it is.
#pragma once

#include <string_view>
#include <vector>

#include "document/page_picture.hpp"

namespace ruamlint {

/// The pages named (from 1, rising), without those that cannot be drawn, and ending early where the pictures
/// become too many for a report. Empty for formats without pages. The bytes are a stranger's: to be called in
/// a worker process.
[[nodiscard]] std::vector<PagePicture> draw_pages(std::string_view bytes, const std::vector<int>& pages);

}  // namespace ruamlint
