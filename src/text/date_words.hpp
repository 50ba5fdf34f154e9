// The first step of reading dates: text cut into the figures, words and signs that dates are made of. Thai
// has no word boundaries, so words are found by the longest that begins at each place. Internal to text/.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ruamlint {

enum class DateWord {
  number,      ///< a run of digits; `value`, `digits`
  month,       ///< `value` 1..12, full or short, Thai or English
  day_cue,     ///< วันที่, วันจันทร์ที่
  month_cue,   ///< เดือน
  year_cue,    ///< ปี, ประจำปี, year; `value` is the YearPart of ต้นปี, late ...
  fiscal_cue,  ///< ปีงบประมาณ; `value` as above
  academic_cue,  ///< ปีการศึกษา
  term_cue,      ///< ภาคเรียนที่
  quarter_cue,   ///< ไตรมาสที่; `value` its number, where the word says it (first quarter)
  festival,      ///< `value` is its place in the table of festivals
  buddhist_era,
  gregorian_era,
  english_cue,   ///< in, during, by: a year may follow
  to,            ///< ถึง, จนถึง
  finish,        ///< สิ้นสุด, แล้วเสร็จ
  by,            ///< ภายใน
  since,         ///< ตั้งแต่
  start,         ///< เริ่ม, ครั้งแรก
  between,       ///< ระหว่าง
  present,       ///< ปัจจุบัน
  ever_since,    ///< เป็นต้นมา
  from_then_on,  ///< เป็นต้นไป
  about,         ///< ประมาณ, ราว
  and_word,      ///< และ, กับ
  of_word,       ///< ของ, of
  counted,       ///< a classifier or per cent: the figure before it counts something (คน, บาท, %)
  dash,
  slash,
  dot,
  comma,
  open,
  close,
  other,  ///< a run of anything else
};

struct DateToken {
  DateWord word = DateWord::other;
  std::size_t begin = 0, end = 0;
  int value = 0;
  int digits = 0;
  bool space_before = false;
  bool line_before = false;  ///< a line end lies before it
  bool latin = false;        ///< written in Latin letters
};

[[nodiscard]] std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace ruamlint
