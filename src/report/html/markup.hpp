// HTML that cannot be broken by what it holds: text becomes markup by being escaped, and only element() makes
// tags. A form's words come from strangers, so there is no other way in.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ruamlint::html {

/// A piece of HTML, whole and escaped.
class Markup {
 public:
  Markup() = default;
  /// Escapes. Bytes that are no UTF-8 become U+FFFD, control characters go.
  Markup(std::string_view text);  // NOLINT(google-explicit-constructor): text is what content mostly is
  Markup(const std::string& text) : Markup(std::string_view(text)) {}
  Markup(const char* text) : Markup(std::string_view(text)) {}

  /// For style sheets and scripts of our own, and for nothing that was read from a file.
  [[nodiscard]] static Markup trusted(std::string html);

  Markup& operator+=(const Markup& more) {
    html_ += more.html_;
    return *this;
  }
  friend Markup operator+(Markup a, const Markup& b) { return std::move(a += b); }
  [[nodiscard]] bool empty() const { return html_.empty(); }
  [[nodiscard]] const std::string& string() const { return html_; }

 private:
  std::string html_;
};

/// Names are ours, values may be anybody's. A name without a value ("hidden") has an empty one.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

[[nodiscard]] Markup element(std::string_view tag, const Attributes& attributes, const Markup& content);
[[nodiscard]] inline Markup element(std::string_view tag, const Markup& content) {
  return element(tag, {}, content);
}
/// Without content or end tag: `<rect .../>`, `<meta ...>`.
[[nodiscard]] Markup void_element(std::string_view tag, const Attributes& attributes);

}  // namespace ruamlint::html
