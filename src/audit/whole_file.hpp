#pragma once

#include <filesystem>
#include <string_view>

namespace ruamlint {

/// Puts a file in place whole or not at all: under another name first, then renamed. Throws StoreError where
/// there is no room or no permission.
void write_whole(const std::filesystem::path& path, std::string_view bytes);

}  // namespace ruamlint
