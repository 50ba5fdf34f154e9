#include "extract/ocr/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace ruamlint::ocr {
namespace {

// What a segmentation costs: as few unknown letters as can be, then as few words.
constexpr int unknown_cost = 20, word_cost = 2, lone_letter_cost = 7;
constexpr std::size_t least_mended = 4;   // letters and marks of a mended word
constexpr std::size_t most_unknown = 12;  // of a stretch: a longer one is no slip, it is a name or noise
constexpr std::size_t most_around = 2;    // words on either side that are cut anew with the mended one

// Letters and marks that recognisers take for each other.
constexpr std::array<std::u32string_view, 19> look_alikes = {
    U"ิีึื็ั้่", U"่้๊๋์็", U"กถภ", U"คตดศ", U"ซชข", U"บปษ", U"พฟผฝ", U"นม", U"ทหฑ", U"ลส",
    U"ฌณญ",  U"ฎฏ",   U"าำ",  U"ใไโ",  U"ุู",   U"วรธ",  U"อฮ",   U"เแ",  U"จฉ"};
constexpr std::u32string_view lost_marks = U"่้็์ิีัืึุู";

struct Edit {
  std::size_t at = 0, length = 0;  ///< code points that go
  std::u32string letters;          ///< and what comes for them
};

bool joins_backwards(char32_t c) {
  return is_mark(c) || c == U'ะ' || c == U'า' || c == U'ำ' || c == U'ๅ';
}

/// Whether a word may begin or end before `text[at]`.
bool is_boundary(std::u32string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return !joins_backwards(text[at]) && !is_leading_vowel(text[at - 1]);
}

struct Piece {
  std::size_t begin = 0, end = 0;
  bool word = false;
};

struct Cut {
  std::vector<Piece> pieces;
  int cost = 0;

  [[nodiscard]] bool all_words() const {
    return std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.word; });
  }
};

/// The cheapest way to see `text` as words.
Cut cut(std::u32string_view text, const WordList& words) {
  constexpr int endless = 1 << 28;
  std::vector<int> cost(text.size() + 1, endless);
  std::vector<Piece> last(text.size() + 1);
  cost[0] = 0;
  const auto offer = [&](std::size_t begin, std::size_t end, int more, bool word) {
    if (cost[begin] + more >= cost[end]) return;
    cost[end] = cost[begin] + more;
    last[end] = {begin, end, word};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (cost[i] == endless) continue;
    for (const std::size_t end : words.ends_of_words(text, i))
      if (is_boundary(text, end)) offer(i, end, end - i == 1 ? lone_letter_cost : word_cost, true);
    std::size_t next = i + 1;
    while (!is_boundary(text, next)) ++next;
    offer(i, next, unknown_cost, false);
  }
  Cut found;
  found.cost = cost[text.size()];
  for (std::size_t end = text.size(); end > 0; end = last[end].begin) found.pieces.push_back(last[end]);
  std::reverse(found.pieces.begin(), found.pieces.end());
  return found;
}

std::u32string with(std::u32string_view text, const Edit& edit) {
  std::u32string changed(text.substr(0, edit.at));
  changed += edit.letters;
  changed += text.substr(edit.at + edit.length);
  return changed;
}

/// The changes that a recogniser's slip at one letter asks for.
std::vector<Edit> edits_at(std::u32string_view text, std::size_t at) {
  std::vector<Edit> edits;
  const char32_t letter = text[at];
  for (const std::u32string_view alike : look_alikes)
    if (alike.find(letter) != std::u32string_view::npos)
      for (const char32_t other : alike)
        if (other != letter) edits.push_back({at, 1, std::u32string(1, other)});
  if (is_mark(letter)) edits.push_back({at, 1, U""});
  if (is_thai_consonant(letter) || is_mark(letter))
    for (const char32_t mark : lost_marks) edits.push_back({at + 1, 0, std::u32string(1, mark)});
  return edits;
}

/// Whether the word at the change is long enough to be no chance.
bool convincing(const Cut& cut, const Edit& edit) {
  return std::any_of(cut.pieces.begin(), cut.pieces.end(), [&](const Piece& piece) {
    return piece.begin <= edit.at && edit.at < piece.end && piece.end - piece.begin >= least_mended;
  });
}

/// The one change that makes `text` words; empty where there is none, or more than one.
std::optional<Edit> only_edit(std::u32string_view text, const WordList& words) {
  std::optional<Edit> found;
  std::u32string result;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (Edit& edit : edits_at(text, at)) {
      std::u32string changed = with(text, edit);
      if (changed == result) continue;
      const Cut again = cut(changed, words);
      if (!again.all_words() || !convincing(again, edit)) continue;
      if (found) return std::nullopt;
      found = std::move(edit);
      result = std::move(changed);
    }
  return found;
}

/// The changes that mend a stretch of Thai letters, from its beginning.
std::vector<Edit> edits_of(std::u32string_view text, const WordList& words) {
  std::vector<Edit> edits;
  const std::vector<Piece> pieces = cut(text, words).pieces;
  for (std::size_t first = 0; first < pieces.size();) {
    if (pieces[first].word) {
      ++first;
      continue;
    }
    std::size_t last = first;
    while (last + 1 < pieces.size() && !pieces[last + 1].word) ++last;
    // The wider the better, unless another slip is near.
    for (std::size_t around = most_around + 1; around-- > 0;) {
      if (pieces[last].end - pieces[first].begin > most_unknown) break;
      const std::size_t begin = pieces[first - std::min(first, around)].begin;
      const std::size_t end = pieces[std::min(last + around, pieces.size() - 1)].end;
      auto edit = only_edit(text.substr(begin, end - begin), words);
      if (!edit) continue;
      edit->at += begin;
      if (edits.empty() || edit->at > edits.back().at + edits.back().length) edits.push_back(*edit);
      break;
    }
    first = last + 1;
  }
  return edits;
}

bool of_words(char32_t c) {
  return is_thai(c) && digit_value(c) < 0 && c != U'ๆ' && c != U'ฯ';
}

/// Calls `use` with each stretch of Thai letters: [begin, end).
template <class Use>
void each_stretch(std::u32string_view text, Use use) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && of_words(text[end])) ++end;
    if (end > i) use(i, end);
    i = std::max(end, i + 1);
  }
}

/// Applies the change to the symbol that the letter came from. False where it is not found there.
bool apply(const Edit& edit, char32_t letter, std::u32string_view replacement, PlacedSymbol& symbol) {
  std::u32string letters = to_utf32(symbol.utf8);
  const std::size_t at = letters.find(letter);
  if (at == std::u32string::npos) return false;
  letters.replace(edit.length > 0 ? at : at + 1, edit.length, replacement);
  symbol.utf8 = to_utf8(letters);
  constexpr float mended_confidence = 0.85F;
  symbol.confidence = std::min(symbol.confidence, mended_confidence);
  return true;
}

}  // namespace

std::u32string mended_words(std::u32string_view text, const WordList& words) {
  std::u32string mended(text);
  if (words.empty()) return mended;
  std::vector<Edit> edits;
  each_stretch(text, [&](std::size_t begin, std::size_t end) {
    for (Edit& edit : edits_of(text.substr(begin, end - begin), words)) {
      edit.at += begin;
      edits.push_back(std::move(edit));
    }
  });
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) mended = with(mended, *edit);
  return mended;
}

void mend_words(std::vector<PlacedSymbol>& symbols, const WordList& words) {
  if (words.empty()) return;
  // Symbols as they will be joined and repaired, each letter with the symbol that it came from.
  std::string joined;
  std::vector<std::size_t> symbol_of;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (symbols[i].starts_word && i > 0) joined += ' ';
    joined += symbols[i].utf8;
    symbol_of.resize(joined.size(), i);
  }
  if (joined.empty()) return;
  const Repaired sound = repair(joined);
  std::u32string text;
  std::vector<std::size_t> source;
  for (std::size_t offset = 0; offset < sound.text.size();) {
    source.push_back(symbol_of[std::min(sound.origin[offset], symbol_of.size() - 1)]);
    text += next_code_point(sound.text, offset);
  }
  each_stretch(text, [&](std::size_t begin, std::size_t end) {
    for (const Edit& edit : edits_of(std::u32string_view(text).substr(begin, end - begin), words)) {
      const std::size_t letter = begin + (edit.length > 0 ? edit.at : edit.at - 1);
      (void)apply(edit, text[letter], edit.letters, symbols[source[letter]]);
    }
  });
}

}  // namespace ruamlint::ocr
