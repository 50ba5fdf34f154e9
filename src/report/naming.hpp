// Reports that are made before their form has its name: the same bytes may lie under several.
#pragma once

#include <string>

namespace ruamlint {

/// To be given as DocumentReport::path. Made of code points that no text has.
inline constexpr const char* path_to_come = "\uFDD0/\uFDD1";

/// The report with its form's path in place of `path_to_come`.
[[nodiscard]] std::string json_with_path(std::string json, const std::string& path);
[[nodiscard]] std::string html_with_path(std::string html, const std::string& path);

}  // namespace ruamlint
