// What a family's file is made of: checks, and how they say what they found. Internal to rules/.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/check.hpp"

namespace ruamlint {

/// What a check looks at.
struct CheckContext {
  const Facts& facts;
  const Pack& pack;
  const Rule& rule;
  Day closing_date;
  const Category* category = nullptr;  ///< of the form; nullptr: none or several are stated
};

/// One finding that says `message`, a key of the rule's messages, at the rule's own severity.
[[nodiscard]] inline Finding found(const CheckContext& context, Result result, std::string message,
                                   std::vector<Evidence> evidence = {},
                                   std::vector<Argument> arguments = {}) {
  return {context.rule.id,     result, context.rule.severity, std::move(message), std::move(arguments),
          std::move(evidence), {}};
}

/// What is missing is a fault only where all of the form was read well; else nobody can say.
[[nodiscard]] inline Finding missing(const CheckContext& context, std::string message,
                                     std::vector<Argument> arguments = {}) {
  if (!context.facts.read_well) return found(context, Result::could_not_check, "not_read");
  return found(context, Result::fail, std::move(message), {}, std::move(arguments));
}

/// That nothing is wrong anywhere can be said only where all of the form was read well.
[[nodiscard]] inline Finding nothing_wrong(const CheckContext& context, std::vector<Evidence> evidence = {}) {
  if (!context.facts.read_well) return found(context, Result::could_not_check, "not_read");
  return found(context, Result::pass, "pass", std::move(evidence));
}

[[nodiscard]] inline Argument argument(std::string name, Argument::Kind kind,
                                       std::vector<std::string> texts) {
  return {std::move(name), kind, std::move(texts), 0, 0, {}};
}
[[nodiscard]] inline Argument text_argument(std::string name, std::string text) {
  return argument(std::move(name), Argument::Kind::text, {std::move(text)});
}
[[nodiscard]] inline Argument number_argument(std::string name, double value, int decimals) {
  return {std::move(name), Argument::Kind::number, {}, value, decimals, {}};
}
[[nodiscard]] inline Argument months_argument(std::string name, int months) {
  return {std::move(name), Argument::Kind::months, {}, static_cast<double>(months), 0, {}};
}
[[nodiscard]] inline Argument date_argument(std::string name, Day date) {
  return {std::move(name), Argument::Kind::date, {}, 0, 0, date};
}

/// Below it a fact is too unsure to pass or fail a form (figures that recognition was not sure of).
/// The readers give such figures 0.5 at most (extract/ocr/ocr.hpp), and words that they are fairly sure of
/// more.
inline constexpr float least_confidence = 0.6F;
[[nodiscard]] bool is_sure(const std::vector<Evidence>& evidence);

/// Returns one finding at least: a single one where the rule passes, one a defect where it does not.
using Check = std::vector<Finding> (*)(const CheckContext& context);

struct NamedCheck {
  std::string_view name;  ///< as the packs call it, "family.what"
  Check check;
};

// The families, each at the end of its file.
[[nodiscard]] std::span<const NamedCheck> section_checks();
[[nodiscard]] std::span<const NamedCheck> agency_checks();
[[nodiscard]] std::span<const NamedCheck> category_checks();
[[nodiscard]] std::span<const NamedCheck> level_checks();
[[nodiscard]] std::span<const NamedCheck> operation_checks();
[[nodiscard]] std::span<const NamedCheck> statistics_checks();
[[nodiscard]] std::span<const NamedCheck> topic_checks();

}  // namespace ruamlint
