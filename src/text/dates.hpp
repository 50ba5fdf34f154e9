// Dates as people write them in Thai forms, as intervals: nothing is known more exactly than it was written.
// Years come out Gregorian; พ.ศ. is 543 ahead. Calendar facts and their sources: docs/glossary.md, "Time".
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ruamlint {

using Day = std::chrono::sys_days;

/// A day that lies somewhere in [earliest, latest], both included.
struct DayRange {
  Day earliest{}, latest{};
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

enum class DatePrecision { day, month, quarter, year, fiscal_year, season };

/// One date in a text: "1 ตุลาคม 2564", "ต.ค. 64", "1/10/2564", "ปี ๒๕๖๕", "ปีงบประมาณ พ.ศ. 2566", "October
/// 2023", "2023-10-01", "วันลอยกระทง ปี 2566".
struct DateMention {
  std::size_t begin = 0, end = 0;  ///< bytes, with the words that belong to it (วันที่, ปีงบประมาณ, พ.ศ.)
  DayRange range;
  DatePrecision precision = DatePrecision::day;
  bool era_stated = false;  ///< พ.ศ., ค.ศ., BE or AD is written; else it was told by the year's size
  bool gregorian = false;   ///< the year is written as ค.ศ.
  /// The reading is the likeliest of several: a two-digit year that fits neither era surely, a year that
  /// contradicts its era, day and month that could be swapped, a day that the month lacks (its month is
  /// kept), a quarter of either kind of year (the range covers both), a year lent across its turn (ต.ค. -
  /// ก.พ. 2567).
  bool ambiguous = false;
  bool approximate = false;  ///< ประมาณ, ราว, ต้นปี, mid-2020, a movable feast, a school year
  /// The year of a law, regulation, plan, edition or award (ระเบียบ... พ.ศ. 2548, รางวัล... ประจำปี 2567), or
  /// the day of a document (ลงวันที่): not when something was done.
  bool citation = false;
};

/// A stretch of time in a text. Each end may be open.
struct PeriodMention {
  std::size_t begin = 0, end = 0;
  DayRange start;   ///< when it began
  DayRange finish;  ///< when it ended; for `ongoing` the reference day, and `has_finish` is set
  bool has_start = false, has_finish = false;
  bool ongoing = false;  ///< ถึงปัจจุบัน, จนถึงปัจจุบัน, เป็นต้นมา, present
  bool reversed = false;  ///< written end before start
  bool plan = false;  ///< จะ, แผน, กลยุทธ์, เป้าหมาย, คาดว่า right before it
  std::vector<DateMention> dates;
};

/// A length of time in whole months: "1 ปี 6 เดือน" is 18..18, "กว่า 3 ปี" 36..max, "เกือบ 1 ปี" below 12.
struct DurationMention {
  std::size_t begin = 0, end = 0;
  int least_months = 0;
  int most_months = 0;  ///< INT_MAX where open
  bool open_above = false;  ///< กว่า, มากกว่า, ไม่น้อยกว่า, อย่างน้อย
  bool plan = false;  ///< of a plan or an intention (แผนห้าปี, จะดำเนินการ 3 ปี)
};

/// All dates, left to right, not overlapping. A bare number is a year only where something says so: ปี, พ.ศ.,
/// ค.ศ., a month beside it, a range of years, or an allowed year (2500..2599, 1990..2099) alone in its text.
[[nodiscard]] std::vector<DateMention> find_dates(std::string_view text);

/// Dates joined into periods: ตั้งแต่ ... ถึง ..., ระหว่าง ..., A - B (also "ต.ค. 2564 - ก.ย. 2566", "1 - 30 ก.ย.
/// 2566", "พ.ศ. 2565-67", "ปี 65/66"), ตั้งแต่ A (open), A ถึงปัจจุบัน, เริ่ม A, A เป็นต้นมา; a date that belongs to none
/// is a period of its own with both ends inside it, so "ปีงบประมาณ 2565" runs 2021-10-01..2022-09-30. `today`
/// stands for ปัจจุบัน.
[[nodiscard]] std::vector<PeriodMention> find_periods(std::string_view text, Day today);

/// Lengths of time in digits or words, Thai or English. Ages (อายุ 60 ปี), school years, frequencies (ทุก 3
/// เดือน) and figures that belong to a date are left out; "ปีที่ 3" is 24..36, as two years are over and the
/// third is not.
[[nodiscard]] std::vector<DurationMention> find_durations(std::string_view text);

/// Whole months from `from` to `to` (the day after the last counts: 2023-02-12 to 2024-02-12 is 12); negative
/// where `to` is before `from`. A month without the day that it should end on ends on its last.
[[nodiscard]] int whole_months(Day from, Day to);

/// ISO 8601, "2024-02-12".
[[nodiscard]] std::string iso_date(Day day);
/// False where the text is no such date.
[[nodiscard]] bool parse_iso_date(std::string_view text, Day& day);

}  // namespace ruamlint
