#include "samples.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "text/fuzzy.hpp"
#include "text/utf8.hpp"

namespace ruamlint::test {
namespace {

std::u32string letters(const std::string& text) {
  std::u32string all = to_utf32(text);
  std::erase_if(all, [](char32_t c) { return is_space(c) || c == U'☐' || c == U'☑'; });
  return all;
}

}  // namespace

std::string sample_bytes(const std::string& file) {
  std::ifstream stream(std::string(RUAMLINT_SOURCE_DIR) + "/tests/corpus/ocr/" + file, std::ios::binary);
  REQUIRE(stream);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

Picture sample_picture(const std::string& file) {
  std::vector<Picture> pages = decode_pictures(sample_bytes(file));
  REQUIRE(!pages.empty());
  return std::move(pages.front());
}

RecognisedPage recognised(const Picture& picture) {
  static Recogniser recogniser;
  return recogniser.recognise(picture);
}

std::vector<std::string> sample_text(const std::string& name) {
  std::istringstream stream(sample_bytes(name + ".txt"));
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string all_text(const RecognisedPage& page) {
  std::string all;
  for (const Block& block : page.blocks) {
    all += block.text.utf8 + "\n";
    for (const Cell& cell : block.table.cells) all += cell.text.utf8 + "\n";
  }
  return all;
}

double error_rate(const std::string& wanted, const std::string& read) {
  const std::u32string a = letters(wanted), b = letters(read);
  const int most = static_cast<int>(a.size() + b.size());
  return static_cast<double>(edit_distance(a, b, most)) /
         static_cast<double>(std::max<std::size_t>(1, a.size()));
}

}  // namespace ruamlint::test
