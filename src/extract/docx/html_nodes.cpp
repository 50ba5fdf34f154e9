#include "extract/docx/html_nodes.hpp"

#include <algorithm>
#include <array>

#include "extract/docx/limits.hpp"
#include "text/utf8.hpp"

namespace ruamlint::docx {
namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 8> unseen = {"head",     "script", "style",    "title",
                                                    "template", "meta",   "noframes", "object"};
constexpr std::array<std::string_view, 23> paragraphs = {
    "p",     "div",        "section",  "article", "header", "footer",  "main",   "nav",
    "aside", "blockquote", "pre",      "form",    "figure", "caption", "center", "figcaption",
    "dl",    "dt",         "fieldset", "legend",  "dd",     "address", "hr"};
constexpr std::array<std::string_view, 3> bold_elements = {"b", "strong", "th"};

}  // namespace

std::string_view name_of(const xmlNode* node) {
  return reinterpret_cast<const char*>(node->name);
}

const char* attribute(const xmlNode* node, const char* name) {
  const xmlAttr* found = xmlHasProp(node, reinterpret_cast<const xmlChar*>(name));
  if (found == nullptr) return nullptr;
  const bool has_text = found->children != nullptr && found->children->content != nullptr;
  return has_text ? reinterpret_cast<const char*>(found->children->content) : "";
}
std::string_view attribute_or(const xmlNode* node, const char* name, std::string_view otherwise) {
  const char* value = attribute(node, name);
  return value == nullptr ? otherwise : std::string_view(value);
}

bool is_hidden(const xmlNode* node) {
  if (attribute(node, "hidden") != nullptr) return true;
  std::string style(attribute_or(node, "style", ""));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos || style.find("mso-hide:all") != std::string::npos;
}

bool is_bold(const xmlNode* node) {
  const std::string_view style = attribute_or(node, "style", "");
  const std::size_t weight = style.find("font-weight:");
  return is_one_of(name_of(node), bold_elements) ||
         (weight != std::string_view::npos &&
          trimmed(style.substr(weight + std::string_view("font-weight:").size())).starts_with("bold"));
}

std::string text_below(const xmlNode* node) {
  std::string text;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE) text += reinterpret_cast<const char*>(child->content);
    if (child->type == XML_ELEMENT_NODE) text += text_below(child);
  }
  return text;
}

bool is_unseen(std::string_view name) {
  return is_one_of(name, unseen);
}
bool is_paragraph(std::string_view name) {
  return is_one_of(name, paragraphs);
}

/// libxml2 compares each attribute of a tag with all others of it.
bool has_too_many_attributes(std::string_view bytes) {
  bool in_tag = false;
  int blanks = 0;
  for (const char c : bytes) {
    if (c == '<') {
      in_tag = true;
      blanks = 0;
    } else if (c == '>') {
      in_tag = false;
    } else if (in_tag && (c <= ' ' || c == '/' || c == '"' || c == '\'')) {
      if (++blanks > 4 * max_attributes) return true;
    }
  }
  return false;
}

}  // namespace ruamlint::docx
