#include "facts/comparisons.hpp"

#include <algorithm>
#include <set>

#include "document/inner_tables.hpp"
#include "facts/comparisons_agreement.hpp"
#include "facts/comparisons_sentences.hpp"
#include "facts/comparisons_tables.hpp"
#include "facts/comparisons_totals.hpp"
#include "facts/sections.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// Digits read with less are not sure (extract/ocr).
constexpr float sure_confidence = 0.9F;
constexpr std::size_t most_after_figures = 20;

bool is_unsure(const std::vector<Evidence>& evidence) {
  return std::any_of(evidence.begin(), evidence.end(), [](const Evidence& one) {
    return one.origin == Origin::ocr && one.confidence < sure_confidence;
  });
}

/// Passages read as one text: the items "ก่อนดำเนินการ: ..." and "หลังดำเนินการ: ..." belong together.
struct Joined {
  struct Piece {
    const Passage* passage;
    std::size_t begin;  ///< in `text`
  };
  std::string text;
  std::vector<Piece> pieces;

  void add(const Passage& passage) {
    if (!pieces.empty()) text += '\n';
    pieces.push_back({&passage, text.size()});
    text += passage.text;
  }

  /// The quotation of [begin, end), cut to the piece that it begins in.
  [[nodiscard]] Evidence evidence(std::size_t begin, std::size_t end) const {
    std::size_t i = pieces.size() - 1;
    while (i > 0 && pieces[i].begin > begin) --i;
    const Piece& piece = pieces[i];
    const std::size_t last = std::min(end - piece.begin, piece.passage->text.size());
    return evidence_of(*piece.passage, begin - piece.begin, last);
  }
};

bool may_tell(std::string_view text) {
  static constexpr std::string_view number_words[] = {"สิบ", "ร้อย", "พัน", "เท่า", "ครึ่ง"};
  for (std::size_t at = 0; at < text.size();) {
    if (digit_value(next_code_point(text, at)) >= 0) return true;
  }
  return std::any_of(std::begin(number_words), std::end(number_words),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

class Finder {
 public:
  explicit Finder(const Form& form) : form_(form), words_(form.vocabulary->changes()) {}

  ComparisonFacts run() {
    std::size_t passage = 0;
    const std::size_t blocks = form_.document->blocks.size();
    for (std::size_t block = 0; block <= blocks; ++block) {
      if (block < blocks && form_.document->blocks[block].kind == BlockKind::table) read_table(block);
      while (passage < form_.passages.size() && form_.passages[passage].block <= block) {
        passage = form_.passages[passage].cell != nullptr ? passage + 1 : read_passages(passage);
      }
    }
    for (Disagreement& one : disagreements_of(pairs_, claims_, words_.quantities)) {
      facts_.disagreements.push_back(std::move(one));
    }
    facts_.after_only = facts_.comparisons.empty() && !facts_.after_figures.empty();
    return std::move(facts_);
  }

 private:
  // ---- Sentences
  // --------------------------------------------------------------------------------------------

  /// Reads passage `i` with those that go on from it; the index behind them.
  std::size_t read_passages(std::size_t i) {
    const Passage& first = form_.passages[i];
    if (first.prompt || first.option) return i + 1;
    Joined joined;
    joined.add(first);
    std::size_t next = i + 1;
    const auto follows = [&](std::size_t at) {
      return at < form_.passages.size() && form_.passages[at].cell == nullptr &&
             form_.passages[at].kind != Passage::Kind::heading;
    };
    if (opening(first.text) == Term::before && may_tell(first.text) && follows(next) &&
        opening(form_.passages[next].text) == Term::after) {
      joined.add(form_.passages[next++]);
      if (follows(next) && direction_of(opening(form_.passages[next].text)) != 0)
        joined.add(form_.passages[next++]);
    }
    if (is_of_year(first) && follows(next) && may_tell(first.text)) {
      while (follows(next) && is_of_year(form_.passages[next])) joined.add(form_.passages[next++]);
    }
    if (may_tell(joined.text)) {
      read_sentences(joined.text, {},
                     [&](std::size_t begin, std::size_t end) { return joined.evidence(begin, end); });
    }
    return next;
  }

  /// A short item that begins with its year: "ปี 2562: ผู้ป่วย 120 ราย".
  [[nodiscard]] static bool is_of_year(const Passage& passage) {
    constexpr std::size_t most_clusters = 120, most_before = 4;
    if (passage.prompt || passage.option || passage.kind != Passage::Kind::list_item) return false;
    if (count_clusters(passage.text) > most_clusters) return false;
    const std::vector<DateMention> dates = find_dates(passage.text);
    return !dates.empty() && count_clusters(passage.text.substr(0, dates[0].begin)) <= most_before &&
           (dates[0].precision == DatePrecision::year || dates[0].precision == DatePrecision::fiscal_year);
  }

  /// The key word that a passage begins with, list marks and a few letters before it left aside.
  [[nodiscard]] Term opening(std::string_view text) const {
    constexpr int most_letters = 14;
    int letters = 0;
    for (std::size_t at = 0; at < text.size() && letters < most_letters; ++letters) {
      const WordAt word = words_.keys.longest_at(text, at);
      if (word.term == Term::before || (word && word.term == Term::before_label)) return Term::before;
      if (word.term == Term::after || (word && word.term == Term::after_label)) return Term::after;
      if (word && direction_of(word.term) != 0) return word.term;
      static_cast<void>(next_code_point(text, at));
    }
    return Term::masked;
  }

  template <typename EvidenceOf>
  void read_sentences(std::string_view text, std::string_view named, const EvidenceOf& evidence) {
    ++source_;
    const SentenceChanges changes = changes_in_sentences(text, words_, named);
    for (const FigurePair& pair : changes.pairs) {
      JudgedPair judged = judge_pair(pair, words_.quantities);
      Comparison& comparison = judged.comparison;
      comparison.evidence = {evidence(pair.before.begin, pair.before.end),
                             evidence(pair.after.begin, pair.after.end)};
      if (judged.claim) {
        const Claim& claim = pair.claims[*judged.claim];
        comparison.evidence.push_back(evidence(claim.begin, claim.end));
      } else if (comparison.verdict == Comparison::Verdict::direction_differs &&
                 pair.verb_end > pair.verb_begin) {
        comparison.evidence.push_back(evidence(pair.verb_begin, pair.verb_end));
      }
      add(std::move(comparison), pair);
    }
    for (const LooseFigure& loose : changes.after_only) {
      add_after(evidence(loose.figure.begin, loose.figure.end));
      if (!loose.claim || loose.measure.empty()) continue;
      Evidence claim = evidence(loose.claim->begin, loose.claim->end);
      // What the problem tells is of the time before the work.
      if (claim.section == section_id::problem) continue;
      claims_.push_back({loose.measure, *loose.claim, std::move(claim), source_});
    }
  }

  // ---- Tables
  // -----------------------------------------------------------------------------------------------

  void read_table(std::size_t block) {
    const Table& table = form_.document->blocks[block].table;
    ++source_;
    const std::string caption = caption_of(block);
    const bool goes_on = layout_ && block - layout_block_ <= 2;
    TableChanges changes = changes_in_table(table, caption, words_, goes_on ? &*layout_ : nullptr);
    layout_ = changes.layout;
    layout_block_ = block;
    add_changes(table, changes, [&](const CellRange& range) {
      return evidence_of(range.cell->text, range.begin, range.end, section_of(form_, block, range.cell));
    });
    const std::set<const Cell*> read(changes.read.begin(), changes.read.end());
    for (const Cell& cell : table.cells) {
      if (read.count(&cell) == 0) read_cell(table, cell, section_of(form_, block, &cell));
    }
  }

  template <typename EvidenceOf>
  void add_changes(const Table& table, TableChanges& changes, const EvidenceOf& evidence) {
    for (TablePair& found : changes.pairs) {
      JudgedPair judged = judge_pair(found.pair, words_.quantities);
      Comparison& comparison = judged.comparison;
      comparison.evidence = {evidence(found.before), evidence(found.after)};
      if (judged.claim) {
        comparison.evidence.push_back(evidence(found.claims[found.pair.claims[*judged.claim].source]));
      } else if (comparison.verdict == Comparison::Verdict::direction_differs && found.verb.cell != nullptr) {
        comparison.evidence.push_back(evidence(found.verb));
      }
      add(std::move(comparison), found.pair);
    }
    for (const WrongTotal& wrong : wrong_totals_in(table, words_)) add_total(wrong, evidence(wrong.total));
    for (const CellRange& range : changes.after_only) add_after(evidence(range));
  }

  /// Many forms are one table of headings and answers: a cell may hold sentences, lists, a table of its own.
  void read_cell(const Table& table, const Cell& cell, const std::string& section) {
    const std::string_view text = cell.text.utf8;
    if (!may_tell(text)) return;
    const Cell* label = cell.column > 0 ? table.at(cell.row, 0) : nullptr;
    const bool has_name = label != nullptr && label != &cell && count_clusters(label->text.utf8) <= 60;
    const std::string_view name = has_name ? std::string_view(label->text.utf8) : std::string_view{};
    const auto read_between = [&](std::size_t from, std::size_t to) {
      read_sentences(text.substr(from, to - from), name, [&](std::size_t begin, std::size_t end) {
        return evidence_of(cell.text, from + begin, from + end, section);
      });
    };
    std::size_t from = 0;
    for (const InnerTable& inner : inner_tables(cell.text)) {
      const std::string_view before = trimmed(text.substr(from, inner.begin - from));
      if (!read_inner_table(inner.table, before, section)) continue;
      read_between(from, inner.begin);
      from = inner.end;
    }
    read_between(from, text.size());
  }

  /// A table within a cell, with what stands before it there. False where it compares nothing: then its rows
  /// may still be sentences.
  bool read_inner_table(const Table& table, std::string_view before, const std::string& section) {
    const std::string_view caption = before.substr(before.rfind('\n') + 1);
    TableChanges changes = changes_in_table(table, caption, words_, nullptr);
    if (changes.pairs.empty()) return false;
    ++source_;
    add_changes(table, changes, [&](const CellRange& range) {
      return evidence_of(range.cell->text, range.begin, range.end, section);
    });
    return true;
  }

  /// What stands right before a table: its title, or the heading that it is under.
  [[nodiscard]] std::string caption_of(std::size_t block) const {
    constexpr std::size_t most_clusters = 160;
    std::string caption;
    for (const Passage& passage : form_.passages) {
      if (passage.block >= block) break;
      if (passage.block + 2 < block || passage.cell != nullptr) continue;
      if (count_clusters(passage.text) <= most_clusters)
        caption.append(caption.empty() ? "" : " ").append(passage.text);
    }
    return caption;
  }

  // ---- What is kept
  // -----------------------------------------------------------------------------------------

  void add(Comparison comparison, const FigurePair& pair) {
    comparison.before_text = comparison.evidence[0].quote;
    comparison.after_text = comparison.evidence[1].quote;
    const bool has_claim = comparison.evidence.size() > 2;
    if (has_claim) comparison.claimed_text = comparison.evidence[2].quote;
    comparison.unsure = is_unsure(comparison.evidence);
    const bool is_told_already =
        std::any_of(facts_.comparisons.begin(), facts_.comparisons.end(), [&](const Comparison& other) {
          return other.before.value == comparison.before.value &&
                 other.after.value == comparison.after.value && other.unit == comparison.unit &&
                 same_measure(other.measure, comparison.measure) &&
                 (!has_claim ||
                  (other.claim_kind == comparison.claim_kind &&
                   other.claimed.value == comparison.claimed.value && other.verdict == comparison.verdict));
        });
    pairs_.push_back({comparison, pair, source_});
    if (!is_told_already) facts_.comparisons.push_back(std::move(comparison));
  }

  void add_total(const WrongTotal& wrong, Evidence evidence) {
    Disagreement found;
    found.kind = Disagreement::Kind::total;
    found.measure = wrong.heading;
    found.first_text = evidence.quote;
    found.recomputed = wrong.sum;
    found.evidence = {std::move(evidence)};
    found.unsure = is_unsure(found.evidence);
    facts_.disagreements.push_back(std::move(found));
  }

  static bool same_measure(std::string_view a, std::string_view b) {
    return a.empty() || b.empty() || alike(a, b);
  }

  void add_after(Evidence evidence) {
    if (facts_.after_figures.size() < most_after_figures) facts_.after_figures.push_back(std::move(evidence));
  }

  const Form& form_;
  const ChangeWords& words_;
  ComparisonFacts facts_;
  std::vector<ToldPair> pairs_;
  std::vector<ToldClaim> claims_;
  std::size_t source_ = 0;  ///< number of the text or table that is read
  std::optional<Layout> layout_;
  std::size_t layout_block_ = 0;
};

}  // namespace

ComparisonFacts find_comparisons(const Form& form) {
  return Finder(form).run();
}

}  // namespace ruamlint
