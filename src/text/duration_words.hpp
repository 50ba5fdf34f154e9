// The words around lengths of time: data of the language. Internal to text/.
// Text is passed with its Latin letters in lower case.
#pragma once

#include <cstddef>
#include <string_view>

namespace ruamlint {

/// What a word says about the length beside it.
enum class DurationBound { exact, at_least, below, at_most, about };

struct BoundWord {
  std::size_t length = 0;  ///< bytes; 0: no such word
  DurationBound bound = DurationBound::exact;
};
/// กว่า, เกือบ, ไม่น้อยกว่า at the end of `head`; ขึ้นไป at the beginning of `tail`.
[[nodiscard]] BoundWord bound_before(std::string_view head);
[[nodiscard]] BoundWord bound_behind(std::string_view tail);

/// The unit at the beginning of `tail`: its bytes, 0 where there is none. Not ปีละ, เดือนที่แล้ว.
[[nodiscard]] std::size_t year_unit(std::string_view tail);
[[nodiscard]] std::size_t month_unit(std::string_view tail);

/// "And a bit" (เศษ, กว่า) at the beginning of `tail`, in bytes.
[[nodiscard]] std::size_t remainder_word(std::string_view tail);

/// "And a half" at the beginning of `tail`, with the blanks before it: its bytes, 0 where there is none.
[[nodiscard]] std::size_t half_more(std::string_view tail);
/// ครึ่งปี, half a year: its bytes.
[[nodiscard]] std::size_t half_year(std::string_view tail);

/// one .. eighteen, and "a"; the bytes, and the value. 0 where there is none.
[[nodiscard]] std::size_t english_number(std::string_view tail, int& value);

/// What `head` ends with makes of the figure behind it: an age ("อายุระหว่าง 15 ปี ถึง"), a frequency (ทุก), a
/// school year (ชั้นมัธยมศึกษา).
[[nodiscard]] bool ends_with_age(std::string_view head);
[[nodiscard]] bool ends_with_frequency(std::string_view head);
[[nodiscard]] bool ends_with_school(std::string_view head);

/// Whether a word of intention is near the end of `head`.
[[nodiscard]] bool ends_with_plan(std::string_view head);

/// `text` without blanks and hyphens at its end.
[[nodiscard]] std::string_view without_blanks_behind(std::string_view text);

}  // namespace ruamlint
