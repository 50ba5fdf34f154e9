#include "extract/ocr/digit_runs.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "text/utf8.hpp"

namespace ruamlint::ocr {
namespace {

// In body heights.
constexpr double most_gap = 0.75;     // within a run
constexpr double comma_depth = 0.12;  // a comma reaches below the baseline, a stop does not
constexpr double least_comma_depth = 0.05;  // where thousands are parted, whatever Tesseract read
// Shares.
constexpr float perhaps_digit = 0.01F;  // of a run's neighbour: it may belong to the run
constexpr float readable = 0.6F;        // both networks at least, or the run stays as Tesseract read it
constexpr float overruling = 0.9F;      // where Tesseract saw letters
constexpr float overruling_one = 0.97F; // of a lone digit: a lone letter looks like one more often
constexpr float sure_with_tesseract = 0.8F;
constexpr float sure_alone = 0.995F;

double gap_between(const SeenGlyph& left, const SeenGlyph& right, double body_height) {
  return (right.glyph.box.left - left.glyph.box.right) / body_height;
}

/// Glyphs [first, last): digits with stops and commas between them.
struct Run {
  std::size_t first = 0, last = 0;
};

std::vector<Run> runs_of(const std::vector<SeenGlyph>& glyphs, double body_height) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (!glyphs[i].digit()) continue;
    if (!runs.empty()) {
      const std::size_t last = runs.back().last;
      const bool beside = last == i && gap_between(glyphs[i - 1], glyphs[i], body_height) <= most_gap;
      const bool behind_stop = last + 1 == i && glyphs[last].stop() &&
                               gap_between(glyphs[last - 1], glyphs[i], body_height) <= 2 * most_gap;
      if (beside || behind_stop) {
        runs.back().last = i + 1;
        continue;
      }
    }
    runs.push_back({i, i + 1});
  }
  return runs;
}

constexpr std::size_t thousands = 3;  // digits between two commas

/// How many digits follow the stop at `i`.
std::size_t digits_behind(std::size_t i, const Run& run, const std::vector<SeenGlyph>& glyphs) {
  std::size_t end = i + 1;
  while (end < run.last && glyphs[end].digit()) ++end;
  return end - i - 1;
}

/// What the networks make of a run.
struct OwnReading {
  std::vector<PlacedSymbol> symbols;
  float certainty = 1;
  bool thai = false;
  bool marked = false;      ///< some digit has a stray mark
  bool stops_agree = true;  ///< with Tesseract's
};

OwnReading own_reading(const Run& run, const std::vector<SeenGlyph>& glyphs, const std::vector<Unit>& units,
                       const std::vector<std::size_t>& unit_of) {
  OwnReading own;
  double arabic = 0, thai = 0;
  for (std::size_t i = run.first; i < run.last; ++i) {
    if (!glyphs[i].digit()) continue;
    float best_arabic = 0, best_thai = 0;
    for (std::size_t value = 0; value < 10; ++value) {
      best_arabic = std::max(best_arabic, glyphs[i].reading->certainty(value));
      best_thai = std::max(best_thai, glyphs[i].reading->certainty(value + 10));
    }
    arabic += std::log(static_cast<double>(best_arabic) + 1e-6);
    thai += std::log(static_cast<double>(best_thai) + 1e-6);
  }
  own.thai = thai > arabic;
  for (std::size_t i = run.first; i < run.last; ++i) {
    PlacedSymbol symbol;
    symbol.box = glyphs[i].glyph.box;
    if (glyphs[i].digit()) {
      own.marked = own.marked || glyphs[i].marked;
      std::size_t best = 0;
      for (std::size_t value = 1; value < 10; ++value)
        if (glyphs[i].reading->certainty(value + (own.thai ? 10 : 0)) >
            glyphs[i].reading->certainty(best + (own.thai ? 10 : 0)))
          best = value;
      const float certainty = glyphs[i].reading->certainty_of_value(best);
      own.certainty = std::min(own.certainty, certainty);
      append_utf8(symbol.utf8, static_cast<char32_t>((own.thai ? U'๐' : U'0') + best));
      symbol.confidence = certainty;
    } else {
      const char32_t seen = glyphs[i].glyph.bottom < -comma_depth ? U',' : U'.';
      const char32_t read = unit_of[i] != unmatched ? units[unit_of[i]].letter : U' ';
      const bool parts_thousands =
          digits_behind(i, run, glyphs) == thousands && glyphs[i].glyph.bottom < -least_comma_depth;
      const char32_t stop = parts_thousands ? U',' : is_stop(read) ? read : seen;
      own.stops_agree = own.stops_agree && seen == read && stop == read;
      append_utf8(symbol.utf8, stop);
      symbol.confidence = 0.9F;
    }
    own.symbols.push_back(std::move(symbol));
  }
  return own;
}

/// Whether a space may stand between digits of the run: "0 2" is no number. Beside a narrow one there is always
/// room.
bool doubtful_gaps(const Run& run, const std::vector<SeenGlyph>& glyphs, double body_height) {
  constexpr double widest_gap = 0.5, narrow = 0.35;  // body heights
  for (std::size_t i = run.first + 1; i < run.last; ++i) {
    const auto one = [&](const SeenGlyph& glyph) { return glyph.glyph.box.width() < narrow * body_height; };
    if (!glyphs[i - 1].digit() || !glyphs[i].digit() || one(glyphs[i - 1]) || one(glyphs[i])) continue;
    if (gap_between(glyphs[i - 1], glyphs[i], body_height) > widest_gap) return true;
  }
  return false;
}

/// Stops and commas are told apart by a pixel or two of depth. Where a stop would part thousands or a comma would
/// not, they were most likely taken for each other.
bool doubtful_stops(const OwnReading& own) {
  for (std::size_t i = 0; i < own.symbols.size(); ++i) {
    const std::string& stop = own.symbols[i].utf8;
    if (stop != "." && stop != ",") continue;
    std::size_t end = i + 1;
    while (end < own.symbols.size() && digit_value(first_letter(own.symbols[end].utf8)) >= 0) ++end;
    if ((end - i - 1 == thousands) != (stop == ",")) return true;
  }
  return false;
}

/// Whether what Tesseract read may be put aside for digits.
bool may_overrule(const OwnReading& own, const std::vector<Unit>& units, std::size_t from, std::size_t to) {
  if (own.certainty < readable) return false;
  bool digits = from < to, letters = false;
  for (std::size_t u = from; u < to; ++u) {
    const char32_t letter = units[u].letter;
    digits = digits && (digit_value(letter) >= 0 || is_stop(letter));
    letters = letters || is_thai_consonant(letter) || is_leading_vowel(letter) ||
              (letter < 128 && std::isalpha(static_cast<int>(letter)) != 0);
  }
  if (digits) return true;
  // Tesseract knows Arabic digits and Latin letters apart better than by their shape alone.
  if (letters && !own.thai) return false;
  return own.certainty >= (own.symbols.size() > 1 ? overruling : overruling_one);
}

/// Whether what stands close to a run's end may belong to it: a digit that touches another or is broken.
bool doubtful_neighbours(const Run& run, const SeenLine& seen, double body_height) {
  auto doubtful = [&](std::size_t i) {
    const SeenGlyph& glyph = seen.glyphs[i];
    const char32_t letter = seen.unit_of[i] != unmatched ? seen.units[seen.unit_of[i]].letter : U' ';
    constexpr std::u32string_view brackets = U"()[]%";
    if (glyph.stop() || brackets.find(letter) != std::u32string_view::npos) return false;
    if (!glyph.reading || glyph.reading->digit_share() >= perhaps_digit) return true;
    return !is_thai(letter) || digit_value(letter) >= 0;
  };
  if (run.first > 0 &&
      gap_between(seen.glyphs[run.first - 1], seen.glyphs[run.first], body_height) < most_gap &&
      doubtful(run.first - 1))
    return true;
  return run.last < seen.glyphs.size() &&
         gap_between(seen.glyphs[run.last - 1], seen.glyphs[run.last], body_height) < most_gap &&
         doubtful(run.last);
}

int ink_in(const PixPtr& pix, int left, int top, int right, int bottom) {
  left = std::max(left, 0);
  top = std::max(top, 0);
  right = std::min(right, pixGetWidth(pix.get()));
  bottom = std::min(bottom, pixGetHeight(pix.get()));
  if (left >= right || top >= bottom) return 0;
  ::Box* area = boxCreate(left, top, right - left, bottom - top);
  int count = 0;
  pixCountPixelsInRect(pix.get(), area, &count, nullptr);
  boxDestroy(&area);
  return count;
}

/// Between two columns of the page, at the height of the line's letters: ink that is none of its glyphs.
bool strange_ink(const TextLine& line, const PageImage& page, int from, int to) {
  constexpr double speck = 0.02;  // of the square of the body height
  const double baseline = line.baseline_at(from);
  return ink_in(page.ink, from, static_cast<int>(baseline - line.body_height), to, static_cast<int>(baseline)) >
         speck * line.body_height * line.body_height;
}

bool full_stop(const SeenGlyph& glyph) {
  constexpr double highest_bottom = 0.15;  // above the baseline; a hyphen stands higher
  return glyph.stop() && glyph.glyph.bottom <= highest_bottom;
}

/// Whether digits may have been lost on one side of a run, where ink that is no glyph of the line covers them.
/// `step`: -1 to the left, 1 to the right.
bool hidden_beside(const Run& run, int step, const SeenLine& seen, const TextLine& line, const PageImage& page) {
  const int reach = static_cast<int>(most_gap * line.body_height);
  const int edge = static_cast<int>(0.08 * line.body_height) + 1;
  const auto count = static_cast<std::ptrdiff_t>(seen.glyphs.size());
  auto at = static_cast<std::ptrdiff_t>(step < 0 ? run.first : run.last - 1);
  const std::ptrdiff_t end = at;
  for (;;) {
    const PixelBox& box = seen.glyphs[static_cast<std::size_t>(at)].glyph.box;
    const std::ptrdiff_t next = at + step;
    const bool more = next >= 0 && next < count;
    const PixelBox* neighbour = more ? &seen.glyphs[static_cast<std::size_t>(next)].glyph.box : nullptr;
    const int gap = neighbour == nullptr ? 2 * reach : step < 0 ? box.left - neighbour->right : neighbour->left - box.right;
    const int far = std::min(reach, gap - edge);
    if (step < 0 ? strange_ink(line, page, box.left - far, box.left - edge)
                 : strange_ink(line, page, box.right + edge, box.right + far))
      return true;
    // A full stop before the digits that belongs to nothing.
    if (at != end) return step < 0 && gap > reach;
    if (!more || gap > reach || !full_stop(seen.glyphs[static_cast<std::size_t>(next)])) return false;
    at = next;
  }
}

/// Whether something hides digits of the run, was taken off the picture where they stand, or goes around them
/// as a stamp's ring: there may have been others, or none of the page's own.
bool hidden_or_stamped(const Run& run, const SeenLine& seen, const TextLine& line, const PageImage& page) {
  if (hidden_beside(run, -1, seen, line, page) || hidden_beside(run, 1, seen, line, page)) return true;
  PixelBox own = seen.glyphs[run.first].glyph.box;
  for (std::size_t i = run.first; i < run.last; ++i) own = united(own, seen.glyphs[i].glyph.box);
  if (page.taken && ink_in(page.taken, own.left - 2, own.top - 2, own.right + 2, own.bottom + 2) > 0) return true;
  return std::any_of(page.rings.begin(), page.rings.end(), [&](const Ring& ring) {
    return std::hypot(own.centre_x() - ring.x, own.centre_y() - ring.y) <= ring.radius + line.body_height;
  });
}

/// Units that Tesseract put where no glyph is left: a second reading of the run's last digits.
std::size_t end_of_leftovers(const Run& run, const SeenLine& seen, std::size_t to, double body_height) {
  const double right = seen.glyphs[run.last - 1].glyph.box.right + 0.4 * body_height;
  while (to < seen.units.size() && seen.units[to].x < right &&
         std::find(seen.unit_of.begin(), seen.unit_of.end(), to) == seen.unit_of.end())
    ++to;
  return to;
}

bool same_text(const OwnReading& own, const std::vector<PlacedSymbol>& symbols, std::size_t from,
               std::size_t to) {
  std::size_t i = 0;
  for (std::size_t s = from; s < to; ++s, ++i) {
    if (i >= own.symbols.size()) return false;
    const int ours = digit_value(first_letter(own.symbols[i].utf8)),
              theirs = digit_value(first_letter(symbols[s].utf8));
    if (ours != theirs || (ours < 0 && own.symbols[i].utf8 != symbols[s].utf8)) return false;
  }
  return i == own.symbols.size();
}

}  // namespace

void check_digits(std::vector<PlacedSymbol>& symbols, const SeenLine& seen, const TextLine& line,
                  const PageImage& page) {
  const double body_height = line.body_height;
  const auto& [glyphs, units, unit_of] = seen;
  const std::vector<Run> runs = runs_of(glyphs, body_height);
  if (runs.empty()) return;
  std::vector<PlacedSymbol> checked;
  std::size_t done = 0;  // symbols copied or replaced so far
  for (const Run& run : runs) {
    std::size_t from = units.size(), to = 0;
    for (std::size_t i = run.first; i < run.last; ++i) {
      if (unit_of[i] == unmatched) continue;
      from = std::min(from, unit_of[i]);
      to = std::max(to, unit_of[i] + 1);
    }
    if (from >= to) {  // Tesseract saw nothing here: behind the last unit before
      std::size_t before = run.first;
      while (before > 0 && unit_of[before - 1] == unmatched) --before;
      from = to = before > 0 ? unit_of[before - 1] + 1 : 0;
    }
    to = std::max(to, end_of_leftovers(run, seen, to, body_height));
    OwnReading own = own_reading(run, glyphs, units, unit_of);
    if (!may_overrule(own, units, from, to)) continue;
    const std::size_t first = from < units.size() ? units[from].first : symbols.size();
    const std::size_t last = to > from ? units[to - 1].last : first;
    if (first < done) continue;
    const bool agreed = same_text(own, symbols, first, last);
    const bool sure = !doubtful_neighbours(run, seen, body_height) && !hidden_or_stamped(run, seen, line, page) &&
                      !own.marked && own.stops_agree && !doubtful_stops(own) && !doubtful_gaps(run, glyphs, body_height) &&
                      own.certainty >= (agreed ? sure_with_tesseract : sure_alone);
    constexpr double word_gap = 0.45;
    own.symbols.front().starts_word =
        last > first
            ? symbols[first].starts_word
            : run.first == 0 || gap_between(glyphs[run.first - 1], glyphs[run.first], body_height) > word_gap;
    checked.insert(checked.end(), symbols.begin() + static_cast<std::ptrdiff_t>(done),
                   symbols.begin() + static_cast<std::ptrdiff_t>(first));
    for (PlacedSymbol& symbol : own.symbols) {
      symbol.sure_digit = sure;
      checked.push_back(std::move(symbol));
    }
    done = last;
  }
  checked.insert(checked.end(), symbols.begin() + static_cast<std::ptrdiff_t>(done), symbols.end());
  symbols = std::move(checked);
}

}  // namespace ruamlint::ocr
