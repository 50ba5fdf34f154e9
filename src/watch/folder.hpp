// What lies in a watched folder, and whether a file there is whole.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace ruamlint {

/// What the file system says of one version of a file. Another stamp: perhaps other bytes. The time of change
/// (ctime) is in it since copying programs set the time of modification back.
struct Stamp {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t modified = 0, changed = 0;  ///< nanoseconds of the clock that may be set back: only compared
  auto operator<=>(const Stamp&) const = default;
};

struct SeenFile {
  std::filesystem::path path;
  Stamp stamp;
};

struct FolderView {
  std::vector<SeenFile> files;                 ///< that look like forms, in order of their paths
  std::vector<std::filesystem::path> folders;  ///< the folder itself and all below it
};

/// Of a form or of something that a person may take for one (.doc, .odt ...). Not of what programs leave
/// behind while they write (~$x.docx, .x.docx, x.part), and not of our own annotated copies.
[[nodiscard]] bool is_form_name(std::string_view name);

/// Follows links to files, not to folders; passes over hidden folders and those that it may not read. Nothing
/// where there is no such folder (now).
[[nodiscard]] std::optional<FolderView> look_into(const std::filesystem::path& folder);

/// Nothing where there is no ordinary file.
[[nodiscard]] std::optional<Stamp> stamp_of(const std::filesystem::path& file);

/// Whether some program has the file open for writing, as far as the kernel tells: it does for files of one's
/// own on local file systems. False where it does not tell.
[[nodiscard]] bool has_writer(const std::filesystem::path& file);

}  // namespace ruamlint
