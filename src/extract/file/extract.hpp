// From bytes to a Document: tells what a file is and hands it to the reader for its kind.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/read_result.hpp"

namespace ruamlint {

enum class OcrMode { automatic, never, always };

struct ExtractOptions {
  OcrMode ocr = OcrMode::automatic;
  /// Pages that are not to be read, with the reason: they have killed a reader before.
  std::map<int, std::string> lost_pages{};
  /// Called before each page is read, with its number, and with 0 when the last has been.
  std::function<void(int page)> page_begins{};
  /// Called before each recognition of a picture, which takes a thousand times as long as text.
  std::function<void()> picture_begins{};
};

/// The language models that recognition rests on, as far as they are installed: other files, other readings.
[[nodiscard]] std::vector<std::filesystem::path> model_files();

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
