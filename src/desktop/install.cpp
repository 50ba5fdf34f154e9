#include "desktop/install.hpp"

#include <fstream>
#include <string>

#include "desktop/files.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

struct Placed {
  fs::path path;
  const char* name;
  bool runs = false;  ///< is marked as a program: the icon on the desktop must be, to be trusted
};

std::vector<Placed> places_in(const DesktopFolders& folders) {
  std::vector<Placed> places = {
      {folders.config / "systemd/user/ruamlint-watch.service", "ruamlint-watch.service"},
      {folders.data / "applications/ruamlint.desktop", "ruamlint.desktop"},
      {folders.data / "icons/hicolor/scalable/apps/ruamlint.svg", "ruamlint.svg"},
      {folders.data / "nemo/actions/ruamlint.nemo_action", "ruamlint.nemo_action"},
      {folders.data / "kio/servicemenus/ruamlint.desktop", "kde-service-menu.desktop", true},
      {folders.data / "file-manager/actions/ruamlint.desktop", "file-manager-action.desktop"},
      {folders.data / "Thunar/sendto/ruamlint.desktop", "ruamlint.desktop"},
      {folders.data / "nautilus/scripts/ตรวจด้วย ruamlint", "nautilus-script.sh", true},
      {folders.config / "caja/scripts/ตรวจด้วย ruamlint", "nautilus-script.sh", true},
  };
  if (!folders.desktop.empty()) places.push_back({folders.desktop / "ruamlint.desktop", "ruamlint.desktop", true});
  return places;
}

std::string with_program(std::string_view text, const std::string& program) {
  constexpr std::string_view gap = "@PROGRAM@";
  std::string filled;
  for (std::size_t at = 0;;) {
    const std::size_t found = text.find(gap, at);
    filled += text.substr(at, found - at);
    if (found == std::string_view::npos) return filled;
    filled += program;
    at = found + gap.size();
  }
}

void write(const Placed& place, const std::string& text) {
  fs::create_directories(place.path.parent_path());
  std::ofstream file(place.path, std::ios::trunc);
  file << text;
  file.close();
  if (!file) throw fs::filesystem_error("", place.path, std::make_error_code(std::errc::io_error));
  if (place.runs)
    fs::permissions(place.path, fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec,
                    fs::perm_options::add);
}

/// Upwards as long as nothing else lies there.
void remove_empty_folders(fs::path folder, const DesktopFolders& folders) {
  std::error_code not_empty;
  while (folder != folders.home && folder != folders.desktop && fs::remove(folder, not_empty))
    folder = folder.parent_path();
}

}  // namespace

bool can_be_named(const fs::path& program) {
  return program.is_absolute() && program.string().find_first_of("\"`$\\%\n") == std::string::npos;
}

std::vector<fs::path> install_on_desktop(const DesktopFolders& folders, const fs::path& program) {
  std::vector<fs::path> written;
  for (const Placed& place : places_in(folders)) {
    write(place, with_program(desktop_file(place.name), program.string()));
    written.push_back(place.path);
  }
  return written;
}

std::vector<fs::path> uninstall_from_desktop(const DesktopFolders& folders) {
  std::vector<fs::path> removed;
  for (const Placed& place : places_in(folders)) {
    std::error_code unknown;
    if (fs::remove(place.path, unknown)) removed.push_back(place.path);
    remove_empty_folders(place.path.parent_path(), folders);
  }
  return removed;
}

}  // namespace ruamlint
