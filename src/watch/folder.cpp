#include "watch/folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string>

#include "watch/pages.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

/// What the readers read, and what people send in its stead, who are then told what to do.
constexpr std::array form_extensions = {".docx", ".docm", ".dotx", ".dotm", ".pdf", ".png", ".jpg",  ".jpeg",
                                        ".tif",  ".tiff", ".doc",  ".odt",  ".rtf", ".wps", ".pages"};

std::string small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

/// Of Office (~$), of hidden and half-written files (a dot), of Syncthing.
bool is_of_a_program(std::string_view name) {
  return name.starts_with('.') || name.starts_with("~$") || name.starts_with("~syncthing~");
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

bool is_form_name(std::string_view name) {
  if (is_of_a_program(name)) return false;
  const fs::path path{std::string(name)};
  const std::string extension = small_letters(path.extension().string());
  const bool known = std::any_of(form_extensions.begin(), form_extensions.end(),
                                 [&](const char* one) { return extension == one; });
  return known && !is_copy_name(path.stem().string());
}

std::optional<Stamp> stamp_of(const fs::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return Stamp{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
               nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

std::optional<FolderView> look_into(const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  if (error || !fs::is_directory(folder, error)) return std::nullopt;
  FolderView view;
  view.folders.push_back(folder);
  // What vanishes while it is looked at is not there; the next look will tell.
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(error)) {
    std::error_code unknown;
    const std::string name = entry->path().filename().string();
    if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) {
      if (name.starts_with('.'))
        entry.disable_recursion_pending();
      else
        view.folders.push_back(entry->path());
    } else if (is_form_name(name)) {
      if (const auto stamp = stamp_of(entry->path())) view.files.push_back({entry->path(), *stamp});
    }
  }
  std::sort(view.files.begin(), view.files.end(),
            [](const SeenFile& a, const SeenFile& b) { return a.path < b.path; });
  return view;
}

bool has_writer(const fs::path& file) {
  const int fd = open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) return false;
  // A lease is granted only where nobody writes. Should somebody begin while it is held, the kernel tells by
  // a signal: by one that does no harm.
  fcntl(fd, F_SETSIG, SIGURG);
  const bool refused = fcntl(fd, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  close(fd);  // the lease goes with it
  return refused;
}

}  // namespace ruamlint
