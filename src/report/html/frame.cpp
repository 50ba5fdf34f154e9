#include "report/html/frame.hpp"

#include "report/html/assets.hpp"
#include "report/html/bilingual.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint::html {
namespace {

Markup top_bar() {
  const auto button = [](const char* language, const char* name) {
    return element(
        "button",
        {{"type", "button"}, {"data-language", language}, {"lang", language}, {"aria-pressed", "false"}},
        name);
  };
  return element("a", {{"class", "skip"}, {"href", "#main"}}, both({"ข้ามไปที่ผลตรวจ", "Skip to the results"})) +
         element("header", {{"class", "top"}},
                 element("p", {{"class", "brand"}}, both({"ผลตรวจแบบสมัคร", "Form check"})) +
                     element("div",
                             {{"class", "languages"},
                              {"role", "group"},
                              {"aria-label", "ภาษา / Language"},
                              {"hidden", ""}},
                             button("th", "ไทย") + button("en", "English")));
}

Markup foot(const PageFrame& frame) {
  return element(
      "footer", {{"class", "foot"}},
      element("p", both_of([&](Language language) {
                return std::string(word(Word::pack, language)) + ": " + in(frame.pack.title, language) +
                       " (" + frame.pack.id + " " + frame.pack.version + ") · ruamlint " + frame.version;
              })) +
          element("p",
                  both({"ผลนี้เป็นการตรวจเบื้องต้นด้วยโปรแกรม การพิจารณาเป็นของคณะกรรมการ ข้อมูลในแบบไม่ได้ถูกส่งออกไปที่ใด",
                        "A program's first look; the judging is the committee's. Nothing of the form was "
                        "sent anywhere."})));
}

/// What the page may do: run its own script and style, show its own pictures, and nothing else.
constexpr const char* content_policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri "
    "'none'; "
    "form-action 'none'";

Markup head(const PageFrame& frame) {
  return element(
      "head",
      void_element("meta", {{"charset", "utf-8"}}) +
          void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy}}) +
          void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
          void_element("meta", {{"name", "generator"}, {"content", "ruamlint " + frame.version}}) +
          element("title", {{"data-th", frame.title_th}, {"data-en", frame.title_en}},
                  frame.language == Language::th ? frame.title_th : frame.title_en) +
          element("style", Markup::trusted(std::string(style_sheet) + std::string(frame.more_style))));
}

}  // namespace

std::string page(const PageFrame& frame, const Markup& content) {
  const Markup body =
      top_bar() + element("main", {{"id", "main"}, {"tabindex", "-1"}}, content) + foot(frame) +
      element("script", Markup::trusted(std::string(script) + std::string(frame.more_script)));
  const Markup whole = element("html", {{"lang", frame.language == Language::th ? "th" : "en"}},
                               head(frame) + element("body", body));
  return "<!DOCTYPE html>\n" + whole.string() + "\n";
}

}  // namespace ruamlint::html
