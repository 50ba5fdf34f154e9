// The outcome of one rule on one form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/facts.hpp"
#include "pack/waivers.hpp"

namespace ruamlint {

enum class Result {
  pass,  ///< with the evidence
  fail,  ///< with the evidence, or with where it was looked for
  ask,   ///< only a person can decide, or the evidence is unsure
  not_applicable,
  could_not_check,  ///< the part of the form that it needs was not read
};

/// A value in a message. The report words it in the reader's language.
struct Argument {
  enum class Kind { text, number, date, months, section, level, category, topic };
  std::string name;  ///< placeholder in the rule's message
  Kind kind = Kind::text;
  std::vector<std::string>
      texts;          ///< text, or ids of sections, levels, categories, topics; joined in the report
  double number = 0;  ///< number, months
  int decimals = 0;
  Day date{};
};

struct Finding {
  std::string rule;  ///< id
  Result result = Result::pass;
  Severity severity = Severity::warning;
  std::string message;  ///< key of the rule's messages
  std::vector<Argument> arguments;
  std::vector<Evidence> evidence;
  std::string fingerprint;         ///< 16 hex digits of what is said and quoted first; no positions
  std::optional<Waiver> waiver{};  ///< accepted by somebody: it is shown so, and counts for nothing
};

}  // namespace ruamlint
