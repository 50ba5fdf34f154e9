#include <catch2/catch.hpp>

#include "samples.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

/// A PNG that ends after its header.
std::string png_header(std::uint32_t width, std::uint32_t height) {
  std::string bytes = "\x89PNG\r\n\x1a\n";
  bytes += std::string("\0\0\0\rIHDR", 8);
  for (const std::uint32_t side : {width, height})
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((side >> shift) & 0xFFU);
  bytes += std::string("\x08\0\0\0\0\0\0\0\0", 9);
  return bytes + std::string(64, '\0');
}

}  // namespace

TEST_CASE("PNG, JPEG and TIFF are decoded with their resolution") {
  const Picture png = sample_picture("prose-laksaman.png");
  CHECK(png.dpi == Approx(300).margin(1));
  CHECK(png.gray.size() == static_cast<std::size_t>(png.width) * static_cast<std::size_t>(png.height));
  CHECK(sample_picture("ticks-loma.jpg").dpi == Approx(300).margin(1));
  CHECK(sample_picture("table-laksaman-fax.tif").dpi == Approx(200).margin(1));
}

TEST_CASE("bilevel pictures have white paper") {
  const Picture fax = sample_picture("table-laksaman-fax.tif");
  CHECK(fax.gray.front() == 255);
}

TEST_CASE("a TIFF gives all of its pages") {
  const auto pages = decode_pictures(sample_bytes("two-pages.tif"));
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].width != pages[1].width);
}

TEST_CASE("what is no picture, or a broken one, gives none") {
  CHECK(decode_pictures("").empty());
  CHECK(decode_pictures("%PDF-1.7 and so on, long enough to look at").empty());
  const std::string jpeg = sample_bytes("ticks-loma.jpg");
  CHECK(decode_pictures(jpeg.substr(0, 40)).empty());
  const std::string tiff = sample_bytes("table-laksaman-fax.tif");
  CHECK(decode_pictures(tiff.substr(0, 20)).empty());
}

TEST_CASE("sizes beyond the limits are refused by the header alone") {
  CHECK(decode_pictures(png_header(60'000, 60'000)).empty());
  CHECK(decode_pictures(png_header(19'000, 19'000)).empty());
  CHECK(decode_pictures(png_header(0, 0)).empty());
}
