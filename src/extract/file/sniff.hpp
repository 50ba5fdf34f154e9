// Tells what a file is by its first bytes, whatever its name says.
#pragma once

#include <string>
#include <string_view>

namespace ruamlint {

enum class FileKind {
  pdf,
  zip,      ///< DOCX, or another package: its reader tells
  picture,  ///< PNG, JPEG, TIFF; `name` says which
  ole2,     ///< Word, Excel, PowerPoint before 2007, and encrypted DOCX
  foreign,  ///< known, not read; `name` says which
  text,     ///< plain text
  unknown,
};

struct SniffedKind {
  FileKind kind = FileKind::unknown;
  /// As ReadError::detail names kinds: "png", "rtf", "html" ...; for ole2 "doc", "xlsx", "pptx" or
  /// "encrypted".
  std::string name;
};

[[nodiscard]] SniffedKind sniff(std::string_view bytes);

}  // namespace ruamlint
