// What differs between files of the same form must not show in the facts: numbers typed or generated, fields,
// marked heads of columns.
#include <catch2/catch.hpp>

#include "fixture.hpp"

using namespace ruamlint;

namespace {

Facts facts_of(const Document& document) {
  return find_facts(document, test_pack(), {});
}

}  // namespace

TEST_CASE("a number in front of the text is no part of what is quoted or counted") {
  const std::string body = "\n1. เพื่อลดน้ำเสียในคลอง\n(2) เพื่อให้ชุมชนดูแลคลองร่วมกัน";
  for (const char* number : {"3. ", "๓.๑ ", "2.1", "(ก) ", "ส่วนที่ 3 ", "ข. "}) {
    INFO(number);
    const Facts typed = facts_of("# " + std::string(number) + "วัตถุประสงค์" + body);
    CHECK(section_in(typed, "objective").heading == "วัตถุประสงค์");
    CHECK(section_in(typed, "objective").letters ==
          section_in(facts_of("# วัตถุประสงค์\nเพื่อลดน้ำเสียในคลอง\nเพื่อให้ชุมชนดูแลคลองร่วมกัน"), "objective").letters);
  }
}

TEST_CASE("a figure that begins a paragraph is no number in front of it") {
  CHECK(section_in(facts_of("# วัตถุประสงค์\n40 ครัวเรือนมีน้ำใช้"), "objective").letters ==
        section_in(facts_of("# วัตถุประสงค์\nมี 40 ครัวเรือนน้ำใช้"), "objective").letters);
}

TEST_CASE("a marked head of a column opens no section") {
  Document document = form_of(
      "# ระดับการมีส่วนร่วม\n| ระดับ | กิจกรรม | ผู้มีส่วนได้ส่วนเสีย | วันที่ |\n"
      "| ให้ข้อมูลข่าวสาร (Inform) | ประกาศเสียงตามสายในตลาดทุกเช้า | ผู้ค้าทุกแผง | 1 มิ.ย. 2566 |");
  for (Cell& cell : document.blocks[1].table.cells) cell.header = cell.row == 0;
  CHECK_FALSE(section_in(facts_of(document), "stakeholders").found);
}

TEST_CASE("a level that is a tick box's label is described where a row tells of it") {
  const Facts facts =
      facts_of(form_of("# ระดับการมีส่วนร่วม\n☑ รับฟังความคิดเห็น (Consult)\n| ระดับ | กิจกรรม |\n"
                       "| รับฟังความคิดเห็น (Consult) | จัดเวทีรับฟังผู้ค้าทุกตลาด 3 ครั้ง และสำรวจผู้ซื้อ 350 คน |"));
  CHECK(facts.levels.described == std::vector<std::string>{"consult"});
}

TEST_CASE("a field whose value stands in the text is told once") {
  Document document = form_of("ประเภทรางวัล: เปิดใจใกล้ชิดประชาชน\nระดับการมีส่วนร่วม: ร่วมมือ (Collaborate)");
  for (const Block& block : document.blocks) {
    const std::size_t colon = block.text.utf8.find(':');
    Answer answer;
    answer.label = slice(block.text, 0, colon);
    answer.value = slice(block.text, colon + 2, block.text.utf8.size());
    answer.place = block.place;
    document.answers.push_back(answer);
  }
  const Facts facts = facts_of(document);
  CHECK(facts.category.evidence.size() == 1);
  CHECK(facts.levels.stated == std::vector<std::string>{"collaborate"});
  CHECK(facts.levels.mentions.size() == 1);
}
