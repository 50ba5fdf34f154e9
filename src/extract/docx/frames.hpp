// Blocks as the text of a cell, and tables that are none: frames drawn around text.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace ruamlint::docx {

using Blocks = std::vector<Block>;
/// What the cells of a table hold, cell by cell; empty where it is known to be no frame.
using FramedBlocks = std::vector<Blocks>;

/// Blocks as the text of a cell or field: paragraphs and rows by line ends, cells by tabs, automatic numbers
/// (but not bullets) in front.
[[nodiscard]] Text flattened(const Blocks& blocks);

/// Puts the table behind `out`; or, where it is a frame (a single cell; a single column with a cell that
/// holds a page's worth of text, or a table), what stands in it.
void add_table(Table table, FramedBlocks contents, const Place& start, Blocks& out);

}  // namespace ruamlint::docx
