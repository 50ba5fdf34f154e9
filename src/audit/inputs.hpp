// Which files an audit is of.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ruamlint {

struct AuditInput {
  std::string name;  ///< as reports show it: relative to the folder, or as the list has it; any bytes but NUL
  std::filesystem::path path;
};

/// Every entry of a folder and its subfolders that is no folder itself, sorted by the bytes of the name.
/// Links to files are followed, links to folders are not but stand among the entries, so that none is passed
/// over in silence. `except` is left out with all that lies in it. Throws std::filesystem::filesystem_error
/// where the folder cannot be read.
[[nodiscard]] std::vector<AuditInput> files_of_folder(const std::filesystem::path& folder,
                                                      const std::filesystem::path& except);

/// The paths in a text: separated by NUL where it holds one, else one a line. A path that stands twice counts
/// once.
[[nodiscard]] std::vector<AuditInput> files_of_list(const std::string& text);

}  // namespace ruamlint
