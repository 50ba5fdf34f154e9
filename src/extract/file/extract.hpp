// From bytes to a Document: tells what a file is and hands it to the reader for its kind.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

#include "document/read_result.hpp"

namespace ruamlint {

enum class OcrMode { automatic, never, always };

struct ExtractOptions {
  OcrMode ocr = OcrMode::automatic;
};

/// The bytes of an ordinary file of at most 512 MB, or why they cannot be had. Parses nothing, and never
/// waits at a pipe or a device.
using FileBytes = std::variant<std::string, ReadError>;
[[nodiscard]] FileBytes bytes_of_file(const std::filesystem::path& path);

/// Reads a whole file's bytes. Never throws for what they contain: every fault of the input comes back as a
/// ReadError. Untrusted bytes can still crash or hang a library, so a program calls this in a worker process
/// (worker/worker.hpp), tests and fuzzers directly. One call at a time per process: Poppler and Tesseract
/// keep state of their own. `name` serves to tell a wrong extension and may be empty.
[[nodiscard]] ReadResult extract_bytes(std::string_view bytes, const std::string& name,
                                       const ExtractOptions& options = {});

}  // namespace ruamlint
