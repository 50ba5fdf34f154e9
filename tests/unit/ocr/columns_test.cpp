#include "extract/ocr/columns.hpp"

#include <catch2/catch.hpp>

using namespace ruamlint::ocr;

namespace {

constexpr int body = 20, pitch = 45;

TextLine piece(int left, int right, int baseline) {
  TextLine line;
  line.box = {left, baseline - body, right, baseline};
  line.body_height = body;
  line.baseline = baseline;
  return line;
}

/// Left ends and baselines, in the order of reading.
std::vector<std::pair<int, int>> read(std::vector<TextLine> pieces) {
  std::vector<std::pair<int, int>> order;
  for (const TextLine& line : in_reading_order(std::move(pieces), {}))
    order.emplace_back(line.box.left, static_cast<int>(line.baseline));
  return order;
}

}  // namespace

TEST_CASE("a column of wide print, whose lines fall apart at their spaces, is one all the same") {
  std::vector<TextLine> pieces;
  std::vector<std::pair<int, int>> expected;
  for (const int left : {100, 480})
    for (int row = 0; row < 5; ++row) {
      const int y = 100 + row * pitch, space = left + 90 + 20 * row;
      pieces.push_back(piece(left, space, y));
      pieces.push_back(piece(space + 25, left + 300, y));
      expected.emplace_back(left, y);
    }
  CHECK(read(pieces) == expected);
}

TEST_CASE("the heading below two columns is read behind both") {
  std::vector<TextLine> pieces;
  std::vector<std::pair<int, int>> expected;
  for (const int left : {100, 520})
    for (int row = 0; row < 4; ++row) {
      pieces.push_back(piece(left, left + 350, 100 + row * pitch));
      expected.emplace_back(left, 100 + row * pitch);
    }
  const int last = 100 + 4 * pitch, heading = last + pitch * 5 / 4;
  pieces.push_back(piece(100, 150, last));
  expected.insert(expected.begin() + 4, {100, last});
  pieces.push_back(piece(100, 430, heading));
  expected.emplace_back(100, heading);
  CHECK(read(pieces) == expected);
}
