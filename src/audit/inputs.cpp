#include "audit/inputs.hpp"

#include <algorithm>

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

void sort_by_name(std::vector<AuditInput>& inputs) {
  std::sort(inputs.begin(), inputs.end(),
            [](const AuditInput& a, const AuditInput& b) { return a.name < b.name; });
}

}  // namespace

std::vector<AuditInput> files_of_folder(const fs::path& folder, const fs::path& except) {
  std::vector<AuditInput> inputs;
  for (fs::recursive_directory_iterator entry(folder), end; entry != end; ++entry) {
    std::error_code unknown;
    if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) {
      if (fs::equivalent(entry->path(), except, unknown)) entry.disable_recursion_pending();
      continue;
    }
    inputs.push_back({entry->path().lexically_relative(folder).string(), entry->path()});
  }
  sort_by_name(inputs);
  return inputs;
}

std::vector<AuditInput> files_of_list(const std::string& text) {
  const char separator = text.find('\0') == std::string::npos ? '\n' : '\0';
  std::vector<AuditInput> inputs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    std::string name = text.substr(at, end - at);
    if (separator == '\n' && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) inputs.push_back({name, name});
    at = end + 1;
  }
  sort_by_name(inputs);
  const auto same_name = [](const AuditInput& a, const AuditInput& b) { return a.name == b.name; };
  inputs.erase(std::unique(inputs.begin(), inputs.end(), same_name), inputs.end());
  return inputs;
}

}  // namespace ruamlint
