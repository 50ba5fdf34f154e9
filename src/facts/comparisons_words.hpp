// Word lists made ready for finding the longest word at a place of a text. Internal to facts/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ruamlint {

/// What a word does in a sentence about a change.
enum class Term {
  from,          ///< จาก
  to,            ///< เป็น, มาอยู่ที่, →
  rise_to,       ///< เพิ่มขึ้นเป็น
  fall_to,       ///< เหลือ, ลดลงเหลือ
  before,        ///< ก่อนดำเนินการ, เดิม
  before_label,  ///< ก่อน: counts only right before a figure
  after,         ///< หลังดำเนินการ, ปัจจุบัน
  after_label,
  rise,
  fall,
  points,      ///< percentage points
  share,       ///< คิดเป็น, หรือ
  of_whole,    ///< ของ: what a share is of
  of_before,   ///< ของเดิม
  change,      ///< ดีขึ้น, improved: says no direction
  fraction,    ///< ครึ่งหนึ่ง, two thirds
  multiple,    ///< twice
  whole_rise,  ///< doubled: verb and amount in one
  whole_fall,  ///< halved
  target,      ///< wish and plan
  not_target,  ///< looks like one: กลุ่มเป้าหมาย
  result,      ///< ends a wish: ปรากฏว่า
  filler,      ///< no weight of its own
  masked,      ///< looks like one of the others: เพิ่มเติม
};

struct WordAt {
  Term term = Term::masked;
  std::size_t length = 0;  ///< bytes; 0: no word is there
  double value = 0;        ///< of a word that stands for a number
  explicit operator bool() const { return length > 0; }
};

/// Finds words by the letter that they begin with. Latin words are found in any case and only whole; a Thai
/// word ends where no mark or vowel sign goes on.
class WordIndex {
 public:
  void add(const std::vector<std::string>& words, Term term);
  /// Words that stand for numbers, each written "two thirds = 2/3" or "twice = 2".
  void add_values(const std::vector<std::string>& lines, Term term);
  /// The longest word at byte `at`; of equal ones that which was added first.
  [[nodiscard]] WordAt longest_at(std::string_view text, std::size_t at) const;

 private:
  struct Entry {
    std::string word;
    Term term;
    double value = 0;
  };
  void add(std::string_view word, Term term, double value);

  std::unordered_map<char32_t, std::vector<Entry>> by_first_;
};

/// Whether any of the words stands in the text, whole words as WordIndex has it.
[[nodiscard]] bool holds_word(std::string_view text, const std::vector<std::string>& words);
/// The length of the longest of `words` that ends at byte `at`, blanks before `at` left aside and counted in.
[[nodiscard]] std::size_t word_ending_at(std::string_view text, std::size_t at,
                                         const std::vector<std::string>& words);
/// The length of the longest of `words` that begins at byte `at`.
[[nodiscard]] std::size_t word_beginning_at(std::string_view text, std::size_t at,
                                            const std::vector<std::string>& words);

}  // namespace ruamlint
