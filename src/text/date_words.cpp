#include "text/date_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/date_lexicon.hpp"
#include "text/fuzzy.hpp"
#include "text/number_words.hpp"
#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

bool is_thai_letter(char32_t c) {
  return is_thai(c) && digit_value(c) < 0;
}

/// มกรา for มกราคม: said so, and sometimes written so, but also how many a word begins.
bool is_clipped_month(const DateKeyword& keyword) {
  const auto ends_with = [&](std::string_view ending) { return keyword.spelling.ends_with(ending); };
  return keyword.word == DateWord::month && !(ends_with("คม") || ends_with("ยน") || ends_with("พันธ์"));
}

/// The words by their first code point, the longest first. ASCII and Thai have a slot for each, the rest
/// share one.
class WordIndex {
 public:
  struct Slot {
    std::vector<const DateKeyword*> keywords;
    std::vector<const DateAbbreviation*> abbreviations;
  };

  WordIndex() {
    for (const DateKeyword& keyword : date_keywords()) {
      slot(code_point_at(keyword.spelling, 0)).keywords.push_back(&keyword);
    }
    for (const DateAbbreviation& abbreviation : date_abbreviations()) {
      slot(code_point_at(abbreviation.first, 0)).abbreviations.push_back(&abbreviation);
    }
    for (Slot& each : slots_) {
      std::stable_sort(
          each.keywords.begin(), each.keywords.end(),
          [](const DateKeyword* x, const DateKeyword* y) { return x->spelling.size() > y->spelling.size(); });
    }
  }

  [[nodiscard]] const Slot& at(char32_t c) const { return slots_[place_of(c)]; }

 private:
  static std::size_t place_of(char32_t c) {
    if (c < 0x80) {
      return ascii_lower(c);
    }
    return c >= 0xE00 && c < 0xE80 ? c - 0xE00 + 0x80 : slot_count - 1;
  }
  Slot& slot(char32_t c) { return slots_[place_of(c)]; }

  static constexpr std::size_t slot_count = 0x101;
  std::array<Slot, slot_count> slots_;
};

const WordIndex& word_index() {
  static const WordIndex index;
  return index;
}

/// Looked at first, because the comparison with all names is dear: the first letter, and the vowel before the
/// ending
/// (-าคม, -ายน, -าพันธ์), with either letter of which it is enough.
bool looks_like_month(const std::u32string& letters) {
  static constexpr std::u32string_view first_letters = U"มกเพสตธ";
  static constexpr std::array<std::u32string_view, 5> traits = {U"าค", U"าย", U"าพ", U"คม", U"ยน"};
  return first_letters.find(letters[0]) != std::u32string_view::npos &&
         std::any_of(traits.begin(), traits.end(),
                     [&](std::u32string_view trait) { return letters.find(trait) != std::u32string::npos; });
}

/// A month's name with one letter wrong or missing (กรกฏาคม) at the beginning of `text`: its number, and the
/// bytes that it takes; 0 where there is none. The short names are too short for that.
int misspelt_month(std::string_view text, std::size_t& length) {
  constexpr std::size_t least_letters = 6;
  constexpr std::size_t most_letters = 12;
  std::u32string letters;
  std::vector<std::size_t> ends{0};
  for (std::size_t offset = 0; offset < text.size() && letters.size() < most_letters;) {
    const char32_t c = next_code_point(text, offset);
    if (!is_thai_letter(c)) {
      break;
    }
    letters += c;
    ends.push_back(offset);
  }
  if (letters.size() + 1 < least_letters || !looks_like_month(letters)) {
    return 0;
  }
  for (const DateKeyword& keyword : date_keywords()) {
    const std::u32string name = to_utf32(keyword.spelling);
    if (keyword.word != DateWord::month || !is_thai(name[0]) || name.size() < least_letters) {
      continue;
    }
    for (const std::size_t size : {name.size(), name.size() + 1, name.size() - 1}) {
      const bool whole = size <= letters.size() && (size == letters.size() || !is_mark(letters[size]));
      if (whole && edit_distance(name, std::u32string_view(letters).substr(0, size), 1) <= 1) {
        length = ends[size];
        return keyword.value;
      }
    }
  }
  return 0;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<DateToken> run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      if (const char32_t c = next_code_point(text_, at_); is_space(c)) {
        space_ = true;
        line_ = line_ || c == U'\n' || c == U'\f';
        continue;
      }
      at_ = begin;
      if (pass_article()) {
        continue;
      }
      if (!read_number() && !read_keyword() && !read_abbreviation() && !read_misspelt_month()) {
        read_other();
      }
    }
    return std::move(tokens_);
  }

 private:
  void emit(DateWord word, std::size_t end, int value = 0, int digits = 0) {
    tokens_.push_back(
        {word, at_, end, value, digits, space_, line_, is_latin_letter(code_point_at(text_, at_))});
    at_ = end;
    space_ = line_ = false;
  }

  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  /// Whether a word was recognised that ends right here: then what follows begins a new one.
  [[nodiscard]] bool after_known_word() const {
    return !tokens_.empty() && tokens_.back().end == at_ && tokens_.back().word != DateWord::other;
  }

  /// "until the present", "since the 1st of June": no article tells anything of a date.
  bool pass_article() {
    constexpr std::string_view article = "the";
    if (!begins_with_lowered(rest(), article) || is_latin_letter(code_point_before(text_, at_)) ||
        is_latin_letter(code_point_at(text_, at_ + article.size()))) {
      return false;
    }
    at_ += article.size();
    space_ = true;
    return true;
  }

  bool read_number() {
    std::size_t end = at_;
    int value = 0;
    int digits = 0;
    constexpr int most_digits = 8;
    for (std::size_t next = at_; next < text_.size();) {
      const int digit = digit_value(next_code_point(text_, next));
      if (digit < 0) {
        break;
      }
      end = next;
      value = digits < most_digits ? value * 10 + digit : 0;
      ++digits;
    }
    if (digits == 0) {
      return false;
    }
    const bool in_identifier =
        (is_latin_letter(code_point_before(text_, at_)) && !after_known_word()) || digits > most_digits;
    const auto figure = read_figure(rest());
    if (in_identifier || (figure && figure->grouped)) {  // "1,240" is an amount
      emit(DateWord::other, figure && figure->grouped ? at_ + figure->length : end);
      return true;
    }
    end = behind_ordinal(end, digits);
    const bool letter_follows = is_latin_letter(code_point_at(text_, end)) && !is_time_mark(end);
    emit(letter_follows ? DateWord::other : DateWord::number, end, value, digits);
    return true;
  }

  /// 1st, 2nd, 3rd, 5th.
  [[nodiscard]] std::size_t behind_ordinal(std::size_t end, int digits) const {
    static constexpr std::array<std::string_view, 4> suffixes = {"st", "nd", "rd", "th"};
    for (const std::string_view suffix : suffixes) {
      if (digits <= 2 && begins_with_lowered(text_.substr(end), suffix) &&
          !is_latin_letter(code_point_at(text_, end + suffix.size()))) {
        return end + suffix.size();
      }
    }
    return end;
  }

  /// The T of "2023-10-01T08:30".
  [[nodiscard]] bool is_time_mark(std::size_t offset) const {
    return text_[offset] == 'T' && digit_value(code_point_at(text_, offset + 1)) >= 0;
  }

  bool read_keyword() {
    for (const DateKeyword* keyword : word_index().at(code_point_at(text_, at_)).keywords) {
      if (begins_with_lowered(rest(), keyword->spelling) && is_whole_word(*keyword)) {
        std::size_t end = at_ + keyword->spelling.size();
        const bool short_month =
            keyword->word == DateWord::month && is_latin_letter(code_point_at(text_, at_));
        end += short_month && code_point_at(text_, end) == U'.' ? 1 : 0;
        emit(keyword->word, end, keyword->value);
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_whole_word(const DateKeyword& keyword) const {
    const char32_t behind = code_point_at(text_, at_ + keyword.spelling.size());
    if (!is_latin_letter(code_point_at(text_, at_))) {
      return is_clipped_month(keyword) ? !is_thai_letter(behind) : !is_mark(behind);
    }
    // "may" is a month only with its capital.
    return !is_latin_letter(code_point_before(text_, at_)) && !is_latin_letter(behind) &&
           (keyword.spelling != "may" || text_[at_] == 'M');
  }

  bool read_abbreviation() {
    for (const DateAbbreviation* abbreviation : word_index().at(code_point_at(text_, at_)).abbreviations) {
      if (const std::size_t end = end_of(*abbreviation); end > at_) {
        emit(abbreviation->word, end, abbreviation->value);
        return true;
      }
    }
    return read_maimed_era();
  }

  /// "พ..2560": the ศ was lost.
  bool read_maimed_era() {
    constexpr std::string_view maimed = "พ..";
    if (rest().substr(0, maimed.size()) != maimed || !starts_word()) {
      return false;
    }
    std::size_t digit = at_ + maimed.size();
    while (code_point_at(text_, digit) == U' ') {
      ++digit;
    }
    if (digit_value(code_point_at(text_, digit)) < 0) {
      return false;
    }
    emit(DateWord::buddhist_era, at_ + maimed.size());
    return true;
  }

  [[nodiscard]] bool starts_word() const {
    return after_known_word() || !(is_thai_letter(code_point_before(text_, at_)) || is_inside_abbreviation());
  }

  /// A letter and a dot before: the end of a longer abbreviation (สนง.ก.พ.).
  [[nodiscard]] bool is_inside_abbreviation() const {
    return code_point_before(text_, at_) == U'.' && is_thai_letter(code_point_before(text_, at_ - 1));
  }

  [[nodiscard]] std::size_t end_of(const DateAbbreviation& abbreviation) const {
    std::size_t at = at_;
    if (text_.compare(at, abbreviation.first.size(), abbreviation.first) != 0) {
      return at_;
    }
    at += abbreviation.first.size();
    const bool first_dot = code_point_at(text_, at) == U'.';
    at += first_dot ? 1 : 0;
    at += first_dot && code_point_at(text_, at) == U' ' ? 1 : 0;
    if (at >= text_.size() || text_.compare(at, abbreviation.second.size(), abbreviation.second) != 0) {
      return at_;
    }
    at += abbreviation.second.size();
    const bool last_dot = code_point_at(text_, at) == U'.';
    const char32_t behind = code_point_at(text_, at);
    const bool goes_on = last_dot ? goes_on_abbreviated(at + 1) : is_thai_letter(behind) || is_mark(behind);
    // Without any dot, only a figure beside it makes it one (9 กค 48).
    const bool is_marked = first_dot || last_dot || has_figure_beside(at);
    return goes_on || !is_marked || !may_begin_here(first_dot) ? at_ : at + (last_dot ? 1 : 0);
  }

  /// With its first dot (ต้นต.ค.) it is told from the letters before it.
  [[nodiscard]] bool may_begin_here(bool has_first_dot) const {
    return starts_word() ||
           (has_first_dot && !is_inside_abbreviation() && !is_leading_vowel(code_point_before(text_, at_)));
  }

  /// ก.พ.ร.: one more letter with a dot, unless it begins the era.
  [[nodiscard]] bool goes_on_abbreviated(std::size_t offset) const {
    constexpr std::size_t thai_letter_bytes = 3;
    const std::string_view behind = text_.substr(std::min(offset, text_.size()));
    return is_thai_consonant(code_point_at(text_, offset)) &&
           code_point_at(text_, offset + thai_letter_bytes) == U'.' && !behind.starts_with("พ.ศ") &&
           !behind.starts_with("ค.ศ");
  }

  [[nodiscard]] bool has_figure_beside(std::size_t end) const {
    while (code_point_at(text_, end) == U' ') {
      ++end;
    }
    const bool number_before = !tokens_.empty() && tokens_.back().word == DateWord::number;
    return number_before || digit_value(code_point_at(text_, end)) >= 0;
  }

  bool read_misspelt_month() {
    if (!starts_word()) {
      return false;
    }
    std::size_t length = 0;
    const int month = misspelt_month(rest(), length);
    if (month != 0) {
      emit(DateWord::month, at_ + length, month);
    }
    return month != 0;
  }

  void read_other() {
    std::size_t end = at_;
    static_cast<void>(next_code_point(text_, end));
    if (!tokens_.empty() && tokens_.back().word == DateWord::other && tokens_.back().end == at_) {
      tokens_.back().end = end;
      at_ = end;
      return;
    }
    emit(DateWord::other, end);
  }

  std::string_view text_;
  std::vector<DateToken> tokens_;
  std::size_t at_ = 0;
  bool space_ = false;
  bool line_ = false;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace ruamlint
