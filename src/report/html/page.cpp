// The whole page: each form's verdict, what to do, the checklist, the facts, and how the file was read.
#include <algorithm>
#include <filesystem>

#include "report/facts_text.hpp"
#include "report/html/bilingual.hpp"
#include "report/html/checklist.hpp"
#include "report/html/evidence.hpp"
#include "report/html/facts.hpp"
#include "report/html/frame.hpp"
#include "report/report.hpp"
#include "report/standing.hpp"
#include "report/wording.hpp"

namespace ruamlint {
namespace html {
namespace {

const char* verdict_class(const DocumentReport& document) {
  if (document.error) return "unread";
  switch (document.result) {
    case Result::fail:
      return "fail";
    case Result::ask:
      return "ask";
    case Result::could_not_check:
      return "partly";
    case Result::pass:
    case Result::not_applicable:
      break;
  }
  return "pass";
}

/// What the verdict means for the person who sends the form in.
Said verdict_sentence(const DocumentReport& document) {
  if (document.error)
    return {"เปิดอ่านไฟล์นี้ไม่ได้ จึงยังไม่ได้ตรวจ", "This file could not be read, so nothing was checked."};
  switch (document.result) {
    case Result::fail:
      return {"มีข้อที่ต้องแก้ไขก่อนส่งแบบ", "Something must be mended before the form is sent in."};
    case Result::ask:
      return {"ไม่พบข้อที่ต้องแก้ไข แต่มีข้อที่ควรตรวจดูก่อนส่งแบบ",
              "Nothing must be mended, but a person should look at some points before it is sent in."};
    case Result::could_not_check:
      return {"ตรวจได้ไม่ครบทุกข้อ เพราะอ่านไฟล์ได้บางส่วน",
              "Not everything could be checked, because only a part of the file could be read."};
    case Result::pass:
    case Result::not_applicable:
      break;
  }
  return {"ไม่พบข้อที่ต้องแก้ไข", "Nothing was found that must be mended."};
}

std::string file_name(const DocumentReport& document) {
  return quoted_path(std::filesystem::path(document.path).filename().string());
}

Markup row(const Markup& label, const Markup& value) {
  return element("div", element("dt", label) + element("dd", value));
}

Markup file_facts(const FormContext& form) {
  const DocumentReport& document = form.document;
  Markup rows;
  if (!document.error)
    rows += row(both(Word::category), both_of([&](Language language) {
                  return category_text(form.pack(), document.facts.category, language);
                }));
  rows += row(both(Word::closing_date), both_of([&](Language language) {
                const std::string date = date_text(form.run.closing_date, language);
                if (!form.run.closing_date_assumed) return date;
                return date + Said{" (วันสมมติ)", " (assumed)"}.in(language);
              }));
  if (document.pages > 0) rows += row(both({"จำนวนหน้า", "Pages"}), std::to_string(document.pages));
  rows += row(both({"ไฟล์", "File"}), quoted_path(document.path));
  return element("dl", {{"class", "file-facts"}}, rows);
}

Markup verdict(const FormContext& form) {
  const DocumentReport& document = form.document;
  Markup content = element("h1", {{"id", form.anchor("title")}}, file_name(document)) +
                   element("p", {{"class", "verdict-word"}}, both(verdict_word(document))) +
                   element("p", {{"class", "verdict-sentence"}}, both(verdict_sentence(document)));
  if (document.error) {
    content += element("p", {{"class", "fault"}},
                       both_of([&](Language language) { return fault_text(*document.error, language); }));
  } else {
    content += counts(document);
  }
  return element("header", {{"class", std::string("verdict ") + verdict_class(document)}},
                 content + file_facts(form));
}

Markup reading_notes(const FormContext& form) {
  if (form.document.notes.empty()) return {};
  Markup items;
  for (const Note& note : form.document.notes)
    items += element("li", both_of([&](Language language) { return note_text(note, language); }));
  return element("section", {{"class", "notes"}}, element("h2", both(Word::notes)) + element("ul", items));
}

Markup form_markup(const FormContext& form) {
  Markup content = page_pictures(form) + verdict(form);
  if (!form.document.error) content += to_do(form) + checklist(form) + facts(form);
  content += reading_notes(form);
  return element("article", {{"class", "form"}, {"id", form.id}, {"aria-labelledby", form.anchor("title")}},
                 content);
}

std::string form_id(std::size_t index) {
  return "form-" + std::to_string(index + 1);
}

/// Where there are several forms: each with its verdict, and the way to it.
Markup overview(const Run& run) {
  if (run.documents.size() < 2) return {};
  Markup items;
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const DocumentReport& document = run.documents[i];
    items +=
        element("li", element("span", {{"class", std::string("badge verdict-") + verdict_class(document)}},
                              both(verdict_word(document))) +
                          " " + element("a", {{"href", "#" + form_id(i)}}, quoted_path(document.path)));
  }
  return element(
      "nav", {{"class", "overview"}, {"aria-labelledby", "overview"}},
      element("h2", {{"id", "overview"}}, both_of([&](Language language) {
                return filled(word(Word::summary, language), {{"n", std::to_string(run.documents.size())}});
              })) +
          element("ol", items));
}

}  // namespace
}  // namespace html

std::string html_report(const Run& run, Language language) {
  using namespace html;
  Markup forms;
  for (std::size_t i = 0; i < run.documents.size(); ++i)
    forms += form_markup({run, run.documents[i], form_id(i)});
  const std::string subject =
      run.documents.size() == 1 ? file_name(run.documents.front()) : std::to_string(run.documents.size());
  return page({*run.pack, run.version, "ผลตรวจแบบสมัคร: " + subject, "Form check: " + subject, language},
              overview(run) + forms);
}

}  // namespace ruamlint
