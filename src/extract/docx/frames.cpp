#include "extract/docx/frames.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ruamlint::docx {
namespace {

constexpr std::size_t blocks_of_a_frame = 4;  ///< a cell of a list hardly holds so many paragraphs

Text flattened(const Table& table) {
  Text text;
  int row = 0;
  bool first = true;
  for (const Cell& cell : table.cells) {
    if (!first) append(text, cell.row == row ? "\t" : "\n");
    row = cell.row;
    first = false;
    Text line = cell.text;
    std::replace(line.utf8.begin(), line.utf8.end(), '\n', ' ');
    std::replace(line.utf8.begin(), line.utf8.end(), '\t', ' ');
    append(text, line);
  }
  return text;
}

bool is_frame(const Table& table, const FramedBlocks& contents) {
  if (table.columns != 1 || contents.size() != table.cells.size()) return false;
  return contents.size() == 1 || std::any_of(contents.begin(), contents.end(), [](const Blocks& cell) {
           return cell.size() >= blocks_of_a_frame ||
                  std::any_of(cell.begin(), cell.end(),
                              [](const Block& block) { return block.kind == BlockKind::table; });
         });
}

}  // namespace

Text flattened(const Blocks& blocks) {
  Text text;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::picture) continue;
    if (!text.empty()) append(text, "\n");
    if (!block.number.empty() && block.number != "•") {
      append(text, block.number);
      if (!block.text.empty()) append(text, " ");
    }
    append(text, block.kind == BlockKind::table ? flattened(block.table) : block.text);
  }
  return text;
}

void add_table(Table table, FramedBlocks contents, const Place& start, Blocks& out) {
  if (table.cells.empty()) return;
  if (is_frame(table, contents)) {
    for (Blocks& cell : contents)
      out.insert(out.end(), std::make_move_iterator(cell.begin()), std::make_move_iterator(cell.end()));
    return;
  }
  Block block;
  block.kind = BlockKind::table;
  block.place = start;
  block.table = std::move(table);
  out.push_back(std::move(block));
}

}  // namespace ruamlint::docx
