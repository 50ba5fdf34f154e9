// What a person's desktop is told of the program: a service that watches the folder, an icon to drop forms on,
// and an entry in the menus of the file managers.
#pragma once

#include <filesystem>
#include <vector>

namespace ruamlint {

/// A person's own folders, as the XDG base directory specification has them.
struct DesktopFolders {
  std::filesystem::path home;
  std::filesystem::path data;     ///< $XDG_DATA_HOME, else ~/.local/share
  std::filesystem::path config;   ///< $XDG_CONFIG_HOME, else ~/.config
  std::filesystem::path desktop;  ///< where icons lie; empty where there is none
};

/// Whether a path can stand in a .desktop file and in a unit file as it is, between quotes.
[[nodiscard]] bool can_be_named(const std::filesystem::path& program);

/// Writes the files, anew where they are there. Returns them. Throws std::filesystem::filesystem_error.
std::vector<std::filesystem::path> install_on_desktop(const DesktopFolders& folders,
                                                      const std::filesystem::path& program);

/// Takes away what install_on_desktop() writes, and folders that are empty then and that it may have made.
/// Returns the files that were there.
std::vector<std::filesystem::path> uninstall_from_desktop(const DesktopFolders& folders);

}  // namespace ruamlint
