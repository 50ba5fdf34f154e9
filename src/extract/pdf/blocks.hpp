// Pieces of pages to the document's blocks: headings with their levels, list items, paragraphs, tables.
#pragma once

#include <string>
#include <vector>

#include "extract/pdf/layout.hpp"

namespace ruamlint::pdf {

/// `pieces` in reading order over all pages. Paragraphs and tables that go on over a page are joined.
/// `outline`: the titles of the file's outline; a paragraph that reads like one is a heading, whatever it
/// looks like.
[[nodiscard]] std::vector<Block> blocks_of(std::vector<Piece> pieces,
                                           const std::vector<std::string>& outline);

}  // namespace ruamlint::pdf
