#include "report/html/facts.hpp"

#include <algorithm>

#include "report/facts_text.hpp"
#include "report/html/bilingual.hpp"
#include "report/html/drawings.hpp"
#include "report/wording.hpp"

namespace ruamlint::html {
namespace {

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Markup tag(const char* css_class, const Markup& text) {
  return element("span", {{"class", std::string("tag ") + css_class}}, text);
}

/// The highest level first, as on a ladder.
Markup ladder(const FormContext& form) {
  const LevelFacts& levels = form.document.facts.levels;
  Markup rungs;
  const std::vector<Level>& all = form.pack().levels;
  for (auto level = all.rbegin(); level != all.rend(); ++level) {
    Markup tags;
    if (holds(levels.stated, level->id)) tags += tag("stated", both({"ระบุไว้", "stated"}));
    if (holds(levels.described, level->id)) tags += tag("described", both({"อธิบายไว้", "described"}));
    if (levels.borne_out == level->id) tags += tag("borne-out", both({"มีกิจกรรมรองรับ", "borne out"}));
    if (tags.empty()) tags = element("span", {{"class", "nothing"}}, both({"ไม่กล่าวถึง", "not mentioned"}));
    const bool reached = !levels.borne_out.empty() &&
                         form.pack().level_rank(level->id) <= form.pack().level_rank(levels.borne_out);
    rungs += element("li", {{"class", reached ? "rung reached" : "rung"}},
                     element("span", {{"class", "name"}},
                             both_of([&](Language language) { return in(level->name, language); })) +
                         element("span", {{"class", "tags"}}, tags));
  }
  return element("ol", {{"class", "ladder"}, {"reversed", ""}}, rungs);
}

Markup period(const FormContext& form) {
  const OperationFact& operation = form.document.facts.operation;
  const Markup text =
      element("p", both_of([&](Language language) { return operation_text(operation, language); }));
  return operation.found ? time_line(operation, form.run.closing_date, form.anchor("time")) + text : text;
}

bool is_sound(const Comparison& comparison) {
  using Verdict = Comparison::Verdict;
  return comparison.verdict == Verdict::consistent || comparison.verdict == Verdict::by_rounding ||
         comparison.verdict == Verdict::no_claim;
}

Markup comparison_markup(const Comparison& comparison) {
  const Markup verdict =
      element("p", {{"class", is_sound(comparison) ? "verdict-line sound" : "verdict-line unsound"}},
              both_of([&](Language language) {
                std::string text = comparison_verdict_text(comparison, language);
                if (comparison.unsure) text += " – " + std::string(word(Word::unsure, language));
                return text;
              }));
  return element("li", element("h4", quoted_cut(comparison.measure)) + change_bars(comparison) + verdict);
}

Markup comparisons(const FormContext& form) {
  const std::vector<Comparison>& all = form.document.facts.comparisons;
  if (all.empty()) return element("p", both(Word::none));
  Markup items;
  for (const Comparison& comparison : all) items += comparison_markup(comparison);
  return element("ul", {{"class", "comparisons"}}, items);
}

Markup fact(const char* css_class, Word title, const Markup& content) {
  return element("section", {{"class", std::string("fact ") + css_class}},
                 element("h3", both(title)) + content);
}

}  // namespace

Markup facts(const FormContext& form) {
  return element("section", {{"class", "facts"}, {"aria-labelledby", form.label("facts")}},
                 element("h2", {{"id", form.anchor("facts")}}, both(Word::facts)) +
                     fact("period", Word::operation, period(form)) +
                     fact("levels", Word::levels, ladder(form)) +
                     fact("changes", Word::comparisons, comparisons(form)));
}

}  // namespace ruamlint::html
