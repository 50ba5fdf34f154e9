// The folder on the desktop that `watch` watches when it is told no other.
#pragma once

#include <filesystem>

#include "cli/session.hpp"

namespace ruamlint {

/// Where it is, whether it is there or not: in the desktop's folder by xdg-user-dirs' settings, else ~/Desktop,
/// else the home folder. Throws UsageError where HOME is not set.
[[nodiscard]] std::filesystem::path place_of_drop_folder(const Session& session);

/// Makes it, with a page on how to use it, where it is not there. Throws UsageError where it cannot be made.
std::filesystem::path own_drop_folder(const Session& session);

/// Where it holds nothing but what own_drop_folder() made. False where it stays.
bool remove_drop_folder_if_unused(const std::filesystem::path& folder);

}  // namespace ruamlint
