#include "watch/events.hpp"

#include <linux/magic.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace ruamlint {
namespace {

constexpr std::uint32_t changes = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE |
                                  IN_DELETE_SELF | IN_MOVE_SELF | IN_MODIFY | IN_ATTRIB | IN_ONLYDIR;

/// File systems that only this kernel writes to, so that it sees every change. What is not known to be so is
/// looked into often. XFS and ZFS as in the statfs(2) manual page.
constexpr std::array<std::uint32_t, 10> local_kinds = {
    EXT4_SUPER_MAGIC, XFS_SUPER_MAGIC,  BTRFS_SUPER_MAGIC, TMPFS_MAGIC,         F2FS_SUPER_MAGIC,
    MSDOS_SUPER_MAGIC, EXFAT_SUPER_MAGIC, RAMFS_MAGIC,      OVERLAYFS_SUPER_MAGIC, 0x2fc12fc1 /* ZFS */};

bool is_local(const std::filesystem::path& folder) {
  struct statfs status {};
  if (statfs(folder.c_str(), &status) != 0) return false;
  const auto kind = static_cast<std::uint32_t>(status.f_type);
  return std::find(local_kinds.begin(), local_kinds.end(), kind) != local_kinds.end();
}

}  // namespace

FolderEvents::FolderEvents() : fd_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FolderEvents::~FolderEvents() {
  if (fd_ >= 0) close(fd_);
}

void FolderEvents::watch(const std::vector<std::filesystem::path>& folders) {
  tell_all_ = fd_ >= 0 && std::all_of(folders.begin(), folders.end(), [&](const std::filesystem::path& folder) {
                return inotify_add_watch(fd_, folder.c_str(), changes) >= 0 && is_local(folder);
              });
}

void FolderEvents::drain() {
  std::array<char, 16384> events;
  while (fd_ >= 0 && read(fd_, events.data(), events.size()) > 0) {
  }
}

}  // namespace ruamlint
