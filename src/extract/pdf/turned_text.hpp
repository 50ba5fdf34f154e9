// Text on its side on an upright page: heads of narrow columns, notes in the margin.
#pragma once

#include <vector>

#include "extract/pdf/poppler_adapter.hpp"
#include "extract/pdf/text_line.hpp"

namespace ruamlint::pdf {

/// The lines of text on its side, with their boxes on the page as it is shown. They have no stops, and a
/// baseline that puts their middle where their box has its own.
[[nodiscard]] std::vector<TextLine> turned_lines(PageContent& content, int page);

}  // namespace ruamlint::pdf
