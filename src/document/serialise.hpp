// A Document as JSON: what `ruamlint text --format json` prints. docs/document.schema.json describes it.
// Lengths keep three decimals of a point, confidences four.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "document/read_result.hpp"

namespace ruamlint {

[[nodiscard]] nlohmann::json to_json(const Place& place);
[[nodiscard]] nlohmann::json to_json(const Document& document);
[[nodiscard]] nlohmann::json to_json(const ReadError& error);

/// JSON laid out for people: what fits on a line stays on one, lists of numbers always do. Ends with a line
/// end; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string readable_json(const nlohmann::ordered_json& value);

/// Stable names, as they stand in JSON: "text_layer", "page_by_ocr", "encrypted" ...
[[nodiscard]] const char* name_of(Origin origin);
[[nodiscard]] const char* name_of(BlockKind kind);
[[nodiscard]] const char* name_of(Page::Reading reading);
[[nodiscard]] const char* name_of(Note::Kind kind);
[[nodiscard]] const char* name_of(Answer::Kind kind);
[[nodiscard]] const char* name_of(ReadFault fault);

}  // namespace ruamlint
