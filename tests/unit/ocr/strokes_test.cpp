#include <catch2/catch.hpp>
#include <cmath>

#include "extract/ocr/layout.hpp"
#include "samples.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

void blacken(Picture& picture, double x, double y, double thickness) {
  const auto half = static_cast<int>(thickness / 2);
  for (int dy = -half; dy <= half; ++dy)
    for (int dx = -half; dx <= half; ++dx) {
      const int column = static_cast<int>(x) + dx, row = static_cast<int>(y) + dy;
      if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) continue;
      picture.gray[static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) +
                   static_cast<std::size_t>(column)] = 40;
    }
}

void draw_ring(Picture& picture, double x, double y, double radius) {
  for (double angle = 0; angle < 6.3; angle += 0.5 / radius)
    blacken(picture, x + radius * std::cos(angle), y + radius * std::sin(angle), 6);
}

void draw_line(Picture& picture, double x0, double y0, double x1, double y1) {
  const double length = std::hypot(x1 - x0, y1 - y0);
  for (double way = 0; way < length; way += 0.5)
    blacken(picture, x0 + (x1 - x0) * way / length, y0 + (y1 - y0) * way / length, 5);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

}  // namespace

TEST_CASE("the rings of a stamp are taken off the text") {
  Picture picture = sample_picture("prose-laksaman.png");
  const double x = picture.width * 0.55, y = picture.height * 0.5;
  draw_ring(picture, x, y, 170);
  draw_ring(picture, x, y, 140);
  const std::string text = all_text(recognised(picture));
  CAPTURE(text);
  CHECK(error_rate(joined(sample_text("prose-laksaman")), text) < 0.04);
}

TEST_CASE("a straight stroke of a pen is taken off the text that it crosses") {
  Picture picture = sample_picture("prose-laksaman.png");
  draw_line(picture, picture.width * 0.15, picture.height * 0.9, picture.width * 0.8, picture.height * 0.2);
  const std::string text = all_text(recognised(picture));
  CAPTURE(text);
  CHECK(error_rate(joined(sample_text("prose-laksaman")), text) < 0.04);
}

TEST_CASE("no figure inside a stamp's ring is sure: it may be the stamp's own") {
  Picture picture = sample_picture("digits-laksaman.jpg");
  const auto sure_runs = [](const RecognisedPage& page) {
    std::vector<Box> boxes;
    for (const Block& block : page.blocks)
      for (const Span& span : block.text.spans)
        if (span.confidence >= sure_digits_confidence &&
            digit_value(to_utf32(block.text.utf8.substr(span.begin, span.end - span.begin)).front()) >= 0)
          boxes.push_back(span.place.box);
    return boxes;
  };
  const std::vector<Box> before = sure_runs(recognised(picture));
  REQUIRE(before.size() >= 6);
  const Box& first = before.front();
  const double x = (first.left + first.right) / 2, y = (first.top + first.bottom) / 2;
  constexpr double radius_px = 190;
  draw_ring(picture, x * picture.dpi / 72, y * picture.dpi / 72, radius_px);
  for (const Box& box : sure_runs(recognised(picture))) {
    const double away = std::hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y);
    CHECK(away > radius_px * 72 / picture.dpi);
  }
}

TEST_CASE("text without a stamp loses nothing to the search for rings") {
  for (const char* file : {"prose-laksaman.png", "table-laksaman-fax.tif", "columns-umpush.jpg"}) {
    CAPTURE(file);
    auto page = ocr::prepare(sample_picture(file));
    REQUIRE(page);
    (void)ocr::take_apart(*page);
    CHECK(page->rings.empty());
  }
}
