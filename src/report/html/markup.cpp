#include "report/html/markup.hpp"

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace ruamlint::html {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : valid_utf8(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 || c == '\n' || c == '\t') out += c;
      }
    }
  }
}

std::string opening(std::string_view tag, const Attributes& attributes) {
  std::string html = "<" + std::string(tag);
  for (const auto& [name, value] : attributes) {
    html += ' ';
    html += name;
    if (value.empty()) continue;
    html += "=\"";
    append_escaped(html, value);
    html += '"';
  }
  return html;
}

/// A line of their own in the file, for those who compare two reports.
bool is_block(std::string_view tag) {
  constexpr std::string_view blocks[] = {"article", "section", "header", "footer", "div",  "li",
                                         "ul",      "ol",      "dl",     "figure", "p",    "nav",
                                         "head",    "meta",    "h1",     "h2",     "h3",   "h4",
                                         "details", "style",   "main",   "svg",    "title"};
  return std::find(std::begin(blocks), std::end(blocks), tag) != std::end(blocks);
}

}  // namespace

Markup::Markup(std::string_view text) {
  append_escaped(html_, text);
}

Markup Markup::trusted(std::string html) {
  Markup markup;
  markup.html_ = std::move(html);
  return markup;
}

Markup element(std::string_view tag, const Attributes& attributes, const Markup& content) {
  std::string html = opening(tag, attributes);
  html += '>';
  html += content.string();
  html += "</";
  html += tag;
  html += is_block(tag) ? ">\n" : ">";
  return Markup::trusted(std::move(html));
}

Markup void_element(std::string_view tag, const Attributes& attributes) {
  return Markup::trusted(opening(tag, attributes) + (is_block(tag) ? "/>\n" : "/>"));
}

}  // namespace ruamlint::html
