// Tagged PDFs: their structure tree is used, and not believed where it cannot be true.
#include "reading.hpp"

using namespace ruamlint;
using namespace ruamlint::test;

namespace {

const std::u32string first_half = U"ชาวบ้านร่วมกันสำรวจคลองทั้งสายตั้งแต่ต้นน้ำจนถึงปากอ่าวและบันทึกจุดที่น้ำเสีย";
const std::u32string second_half = U"ทุกจุดลงแผนที่ของหมู่บ้านเพื่อให้เทศบาลนำไปใช้วางแผนในปีต่อไปได้ทันทีทั้งหมด";

std::vector<BlockKind> kinds_of(const PdfFile& file) {
  std::vector<BlockKind> kinds;
  for (const Block& block : read(file).blocks) kinds.push_back(block.kind);
  return kinds;
}

}  // namespace

TEST_CASE("What is tagged as a heading is one, however it looks, unless most of the text is") {
  const auto kinds = [](const char* role_of_text) {
    PdfFile file;
    file.role_map = "/Topic /Subject /Subject /H2 /Round /Round";
    PdfPage& page = file.page();
    page.begin_tag("Topic").text(70, 100, U"ที่มาของโครงการ", 14).end_tag();
    page.begin_tag(role_of_text).text(70, 140, U"ชาวบ้านเดือดร้อนจากน้ำท่วมทุกปี จึงร่วมกันหาทางแก้", 14).end_tag();
    page.begin_tag("Topic").text(70, 180, U"ผลที่ได้", 14).end_tag();
    page.begin_tag(role_of_text).text(70, 220, U"น้ำท่วมลดลงมากกว่าครึ่งของพื้นที่ และชาวบ้านพอใจ", 14).end_tag();
    return kinds_of(file);
  };
  using enum BlockKind;
  const std::vector<BlockKind> told = {heading, paragraph, heading, paragraph};
  CHECK(kinds("P") == told);
  CHECK(kinds("Round") == told);
  CHECK(kinds("H1") == std::vector<BlockKind>(4, paragraph));
}

TEST_CASE("Tags part paragraphs whose last lines are full") {
  PdfFile file;
  PdfPage& page = file.page();
  double y = 100;
  for (int i = 0; i < 3; ++i, y += 80)
    page.begin_tag("P")
        .text(70, y, first_half, 14)
        .text(70, y + 20, second_half, 14)
        .text(70, y + 40, first_half, 14)
        .text(70, y + 60, second_half, 14)
        .end_tag();
  const Document document = read(file);
  REQUIRE(document.blocks.size() == 3);
  for (const Block& block : document.blocks)
    CHECK(block.text.utf8.find("น้ำเสียทุกจุด") != std::string::npos);
}

TEST_CASE("Tags that part every line from the next are not believed") {
  PdfFile file;
  PdfPage& page = file.page();
  for (int i = 0; i < 6; ++i)
    page.begin_tag("H1").text(70, 100 + 20 * i, i % 2 == 0 ? first_half : second_half, 14).end_tag();
  CHECK(kinds_of(file) == std::vector<BlockKind>{BlockKind::paragraph});
}

TEST_CASE("A paragraph that is tagged as one item of a list is one") {
  PdfFile file;
  file.page().begin_tag("LI").text(70, 100, U"ขุดลอกคลองทั้งสาย", 14).end_tag();
  CHECK(kinds_of(file) == std::vector<BlockKind>{BlockKind::list_item});
}
