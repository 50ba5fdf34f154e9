#include "extract/file/draw.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "extract/file/sniff.hpp"
#include "extract/ocr/encode.hpp"
#include "extract/ocr/ocr.hpp"
#include "extract/pdf/draw.hpp"

namespace ruamlint {
namespace {

constexpr double points_an_inch = 72;
constexpr double dpi = 115;       // letters of 10 points are read with ease
constexpr int most_width = 1000;  // pixels: A4 at this resolution
// Of all pictures of a form: ten pages make a report of less than 3 MB, whatever is on them.
constexpr std::size_t bytes_a_page = std::size_t{200} << 10;
constexpr std::size_t least_pages = 10, most_bytes = std::size_t{6} << 20;

/// Padded, on one line, as data URLs have it.
std::string base64_of(const std::string& bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // with the zero that OpenSSL puts behind it
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                  reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.pop_back();
  return text;
}

std::vector<Picture> chosen(std::vector<Picture> all, const std::vector<int>& pages) {
  std::vector<Picture> pictures;
  for (const int page : pages) {
    const auto index = static_cast<std::size_t>(page) - 1;
    pictures.push_back(page >= 1 && index < all.size() ? std::move(all[index]) : Picture{});
  }
  return pictures;
}

std::vector<Picture> pictures_of(std::string_view bytes, const std::vector<int>& pages) {
  switch (sniff(bytes).kind) {
    case FileKind::pdf:
      return draw_pdf_pages(bytes, pages, dpi);
    case FileKind::picture:
      return chosen(decode_pictures(bytes), pages);
    default:
      return {};
  }
}

}  // namespace

std::vector<PagePicture> draw_pages(std::string_view bytes, const std::vector<int>& pages) {
  const std::vector<Picture> pictures = pictures_of(bytes, pages);
  const std::size_t budget = std::min(most_bytes, bytes_a_page * std::max(least_pages, pages.size()));
  std::vector<PagePicture> drawn;
  std::size_t total = 0;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const Picture& picture = pictures[i];
    const EncodedPicture encoded = encode_page(picture, most_width);
    if (encoded.bytes.empty() || total + encoded.bytes.size() > budget) continue;
    total += encoded.bytes.size();
    drawn.push_back({pages[i], picture.width * points_an_inch / picture.dpi,
                     picture.height * points_an_inch / picture.dpi, encoded.media_type,
                     base64_of(encoded.bytes)});
  }
  return drawn;
}

}  // namespace ruamlint
