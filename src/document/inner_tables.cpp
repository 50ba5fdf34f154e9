#include "document/inner_tables.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ruamlint {
namespace {

struct Line {
  std::size_t begin = 0, end = 0;
  std::ptrdiff_t tabs = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    lines.push_back({begin, end, std::count(line.begin(), line.end(), '\t')});
    begin = end + 1;
  }
  return lines;
}

void add_row(Table& table, const Text& text, const Line& line) {
  int column = 0;
  for (std::size_t begin = line.begin; begin <= line.end; ++column) {
    const std::size_t end = std::min(text.utf8.find('\t', begin), line.end);
    Cell cell;
    cell.row = table.rows;
    cell.column = column;
    cell.text = slice(text, begin, end);
    table.cells.push_back(std::move(cell));
    begin = end + 1;
  }
  table.columns = column;
  ++table.rows;
}

}  // namespace

std::vector<InnerTable> inner_tables(const Text& cell) {
  std::vector<InnerTable> tables;
  if (cell.utf8.find('\t') == std::string::npos) return tables;
  const std::vector<Line> lines = lines_of(cell.utf8);
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    while (last < lines.size() && lines[last].tabs == lines[first].tabs) ++last;
    if (lines[first].tabs > 0 && last - first > 1) {
      InnerTable inner{lines[first].begin, lines[last - 1].end, {}};
      for (std::size_t i = first; i < last; ++i) add_row(inner.table, cell, lines[i]);
      tables.push_back(std::move(inner));
    }
    first = last;
  }
  return tables;
}

}  // namespace ruamlint
