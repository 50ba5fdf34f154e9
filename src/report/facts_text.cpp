#include "report/facts_text.hpp"

#include <cmath>

#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint {
namespace {

std::string said(Word what, Language language) {
  return std::string(word(what, language));
}

std::string level_names(const Pack& pack, const std::vector<std::string>& ids, Language language) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(level_name(pack, id, language));
  return names.empty() ? said(Word::none, language) : joined(names, language);
}

std::string change_text(const Comparison& comparison, Language language) {
  using Kind = Comparison::ClaimKind;
  const double change = comparison.recomputed;
  if (comparison.claim_kind == Kind::times) {
    return filled(word(Word::change_times, language), {{"amount", number_text(change)}});
  }
  if (change == 0) return said(Word::no_change, language);
  std::string amount = number_text(std::abs(change));
  if (comparison.claim_kind == Kind::difference && !comparison.unit.empty())
    amount += " " + quoted_cut(comparison.unit);
  const Word how = comparison.claim_kind == Kind::points       ? Word::change_points
                   : comparison.claim_kind == Kind::difference ? Word::change_difference
                                                               : Word::change_percent;
  return filled(word(how, language),
                {{"way", said(change > 0 ? Word::rise : Word::fall, language)}, {"amount", amount}});
}

Word verdict_word(Comparison::Verdict verdict) {
  using Verdict = Comparison::Verdict;
  switch (verdict) {
    case Verdict::consistent:
      return Word::consistent;
    case Verdict::by_rounding:
      return Word::by_rounding;
    case Verdict::inconsistent:
      return Word::inconsistent;
    case Verdict::direction_differs:
      return Word::direction_differs;
    case Verdict::zero_base:
      return Word::zero_base;
    case Verdict::unit_differs:
      return Word::unit_differs;
    case Verdict::no_claim:
      break;
  }
  return Word::no_claim;
}

/// Whether there is a recomputed value to show.
bool is_computable(const Comparison& comparison) {
  return comparison.verdict != Comparison::Verdict::zero_base &&
         comparison.verdict != Comparison::Verdict::unit_differs && std::isfinite(comparison.recomputed);
}

std::string comparison_text(const Comparison& comparison, Language language) {
  std::string text = filled(word(Word::comparison, language), {{"measure", quoted_cut(comparison.measure)},
                                                               {"before", quoted_cut(comparison.before_text)},
                                                               {"after", quoted_cut(comparison.after_text)}});
  const char* separator = language == Language::th ? " " : "; ";
  if (!comparison.claimed_text.empty()) {
    text += separator +
            filled(word(Word::comparison_claim, language), {{"claim", quoted_cut(comparison.claimed_text)}});
  }
  if (is_computable(comparison)) {
    text += separator + filled(word(Word::comparison_recomputed, language),
                               {{"change", change_text(comparison, language)}});
  }
  text += " (" + said(verdict_word(comparison.verdict), language) + ")";
  if (comparison.unsure) text += " (" + said(Word::unsure, language) + ")";
  return text;
}

Word end_word(const OperationFact& operation) {
  if (operation.ongoing) return Word::operation_ongoing;
  if (!operation.stated_end) return Word::operation_no_end;
  const bool over = operation.stated_end->earliest <= operation.end.earliest;
  return over ? Word::operation_ended : Word::operation_not_over;
}

}  // namespace

std::string recomputed_text(const Comparison& comparison, Language language) {
  return is_computable(comparison) ? change_text(comparison, language) : std::string();
}

std::string comparison_verdict_text(const Comparison& comparison, Language language) {
  return said(verdict_word(comparison.verdict), language);
}

std::string category_text(const Pack& pack, const CategoryFact& category, Language language) {
  if (category.given) {
    return filled(word(Word::category_given, language),
                  {{"name", category_name(pack, category.id, language)}});
  }
  if (!category.id.empty()) return category_name(pack, category.id, language);
  if (category.stated.empty()) return said(Word::no_category, language);
  std::vector<std::string> names;
  for (const std::string& id : category.stated) names.push_back(category_name(pack, id, language));
  return filled(word(Word::several_categories, language), {{"names", joined(names, language)}});
}

std::string operation_text(const OperationFact& operation, Language language) {
  if (!operation.found) {
    return said(operation.plan_only ? Word::operation_plan_only : Word::operation_unknown, language);
  }
  std::string text =
      filled(word(end_word(operation), language),
             {{"start", range_text(operation.start, language)},
              {"end", operation.stated_end ? range_text(*operation.stated_end, language) : std::string()}});
  const std::string months = months_text(operation.least_months, operation.most_months, language);
  text += (language == Language::th ? " " : ", ") +
          filled(word(Word::operation_months, language), {{"months", months}});
  if (operation.approximate) text += " (" + said(Word::approximate, language) + ")";
  return text;
}

std::string facts_text(const Pack& pack, const Facts& facts, Language language) {
  const LevelFacts& levels = facts.levels;
  std::vector<std::string> borne_out;
  if (!levels.borne_out.empty()) borne_out.push_back(levels.borne_out);

  std::string text = "\n" + said(Word::facts, language) + "\n  " + said(Word::levels, language) + "\n";
  const auto level_line = [&](Word label, const std::vector<std::string>& ids) {
    text += "    " + said(label, language) + ": " + level_names(pack, ids, language) + "\n";
  };
  level_line(Word::levels_stated, levels.stated);
  level_line(Word::levels_described, levels.described);
  level_line(Word::levels_borne_out, borne_out);

  if (facts.comparisons.empty())
    return text + "  " + said(Word::comparisons, language) + ": " + said(Word::none, language) + "\n";
  text += "  " + said(Word::comparisons, language) + "\n";
  for (const Comparison& comparison : facts.comparisons) {
    text += "    " + comparison_text(comparison, language) + "\n";
  }
  return text;
}

}  // namespace ruamlint
