// Pieces of pages to the document's blocks: headings with their levels, list items, paragraphs, tables.
#pragma once

#include <vector>

#include "extract/pdf/layout.hpp"

namespace ruamlint::pdf {

/// `pieces` in reading order over all pages. Paragraphs and tables that go on over a page are joined.
[[nodiscard]] std::vector<Block> blocks_of(std::vector<Piece> pieces);

}  // namespace ruamlint::pdf
