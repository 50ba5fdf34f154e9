// What the reader of HTML asks of libxml2's nodes.
#pragma once

#include <libxml/HTMLparser.h>

#include <string>
#include <string_view>

namespace ruamlint::docx {

[[nodiscard]] std::string_view name_of(const xmlNode* node);
/// The attribute's value; nullptr where the node has none of that name.
[[nodiscard]] const char* attribute(const xmlNode* node, const char* name);
[[nodiscard]] std::string_view attribute_or(const xmlNode* node, const char* name,
                                            std::string_view otherwise);
/// All text below the node.
[[nodiscard]] std::string text_below(const xmlNode* node);

/// An element whose content is no text of the page.
[[nodiscard]] bool is_unseen(std::string_view name);
/// An element that begins a paragraph and ends one.
[[nodiscard]] bool is_paragraph(std::string_view name);
[[nodiscard]] bool is_hidden(const xmlNode* node);
[[nodiscard]] bool is_bold(const xmlNode* node);

/// Whether a tag of the page has more attributes than can be parsed in time.
[[nodiscard]] bool has_too_many_attributes(std::string_view bytes);

}  // namespace ruamlint::docx
