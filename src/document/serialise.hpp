// A Document as JSON and back: what `ruamlint text --format json` prints and what a worker process hands to
// its parent. docs/document.schema.json describes it. Lengths keep three decimals of a point, confidences
// four.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "document/read_result.hpp"

namespace ruamlint {

[[nodiscard]] nlohmann::json to_json(const Place& place);
[[nodiscard]] nlohmann::json to_json(const Document& document);
[[nodiscard]] nlohmann::json to_json(const ReadError& error);
/// Throws nlohmann::json::exception where the value is no document: the bytes may come from a process that a
/// hostile file has taken over.
[[nodiscard]] Document document_from_json(const nlohmann::json& value);
/// Throws likewise.
[[nodiscard]] ReadError read_error_from_json(const nlohmann::json& value);

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
