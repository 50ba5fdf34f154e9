#include "facts/comparisons_sentences.hpp"

#include "comparisons_fixture.hpp"

using namespace ruamlint;

namespace {

std::vector<Comparison> read(const std::string& text) {
  static const ChangeWords words(award_pack());
  std::vector<Comparison> comparisons;
  for (const FigurePair& pair : changes_in_sentences(text, words).pairs) {
    comparisons.push_back(judge_pair(pair, words.quantities).comparison);
  }
  return comparisons;
}

std::string read_from(const std::string& text) {
  return all_shown(read(text));
}

std::string measure_in(const std::string& text) {
  const auto comparisons = read(text);
  return comparisons.empty() ? "-" : comparisons[0].measure;
}

std::string after_only_in(const std::string& text) {
  static const ChangeWords words(award_pack());
  std::string result;
  const SentenceChanges changes = changes_in_sentences(text, words);
  for (const auto& [figure, measure, claim] : changes.after_only) {
    result += (result.empty() ? "" : " | ") + text.substr(figure.begin, figure.end - figure.begin);
  }
  return result;
}

struct Row {
  const char* text;
  const char* expected;
};

template <std::size_t n>
void check(const Row (&rows)[n]) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read_from(row.text) == row.expected);
  }
}

}  // namespace

TEST_CASE("from A to B, with the change before or behind") {
  check({
      {"จำนวนผู้ป่วยไข้เลือดออกลดลงจาก 120 ราย เหลือ 78 ราย คิดเป็นลดลงร้อยละ 35", "120 -> 78 ราย, -35%, ok"},
      {"ผู้ป่วยไข้เลือดออกลดลงร้อยละ 35 จาก 120 ราย เป็น 78 ราย", "120 -> 78 ราย, -35%, ok"},
      {"ผู้ป่วยลดลงร้อยละ 35 (จาก 120 เป็น 78 ราย)", "120 -> 78 ราย, -35%, ok"},
      {"ผู้ป่วยลดลงจาก 120 ราย เป็น 80 ราย หรือลดลงร้อยละ 35", "120 -> 80 ราย, -35%, WRONG -33.3"},
      {"จาก 1,240 ครัวเรือน เหลือ 430 ครัวเรือน ลดลงร้อยละ 65.3", "1240 -> 430 ครัวเรือน, -65.3%, ok"},
      {"จาก ๑,๒๔๐ ครัวเรือน เหลือ ๔๓๐ ครัวเรือน ลดลงร้อยละ ๖๕.๓", "1240 -> 430 ครัวเรือน, -65.3%, ok"},
      {"จาก 40 คน เป็น 60 คน เพิ่มขึ้นร้อยละ 33", "40 -> 60 คน, 33%, WRONG 50"},
      {"จาก 40 คน เป็น 60 คน คิดเป็นร้อยละ 50", "40 -> 60 คน, 50%, ok"},
      {"รายได้จาก 5,000 บาทต่อเดือน เพิ่มขึ้นเป็น 8,000 บาทต่อเดือน", "5000 -> 8000 บาทต่อเดือน, no claim"},
      {"อัตราคัดแยกจากร้อยละ 15 เพิ่มขึ้นเป็นร้อยละ 62 หรือเพิ่มขึ้น 47 จุดร้อยละ", "15 -> 62 ร้อยละ, 47pt, ok"},
      {"จาก 1.2 ล้านบาท เพิ่มเป็น 1.5 ล้านบาท คิดเป็นเพิ่มขึ้นร้อยละ 25", "1200000 -> 1500000 บาท, 25%, ok"},
      {"จาก 1.2 เป็น 1.5 ล้านบาท เพิ่มขึ้น 300,000 บาท", "1200000 -> 1500000 บาท, 300000, ok"},
      {"เพิ่มขึ้นเป็น 336 คน จาก 210 คน", "210 -> 336 คน, no claim"},
      {"ผู้ป่วยลดลง 42 ราย (ร้อยละ 35) จาก 120 ราย เหลือ 78 ราย", "120 -> 78 ราย, no claim"},
      {"ผู้ป่วยจาก 120 ราย เหลือ 78 ราย ลดลง 42 ราย คิดเป็นร้อยละ 36", "120 -> 78 ราย, -36%, WRONG -35"},
      {"ผู้ป่วยเพิ่มขึ้นจาก 120 ราย เหลือ 78 ราย เพิ่มขึ้นร้อยละ 35", "120 -> 78 ราย, 35%, DIRECTION"},
      {"ข้อร้องเรียนจาก 0 เรื่อง เป็น 12 เรื่อง เพิ่มขึ้นร้อยละ 100", "0 -> 12 เรื่อง, 100%, zero base"},
      {"The number of cases rose from 210 in 2020 to 336 in 2023, an increase of 60 per cent",
       "210 -> 336, 60%, ok"},
      {"Complaints fell by 35% from 120 to 80.", "120 -> 80, -35%, WRONG -33.3"},
  });
}

TEST_CASE("before and after, formerly and now") {
  check({
      {"เดิมมีสมาชิก 25 คน ปัจจุบันมีสมาชิก 140 คน", "25 -> 140 คน, no claim"},
      {"ก่อนดำเนินการมีขยะ 12 ตันต่อวัน หลังดำเนินการเหลือ 8 ตันต่อวัน ลดลงร้อยละ 33.3", "12 -> 8 ตันต่อวัน, -33.3%, ok"},
      {"ปัจจุบันเหลือผู้ป่วย 78 ราย จากเดิม 120 ราย", "120 -> 78 ราย, no claim"},
      {"ก่อน 120 ราย หลัง 78 ราย", "120 -> 78 ราย, no claim"},
      {"- ก่อนดำเนินการ: ผู้ป่วย 120 ราย\n- หลังดำเนินการ: ผู้ป่วย 78 ราย\n- ลดลงร้อยละ 35", "120 -> 78 ราย, -35%, ok"},
      {"ก่อนดำเนินการ ขยะ 12 ตัน/วัน คัดแยกร้อยละ 15 หลังดำเนินการ ขยะ 8 ตัน/วัน คัดแยกร้อยละ 62",
       "12 -> 8 ตัน/วัน, no claim | 15 -> 62 ร้อยละ, no claim"},
      {"ในปี 2563 มีผู้ป่วย 120 ราย และในปี 2566 มีผู้ป่วย 78 ราย ลดลงร้อยละ 35", "120 -> 78 ราย, -35%, ok"},
      {"ปริมาณขยะ 12 → 8 ตัน (-33.3%)", "12 -> 8 ตัน, -33.3%, ok"},
      {"ผู้สูงอายุติดเตียง 120 ราย ลดลงเหลือ 78 ราย", "120 -> 78 ราย, no claim"},
  });
}

TEST_CASE("times and halves") {
  check({
      {"สมาชิกเพิ่มขึ้น 2 เท่า จาก 40 คน เป็น 80 คน", "40 -> 80 คน, 2x, ok"},
      {"สมาชิกจาก 40 คน เป็น 80 คน เพิ่มขึ้นเท่าตัว", "40 -> 80 คน, 1x, ok"},
      {"สมาชิกจาก 40 คน เป็น 60 คน เพิ่มขึ้นเป็น 2 เท่า", "40 -> 60 คน, 2x, WRONG 1.5"},
      {"ขยะลดลงครึ่งหนึ่ง จาก 12 ตัน เหลือ 6 ตัน", "12 -> 6 ตัน, -50%, ok"},
  });
}

TEST_CASE("what was, behind what is") {
  check({
      {"อ่านผลใน 1 นาที จากเดิม 30 นาที", "30 -> 1 นาที, no claim"},
      {"ผู้เข้าประชุมประชาคม จาก 85 คน เป็น 340 คน คิดเป็น 4 เท่าของเดิม", "85 -> 340 คน, 4x, ok"},
      {"ผู้เข้าประชุมประชาคม จาก 85 คน เป็น 340 คน คิดเป็น 7 เท่าของเดิม", "85 -> 340 คน, 7x, WRONG 4"},
      {"ข้าว ลดจาก 180 กก./ไร่ เป็น 306 กก./ไร่ (+70%)", "180 -> 306 กก./ไร่, 70%, DIRECTION"},
  });
}

TEST_CASE("what is no change") {
  for (const char* text : {
           "ผู้เข้าร่วมจาก 5 จังหวัด จำนวน 400 คน",
           "จากกลุ่มตัวอย่าง 400 คน เป็นเพศหญิง 230 คน คิดเป็นร้อยละ 57.5",
           "ตั้งเป้าลดขยะจาก 12 ตัน เหลือ 6 ตัน ภายในปี 2568",
           "จะลดผู้ป่วยจาก 120 ราย เหลือ 50 ราย",
           "คาดว่าผู้ป่วยจะลดลงจาก 120 ราย เหลือ 50 ราย",
           "มีผู้ผ่านเกณฑ์ 80 ครัวเรือน คิดเป็นร้อยละ 80 ของครัวเรือนทั้งหมด",
           "ดำเนินการระหว่างปี 2563 ถึง 2566 ใน 12 ตำบล",
           "อบรมแกนนำ 3 รุ่น รุ่นละ 40 คน รวม 120 คน",
       }) {
    INFO(text);
    CHECK(read_from(text) == "");
  }
}

TEST_CASE("a result without a before") {
  CHECK(after_only_in("ผู้ป่วยลดลงร้อยละ 35") == "ร้อยละ 35");
  CHECK(after_only_in("ผู้ป่วยลดลงเหลือร้อยละ 20") == "ร้อยละ 20");
  CHECK(after_only_in("หลังดำเนินการมีผู้ป่วย 78 ราย") == "78 ราย");
  CHECK(after_only_in("คาดว่าผู้ป่วยจะลดลงร้อยละ 35") == "");
  CHECK(after_only_in("ผู้ป่วยจาก 120 ราย เหลือ 78 ราย ลดลงร้อยละ 35") == "");
}

TEST_CASE("the measure is named by the words before") {
  CHECK(measure_in("ผลการดำเนินงานพบว่าจำนวนผู้ป่วยไข้เลือดออกลดลงจาก 120 ราย เหลือ 78 ราย") == "ผู้ป่วยไข้เลือดออก");
  CHECK(measure_in("เดิมมีสมาชิก 25 คน ปัจจุบันมีสมาชิก 140 คน") == "สมาชิก");
  CHECK(measure_in("รายได้เฉลี่ยจาก 5,000 บาท เพิ่มขึ้นเป็น 8,000 บาท") == "รายได้เฉลี่ย");
  CHECK(measure_in("Complaints fell by 35% from 120 to 78.") == "Complaints");
}
