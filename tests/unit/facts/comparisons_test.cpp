#include "facts/comparisons.hpp"

#include "comparisons_fixture.hpp"

using namespace ruamlint;

namespace {

Text text_of(const std::string& utf8, Origin origin = Origin::text_layer, float confidence = 1) {
  Text text;
  text.utf8 = utf8;
  Span span;
  span.end = utf8.size();
  span.place.part = "document";
  span.place.paragraph = 7;
  span.origin = origin;
  span.confidence = confidence;
  text.spans.push_back(span);
  return text;
}

Block block_of(const std::string& utf8, BlockKind kind = BlockKind::paragraph) {
  Block block;
  block.kind = kind;
  block.text = text_of(utf8);
  return block;
}

Block table_block(const std::vector<std::string>& rows) {
  Block block;
  block.kind = BlockKind::table;
  block.table = table_of(rows);
  for (Cell& cell : block.table.cells) cell.text = text_of(cell.text.utf8);
  return block;
}

ComparisonFacts read(std::vector<Block> blocks) {
  Document document;
  document.format = "docx";
  document.blocks = std::move(blocks);
  const Vocabulary vocabulary(award_pack());
  const Form form = read_form(document, award_pack(), vocabulary);
  return find_comparisons(form);
}

}  // namespace

TEST_CASE("each figure of a comparison is quoted with its place") {
  const auto facts = read({block_of("จำนวนผู้ป่วยลดลงจาก 120 ราย เหลือ 78 ราย ลดลงร้อยละ 35")});
  REQUIRE(facts.comparisons.size() == 1);
  const Comparison& comparison = facts.comparisons[0];
  CHECK(comparison.before_text == "120 ราย");
  CHECK(comparison.after_text == "78 ราย");
  CHECK(comparison.claimed_text == "ลดลงร้อยละ 35");
  REQUIRE(comparison.evidence.size() == 3);
  for (const Evidence& evidence : comparison.evidence) CHECK(evidence.place.paragraph == 7);
  CHECK_FALSE(facts.after_only);
}

TEST_CASE("a table within a cell compares as one that stands alone") {
  const auto facts = read({table_block({"ชื่อผลงาน | คลองสวย",
                                        "ผลลัพธ์ | ตารางเปรียบเทียบ\nตัวชี้วัด\tก่อนดำเนินการ\tหลังดำเนินการ\n"
                                        "เรื่องร้องเรียน (เรื่อง)\t120\t35\n"
                                        "ทั้งนี้รายได้เพิ่มขึ้นจาก 7,500 บาท เป็น 10,200 บาท"})});
  CHECK(all_shown(facts.comparisons) == "120 -> 35 เรื่อง, no claim | 7500 -> 10200 บาท, no claim");
  REQUIRE(facts.comparisons.size() == 2);
  CHECK(facts.comparisons[0].before_text == "120");
  CHECK(facts.comparisons[0].evidence.at(0).place.paragraph == 7);
}

TEST_CASE("items of a list belong together") {
  const auto facts = read({block_of("ก่อนดำเนินการ: ผู้ป่วย 120 ราย", BlockKind::list_item),
                           block_of("หลังดำเนินการ: ผู้ป่วย 78 ราย", BlockKind::list_item),
                           block_of("ลดลงร้อยละ 40", BlockKind::list_item)});
  CHECK(all_shown(facts.comparisons) == "120 -> 78 ราย, -40%, WRONG -35");
}

TEST_CASE("a table and what is said of it are told once, unless they differ") {
  const std::vector<std::string> rows = {"ตัวชี้วัด | ก่อน | หลัง | ร้อยละที่ลดลง", "ผู้ป่วย (ราย) | 120 | 78 | 35"};
  CHECK(all_shown(read({table_block(rows), block_of("ผู้ป่วยลดลงจาก 120 ราย เหลือ 78 ราย")}).comparisons) ==
        "120 -> 78 ราย, -35%, ok");
  CHECK(all_shown(read({table_block(rows), block_of("ผู้ป่วยลดลงจาก 120 ราย เหลือ 78 ราย ลดลงร้อยละ 50")})
                      .comparisons) == "120 -> 78 ราย, -35%, ok | 120 -> 78 ราย, -50%, WRONG -35");
}

TEST_CASE("a table over two pages, and a form that is a table") {
  CHECK(all_shown(read({table_block({"ตัวชี้วัด | ก่อน | หลัง | เปลี่ยนแปลง (%)", "ผู้ป่วย (ราย) | 120 | 78 | -35"}),
                        table_block({"ขยะ (ตัน) | 12 | 8 | -33.3"})})
                      .comparisons) == "120 -> 78 ราย, -35%, ok | 12 -> 8 ตัน, -33.3%, ok");
  CHECK(all_shown(read({table_block({"หัวข้อ | รายละเอียด", "ผลลัพธ์ | ผู้ป่วยลดลงจาก 120 ราย เหลือ 78 ราย",
                                     "หลักฐาน | แนบ 2 ไฟล์"})})
                      .comparisons) == "120 -> 78 ราย, no claim");
}

TEST_CASE("figures that were read with doubt are unsure") {
  Block block = block_of("x");
  block.text = text_of("ผู้ป่วยลดลงจาก 120 ราย เหลือ 78 ราย ลดลงร้อยละ 50", Origin::ocr, 0.6F);
  const auto facts = read({block});
  REQUIRE(facts.comparisons.size() == 1);
  CHECK(facts.comparisons[0].unsure);
}

TEST_CASE("figures of results without a before") {
  const auto facts = read({block_of("หลังดำเนินโครงการมีผู้ป่วยลดลงร้อยละ 35")});
  CHECK(facts.comparisons.empty());
  CHECK(facts.after_only);
  REQUIRE(facts.after_figures.size() == 1);
  CHECK(facts.after_figures[0].quote == "ร้อยละ 35");
  CHECK_FALSE(read({block_of("จัดอบรม 3 ครั้ง มีผู้เข้าร่วม 120 คน")}).after_only);
}

TEST_CASE("one measure, told differently in two places") {
  const std::vector<std::string> rows = {"KPI | Before (2021) | After (2023) | % change",
                                         "Reading score (คะแนน) | 48 | 66 | +37.5%",
                                         "สมาชิก (คน) | 310 | 1,240 | +300%"};
  const auto disagreements = [&](const std::string& text) {
    return read({block_of(text), table_block(rows)}).disagreements;
  };
  const auto restated = disagreements("Reading score เพิ่มขึ้นจาก 48 คะแนน เป็น 72 คะแนน (+50%)");
  REQUIRE(restated.size() == 1);
  CHECK(restated[0].kind == Disagreement::Kind::restated);
  CHECK(restated[0].evidence.size() == 4);
  CHECK(disagreements("Reading score เพิ่มขึ้นจาก 48 คะแนน เป็น 66 คะแนน").empty());
  // Another year, another measure, another unit.
  CHECK(disagreements("Reading score เพิ่มขึ้นจาก 48 คะแนน ในปี 2021 เป็น 55 คะแนน ในปี 2022").empty());
  CHECK(disagreements("หนังสือที่ยืมต่อคน เพิ่มขึ้นจาก 48 เล่ม เป็น 72 เล่ม").empty());

  const auto elsewhere = disagreements("ผลลัพธ์ที่สำคัญคือ สมาชิกเพิ่มขึ้นร้อยละ 250");
  REQUIRE(elsewhere.size() == 1);
  CHECK(elsewhere[0].kind == Disagreement::Kind::claim_elsewhere);
  CHECK(elsewhere[0].recomputed == Approx(300));
  CHECK(disagreements("ผลลัพธ์ที่สำคัญคือ สมาชิกเพิ่มขึ้นร้อยละ 300").empty());
  CHECK(disagreements("ผลลัพธ์ที่สำคัญคือ สมาชิกสูงอายุที่อ่านออกเสียงได้เพิ่มขึ้นร้อยละ 250").empty());
}

TEST_CASE("totals are the sums of their rows") {
  const auto totals = [](const std::vector<std::string>& rows) {
    std::string text;
    for (const Disagreement& one : read({table_block(rows)}).disagreements) {
      text += (text.empty() ? "" : " | ") + one.measure + ": " + one.first_text + " is " +
              short_number(one.recomputed);
    }
    return text;
  };
  CHECK(totals({"หมู่บ้าน | ก่อน | หลัง", "บ้านหนึ่ง | 40 | 26", "บ้านสอง | 50 | 30", "รวม | 90 | 58"}) ==
        "หลัง: 58 is 56");
  CHECK(totals({"กลุ่ม | จำนวน (คน) | ร้อยละ", "ชาย | 40 | 40.0", "หญิง | 60 | 60.0", "รวม | 100 | 100.0"})
            .empty());
  CHECK(totals({"กลุ่ม | จำนวน (คน)", "ชาย | 40", "หญิง | 60", "เฉลี่ย | 50"}).empty());
  CHECK(totals({"กลุ่ม | จำนวน", "ชาย | 1,240 คน", "หญิง | 60 คน", "รวมทั้งสิ้น | 1,200 คน"}) ==
        "จำนวน: 1,200 คน is 1300");
  CHECK(totals({"รายการ | จำนวน", "อบรม | 40 คน", "ครัวเรือน | 60 ครัวเรือน", "รวมกลุ่มใหม่ | 3 กลุ่ม"}).empty());
}
