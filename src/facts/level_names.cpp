#include "facts/level_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "facts/label.hpp"
#include "text/peek.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// "การปรึกษาหารือของประชาชน (Consult)": so many letters may stand between term and bracket.
constexpr std::size_t most_letters_before_gloss = 14;
/// Between two terms of one name: "รับฟังความคิดเห็น / ปรึกษาหารือ".
constexpr std::size_t most_letters_between_terms = 4;
constexpr std::size_t cue_reach_letters = 4;
/// Edits that a gloss in brackets beside a level's term may have.
constexpr int most_gloss_edits = 2;
/// An exact short term is likelier meant than a longer one with slips.
constexpr int letters_lost_by_edit = 4;

std::size_t letters_in(std::string_view text, std::size_t begin, std::size_t end) {
  return end <= begin ? 0 : folded(text.substr(begin, end - begin)).letters.size();
}

/// A Latin word [begin, end) of the text.
struct Word {
  std::size_t begin = 0, end = 0;
};

std::vector<Word> latin_words(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Word> words;
  for (std::size_t at = begin; at < end; ++at) {
    if (!is_latin_letter(static_cast<unsigned char>(text[at]))) continue;
    std::size_t stop = at;
    while (stop < end && is_latin_letter(static_cast<unsigned char>(text[stop]))) ++stop;
    words.push_back({at, stop});
    at = stop;
  }
  return words;
}

struct Gloss {
  int level = -1;
  bool misspelt = false;
};

bool is_listed_misspelling(const Pack& pack, const std::u32string& word) {
  const std::vector<std::string>& list = pack.words("misspelt_glosses");
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& wrong) { return folded(wrong).letters == word; });
}

constexpr std::array<std::u32string_view, 6> inflections = {U"d", U"ed", U"s", U"es", U"ing", U"ment"};

/// "involved" still names the level; "information" and "informal" are other words.
enum class Form { other, inflected, derived };
Form form_of(const std::u32string& word, const std::u32string& gloss) {
  if (word.size() <= gloss.size() || word.compare(0, gloss.size(), gloss) != 0) return Form::other;
  const std::u32string_view ending = std::u32string_view(word).substr(gloss.size());
  const bool known = std::find(inflections.begin(), inflections.end(), ending) != inflections.end();
  return known ? Form::inflected : Form::derived;
}

/// The level that a word names, forgiving slips where it stands in brackets.
std::optional<Gloss> gloss_of(std::string_view word, const Pack& pack, bool in_brackets) {
  const std::u32string letters = folded(word).letters;
  std::optional<Gloss> best;
  int best_distance = most_gloss_edits + 1;
  bool derived = false;
  for (std::size_t i = 0; i < pack.levels.size(); ++i) {
    for (const std::string& gloss : pack.levels[i].glosses) {
      const std::u32string wanted = folded(gloss).letters;
      if (letters == wanted) return Gloss{static_cast<int>(i), is_listed_misspelling(pack, letters)};
      if (!in_brackets) continue;
      const Form form = form_of(letters, wanted);
      if (form == Form::inflected) return Gloss{static_cast<int>(i), false};
      derived = derived || form == Form::derived;
      const int allowed = wanted.size() <= 6 ? 1 : most_gloss_edits;
      const int distance = edit_distance(letters, wanted, allowed);
      if (distance <= allowed && distance < best_distance) {
        best = Gloss{static_cast<int>(i), true};
        best_distance = distance;
      }
    }
  }
  return derived ? std::nullopt : best;
}

class NameReader {
 public:
  NameReader(std::string_view text, const std::vector<WordHit>& words, const Pack& pack)
      : text_(text), words_(words), pack_(pack), cues_(lexicon_index(pack, "level_cues")) {}

  std::vector<LevelName> run() {
    take_thai_terms();
    add_glosses();
    add_lone_glosses();
    add_cues();
    std::sort(names_.begin(), names_.end(),
              [](const LevelName& a, const LevelName& b) { return a.begin < b.begin; });
    return std::move(names_);
  }

 private:
  /// The longest terms, those that are joined by a stroke or "และ" being one name with several levels.
  void take_thai_terms() {
    std::vector<WordHit> terms;
    for (const WordHit& hit : words_)
      if (hit.kind == WordKind::level_thai) terms.push_back(hit);
    std::stable_sort(terms.begin(), terms.end(), [](const WordHit& a, const WordHit& b) {
      return static_cast<int>(a.letters) - letters_lost_by_edit * a.distance >
             static_cast<int>(b.letters) - letters_lost_by_edit * b.distance;
    });
    std::vector<WordHit> kept;
    for (const WordHit& term : terms) {
      const auto overlaps = [&](const WordHit& other) {
        return term.begin < other.end && other.begin < term.end;
      };
      if (std::none_of(kept.begin(), kept.end(), overlaps)) kept.push_back(term);
    }
    std::sort(kept.begin(), kept.end(), [](const WordHit& a, const WordHit& b) { return a.begin < b.begin; });
    for (const WordHit& term : kept) {
      if (!names_.empty() && is_joined(names_.back().end, term.begin)) {
        names_.back().thai.push_back(term.index);
        names_.back().end = term.end;
      } else {
        LevelName name;
        name.begin = term.begin;
        name.end = term.end;
        name.thai = {term.index};
        names_.push_back(name);
      }
    }
  }

  [[nodiscard]] bool is_joined(std::size_t end, std::size_t begin) const {
    const std::string_view gap = text_.substr(end, begin - end);
    const bool stroke = gap.find('/') != std::string_view::npos;
    return stroke && letters_in(text_, end, begin) <= most_letters_between_terms;
  }

  /// The bracket behind each term.
  void add_glosses() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      LevelName& name = names_[i];
      const std::size_t open = text_.find('(', name.end);
      const std::size_t next = i + 1 < names_.size() ? names_[i + 1].begin : text_.size();
      if (open == std::string_view::npos || open >= next) continue;
      const std::size_t close = text_.find(')', open);
      if (close == std::string_view::npos || letters_in(text_, name.end, open) > most_letters_before_gloss)
        continue;
      if (const auto gloss = gloss_in(open + 1, close, name)) {
        name.gloss = gloss->level;
        name.end = close + 1;
        taken_.push_back({open, close});
      }
    }
  }

  std::optional<Gloss> gloss_in(std::size_t begin, std::size_t end, LevelName& name) const {
    for (const Word& word : latin_words(text_, begin, end)) {
      const std::string_view letters = text_.substr(word.begin, word.end - word.begin);
      const auto gloss = gloss_of(letters, pack_, true);
      if (!gloss) continue;
      if (gloss->misspelt) name.misspelt = std::string(letters);
      return gloss;
    }
    return std::nullopt;
  }

  /// English names without a Thai term. As a verb of running text they name nothing: they are capitalised,
  /// stand in brackets or behind "ระดับ".
  void add_lone_glosses() {
    for (const Word& word : latin_words(text_, 0, text_.size())) {
      const auto inside = [&](const Word& bracket) {
        return word.begin > bracket.begin && word.end <= bracket.end;
      };
      if (std::any_of(taken_.begin(), taken_.end(), inside)) continue;
      const std::string_view letters = text_.substr(word.begin, word.end - word.begin);
      const bool bracketed =
          code_point_before(text_, word.begin) == U'(' && code_point_at(text_, word.end) == U')';
      const auto gloss = gloss_of(letters, pack_, bracketed);
      if (!gloss || !(bracketed || is_title(letters) || is_cued(word.begin))) continue;
      LevelName name;
      name.begin = word.begin;
      name.end = word.end;
      name.gloss = gloss->level;
      name.set_apart = bracketed || word.begin == label_at_start(text_).end;
      if (gloss->misspelt) name.misspelt = std::string(letters);
      names_.push_back(name);
    }
  }

  static bool is_title(std::string_view word) { return word[0] >= 'A' && word[0] <= 'Z'; }

  [[nodiscard]] bool is_cued(std::size_t begin) const {
    return std::any_of(words_.begin(), words_.end(), [&](const WordHit& hit) {
      return hit.kind == WordKind::lexicon && hit.index == cues_ && hit.end <= begin &&
             letters_in(text_, hit.end, begin) <= cue_reach_letters;
    });
  }

  void add_cues() {
    for (LevelName& name : names_) name.has_cue = is_cued(name.begin);
  }

  std::string_view text_;
  const std::vector<WordHit>& words_;
  const Pack& pack_;
  int cues_;
  std::vector<LevelName> names_;
  std::vector<Word> taken_;
};

}  // namespace

int LevelName::disagreeing() const {
  if (gloss < 0 || thai.empty() || std::find(thai.begin(), thai.end(), gloss) != thai.end()) return -1;
  return gloss;
}

std::vector<LevelName> level_names(std::string_view text, const std::vector<WordHit>& words,
                                   const Pack& pack) {
  return NameReader(text, words, pack).run();
}

}  // namespace ruamlint
