#include "facts/comparisons_tables.hpp"

#include "comparisons_fixture.hpp"

using namespace ruamlint;

namespace {

const ChangeWords& words() {
  static const ChangeWords the_words(award_pack());
  return the_words;
}

std::string shown_pairs(const TableChanges& changes) {
  std::string text;
  for (const TablePair& found : changes.pairs) {
    const Comparison comparison = judge_pair(found.pair, words().quantities).comparison;
    text += (text.empty() ? "" : " | ") + comparison.measure + ": " + shown(comparison);
  }
  return text;
}

std::string read(const std::vector<std::string>& rows, const std::string& caption = "") {
  return shown_pairs(changes_in_table(table_of(rows), caption, words()));
}

}  // namespace

TEST_CASE("columns before and after") {
  CHECK(read({"ตัวชี้วัด | หน่วย | ก่อนดำเนินการ (ปี 2563) | หลังดำเนินการ (ปี 2566) | การเปลี่ยนแปลง (ร้อยละ)",
              "ผู้ป่วยไข้เลือดออก | ราย | 120 | 78 | ลดลง 35.0", "ขยะ | ตัน/วัน | 12.0 | 8.0 | -33.3",
              "ครัวเรือนคัดแยก | ครัวเรือน | 40 | 60 | +33 %"}) ==
        "ผู้ป่วยไข้เลือดออก: 120 -> 78 ราย, -35%, ok | ขยะ: 12 -> 8 ตัน/วัน, -33.3%, ok | "
        "ครัวเรือนคัดแยก: 40 -> 60 ครัวเรือน, 33%, WRONG 50");
  CHECK(read({"ที่ | ตัวชี้วัด | ผลการดำเนินงาน | < | ผลต่าง", "^ | ^ | ก่อน | หลัง | ^",
              "1 | ผู้ป่วย (ราย) | 120 | 78 | -42", "2 | อัตราคัดแยก (ร้อยละ) | 15 | 62 | +47"}) ==
        "ผู้ป่วย: 120 -> 78 ราย, -42, ok | อัตราคัดแยก: 15 -> 62 ร้อยละ, 47, ok");
  CHECK(read({"Indicator | Before | After | Change", "Complaints | 80 | 36 | –55 %",
              "Participation rate | 24% | 54% | +125 %", "Dropout | 40% | 14% | –26 percentage points"}) ==
        "Complaints: 80 -> 36, -55%, ok | Participation rate: 24 -> 54 ร้อยละ, 125%, ok | "
        "Dropout: 40 -> 14 ร้อยละ, -26pt, ok");
  CHECK(read({"รายการ | ก่อน | < | หลัง | <", "^ | จำนวน | ร้อยละ | จำนวน | ร้อยละ",
              "ครัวเรือนคัดแยก | 40 | 20.0 | 120 | 60.0"}) ==
        "ครัวเรือนคัดแยก: 40 -> 120, no claim | ครัวเรือนคัดแยก: 20 -> 60 ร้อยละ, no claim");
  CHECK(read({"ตัวชี้วัด | Baseline | เป้าหมาย | ผลลัพธ์", "ผู้ป่วย | 120 | 80 | 78"}) == "ผู้ป่วย: 120 -> 78, no claim");
}

TEST_CASE("rows before and after") {
  CHECK(read({"ช่วงเวลา | ผู้ป่วย (ราย) | ขยะ (ตัน)", "ก่อนดำเนินการ | 120 | 12", "หลังดำเนินการ | 78 | 8",
              "ร้อยละการเปลี่ยนแปลง | -35 | -40"}) ==
        "ผู้ป่วย: 120 -> 78 ราย, -35%, ok | ขยะ: 12 -> 8 ตัน, -40%, WRONG -33.3");
  CHECK(read({"ตัวชี้วัด | ช่วง | ค่า", "ผู้ป่วย (ราย) | ก่อน | 120", "^ | หลัง | 78", "ขยะ (ตัน) | ก่อน | 12",
              "^ | หลัง | 8"}) == "ผู้ป่วย: 120 -> 78 ราย, no claim | ขยะ: 12 -> 8 ตัน, no claim");
  CHECK(read({"ก่อนดำเนินการ | ผู้ป่วยไข้เลือดออก 120 ราย", "หลังดำเนินการ | ผู้ป่วยไข้เลือดออก 78 ราย"}) ==
        "ผู้ป่วยไข้เลือดออก: 120 -> 78 ราย, no claim");
}

TEST_CASE("columns of years compare where they are statistics") {
  CHECK(read({"ตัวชี้วัด | 2564 | 2565 | 2566 | เปลี่ยนแปลง", "ผู้ป่วยไข้เลือดออก (ราย) | 120 | 95 | 78 | -35%",
              "ผู้ป่วยใหม่ | 100 | 80 | 60 | -25%"},
             "ตารางที่ 1 สถิติผู้ป่วย") == "ผู้ป่วยไข้เลือดออก: 120 -> 78 ราย, -35%, ok | ผู้ป่วยใหม่: 100 -> 60, no claim");
  CHECK(read({"รายการ | ปี 2564 | ปี 2565", "งบดำเนินงาน | 100,000 | 200,000"}, "งบประมาณ") == "");
  CHECK(read({"กิจกรรม | ปี 2564 | ปี 2565", "จัดอบรม (ครั้ง) | 3 | 5"}) == "");
}

TEST_CASE("targets, activities and shares are no change") {
  CHECK(read({"ตัวชี้วัด | เป้าหมาย | ผลลัพธ์", "ผู้ป่วย | 80 | 78"}) == "");
  CHECK(read({"กิจกรรม | จำนวนครั้ง | ผู้เข้าร่วม", "เวทีประชาคม | 3 | 120", "อบรม | 5 | 200"}) == "");
  CHECK(read({"กลุ่ม | จำนวน | ร้อยละ", "ชาย | 40 | 40", "หญิง | 60 | 60", "รวม | 100 | 100"}) == "");
}

TEST_CASE("a table that goes on over a page keeps its headings") {
  const TableChanges first = changes_in_table(
      table_of({"ตัวชี้วัด | ก่อน | หลัง | เพิ่ม/ลด (%)", "ผู้ป่วย (ราย) | 120 | 78 | -35"}), "", words());
  REQUIRE(first.layout);
  const TableChanges second =
      changes_in_table(table_of({"ขยะ (ตัน) | 12 | 8 | -33.3"}), "", words(), &*first.layout);
  CHECK(shown_pairs(second) == "ขยะ: 12 -> 8 ตัน, -33.3%, ok");
}
