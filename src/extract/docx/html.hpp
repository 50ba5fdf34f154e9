// HTML as a story: what Word shows in a document's place when a DOCX holds a web page (w:altChunk).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/docx/story.hpp"

namespace ruamlint::docx {

/// `encoding` as the page came with it; where it is empty the page's own word counts, else UTF-8. Scripts and
/// styles do not run; nothing is fetched. Places carry `part` and count paragraphs, tables, rows and cells.
/// Nothing comes back where the page asks for more than limits.hpp allows.
[[nodiscard]] std::optional<Story> read_html(std::string_view bytes, const std::string& encoding,
                                             std::string_view part);

}  // namespace ruamlint::docx
