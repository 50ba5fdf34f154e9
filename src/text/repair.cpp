#include "text/repair.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// A code point and the byte of the input that it came from.
struct Letter {
  char32_t c = 0;
  std::size_t origin = 0;
};
using Letters = std::vector<Letter>;

constexpr char32_t soft_hyphen = U'\u00AD';
constexpr char32_t zero_width_space = U'\u200B';
constexpr char32_t zero_width_non_joiner = U'\u200C';
constexpr char32_t zero_width_joiner = U'\u200D';
constexpr char32_t word_joiner = U'\u2060';
constexpr char32_t byte_order_mark = U'\uFEFF';
constexpr char32_t mai_han_akat = U'\u0E31';
constexpr char32_t sara_aa = U'า';
constexpr char32_t sara_am = U'ำ';
constexpr char32_t sara_uee = U'\u0E37';
constexpr char32_t phinthu = U'\u0E3A';
constexpr char32_t sara_e = U'เ';
constexpr char32_t sara_ae = U'แ';
constexpr char32_t lakkhangyao = U'ๅ';
constexpr char32_t thanthakhat = U'\u0E4C';
constexpr char32_t yamakkan = U'\u0E4E';
constexpr char32_t nikhahit = U'\u0E4D';
constexpr char32_t first_private = 0xF700;
constexpr char32_t last_private = 0xF71A;

bool is_thai_mark(char32_t c) {
  return c >= 0xE00 && c <= 0xE7F && is_mark(c);
}
bool is_following_vowel(char32_t c) {
  return c == sara_aa || c == sara_am || c == lakkhangyao;
}
/// U+0E31 and U+0E37 never end a syllable: a consonant must follow.
bool is_open_vowel(char32_t c) {
  return c == mai_han_akat || c == sara_uee;
}
bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t';
}
bool is_no_break_space(char32_t c) {
  return c == 0xA0 || c == 0x2007 || c == 0x202F;
}

/// The place of a mark in the order of writing: below, above, tone, silencer. U+0E3A stands before U+0E38 and
/// U+0E39 because NFC puts it there.
int mark_rank(char32_t c) {
  if (is_tone_mark(c)) {
    return 4;
  }
  if (c == thanthakhat || c == yamakkan) {
    return 5;
  }
  if (c == phinthu) {
    return 1;
  }
  return c == 0xE38 || c == 0xE39 ? 2 : 3;
}

void erase_marked(Letters& letters, const std::vector<bool>& unwanted) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!unwanted[i]) {
      letters[kept++] = letters[i];
    }
  }
  letters.resize(kept);
}

void plain_spaces(Letters& letters) {
  for (Letter& letter : letters) {
    if (is_no_break_space(letter.c)) {
      letter.c = U' ';
    }
  }
}

/// The joiners mean something in other scripts and in emoji; beside Thai they are leftovers.
void drop_invisible(Letters& letters) {
  std::vector<bool> unwanted(letters.size(), false);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i].c;
    const bool beside_thai =
        (i > 0 && is_thai(letters[i - 1].c)) || (i + 1 < letters.size() && is_thai(letters[i + 1].c));
    unwanted[i] = c == soft_hyphen || c == zero_width_space || c == word_joiner || c == byte_order_mark ||
                  ((c == zero_width_joiner || c == zero_width_non_joiner) && beside_thai);
  }
  erase_marked(letters, unwanted);
}

/// Windows' and TLWG's alternate glyphs (shifted and lowered marks, ญ and ฐ without their foot) have codes of
/// their own in U+F700..U+F71A.
void map_private_use(Letters& letters) {
  static constexpr std::array<char32_t, last_private - first_private + 1> real = {
      0xE10, 0xE34, 0xE35, 0xE36, 0xE37, 0xE48, 0xE49, 0xE4A, 0xE4B, 0xE4C, 0xE48, 0xE49, 0xE4A, 0xE4B,
      0xE4C, 0xE0D, 0xE31, 0xE4D, 0xE47, 0xE48, 0xE49, 0xE4A, 0xE4B, 0xE4C, 0xE38, 0xE39, 0xE3A};
  for (Letter& letter : letters) {
    if (letter.c >= first_private && letter.c <= last_private) {
      letter.c = real[letter.c - first_private];
    }
  }
}

/// Whether an open vowel, with its tone mark or without, stands right before letter `i`.
bool ends_in_open_vowel(const Letters& letters, std::size_t i) {
  if (i > 0 && is_tone_mark(letters[i - 1].c)) {
    --i;
  }
  return i > 0 && is_open_vowel(letters[i - 1].c);
}

/// Whether blanks between the letter before `gap` and `next` can only be damage, as no word begins with
/// `next` or none ends as the text before does.
bool is_false_gap(const Letters& letters, std::size_t gap, char32_t next) {
  const char32_t before = letters[gap - 1].c;
  if (is_thai_mark(next) || is_following_vowel(next)) {
    return is_thai_consonant(before) || is_thai_mark(before) || (is_tone_mark(next) && before == sara_am);
  }
  return is_thai_consonant(next) && (is_leading_vowel(before) || ends_in_open_vowel(letters, gap));
}

void close_false_gaps(Letters& letters) {
  std::vector<bool> unwanted(letters.size(), false);
  for (std::size_t i = 1; i < letters.size(); ++i) {
    if (!is_blank(letters[i].c)) {
      continue;
    }
    std::size_t next = i;
    while (next < letters.size() && is_blank(letters[next].c)) {
      ++next;
    }
    if (next < letters.size() && is_false_gap(letters, i, letters[next].c)) {
      std::fill(unwanted.begin() + static_cast<std::ptrdiff_t>(i),
                unwanted.begin() + static_cast<std::ptrdiff_t>(next), true);
    }
    i = next;
  }
  erase_marked(letters, unwanted);
}

/// Nikhahit and sara aa, with a tone mark on either side of the nikhahit, are the parts of sara am.
void compose_sara_am(Letters& letters) {
  std::vector<bool> unwanted(letters.size(), false);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i].c != nikhahit) {
      continue;
    }
    std::size_t next = i + 1;
    while (next < letters.size() && is_tone_mark(letters[next].c)) {
      ++next;
    }
    if (next < letters.size() && (letters[next].c == sara_aa || letters[next].c == sara_am)) {
      letters[next].c = sara_am;
      letters[next].origin = letters[i].origin;
      unwanted[i] = true;
    }
  }
  erase_marked(letters, unwanted);
}

/// ำ followed by its own stem, or by itself, is one ำ drawn twice.
void merge_doubled_sara_am(Letters& letters) {
  std::vector<bool> unwanted(letters.size(), false);
  for (std::size_t i = 1; i < letters.size(); ++i) {
    const bool stem = letters[i].c == sara_aa || letters[i].c == sara_am;
    unwanted[i] = stem && letters[i - 1].c == sara_am;
  }
  erase_marked(letters, unwanted);
}

/// A tone mark is written before the ำ that it is drawn above.
void put_tone_before_sara_am(Letters& letters) {
  for (std::size_t i = 1; i < letters.size(); ++i) {
    if (is_tone_mark(letters[i].c) && letters[i - 1].c == sara_am) {
      std::swap(letters[i], letters[i - 1]);
    }
  }
}

void order_marks(Letters& letters) {
  const auto by_rank = [](const Letter& a, const Letter& b) { return mark_rank(a.c) < mark_rank(b.c); };
  const auto is_marked = [](const Letter& letter) { return is_thai_mark(letter.c); };
  for (auto first = letters.begin(); first != letters.end();) {
    first = std::find_if(first, letters.end(), is_marked);
    const auto last = std::find_if_not(first, letters.end(), is_marked);
    std::stable_sort(first, last, by_rank);
    first = last;
  }
}

void merge_doubled_marks(Letters& letters) {
  const auto doubled = [](const Letter& a, const Letter& b) { return a.c == b.c && is_thai_mark(a.c); };
  letters.erase(std::unique(letters.begin(), letters.end(), doubled), letters.end());
}

/// Two sara e look like one sara ae, and are typed for it.
void merge_doubled_sara_e(Letters& letters) {
  std::vector<bool> unwanted(letters.size(), false);
  for (std::size_t i = 1; i < letters.size(); ++i) {
    if (letters[i].c == sara_e && letters[i - 1].c == sara_e) {
      letters[i - 1].c = sara_ae;
      unwanted[i] = true;
    }
  }
  erase_marked(letters, unwanted);
}

void append_normalised(Letters& result, const Letter* first, const Letter* last,
                       const icu::Normalizer2& nfc) {
  icu::UnicodeString segment;
  for (const Letter* letter = first; letter != last; ++letter) {
    segment.append(static_cast<UChar32>(letter->c));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = nfc.normalize(segment, status);
  if (U_FAILURE(status) || composed == segment) {
    result.insert(result.end(), first, last);
    return;
  }
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    result.push_back({static_cast<char32_t>(composed.char32At(i)), first->origin});
  }
}

/// NFC, segment by segment, so that the map back stays true. Never NFKC: it takes ำ apart.
void compose_canonically(Letters& letters) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto is_inert = [&](const Letter& letter) { return nfc->isInert(static_cast<UChar32>(letter.c)); };
  if (U_FAILURE(status) || std::all_of(letters.begin(), letters.end(), is_inert)) {
    return;
  }
  Letters result;
  result.reserve(letters.size());
  for (std::size_t first = 0; first < letters.size();) {
    std::size_t last = first + 1;
    while (last < letters.size() && !nfc->hasBoundaryBefore(static_cast<UChar32>(letters[last].c))) {
      ++last;
    }
    append_normalised(result, letters.data() + first, letters.data() + last, *nfc);
    first = last;
  }
  letters = std::move(result);
}

void run_steps(Letters& letters) {
  plain_spaces(letters);
  drop_invisible(letters);
  map_private_use(letters);
  close_false_gaps(letters);
  compose_sara_am(letters);
  merge_doubled_sara_am(letters);
  put_tone_before_sara_am(letters);
  order_marks(letters);
  merge_doubled_marks(letters);
  merge_doubled_sara_e(letters);
  compose_canonically(letters);
}

bool same_text(const Letters& a, const Letters& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Letter& x, const Letter& y) { return x.c == y.c; });
}

/// One step may make work for an earlier one (a gap is seen only when the mark behind it is a real mark,
/// marks meet when an accent moves), so the steps run until nothing changes. The bound only guards against an
/// oversight here: every step shortens the text or sorts it.
void run_until_settled(Letters& letters) {
  constexpr int max_rounds = 16;
  for (int round = 0; round < max_rounds; ++round) {
    const Letters before = letters;
    run_steps(letters);
    if (same_text(before, letters)) {
      return;
    }
  }
}

/// What most pages are made of: nothing in these ranges is touched by itself, only next to a wrong neighbour.
bool is_plain(char32_t c) {
  const bool latin = c >= 0x20 && c < 0x300 && c != 0xA0 && c != soft_hyphen;
  const bool line_sign = c == U'\n' || c == U'\t' || c == U'\r';
  const bool punctuation_or_symbol = (c >= 0x2010 && c <= 0x2027) || (c >= 0x2500 && c <= 0x27BF);
  const bool symbol_font = c >= 0xF020 && c <= 0xF0FF;
  return latin || line_sign || is_thai(c) || c == U'฿' || punctuation_or_symbol || symbol_font ||
         c == U'\uFFFD';
}

bool is_suspicious(char32_t second_before, char32_t before, char32_t c) {
  if (is_thai_mark(c)) {
    return is_blank(before) || before == sara_am || c == nikhahit ||
           (is_thai_mark(before) && mark_rank(before) >= mark_rank(c));
  }
  switch (c) {
    case U' ':
    case U'\t':
      return is_leading_vowel(before) || is_open_vowel(before) ||
             (is_tone_mark(before) && is_open_vowel(second_before));
    case sara_aa:
    case sara_am:
    case lakkhangyao:
      return is_blank(before) || before == sara_am;
    case sara_e:
      return before == sara_e;
    default:
      return false;
  }
}

/// Errs on the side of yes; text that it passes is left as it is by every step.
bool may_need_repair(std::string_view text) {
  char32_t second_before = 0;
  char32_t before = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    const bool ill_formed = c == U'\uFFFD' && offset - begin == 1;
    if (ill_formed || !is_plain(c) || is_suspicious(second_before, before, c)) {
      return true;
    }
    second_before = std::exchange(before, c);
  }
  return false;
}

Letters decoded(std::string_view text) {
  Letters letters;
  letters.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t origin = offset;
    letters.push_back({next_code_point(text, offset), origin});
  }
  return letters;
}

/// Bytes of a letter that is still what it was map one to one, all bytes of another to where it began.
Repaired encoded(const Letters& letters, std::string_view input) {
  Repaired result;
  result.text.reserve(input.size());
  result.origin.reserve(input.size() + 1);
  for (const Letter& letter : letters) {
    const std::size_t begin = result.text.size();
    append_utf8(result.text, letter.c);
    const std::size_t size = result.text.size() - begin;
    const bool kept = input.compare(letter.origin, size, result.text, begin, size) == 0;
    for (std::size_t i = 0; i < size; ++i) {
      result.origin.push_back(letter.origin + (kept ? i : 0));
    }
  }
  result.origin.push_back(input.size());
  return result;
}

Repaired unchanged(std::string_view text) {
  Repaired result{std::string(text), std::vector<std::size_t>(text.size() + 1)};
  for (std::size_t i = 0; i < result.origin.size(); ++i) {
    result.origin[i] = i;
  }
  return result;
}

}  // namespace

Repaired repair(std::string_view text) {
  if (!may_need_repair(text)) {
    return unchanged(text);
  }
  Letters letters = decoded(text);
  run_until_settled(letters);
  return encoded(letters, text);
}

std::string repaired(std::string_view text) {
  return may_need_repair(text) ? repair(text).text : std::string(text);
}

}  // namespace ruamlint
