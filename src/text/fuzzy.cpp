#include "text/fuzzy.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "text/utf8.hpp"

namespace ruamlint {
namespace {

constexpr char32_t sara_aa = U'า';
constexpr char32_t sara_am = U'ำ';

/// The folded letter, or 0 for what is left out.
char32_t folded_letter(char32_t c) {
  if (const int digit = digit_value(c); digit >= 0) {
    return U'0' + static_cast<char32_t>(digit);
  }
  if (c < 0x80) {
    const char32_t lower = c | 0x20u;
    return lower >= U'a' && lower <= U'z' ? lower : 0;
  }
  if (c >= 0xE01 && c <= 0xE4E) {
    return c == U'฿' ? 0 : c;
  }
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) || is_mark(c) ? static_cast<char32_t>(u_foldCase(code, U_FOLD_CASE_DEFAULT)) : 0;
}

/// U+0E47..U+0E4E: what is written above the vowel, and what a poor text layer loses first. The nikhahit is
/// among them, so that its pair with sara aa leaves sara aa.
bool is_easily_lost(char32_t c) {
  return c >= 0xE47 && c <= 0xE4E;
}

void push(Folded& result, char32_t letter, std::size_t begin, std::size_t end) {
  result.letters += letter;
  result.offset.push_back(begin);
  result.end.push_back(end);
}

/// The bits of each letter's places in a pattern, 64 places a block. Thai and ASCII are looked up directly.
class LetterMasks {
 public:
  explicit LetterMasks(std::u32string_view pattern) : blocks_((pattern.size() + 63) / 64) {
    for (auto& masks : direct_) {
      masks = -1;
    }
    rows_.assign(blocks_, 0);  // row 0: letters that the pattern lacks
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      std::int32_t& row = row_of(pattern[i]);
      if (row < 0) {
        row = static_cast<std::int32_t>(rows_.size() / blocks_);
        rows_.resize(rows_.size() + blocks_, 0);
      }
      rows_[static_cast<std::size_t>(row) * blocks_ + i / 64] |= std::uint64_t{1} << (i % 64);
    }
  }

  [[nodiscard]] std::size_t blocks() const { return blocks_; }

  [[nodiscard]] const std::uint64_t* of(char32_t c) const {
    std::int32_t row = -1;
    if (const std::size_t slot = direct_slot(c); slot < direct_.size()) {
      row = direct_[slot];
    } else if (const auto found = others_.find(c); found != others_.end()) {
      row = found->second;
    }
    return rows_.data() + static_cast<std::size_t>(std::max(row, 0)) * blocks_;
  }

 private:
  static std::size_t direct_slot(char32_t c) {
    if (c < 0x80) {
      return c;
    }
    return c >= 0xE00 && c < 0xE80 ? c - 0xE00 + 0x80 : SIZE_MAX;
  }

  std::int32_t& row_of(char32_t c) {
    const std::size_t slot = direct_slot(c);
    return slot < direct_.size() ? direct_[slot] : others_.try_emplace(c, -1).first->second;
  }

  std::size_t blocks_;
  std::array<std::int32_t, 256> direct_{};
  std::unordered_map<char32_t, std::int32_t> others_;
  std::vector<std::uint64_t> rows_;
};

/// One column of the table of edit distances, kept as differences between neighbours, 64 rows a word
/// (G. Myers, "A fast bit-vector algorithm for approximate string matching", J. ACM 46(3), 1999, with the
/// horizontal carry between blocks of its section 4).
class Column {
 public:
  /// `anchored`: the match must begin with the first letter fed; otherwise it may begin anywhere.
  Column(const LetterMasks& masks, std::size_t pattern_size, bool anchored)
      : masks_(masks),
        last_bit_(std::uint64_t{1} << ((pattern_size - 1) % 64)),
        first_carry_(anchored ? 1 : 0),
        rises_(masks.blocks(), ~std::uint64_t{0}),
        falls_(masks.blocks(), 0),
        distance_(static_cast<int>(pattern_size)) {}

  /// Distance of the whole pattern from the best stretch that ends with `letter`.
  int feed(char32_t letter) {
    const std::uint64_t* equal = masks_.of(letter);
    const std::size_t last = rises_.size() - 1;
    int carry = first_carry_;
    for (std::size_t b = 0; b < last; ++b) {
      carry = advance(b, equal[b], carry, std::uint64_t{1} << 63);
    }
    distance_ += advance(last, equal[last], carry, last_bit_);
    return distance_;
  }

 private:
  /// The difference (-1, 0, 1) between this column and the one before it in the row of `out_bit`.
  int advance(std::size_t block, std::uint64_t equal, int carry, std::uint64_t out_bit) {
    std::uint64_t& rises = rises_[block];
    std::uint64_t& falls = falls_[block];
    const std::uint64_t vertical = equal | falls;
    if (carry < 0) {
      equal |= 1;
    }
    const std::uint64_t diagonal = (((equal & rises) + rises) ^ rises) | equal;
    std::uint64_t up = falls | ~(diagonal | rises);
    std::uint64_t down = rises & diagonal;
    const int out = (up & out_bit) != 0 ? 1 : ((down & out_bit) != 0 ? -1 : 0);
    up = (up << 1) | (carry > 0 ? 1u : 0u);
    down = (down << 1) | (carry < 0 ? 1u : 0u);
    rises = down | ~(vertical | up);
    falls = up & vertical;
    return out;
  }

  const LetterMasks& masks_;
  std::uint64_t last_bit_;
  int first_carry_;
  std::vector<std::uint64_t> rises_, falls_;
  int distance_;
};

/// A stretch of folded letters, or the end of one whose beginning is not known yet.
struct Stretch {
  std::size_t begin = 0, end = 0;
  int distance = 0;
};

std::vector<Stretch> ends_within(const std::u32string& text, const std::u32string& pattern,
                                 int max_distance) {
  const LetterMasks masks(pattern);
  Column column(masks, pattern.size(), false);
  std::vector<Stretch> ends;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const int distance = column.feed(text[i]); distance <= max_distance) {
      ends.push_back({0, i + 1, distance});
    }
  }
  return ends;
}

/// The nearest beginning that yields `distance`, looking back from `end`: a letter at the edge that does not
/// agree is no part of the match.
std::size_t begin_of(const std::u32string& text, std::size_t end, int distance, const LetterMasks& reversed,
                     std::size_t pattern_size) {
  Column column(reversed, pattern_size, true);
  const std::size_t reach = std::min(end, pattern_size + static_cast<std::size_t>(distance));
  for (std::size_t length = 1; length <= reach; ++length) {
    if (column.feed(text[end - length]) == distance) {
      return end - length;
    }
  }
  return end - reach;
}

/// Takes the best first; `ends` are in order of their position, so that among equals the leftmost wins.
std::vector<Stretch> best_without_overlap(const std::u32string& text, std::vector<Stretch> ends,
                                          const std::u32string& pattern) {
  std::stable_sort(ends.begin(), ends.end(),
                   [](const Stretch& a, const Stretch& b) { return a.distance < b.distance; });
  const LetterMasks reversed(std::u32string(pattern.rbegin(), pattern.rend()));
  std::vector<Stretch> taken;  // by position
  for (Stretch stretch : ends) {
    const auto next = std::lower_bound(taken.begin(), taken.end(), stretch.end,
                                       [](const Stretch& other, std::size_t end) { return other.end < end; });
    if (next != taken.end() && next->begin < stretch.end) {
      continue;
    }
    stretch.begin = begin_of(text, stretch.end, stretch.distance, reversed, pattern.size());
    if (next == taken.begin() || std::prev(next)->end <= stretch.begin) {
      taken.insert(next, stretch);
    }
  }
  return taken;
}

}  // namespace

Folded folded(std::string_view text) {
  Folded result;
  result.letters.reserve(text.size());
  result.offset.reserve(text.size() + 1);
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    if (const char32_t letter = folded_letter(next_code_point(text, offset)); letter != 0) {
      push(result, letter, begin, offset);
    }
  }
  result.offset.push_back(text.size());
  return result;
}

Folded skeleton(std::string_view text) {
  const Folded all = folded(text);
  Folded result;
  bool after_am = false;
  for (std::size_t i = 0; i < all.letters.size(); ++i) {
    const char32_t c = all.letters[i];
    const bool left_out = is_easily_lost(c) || (after_am && c == sara_aa);
    if (!left_out) {
      push(result, c == sara_am ? sara_aa : c, all.offset[i], all.end[i]);
    } else if (!result.end.empty()) {
      result.end.back() = all.end[i];
    }
    after_am = c == sara_am;
  }
  result.offset.push_back(text.size());
  return result;
}

int edit_distance(std::u32string_view a, std::u32string_view b, int limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (limit < 0 || difference > static_cast<std::size_t>(limit)) {
    return limit + 1;
  }
  if (a.empty() || b.empty()) {
    return static_cast<int>(difference);
  }
  const LetterMasks masks(a);
  Column column(masks, a.size(), true);
  int distance = 0;
  for (const char32_t c : b) {
    distance = column.feed(c);
  }
  return std::min(distance, limit + 1);
}

std::vector<FuzzyMatch> find_fuzzy(const Folded& text, const std::u32string& pattern, int max_distance) {
  if (pattern.empty() || max_distance < 0) {
    return {};
  }
  // With as many edits as letters, the pattern would be found everywhere.
  const int limit = std::min(max_distance, static_cast<int>(pattern.size()) - 1);
  std::vector<Stretch> ends = ends_within(text.letters, pattern, limit);
  if (ends.empty()) return {};
  const std::vector<Stretch> found = best_without_overlap(text.letters, std::move(ends), pattern);
  std::vector<FuzzyMatch> matches;
  matches.reserve(found.size());
  for (const Stretch& stretch : found) {
    matches.push_back({text.offset[stretch.begin], text.end[stretch.end - 1], stretch.distance});
  }
  return matches;
}

int forgiven_edits(std::size_t letters) {
  if (letters <= 5) {
    return 0;
  }
  if (letters <= 11) {
    return 1;
  }
  return letters <= 19 ? 2 : 3;
}

}  // namespace ruamlint
