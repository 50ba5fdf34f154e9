// A rule pack: everything about one award and year that is data. The engine behind it knows no award's year,
// heading or wording. Packs live in checks/<name>/ as YAML; docs/packs.md describes the files.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/dates.hpp"

namespace ruamlint {

struct Bilingual {
  std::string th, en;
};

enum class Severity { note, warning, error };

/// What one form may be sent in for.
struct Category {
  std::string id;
  Bilingual name;
  std::vector<std::string> aliases;  ///< ways in which forms write it, both names included
  std::vector<std::string> fits;     ///< ids of the levels that fit, lowest first
  std::string must_reach;            ///< id of the level that must be reached, or empty
  std::string source;
};

/// A participation level; the pack lists them lowest first.
struct Level {
  std::string id;  ///< "inform" ...
  Bilingual name;
  std::vector<std::string> thai;        ///< Thai terms that name it
  std::vector<std::string> glosses;     ///< English terms, misspellings too
  std::vector<std::string> activities;  ///< what people do at this level, in words of forms
  std::vector<std::string> hints;       ///< words that may tell of it, among others
};

/// A part that a form of this award has.
struct Section {
  std::string id;
  Bilingual title;
  std::vector<std::string> aliases;  ///< headings that mean it
  std::vector<std::string> parts;    ///< ids of sections that it consists of; one of them makes it present
  std::vector<std::string> required_in;  ///< category ids; empty: never required
  /// What makes it present without its heading: topics, or "fact.operation", "fact.levels",
  /// "fact.comparisons".
  std::vector<std::string> said_by;
  Severity severity = Severity::warning;  ///< of its absence
  int least_letters = 0;                  ///< clusters; fewer is too short to be an answer
  std::string source;
};

/// Something that a form is asked to say, known by the words that say it.
struct Topic {
  std::string id;  ///< "need_for_participation"; its words are the lexicons "topic.<id>", with ".near_words",
                   ///< ".near", ".except", ".hints"
  Bilingual name;  ///< as a message calls it
  std::vector<std::string> sections;   ///< ids of the sections in which it counts; empty: anywhere
  std::vector<std::string> not_in;     ///< ids of sections in which it does not
  std::vector<std::string> hinted_in;  ///< ids of sections that hint at it by being filled
  std::string shown_by;                ///< id of a level whose activities say it as well
  bool with_figure = false;            ///< counts only beside a figure
  bool in_headings = false;            ///< a heading says it as well as a sentence
  bool whole_passage = false;          ///< its evidence is all of each passage, for rules that read on in it
  bool even_if_planned = false;        ///< wishes, duties and denials count too
  bool of_others = false;              ///< the applicant's own name does not say it
  int least_times = 1;                 ///< its words in one paragraph, list or table; fewer do not say it
};

/// A short text that a rule passes or fails on, run as a test.
struct Excerpt {
  std::string text;
  std::string category;  ///< id; empty: the pack's first
  std::string expect;    ///< result name, "pass", "fail" ...
};

/// One rule: which check is run, how hard its result is, and how it is said.
struct Rule {
  std::string id;                       ///< "OPR-1"
  std::string check;                    ///< name in the table of checks, "operation.least_duration"
  std::vector<std::string> categories;  ///< ids it applies to; empty: all
  Severity severity = Severity::warning;
  std::string source;               ///< "Q3, Q14", or "assumed"
  std::vector<std::string> covers;  ///< numbers of the reading of the source that it puts to work, "R16"
  std::map<std::string, std::string> parameters;
  Bilingual title, reason, remedy;
  std::map<std::string, Bilingual> messages;  ///< by key; placeholders in braces, {months}
  std::vector<Excerpt> excerpts;

  /// A whole-number parameter, or `otherwise` where the rule has none of that name.
  [[nodiscard]] int parameter(const std::string& name, int otherwise) const;
};

struct Pack {
  std::string id;  ///< folder name, "pppa-2567"
  std::string version;
  Bilingual title;
  Day closing_date{};
  bool closing_date_assumed = true;
  std::vector<Category> categories;
  std::vector<Level> levels;
  std::vector<Section> sections;
  std::vector<Topic> topics;
  std::map<std::string, std::vector<std::string>> lexicon;
  std::vector<Rule> rules;

  [[nodiscard]] const Category* category(std::string_view id) const;
  [[nodiscard]] const Level* level(std::string_view id) const;
  /// 0 for the lowest level, -1 for none of that id.
  [[nodiscard]] int level_rank(std::string_view id) const;
  [[nodiscard]] const Section* section(std::string_view id) const;
  [[nodiscard]] const Topic* topic(std::string_view id) const;
  [[nodiscard]] const Rule* rule(std::string_view id) const;
  /// The words of a lexicon; empty where the pack has none of that name.
  [[nodiscard]] const std::vector<std::string>& words(const std::string& name) const;
};

/// Why a pack could not be loaded: `where` is "file:line:column".
struct PackError {
  std::string where;
  std::string problem;
};

/// Loads checks/<name> and what it extends. Unknown keys, wrong types, doubled ids and references to nothing
/// are errors.
[[nodiscard]] std::variant<Pack, PackError> load_pack(const std::filesystem::path& checks_dir,
                                                      const std::string& name);

}  // namespace ruamlint
