// Parts of another format that show as a piece of the document (w:altChunk): programs that export to Word
// often put a whole web page there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "extract/docx/story.hpp"

namespace ruamlint::docx {

/// What the part says; or, of a part that cannot be read, "rtf", or "piece" for all others.
[[nodiscard]] std::variant<Story, std::string> read_chunk(const StoryContext& context,
                                                          const std::string& part);

/// The body of a package within a package, in which chunks are not read. Defined in docx.cpp.
[[nodiscard]] std::optional<Story> read_inner_docx(std::string_view bytes, const DocxOptions& options,
                                                   std::string_view part);

}  // namespace ruamlint::docx
