#include <catch2/catch.hpp>

#include "samples.hpp"
#include "text/utf8.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

bool has_digit(const std::string& text) {
  for (std::size_t offset = 0; offset < text.size();)
    if (digit_value(next_code_point(text, offset)) >= 0) return true;
  return false;
}

const Block* table_in(const RecognisedPage& page) {
  for (const Block& block : page.blocks)
    if (block.kind == BlockKind::table) return &block;
  return nullptr;
}

}  // namespace

TEST_CASE("Thai prose is read with its marks, whatever the font, the turn and the resolution") {
  const auto [file, most] = GENERATE(table<std::string, double>({
      {"prose-laksaman.png", 0.02},
      {"prose-garuda-turned.jpg", 0.02},
      {"prose-norasi-200.jpg", 0.04},
  }));
  CAPTURE(file);
  const RecognisedPage page = recognised(sample_picture(file));
  REQUIRE_FALSE(page.failed);
  const std::string wanted = joined(sample_text(file.substr(0, file.find('.'))));
  CAPTURE(all_text(page));
  CHECK(error_rate(wanted, all_text(page)) <= most);
  CHECK(page.confidence > 0.8F);
}

TEST_CASE("lines are joined to paragraphs without a space inside running Thai") {
  const RecognisedPage page = recognised(sample_picture("prose-garuda-turned.jpg"));
  REQUIRE(page.blocks.size() == 3);
  CHECK(page.blocks[0].kind == BlockKind::heading);
  CHECK(page.blocks[1].kind == BlockKind::paragraph);
  CHECK(page.blocks[1].text.utf8.find("\n") == std::string::npos);
}

TEST_CASE("a ruled table becomes cells") {
  for (const char* name : {"table-noto", "table-laksaman-fax"}) {
    CAPTURE(name);
    const std::string file = std::string(name) + (std::string(name) == "table-noto" ? ".jpg" : ".tif");
    const RecognisedPage page = recognised(sample_picture(file));
    const Block* block = table_in(page);
    REQUIRE(block != nullptr);
    CHECK(block->table.rows == 3);
    CHECK(block->table.columns == 3);
    REQUIRE(block->table.cells.size() == 9);
    CHECK(block->table.at(1, 1)->text.utf8 == "1,240");
    CHECK(block->table.at(2, 2)->text.utf8 == "7,900");
    CHECK(error_rate("รายได้เฉลี่ยต่อเดือนของสมาชิกกลุ่มแม่บ้าน", block->table.at(2, 0)->text.utf8) < 0.05);
    REQUIRE(page.blocks.size() == 3);
    CHECK(&page.blocks[1] == block);
  }
}

TEST_CASE("tick boxes stand at their place in the text") {
  const RecognisedPage page = recognised(sample_picture("ticks-loma.jpg"));
  const std::vector<std::string> wanted = sample_text("ticks-loma");
  const std::string text = all_text(page);
  CAPTURE(text);
  std::string boxes, wanted_boxes;
  const auto only_boxes = [](const std::string& from) {
    std::string kept;
    for (std::size_t offset = 0; offset < from.size();) {
      const char32_t c = next_code_point(from, offset);
      if (c == U'☐' || c == U'☑') append_utf8(kept, c);
    }
    return kept;
  };
  CHECK(only_boxes(text) == only_boxes(joined(wanted)));
  CHECK(error_rate(joined(wanted), text) < 0.03);

  Document document;
  document.blocks = page.blocks;
  add_ticks_from_text(document);
  REQUIRE(document.answers.size() == 4);
  CHECK(document.answers[0].ticked);
  CHECK_FALSE(document.answers[2].ticked);
  CHECK(error_rate("เข้ามามีบทบาท", document.answers[2].label.utf8) < 0.1);
  CHECK_FALSE(document.answers[2].place.box.empty());
}

TEST_CASE("columns are read one after the other") {
  const RecognisedPage page = recognised(sample_picture("columns-umpush.jpg"));
  CAPTURE(all_text(page));
  CHECK(error_rate(joined(sample_text("columns-umpush")), all_text(page)) < 0.04);
}

TEST_CASE("runs of digits are spans of their own, and unsure unless a second reader agrees") {
  const std::string file = GENERATE("digits-laksaman.jpg", "digits-noto.jpg");
  CAPTURE(file);
  const std::string wanted = joined(sample_text(file.substr(0, file.find('.'))));
  std::size_t runs = 0;
  for (const Block& block : recognised(sample_picture(file)).blocks)
    for (const Span& span : block.text.spans) {
      const std::string text = block.text.utf8.substr(span.begin, span.end - span.begin);
      CAPTURE(text, span.confidence);
      CHECK(span.origin == Origin::ocr);
      if (!has_digit(text)) continue;
      ++runs;
      CHECK((span.confidence >= sure_digits_confidence || span.confidence <= most_unsure_digits_confidence));
      if (span.confidence >= sure_digits_confidence) CHECK(wanted.find(text) != std::string::npos);
      for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = next_code_point(text, offset);
        CHECK((digit_value(c) >= 0 || c == U',' || c == U'.' || c == U'/' || c == U'-' || c == U':'));
      }
    }
  CHECK(runs >= 6);
}

TEST_CASE("Thai and Arabic digits are read right, and most runs may be called sure") {
  for (const char* name : {"digits-laksaman", "digits-noto"}) {
    CAPTURE(name);
    const RecognisedPage page = recognised(sample_picture(std::string(name) + ".jpg"));
    const std::string text = all_text(page);
    CAPTURE(text);
    for (const char* run : {"๒๕๖๔", "๓๐", "๒๕๖๗", "๑,๘๔๗", "๒,๐๕๙", "1,234,567", "2568", "98.03"})
      CHECK(text.find(run) != std::string::npos);
    std::size_t runs = 0, sure = 0;
    for (const Block& block : page.blocks)
      for (const Span& span : block.text.spans) {
        if (!has_digit(block.text.utf8.substr(span.begin, span.end - span.begin))) continue;
        ++runs;
        sure += span.confidence >= sure_digits_confidence ? 1 : 0;
      }
    CHECK(runs == 9);
    CHECK(sure >= 6);
  }
}

TEST_CASE("sara am keeps its ring behind a tone mark, and sara aa gets none") {
  const std::string text = all_text(recognised(sample_picture("prose-laksaman.png")));
  CAPTURE(text);
  CHECK(text.find("น้ำท่วม") != std::string::npos);
  CHECK(text.find("บ้านต้องย้าย") != std::string::npos);
}

TEST_CASE("spans point at their words on the picture as it came") {
  const Picture picture = sample_picture("prose-garuda-turned.jpg");
  const RecognisedPage page = recognised(picture);
  REQUIRE(page.blocks.size() == 3);
  const double width = picture.width * 72 / picture.dpi, height = picture.height * 72 / picture.dpi;
  double last_top = 0;
  for (const Block& block : page.blocks) {
    CHECK(block.place.box.top > last_top);
    last_top = block.place.box.top;
    for (const Span& span : block.text.spans) {
      CHECK_FALSE(span.place.box.empty());
      CHECK(span.place.box.left > 40);
      CHECK(span.place.box.right < width);
      CHECK(span.place.box.bottom < height);
      CHECK(span.place.box.height() < 40);
      REQUIRE_FALSE(span.stops.empty());
      for (std::size_t i = 1; i < span.stops.size(); ++i) CHECK(span.stops[i].x >= span.stops[i - 1].x);
    }
  }
}

TEST_CASE("pages on their side or upside down are read, and their boxes stay where the text is") {
  Picture picture = sample_picture("prose-garuda-turned.jpg");
  const std::string wanted = joined(sample_text("prose-garuda-turned"));
  const RecognisedPage upright = recognised(picture);
  REQUIRE_FALSE(upright.blocks.empty());
  Box first = upright.blocks.front().place.box;
  for (int turns = 1; turns <= 3; ++turns) {
    CAPTURE(turns);
    Picture turned;   // by a quarter counter-clockwise
    turned.width = picture.height;
    turned.height = picture.width;
    turned.dpi = picture.dpi;
    for (int y = 0; y < turned.height; ++y)
      for (int x = 0; x < turned.width; ++x)
        turned.gray.push_back(picture.gray[static_cast<std::size_t>(x * picture.width + picture.width - 1 - y)]);
    const double width = picture.width * 72 / picture.dpi;
    first = {first.top, width - first.right, first.bottom, width - first.left};
    picture = turned;
    const RecognisedPage page = recognised(picture);
    CAPTURE(all_text(page));
    CHECK(error_rate(wanted, all_text(page)) < 0.03);
    REQUIRE_FALSE(page.blocks.empty());
    const Box box = page.blocks.front().place.box;
    CHECK(box.left == Approx(first.left).margin(4));
    CHECK(box.top == Approx(first.top).margin(4));
    CHECK(box.right == Approx(first.right).margin(4));
    CHECK(box.bottom == Approx(first.bottom).margin(4));
  }
}

TEST_CASE("what holds no text is no fault, and what cannot be read is said") {
  Picture white;
  white.width = 600;
  white.height = 800;
  white.gray.assign(600 * 800, 255);
  const RecognisedPage empty = recognised(white);
  CHECK_FALSE(empty.failed);
  CHECK(empty.blocks.empty());

  CHECK(recognised(Picture{}).failed);
  Picture broken;
  broken.width = 1000;
  broken.height = 1000;
  broken.gray.assign(17, 0);
  CHECK(recognised(broken).failed);
}

TEST_CASE("a page of noise ends, with a reason or without text that claims anything") {
  Picture noise;
  noise.width = 1240;
  noise.height = 1754;
  noise.dpi = 150;
  std::uint32_t state = 12345;
  for (int i = 0; i < noise.width * noise.height; ++i) {
    state = state * 1664525U + 1013904223U;
    noise.gray.push_back(static_cast<std::uint8_t>(state >> 24U));
  }
  const RecognisedPage page = recognised(noise);
  CHECK((page.failed || page.truncated || page.confidence < 0.6F || all_text(page).size() < 50));
}
