#include "report/facts_json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "document/serialise.hpp"

namespace ruamlint {
namespace {

using nlohmann::ordered_json;

/// Whole numbers as integers, others to ten significant digits: more is noise of binary fractions.
ordered_json number_json(double value) {
  constexpr double exact_integers = 9e15;
  if (!std::isfinite(value)) return nullptr;
  if (std::trunc(value) == value && std::abs(value) < exact_integers) return static_cast<std::int64_t>(value);
  return std::strtod(fmt::format("{:.10g}", value).c_str(), nullptr);
}

ordered_json place_json(const Place& place, const std::string& section) {
  ordered_json value = to_json(place);
  if (!section.empty()) value["section"] = section;
  return value;
}

ordered_json one_evidence_json(const Evidence& evidence) {
  return {{"quote", evidence.quote},
          {"place", place_json(evidence.place, evidence.section)},
          {"origin", name_of(evidence.origin)},
          {"confidence", number_json(std::round(static_cast<double>(evidence.confidence) * 1e4) / 1e4)}};
}

const char* name_of(SectionFact::Content content) {
  switch (content) {
    case SectionFact::Content::empty:
      return "empty";
    case SectionFact::Content::prompt_only:
      return "prompt_only";
    case SectionFact::Content::too_short:
      return "too_short";
    case SectionFact::Content::filled:
      break;
  }
  return "filled";
}

const char* name_of(LevelMention::Kind kind) {
  switch (kind) {
    case LevelMention::Kind::stated:
      return "stated";
    case LevelMention::Kind::described:
      return "described";
    case LevelMention::Kind::activity:
      break;
  }
  return "activity";
}

const char* name_of(Comparison::ClaimKind kind) {
  switch (kind) {
    case Comparison::ClaimKind::none:
      return "none";
    case Comparison::ClaimKind::percent:
      return "percent";
    case Comparison::ClaimKind::points:
      return "points";
    case Comparison::ClaimKind::difference:
      return "difference";
    case Comparison::ClaimKind::times:
      break;
  }
  return "times";
}

const char* name_of(Comparison::Verdict verdict) {
  using Verdict = Comparison::Verdict;
  switch (verdict) {
    case Verdict::consistent:
      return "consistent";
    case Verdict::by_rounding:
      return "by_rounding";
    case Verdict::inconsistent:
      return "inconsistent";
    case Verdict::direction_differs:
      return "direction_differs";
    case Verdict::zero_base:
      return "zero_base";
    case Verdict::unit_differs:
      return "unit_differs";
    case Verdict::no_claim:
      break;
  }
  return "no_claim";
}

ordered_json category_json(const CategoryFact& category) {
  return {{"id", category.id.empty() ? ordered_json() : ordered_json(category.id)},
          {"stated", category.stated},
          {"given", category.given},
          {"evidence", evidence_json(category.evidence)}};
}

ordered_json section_json(const SectionFact& section) {
  ordered_json value = {
      {"id", section.id}, {"found", section.found}, {"heading", nullptr}, {"place", nullptr}};
  if (section.found) {
    value["heading"] = section.heading;
    value["place"] = place_json(section.evidence.place, section.id);
  }
  value["content"] = name_of(section.content);
  value["letters"] = section.letters;
  value["by_skeleton"] = section.by_skeleton;
  return value;
}

ordered_json mention_json(const LevelMention& mention) {
  ordered_json value = {{"kind", name_of(mention.kind)}, {"level", mention.level}};
  if (!mention.gloss_level.empty()) value["gloss_level"] = mention.gloss_level;
  if (!mention.misspelt.empty()) value["misspelt"] = mention.misspelt;
  value["evidence"] = one_evidence_json(mention.evidence);
  return value;
}

ordered_json levels_json(const LevelFacts& levels) {
  ordered_json value = {
      {"stated", levels.stated}, {"described", levels.described}, {"borne_out", levels.borne_out}};
  value["mentions"] = ordered_json::array();
  for (const LevelMention& mention : levels.mentions) value["mentions"].push_back(mention_json(mention));
  return value;
}

ordered_json range_json(const DayRange& range) {
  return ordered_json::array({iso_date(range.earliest), iso_date(range.latest)});
}

ordered_json operation_json(const OperationFact& operation) {
  if (!operation.found) return nullptr;
  return {{"start", range_json(operation.start)},
          {"end", range_json(operation.end)},
          {"stated_end", operation.stated_end ? range_json(*operation.stated_end) : ordered_json()},
          {"months", ordered_json::array({operation.least_months, operation.most_months})},
          {"ongoing", operation.ongoing},
          {"approximate", operation.approximate},
          {"plan_only", operation.plan_only},
          {"evidence", evidence_json(operation.evidence)}};
}

ordered_json comparison_json(const Comparison& comparison) {
  const bool claims = comparison.claim_kind != Comparison::ClaimKind::none;
  const bool computable = comparison.verdict != Comparison::Verdict::zero_base &&
                          comparison.verdict != Comparison::Verdict::unit_differs;
  return {{"measure", comparison.measure},
          {"before", number_json(comparison.before.value)},
          {"after", number_json(comparison.after.value)},
          {"before_text", comparison.before_text},
          {"after_text", comparison.after_text},
          {"unit", comparison.unit},
          {"claimed", claims ? number_json(comparison.claimed.value) : ordered_json()},
          {"claimed_text", comparison.claimed_text},
          {"claim_kind", name_of(comparison.claim_kind)},
          {"recomputed", computable ? number_json(comparison.recomputed) : ordered_json()},
          {"verdict", name_of(comparison.verdict)},
          {"unsure", comparison.unsure},
          {"evidence", evidence_json(comparison.evidence)}};
}

}  // namespace

ordered_json evidence_json(const std::vector<Evidence>& evidence) {
  ordered_json list = ordered_json::array();
  for (const Evidence& one : evidence) list.push_back(one_evidence_json(one));
  return list;
}

ordered_json facts_json(const Facts& facts) {
  ordered_json value;
  value["category"] = category_json(facts.category);
  value["sections"] = ordered_json::array();
  for (const SectionFact& section : facts.sections) value["sections"].push_back(section_json(section));
  value["levels"] = levels_json(facts.levels);
  value["operation"] = operation_json(facts.operation);
  value["plans"] = evidence_json(facts.operation.plans);
  value["comparisons"] = ordered_json::array();
  for (const Comparison& comparison : facts.comparisons)
    value["comparisons"].push_back(comparison_json(comparison));
  value["read_well"] = facts.read_well;
  value["unread_pages"] = facts.unread_pages;
  return value;
}

}  // namespace ruamlint
