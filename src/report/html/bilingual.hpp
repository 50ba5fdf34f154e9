// Both languages in one page: each sentence stands there twice, and the style sheet shows one of them.
#pragma once

#include <string>
#include <string_view>

#include "report/html/markup.hpp"
#include "report/report.hpp"
#include "report/words.hpp"

namespace ruamlint::html {

/// A fixed sentence of the page.
struct Said {
  std::string_view th, en;
  [[nodiscard]] std::string in(Language language) const {
    return std::string(language == Language::th ? th : en);
  }
};

/// Two spans, or plain text where both languages say the same.
[[nodiscard]] Markup both(const std::string& th, const std::string& en);
[[nodiscard]] inline Markup both(const Said& said) {
  return both(std::string(said.th), std::string(said.en));
}
[[nodiscard]] inline Markup both(Word which) {
  return both(std::string(word(which, Language::th)), std::string(word(which, Language::en)));
}
/// `text_in(language)` in both languages.
template <typename TextIn>
[[nodiscard]] Markup both_of(const TextIn& text_in) {
  return both(text_in(Language::th), text_in(Language::en));
}

/// The spans as SVG has them.
template <typename TextIn>
[[nodiscard]] Markup svg_text(const Attributes& attributes, const TextIn& text_in) {
  Markup markup;
  for (const Language language : {Language::th, Language::en}) {
    Attributes all = attributes;
    all.emplace_back("lang", language == Language::th ? "th" : "en");
    markup += element("text", all, text_in(language));
  }
  return markup;
}

}  // namespace ruamlint::html
