// How much of a text is what its author wrote. Three kinds of sign are read: letters that cannot stand where
// they stand, code points that are no text at all, and whole texts that lack what Thai cannot be written
// without.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// Marks and tone marks a consonant in running Thai: about 0.30 and 0.12. In no hundred letters of an
/// ordinary text did they fall below 0.18 and 0.04; where they do, something took them away.
constexpr double poor_mark_rate = 0.18;
constexpr double hopeless_mark_rate = 0.12;
constexpr double poor_tone_rate = 0.06;
/// Sara am a consonant is about 0.02; none at all, or one for every sara aa, may be the work of a font.
constexpr double poor_sara_am_rate = 0.005;
constexpr double high_sara_am_rate = 0.06;
/// Tone marks that a space follows: about 0.1 of all.
constexpr double high_tone_at_end_rate = 0.3;
/// Fewer consonants than this are a heading or a name, and may well have no mark.
constexpr std::size_t enough_consonants = 60;
constexpr std::size_t few_consonants = 15;

constexpr char32_t mai_han_akat = U'\u0E31';
constexpr char32_t sara_a = U'ะ';
constexpr char32_t sara_aa = U'า';
constexpr char32_t sara_am = U'ำ';
constexpr char32_t thanthakhat = U'\u0E4C';
constexpr char32_t na_nen = U'ณ';  // a word of its own: "at"

struct Word {
  std::size_t begin = 0, end = 0;
};

/// The text under judgement, and which of its letters have been found illegible.
struct Sheet {
  std::u32string text;
  std::vector<Word> words;
  std::vector<bool> illegible;

  [[nodiscard]] char32_t at(std::size_t i) const { return i < text.size() ? text[i] : U' '; }
  void condemn(std::size_t begin, std::size_t end) {
    std::fill(illegible.begin() + static_cast<std::ptrdiff_t>(begin),
              illegible.begin() + static_cast<std::ptrdiff_t>(end), true);
  }
};

Sheet sheet_of(std::string_view utf8) {
  Sheet sheet;
  sheet.text = to_utf32(utf8);
  sheet.illegible.assign(sheet.text.size(), false);
  for (std::size_t i = 0; i < sheet.text.size(); ++i) {
    if (is_space(sheet.text[i])) {
      continue;
    }
    const std::size_t begin = i;
    while (i < sheet.text.size() && !is_space(sheet.text[i])) {
      ++i;
    }
    sheet.words.push_back({begin, i});
  }
  return sheet;
}

// ---- Letters that cannot stand where they stand
// -------------------------------------------------------------

bool is_vowel_mark(char32_t c) {
  return is_thai(c) && is_mark(c) && !is_tone_mark(c) && c != thanthakhat;
}

bool is_legal_after(char32_t before, char32_t c) {
  const bool on_consonant = is_thai_consonant(before);
  if (c == thanthakhat) {
    return on_consonant || (is_vowel_mark(before) && before != mai_han_akat);
  }
  if (is_tone_mark(c)) {
    return on_consonant || is_vowel_mark(before);
  }
  if (is_vowel_mark(c)) {
    return on_consonant;
  }
  if (c == sara_aa || c == sara_am) {
    return on_consonant || is_tone_mark(before);
  }
  if (c == sara_a) {
    return on_consonant || is_tone_mark(before) || before == sara_aa;
  }
  return true;
}

/// Looks through the tone mark that may stand on the vowel.
bool is_legal_before(const Sheet& sheet, std::size_t i) {
  const char32_t c = sheet.text[i];
  const char32_t next = sheet.at(i + 1);
  if (is_leading_vowel(c)) {
    return is_thai_consonant(next);
  }
  return c != mai_han_akat || is_thai_consonant(is_tone_mark(next) ? sheet.at(i + 2) : next);
}

void condemn_illegal_clusters(Sheet& sheet) {
  for (const Word& word : sheet.words) {
    for (std::size_t i = word.begin; i < word.end; ++i) {
      const char32_t before = i == word.begin ? U' ' : sheet.text[i - 1];
      if (!is_legal_after(before, sheet.text[i]) || !is_legal_before(sheet, i)) {
        sheet.condemn(is_thai(before) ? i - 1 : i, i + 1);
      }
    }
  }
}

/// A font without a code for its glyphs may give them all the same one.
void condemn_repeated_consonants(Sheet& sheet) {
  constexpr std::size_t too_many = 4;
  for (std::size_t i = 0; i < sheet.text.size();) {
    std::size_t end = i + 1;
    while (end < sheet.text.size() && sheet.text[end] == sheet.text[i]) {
      ++end;
    }
    if (end - i >= too_many && is_thai_consonant(sheet.text[i])) {
      sheet.condemn(i, end);
    }
    i = end;
  }
}

// ---- Code points that are no text
// ----------------------------------------------------------------------------

void condemn_unknown_glyphs(Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.text.size(); ++i) {
    const char32_t c = sheet.text[i];
    // Symbol fonts put their bullets and boxes at U+F020..U+F0FF; those are no lost letters.
    const bool is_private = (c >= 0xE000 && c < 0xF020) || (c > 0xF0FF && c <= 0xF8FF);
    if (is_private || c == U'\uFFFD' || c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      sheet.illegible[i] = sheet.illegible[i] || !is_space(c);
    }
  }
}

/// What a byte of 8-bit Thai (A1..FB) turns into when it is taken for Latin-1, Windows-1252 or Mac Roman.
bool is_upper_half_letter(char32_t c) {
  if (c <= 0xA0 || is_thai(c)) {
    return false;
  }
  static constexpr std::u32string_view others = U"ŒœŸŽžŠšƒıˆ˜¯˘˙˚¸˝˛ˇ†‡‰‹›€™≠∞≤≥∂∑∏π∫Ω√≈∆◊⁄ﬁﬂ";
  return c <= 0xFF || others.find(c) != std::u32string_view::npos;
}

bool is_upper_half_punctuation(char32_t c) {
  static constexpr std::u32string_view signs = U"–—‘’“”‚„•…";
  return c > 0xFF && !is_thai(c) && signs.find(c) != std::u32string_view::npos;
}

/// Three such in a row are in no Latin language's spelling.
void condemn_latin_mojibake(Sheet& sheet) {
  constexpr std::size_t too_many = 3;
  for (std::size_t i = 0; i < sheet.text.size(); ++i) {
    std::size_t end = i;
    std::u32string distinct;
    while (end < sheet.text.size() &&
           (is_upper_half_letter(sheet.text[end]) || is_upper_half_punctuation(sheet.text[end]))) {
      if (is_upper_half_letter(sheet.text[end]) && distinct.find(sheet.text[end]) == std::u32string::npos) {
        distinct += sheet.text[end];
      }
      ++end;
    }
    if (end - i >= too_many && distinct.size() >= 2) {
      sheet.condemn(i, end);
    }
    i = std::max(i, end);
  }
}

/// UTF-8 taken for 8-bit Thai: every letter becomes two or three, of which the first two are เธ or เน.
void condemn_thai_mojibake(Sheet& sheet) {
  constexpr std::size_t least_pairs = 4;
  constexpr std::size_t letters_a_pair = 5;  // sound text has one in fifty
  std::size_t pairs = 0;
  std::size_t thai = 0;
  for (std::size_t i = 0; i < sheet.text.size(); ++i) {
    const char32_t next = sheet.at(i + 1);
    pairs += sheet.text[i] == U'เ' && (next == U'ธ' || next == U'น') ? 1 : 0;
    thai += is_thai(sheet.text[i]) ? 1 : 0;
  }
  if (pairs >= least_pairs && pairs * letters_a_pair >= thai) {
    sheet.condemn(0, sheet.text.size());
  }
}

bool is_ascii_letter_or_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || ((c | 0x20u) >= U'a' && (c | 0x20u) <= U'z');
}

/// Thai mapped to ASCII at random mixes letters and digits with signs that writing keeps apart.
void condemn_symbol_soup(Sheet& sheet) {
  static constexpr std::u32string_view odd_signs = U"#$%&*+;<=>@[\\]^_`{|}~!?\"'";
  for (const Word& word : sheet.words) {
    std::size_t odd = 0;
    std::size_t plain = 0;
    for (std::size_t i = word.begin; i < word.end; ++i) {
      const char32_t c = sheet.text[i];
      if (c >= 0x80) {
        continue;
      }
      const bool percent_behind_figure = c == U'%' && i > word.begin && digit_value(sheet.text[i - 1]) >= 0;
      const bool at_edge = (i == word.begin || i + 1 == word.end) && c != U'%' && c != U'>' && c != U'`';
      plain += is_ascii_letter_or_digit(c) ? 1 : 0;
      odd += odd_signs.find(c) != std::u32string_view::npos && !percent_behind_figure && !at_edge ? 1 : 0;
    }
    if (odd >= 2 && plain >= 1 && odd * 4 >= word.end - word.begin) {
      sheet.condemn(word.begin, word.end);
    }
  }
}

// ---- What Thai cannot be written without
// ----------------------------------------------------------------------

struct ThaiCounts {
  std::size_t consonants = 0, marks = 0, tones = 0, tones_at_end = 0, sara_am = 0;

  [[nodiscard]] double rate(std::size_t count) const {
    return consonants == 0 ? 0 : static_cast<double>(count) / static_cast<double>(consonants);
  }
};

ThaiCounts counted(const Sheet& sheet) {
  ThaiCounts counts;
  for (std::size_t i = 0; i < sheet.text.size(); ++i) {
    const char32_t c = sheet.text[i];
    counts.tones_at_end += is_tone_mark(c) && is_space(sheet.at(i + 1)) ? 1 : 0;
    counts.consonants += is_thai_consonant(c) ? 1 : 0;
    counts.marks += is_thai(c) && is_mark(c) ? 1 : 0;
    counts.tones += is_tone_mark(c) ? 1 : 0;
    counts.sara_am += c == sara_am ? 1 : 0;
  }
  return counts;
}

bool is_lone_consonant(const Sheet& sheet, std::size_t i) {
  const Word& word = sheet.words[i];
  return word.end - word.begin == 1 && is_thai_consonant(sheet.text[word.begin]) &&
         sheet.text[word.begin] != na_nen;
}

/// A consonant alone between two Thai words is what is left of a syllable whose marks became spaces. Labels
/// (กลุ่ม ก) look the same, so few of them count only where marks are rare anyway.
void condemn_lone_consonants(Sheet& sheet, const ThaiCounts& counts) {
  std::vector<std::size_t> lone;
  for (std::size_t i = 1; i + 1 < sheet.words.size(); ++i) {
    const bool between_thai = is_thai(sheet.text[sheet.words[i - 1].end - 1]) &&
                              is_thai(sheet.text[sheet.words[i + 1].begin]) &&
                              !is_lone_consonant(sheet, i - 1) && !is_lone_consonant(sheet, i + 1);
    if (between_thai && is_lone_consonant(sheet, i)) {
      lone.push_back(i);
    }
  }
  const bool poor = counts.consonants >= few_consonants && counts.rate(counts.marks) < poor_mark_rate;
  const bool many = lone.size() >= 5 && lone.size() * 20 >= sheet.words.size();
  if (!poor && !many) {
    return;
  }
  for (const std::size_t i : lone) {
    sheet.condemn(sheet.words[i - 1].begin, sheet.words[i + 1].end);
  }
}

/// A frequent word, and what is left of it when a font loses or confuses a sign. No Thai word contains the
/// second.
struct Spelling {
  std::u32string_view right, damaged;
};
constexpr std::array<Spelling, 14> lost_tones = {{{U"เพื่อ", U"เพือ"},
                                                  {U"แล้ว", U"แลว"},
                                                  {U"ด้วย", U"ดวย"},
                                                  {U"หน่วย", U"หนวย"},
                                                  {U"ช่วย", U"ชวย"},
                                                  {U"หนึ่ง", U"หนึง"},
                                                  {U"ขึ้น", U"ขึน"},
                                                  {U"พื้น", U"พืน"},
                                                  {U"ครั้ง", U"ครัง"},
                                                  {U"เพิ่ม", U"เพิม"},
                                                  {U"เครื่อง", U"เครือง"},
                                                  {U"ร้อยละ", U"รอยละ"},
                                                  {U"เริ่ม", U"เริม"},
                                                  {U"เป็น", U"เปน"}}};
constexpr std::array<Spelling, 7> lost_sara_am = {{{U"ดำเนิน", U"ดาเนิน"},
                                                   {U"สำนัก", U"สานัก"},
                                                   {U"อำนวย", U"อานวย"},
                                                   {U"สำคัญ", U"สาคัญ"},
                                                   {U"จำนวน", U"จานวน"},
                                                   {U"สำหรับ", U"สาหรับ"},
                                                   {U"กำหนด", U"กาหนด"}}};
/// Some extractors put a mark behind the next letter, and a space behind it ("สว่ นรว่ ม"). Looked for without
/// spaces.
constexpr std::array<Spelling, 13> moved_marks = {{{U"ส่วน", U"สว่น"},
                                                   {U"ร่วม", U"รว่ม"},
                                                   {U"หน่วย", U"หนว่ย"},
                                                   {U"ด้วย", U"ดว้ย"},
                                                   {U"แล้ว", U"แลว้"},
                                                   {U"เพื่อ", U"เพอื่"},
                                                   {U"ครั้ง", U"ครงั้"},
                                                   {U"เพิ่ม", U"เพมิ่"},
                                                   {U"ร้อย", U"รอ้ย"},
                                                   {U"เริ่ม", U"เรมิ่"},
                                                   {U"ขึ้น", U"ขนึ้"},
                                                   {U"พื้น", U"พนื้"},
                                                   {U"เป็น", U"เปน็"}}};
constexpr std::array<Spelling, 3> false_sara_am = {{{U"การ", U"กำร"}, {U"งาน", U"งำน"}, {U"ความ", U"ควำม"}}};

std::u32string without_spaces(std::u32string text) {
  text.erase(std::remove_if(text.begin(), text.end(), is_space), text.end());
  return text;
}

std::size_t occurrences(const std::u32string& text, std::u32string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::u32string::npos; at = text.find(word, at + word.size())) {
    ++count;
  }
  return count;
}

/// Share of the known words that were met damaged; nothing is concluded from a single one.
double damaged_share(const std::u32string& text, std::span<const Spelling> spellings) {
  std::size_t right = 0;
  std::size_t damaged = 0;
  for (const Spelling& spelling : spellings) {
    right += occurrences(text, spelling.right);
    damaged += occurrences(text, spelling.damaged);
  }
  return damaged < 2 ? 0 : static_cast<double>(damaged) / static_cast<double>(right + damaged);
}

/// 1 where the text has all that Thai needs, less where signs were lost from the whole of it. The words are
/// looked up only where a rate is odd: most pages pay nothing for them.
double completeness(const Sheet& sheet, const ThaiCounts& counts) {
  constexpr double worst = 0.2;
  if (counts.consonants < few_consonants) {
    return 1;
  }
  double damaged = 0;
  const auto consult = [&](bool odd_rate, std::span<const Spelling> spellings) {
    damaged = std::max(damaged, odd_rate ? damaged_share(sheet.text, spellings) : 0);
  };
  consult(counts.rate(counts.tones) < poor_tone_rate, lost_tones);
  consult(counts.rate(counts.sara_am) < poor_sara_am_rate, lost_sara_am);
  consult(counts.rate(counts.sara_am) > high_sara_am_rate, false_sara_am);
  if (static_cast<double>(counts.tones_at_end) > static_cast<double>(counts.tones) * high_tone_at_end_rate)
    damaged = std::max(damaged, damaged_share(without_spaces(sheet.text), moved_marks));
  const double marks_left =
      counts.consonants < enough_consonants ? 1 : counts.rate(counts.marks) / hopeless_mark_rate;
  return std::clamp(std::min(marks_left, 1 - damaged / 2), worst, 1.0);
}

double legible_share(const Sheet& sheet) {
  std::size_t visible = 0;
  std::size_t illegible = 0;
  for (std::size_t i = 0; i < sheet.text.size(); ++i) {
    visible += is_space(sheet.text[i]) ? 0 : 1;
    illegible += sheet.illegible[i] && !is_space(sheet.text[i]) ? 1 : 0;
  }
  return visible == 0 ? 1 : 1 - static_cast<double>(illegible) / static_cast<double>(visible);
}

}  // namespace

double legibility(std::string_view text) {
  Sheet sheet = sheet_of(text);
  const ThaiCounts counts = counted(sheet);
  condemn_illegal_clusters(sheet);
  condemn_repeated_consonants(sheet);
  condemn_unknown_glyphs(sheet);
  condemn_latin_mojibake(sheet);
  condemn_thai_mojibake(sheet);
  condemn_symbol_soup(sheet);
  condemn_lone_consonants(sheet, counts);
  return legible_share(sheet) * completeness(sheet, counts);
}

}  // namespace ruamlint
