// Shares, multiples and points, in words and figures: what each phrasing tells, and whether it is so.
// Expectations were written before the finder was run on them.
#include <cstdio>

#include "comparisons_fixture.hpp"
#include "facts/comparisons_sentences.hpp"

using namespace ruamlint;

namespace {

std::string short_name(Comparison::Verdict verdict) {
  switch (verdict) {
    case Comparison::Verdict::consistent:
    case Comparison::Verdict::by_rounding:
      return "ok";
    case Comparison::Verdict::no_claim:
      return "none";
    case Comparison::Verdict::zero_base:
      return "zero";
    case Comparison::Verdict::unit_differs:
      return "unit";
    case Comparison::Verdict::direction_differs:
      return "direction";
    case Comparison::Verdict::inconsistent:
      break;
  }
  return "wrong";
}

std::string plain(double value) {
  char text[32];
  (void)std::snprintf(text, sizeof text, "%g", value);
  return text;
}

/// "120 -> 78 ok, 40 -> 60 none"
std::string told_by(const std::string& text) {
  static const ChangeWords words(award_pack());
  std::string all;
  for (const FigurePair& pair : changes_in_sentences(text, words).pairs) {
    const Comparison comparison = judge_pair(pair, words.quantities).comparison;
    all += (all.empty() ? "" : ", ") + plain(comparison.before.value) + " -> " +
           plain(comparison.after.value) + " " + short_name(comparison.verdict);
  }
  return all;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("shares, multiples and points in Thai") {
  constexpr Row rows[] = {
      {"ผู้ป่วยลดลงหนึ่งในสาม จาก 90 ราย เหลือ 60 ราย", "90 -> 60 ok"},
      {"ผู้ป่วยลดลงหนึ่งในสาม จาก 90 ราย เหลือ 30 ราย", "90 -> 30 wrong"},
      {"ผู้ป่วยลดลงสองในสาม จาก 90 ราย เหลือ 30 ราย", "90 -> 30 ok"},
      {"ผู้ป่วยจาก 90 ราย เหลือ 30 ราย คิดเป็นหนึ่งในสามของเดิม", "90 -> 30 ok"},
      {"ผู้ป่วยลดลงเหลือหนึ่งในสาม จาก 90 ราย เหลือ 30 ราย", "90 -> 30 ok"},
      {"ขยะลดลงครึ่งหนึ่ง จาก 48 ตันต่อเดือน เหลือ 24 ตันต่อเดือน", "48 -> 24 ok"},
      {"ขยะลดลงครึ่งหนึ่ง จาก 48 ตันต่อเดือน เหลือ 36 ตันต่อเดือน", "48 -> 36 wrong"},
      {"ขยะลดลงกว่าครึ่ง จาก 48 ตันต่อเดือน เหลือ 20 ตันต่อเดือน", "48 -> 20 ok"},
      {"ขยะลดลงกว่าครึ่ง จาก 48 ตันต่อเดือน เหลือ 40 ตันต่อเดือน", "48 -> 40 wrong"},
      {"ขยะลดลงเกือบครึ่ง จาก 48 ตันต่อเดือน เหลือ 26 ตันต่อเดือน", "48 -> 26 ok"},
      {"สมาชิกเพิ่มขึ้น 2 เท่า จาก 100 คน เป็น 300 คน", "100 -> 300 ok"},
      {"สมาชิกเพิ่มขึ้น 2 เท่า จาก 100 คน เป็น 200 คน", "100 -> 200 ok"},
      {"สมาชิกเพิ่มขึ้นเป็น 2 เท่า จาก 100 คน เป็น 200 คน", "100 -> 200 ok"},
      {"สมาชิกเพิ่มขึ้นเป็น 2 เท่า จาก 100 คน เป็น 300 คน", "100 -> 300 wrong"},
      {"สมาชิกเพิ่มขึ้นเป็นสองเท่าของเดิม คือจาก 100 คน เป็น 300 คน", "100 -> 300 wrong"},
      {"สมาชิกเพิ่มขึ้นเท่าตัว จาก 100 คน เป็น 200 คน", "100 -> 200 ok"},
      {"สมาชิกเพิ่มขึ้นกว่าเท่าตัว จาก 100 คน เป็น 240 คน", "100 -> 240 ok"},
      {"สมาชิกเพิ่มขึ้นสามเท่าตัว จาก 100 คน เป็น 400 คน", "100 -> 400 ok"},
      {"สมาชิกเพิ่มขึ้นเกือบ 3 เท่า จาก 100 คน เป็น 285 คน", "100 -> 285 ok"},
      {"สมาชิกเพิ่มขึ้นเกือบ 3 เท่า จาก 100 คน เป็น 150 คน", "100 -> 150 wrong"},
      {"สมาชิกเพิ่มขึ้นกว่า 3 เท่า จาก 100 คน เป็น 330 คน", "100 -> 330 ok"},
      {"รายได้เพิ่มขึ้นหนึ่งเท่าครึ่ง จาก 4,000 บาท เป็น 10,000 บาท", "4000 -> 10000 ok"},
      {"อัตราสวมหมวกเพิ่มจากร้อยละ 38 เป็นร้อยละ 76 เพิ่มขึ้น 38 จุด", "38 -> 76 ok"},
      {"จำนวนผู้ป่วย ปี ๒๕๖๒ = ๑,๒๔๐ ราย ปี ๒๕๖๖ = ๔๓๐ ราย ลดลงร้อยละ ๖๕.๓", "1240 -> 430 ok"},
      {"ผู้ป่วย (ปี 62 : 1240 ราย, ปี 66 : 430 ราย) ลดลงร้อยละ 65.3", "1240 -> 430 ok"},
      {"มูลค่าการขายเพิ่มจาก 9 แสนบาท เป็น 1.8 ล้านบาท คิดเป็นเพิ่มขึ้นเท่าตัว", "900000 -> 1.8e+06 ok"},
      {"สามารถลดจำนวนผู้ป่วยลงได้ถึงร้อยละ 35 กล่าวคือ จาก 120 ราย เหลือ 78 ราย", "120 -> 78 ok"},
      {"สามารถลดจำนวนผู้ป่วยลงได้ถึงร้อยละ 45 กล่าวคือ จาก 120 ราย เหลือ 78 ราย", "120 -> 78 wrong"},
      {"รายได้เฉลี่ยเพิ่มจากเดือนละ 8,500 บาท เป็นเดือนละ 12,750 บาท หรือเป็น 1.5 เท่า", "8500 -> 12750 ok"},
      {"คุณภาพน้ำ (BOD) ดีขึ้นจาก 9.8 มก./ล. เป็น 3.1 มก./ล.", "9.8 -> 3.1 none"},
      {"จำนวนวันที่ฝุ่นเกินค่ามาตรฐานลดลงจาก 58 วัน เป็น 29 วัน ลดลงครึ่งหนึ่งพอดี", "58 -> 29 ok"},
      {"ศูนย์เปิดตั้งแต่ 8 นาฬิกา เป็นเวลา 9 ชั่วโมง", ""},
      {"อุบัติเหตุลดลงอย่างต่อเนื่อง จาก 84 ครั้ง (2563) เป็น 70 ครั้ง (2564) และ 42 ครั้ง (2566) รวมลดลง 50%",
       "84 -> 42 ok"},
      {"จำนวนร้านค้า: ก่อน 12 ร้าน / หลัง 30 ร้าน / เพิ่ม 150%", "12 -> 30 ok"},
      {"จำนวนร้านค้า ก่อน=12 หลัง=30 (+150%)", "12 -> 30 ok"},
      {"จากเดิมที่ต้องใช้เวลา 15 วัน ปัจจุบันใช้เวลาเพียง 3 วัน เร็วขึ้น 5 เท่า", "15 -> 3 ok"},
      {"จากเดิมที่ต้องใช้เวลา 15 วัน ปัจจุบันใช้เวลาเพียง 3 วัน เร็วขึ้นร้อยละ 80", "15 -> 3 ok"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(told_by(row.text) == row.expected);
  }
}

TEST_CASE("shares, multiples and points in English") {
  constexpr Row rows[] = {
      {"Membership rose from 12 to 96, eight times as many", "12 -> 96 ok"},
      {"Membership rose from 12 to 60, eight times as many", "12 -> 60 wrong"},
      {"Membership doubled from 40 to 80 (+100%)", "40 -> 80 ok"},
      {"Membership doubled from 40 to 120", "40 -> 120 wrong"},
      {"Membership more than doubled, from 40 to 96", "40 -> 96 ok"},
      {"Membership tripled from 40 to 120", "40 -> 120 ok"},
      {"Membership tripled from 40 to 90", "40 -> 90 wrong"},
      {"Membership quadrupled, from 30 in 2019 to 120 in 2023", "30 -> 120 ok"},
      {"Complaints were halved, from 64 to 32", "64 -> 32 ok"},
      {"Complaints were halved from 64 to 48", "64 -> 48 wrong"},
      {"Complaints halved from 64 to 32", "64 -> 32 ok"},
      {"Complaints fell by half, from 64 to 32", "64 -> 32 ok"},
      {"Complaints fell by two thirds, from 90 to 30", "90 -> 30 ok"},
      {"Complaints fell by two-thirds, from 90 to 45", "90 -> 45 wrong"},
      {"Complaints fell by three quarters, from 80 to 20", "80 -> 20 ok"},
      {"Complaints fell by a third, from 90 to 60", "90 -> 60 ok"},
      {"Complaints dropped from 80 to 20, one quarter of the original number", "80 -> 20 ok"},
      {"Income grew threefold, from 20,000 to 60,000 baht", "20000 -> 60000 ok"},
      {"Income grew 3-fold, from 20,000 to 60,000 baht", "20000 -> 60000 ok"},
      {"Income grew from 20,000 to 50,000 baht, 2.5 times the earlier figure", "20000 -> 50000 ok"},
      {"Income is now twice what it was, up from 20,000 to 40,000 baht", "20000 -> 40000 ok"},
      {"Use of helmets rose 38 percentage points, from 38% to 76%", "38 -> 76 ok"},
      {"Use of helmets rose 50 percentage points, from 38% to 76%", "38 -> 76 wrong"},
      {"Use of helmets rose by 38 points from 38% to 76%", "38 -> 76 ok"},
      {"Before: 12 shops. After: 30 shops. Increase: 150%.", "12 -> 30 ok"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(told_by(row.text) == row.expected);
  }
}
