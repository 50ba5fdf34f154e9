// What a form says, each fact with its evidence. Facts judge nothing: that is for the rules.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "pack/pack.hpp"
#include "text/dates.hpp"
#include "text/numbers.hpp"

namespace ruamlint {

/// A stretch of one line that evidence quotes.
struct Mark {
  int page = 0;
  Box box;
};

/// Words of the form that bear something out.
struct Evidence {
  std::string quote;
  Place place;
  std::vector<Mark>
      marks;            ///< where exactly the words stand, line by line; empty where the format has no pages
  std::string section;  ///< id of the section that it falls in, or empty
  Origin origin = Origin::text_layer;
  float confidence = 1;  ///< the least of the spans quoted
};

/// One of the pack's sections, found or not. The facts list all of the pack's sections, in its order.
struct SectionFact {
  enum class Content { empty, prompt_only, too_short, filled };
  std::string id;
  bool found = false;
  std::string heading;       ///< as the form writes it
  Evidence evidence;         ///< the heading
  bool by_skeleton = false;  ///< found only by leaving tone marks aside: damaged text
  Content content = Content::empty;
  int letters = 0;  ///< clusters of the body, prompts left out
};

/// Who sends the form in.
struct ApplicantFact {
  bool named = false;
  bool left_open = false;  ///< its field is there, and holds nothing but a prompt, dots or "-"
  std::vector<Evidence> evidence;  ///< where it is named; else where it may be meant: its parent, its people
};

/// Which category the form is sent in for.
struct CategoryFact {
  std::string id;                   ///< the one; empty where none or several are stated
  std::vector<std::string> stated;  ///< all that are stated
  bool given = false;               ///< by the caller, not by the form
  std::vector<Evidence> evidence;
};

/// A place where the form names a level or shows it.
struct LevelMention {
  enum class Kind { stated, described, activity };
  Kind kind = Kind::described;
  std::string level;        ///< id
  std::string gloss_level;  ///< id that the English gloss beside it names, if another
  std::string misspelt;     ///< the gloss as written, where it is misspelt
  Evidence evidence;
};

struct LevelFacts {
  std::vector<LevelMention> mentions;
  std::vector<std::string> stated;  ///< ids, lowest first
  std::vector<std::string> described;
  std::string borne_out;            ///< the highest level that an activity bears out; empty: none
  std::vector<LevelMention> hints;  ///< words that may tell of a level, a few for each
  std::vector<LevelMention> unclear;  ///< where none is stated: names that may be meant as the work's level
};

/// A stretch of time that the form gives for the work.
struct PeriodClaim {
  PeriodMention period;
  Evidence evidence;
};

/// Whole months, at least and at most.
struct MonthRange {
  int least = 0, most = 0;
};

/// A length of time that the form gives for the work.
struct DurationClaim {
  DurationMention duration;
  Evidence evidence;
  bool total = false;  ///< said to be all of the work's time: "รวม 3 ปี"
  std::optional<MonthRange> beside;  ///< months of the stretch of time beside it: a phase's before "(6 เดือน)"
};

/// How long the work has run by the closing date.
struct OperationFact {
  bool found = false;  ///< a start is known, however loosely
  DayRange start;
  DayRange end;  ///< to which months are counted: the stated end, at the latest the closing date
  std::optional<DayRange>
      stated_end;  ///< as the form has it, also behind the closing date; not for ongoing work
  bool ongoing = false;
  bool approximate = false;                ///< some date is approximate or ambiguous
  bool ambiguous = false;                  ///< some date may mean another one altogether
  int least_months = 0, most_months = 0;   ///< whole months run by the closing date; never negative
  bool plan_only = false;                  ///< the only periods found are plans
  std::optional<DurationMention> claimed;  ///< a length of time stated in words
  std::vector<Evidence> evidence;          ///< of the start first
  std::vector<Evidence> plans;
  std::vector<Evidence> claims;
  std::vector<PeriodClaim> periods;      ///< every stretch of time given for the work, plans left out
  std::vector<DurationClaim> durations;  ///< every length of time given for it
};

/// One measure before and after.
struct Comparison {
  enum class Verdict {
    consistent,
    by_rounding,  ///< true only within the rounding of the figures as written
    inconsistent,
    direction_differs,  ///< "ลดลง" beside figures that rise
    zero_base,          ///< a per cent of nothing
    unit_differs,
    no_claim,  ///< figures without a stated change: nothing to recompute
  };
  enum class ClaimKind { none, percent, points, difference, times };
  std::string measure;
  Number before, after;
  std::string before_text, after_text, unit;
  ClaimKind claim_kind = ClaimKind::none;
  Number claimed;  ///< meaningful with a claim kind; its sign is the stated direction's
  std::string claimed_text;
  int direction = 0;      ///< stated: 1 rise, -1 fall, 0 not said
  double recomputed = 0;  ///< in the claim's own kind, signed; per cent where there is no claim
  Verdict verdict = Verdict::no_claim;
  bool unsure = false;             ///< some figure was read with too little confidence
  std::vector<Evidence> evidence;  ///< before, after, claim
};

/// Two statements of the form that cannot both be so.
struct Disagreement {
  enum class Kind {
    restated,         ///< one measure's figures stand in two places, and differ
    claim_elsewhere,  ///< a change told without figures does not follow from the measure's figures elsewhere
    total,            ///< a table's total is not the sum of its rows
  };
  Kind kind = Kind::restated;
  std::string measure;
  std::string first_text, second_text;  ///< as written: the figures here and there; the total and nothing
  double recomputed = 0;  ///< the change by the figures in the claim's kind, in size; the sum of the rows
  bool unsure = false;    ///< some figure was read with too little confidence
  std::vector<Evidence> evidence;
};

/// Something that forms are asked to say, and where this one says it: at most a few places, in reading order.
/// The facts list all of the pack's topics, in its order.
struct TopicFact {
  std::string id;
  std::vector<Evidence> evidence;  ///< empty: not found
  std::vector<Evidence> hints;     ///< where it may be meant, looked for only where it is not found
};

struct Facts {
  ApplicantFact applicant;
  CategoryFact category;
  std::vector<SectionFact> sections;
  LevelFacts levels;
  OperationFact operation;
  std::vector<Comparison> comparisons;
  bool after_only = false;  ///< figures of results stand there, none of them with a "before"
  std::vector<Evidence> after_figures;
  std::vector<Disagreement> disagreements;
  std::vector<TopicFact> topics;
  bool read_well = true;  ///< absence proves something
  std::vector<int> unread_pages;

  /// Where the form speaks of a topic; empty where it does not, or the pack has none of that id.
  [[nodiscard]] const std::vector<Evidence>& topic(std::string_view id) const;
  /// Where the form may mean a topic that it does not surely speak of.
  [[nodiscard]] const std::vector<Evidence>& topic_hints(std::string_view id) const;
  /// The section's fact, or nullptr where the pack has none of that id.
  [[nodiscard]] const SectionFact* section(std::string_view id) const;
};

struct FactOptions {
  std::string category;  ///< id given by the caller; empty: as the form states it
};

class Vocabulary;

/// Finds every fact. Pure: the same document and pack give the same facts. Making one takes as long as a few
/// pages do; finding does not change it, and may be done from several threads.
class FactFinder {
 public:
  /// The pack must outlive it.
  explicit FactFinder(const Pack& pack);
  [[nodiscard]] Facts find(const Document& document, const FactOptions& options) const;

 private:
  const Pack* pack_;
  std::shared_ptr<const Vocabulary> vocabulary_;
};

/// As FactFinder, for one document.
[[nodiscard]] Facts find_facts(const Document& document, const Pack& pack, const FactOptions& options);

}  // namespace ruamlint
