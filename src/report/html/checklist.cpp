#include "report/html/checklist.hpp"

#include <algorithm>

#include "report/form_order.hpp"
#include "report/html/bilingual.hpp"
#include "report/standing.hpp"
#include "report/wording.hpp"

namespace ruamlint::html {
namespace {

constexpr std::size_t most_evidence_shown = 6;

Markup badge(Standing standing) {
  return element("span", {{"class", std::string("badge ") + name_of(standing)}}, both(word_of(standing)));
}

/// A finding's place in its document makes its id: stable within one report, and nothing of the form's.
std::string id_of(const FormContext& form, const Finding& finding) {
  return form.anchor("finding-" + std::to_string(&finding - form.document.findings.data() + 1));
}

Markup message_of(const FormContext& form, const Finding& finding) {
  return both_of([&](Language language) { return message_text(form.pack(), finding, language); });
}

Markup advice(const FormContext& form, const Finding& finding, Standing standing) {
  const Rule* rule = form.pack().rule(finding.rule);
  Markup list;
  const auto add = [&](const char* css_class, Word label, const auto& text_in) {
    const Markup text = both_of(text_in);
    if (text.empty()) return;
    list += element("div", {{"class", css_class}}, element("dt", both(label)) + element("dd", text));
  };
  if (rule != nullptr) {
    if (wants_action(standing))
      add("remedy", Word::remedy, [&](Language language) { return in(rule->remedy, language); });
    add("reason", Word::reason, [&](Language language) { return in(rule->reason, language); });
    add("source", Word::source, [&](Language language) { return source_text(rule->source, language); });
  }
  list += element("div", {{"class", "rule"}},
                  element("dt", both({"กฎข้อ", "Rule"})) + element("dd", element("code", finding.rule)));
  return element("dl", {{"class", "advice"}}, list);
}

Markup evidence_of(const FormContext& form, const Finding& finding) {
  Markup figures;
  const std::size_t shown = std::min(finding.evidence.size(), most_evidence_shown);
  for (std::size_t i = 0; i < shown; ++i)
    figures += evidence_figure(form, finding.evidence[i], id_of(form, finding) + "-" + std::to_string(i + 1));
  if (shown < finding.evidence.size()) {
    const std::string rest = std::to_string(finding.evidence.size() - shown);
    figures += element("p", {{"class", "more"}}, both_of([&](Language language) {
                         return filled(word(Word::more_evidence, language), {{"n", rest}});
                       }));
  }
  return figures;
}

Markup finding_markup(const FormContext& form, const Finding& finding) {
  const Standing standing = standing_of(finding);
  const std::string id = id_of(form, finding);
  const Markup head = badge(standing) + element("span", {{"class", "message"}}, message_of(form, finding));
  Markup accepted;
  if (finding.waiver) {
    accepted = element("p", {{"class", "accepted"}},
                       both_of([&](Language language) { return waiver_text(*finding.waiver, language); }));
  }
  const Markup body = accepted + evidence_of(form, finding) + advice(form, finding, standing);
  const Attributes attributes = {{"class", std::string("finding ") + name_of(standing)},
                                 {"id", id},
                                 {"data-standing", name_of(standing)}};
  if (wants_action(standing)) {
    return element("article", attributes,
                   element("h4", {{"tabindex", "-1"}}, head) + element("div", {{"class", "body"}}, body));
  }
  return element("article", attributes,
                 element("details", element("summary", element("h4", head)) +
                                        element("div", {{"class", "body"}}, body)));
}

Markup part_markup(const FormContext& form, const FormPart& part) {
  Markup title = both_of([&](Language language) { return part_title(form.pack(), part, language); });
  if (is_absent(form.document, part))
    title += element("span", {{"class", "absent"}}, both(Word::section_absent));
  Markup findings;
  for (const Finding* finding : part.findings) findings += finding_markup(form, *finding);
  return element("section", {{"class", "part"}}, element("h3", title) + findings);
}

std::size_t count_of(const DocumentReport& document, Standing standing) {
  return static_cast<std::size_t>(
      std::count_if(document.findings.begin(), document.findings.end(),
                    [&](const Finding& finding) { return standing_of(finding) == standing; }));
}

Markup filter_button(const char* standing, const Markup& label, std::size_t count, bool pressed) {
  return element("button",
                 {{"type", "button"},
                  {"class", std::string("filter ") + standing},
                  {"data-filter", standing},
                  {"aria-pressed", pressed ? "true" : "false"}},
                 label + " " + element("span", {{"class", "count"}}, std::to_string(count)));
}

/// Works with a script only, and is shown only then.
Markup filter(const FormContext& form) {
  Markup buttons = filter_button("all", both({"ทั้งหมด", "All"}), form.document.findings.size(), true);
  for (const Standing standing : all_standings) {
    const std::size_t count = count_of(form.document, standing);
    if (count > 0) buttons += filter_button(name_of(standing), both(word_of(standing)), count, false);
  }
  const std::string label = form.anchor("filter");
  return element("div", {{"class", "filters"}, {"role", "group"}, {"aria-labelledby", label}, {"hidden", ""}},
                 element("span", {{"id", label}, {"class", "filter-label"}}, both({"แสดงเฉพาะ", "Show"})) +
                     buttons) +
         element("p", {{"class", "quiet"}, {"role", "status"}, {"data-shown", ""}}, Markup());
}

}  // namespace

Markup counts(const DocumentReport& document) {
  Markup items;
  for (const Standing standing : all_standings) {
    const std::size_t count = count_of(document, standing);
    if (count == 0) continue;
    items += element("li", {{"class", name_of(standing)}},
                     element("strong", std::to_string(count)) + " " + both(word_of(standing)));
  }
  return element("ul", {{"class", "counts"}}, items);
}

Markup to_do(const FormContext& form) {
  Markup items;
  for (const Standing standing : all_standings) {
    if (!wants_action(standing) || standing == Standing::remark) continue;
    for (const Finding& finding : form.document.findings) {
      if (standing_of(finding) != standing) continue;
      items +=
          element("li", badge(standing) + " " +
                            element("a", {{"href", "#" + id_of(form, finding)}}, message_of(form, finding)));
    }
  }
  if (items.empty()) return {};
  return element(
      "section", {{"class", "to-do"}, {"aria-labelledby", form.label("to-do")}},
      element("h2", {{"id", form.anchor("to-do")}}, both({"สิ่งที่ต้องทำ", "What to do"})) + element("ol", items));
}

Markup checklist(const FormContext& form) {
  Markup parts;
  for (const FormPart& part : in_form_order(form.pack(), form.document)) parts += part_markup(form, part);
  return element("section", {{"class", "checklist"}, {"aria-labelledby", form.label("checklist")}},
                 element("h2", {{"id", form.anchor("checklist")}},
                         both({"ผลตรวจตามลำดับในแบบ", "Results in the form's order"})) +
                     filter(form) + parts);
}

}  // namespace ruamlint::html
