// A notice on the desktop.
#pragma once

#include <filesystem>
#include <string>

namespace ruamlint {

struct DesktopNotice {
  std::string title, text;
  std::string open_label;       ///< of what a click does
  std::filesystem::path opens;  ///< a report, or a folder
};

/// Through notify-send, where there is one; a click opens the file through xdg-open. Returns at once and never
/// fails: a notice that nobody can be shown is no fault.
void show_notice(const DesktopNotice& notice);

/// Opens a file with the desktop's own program for it. Returns at once.
void open_on_desktop(const std::filesystem::path& file);

}  // namespace ruamlint
