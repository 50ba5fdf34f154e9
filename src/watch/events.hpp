// The kernel's word that something has happened in a folder (inotify). A hint when to look again and no more:
// what is there, looking tells.
#pragma once

#include <filesystem>
#include <vector>

namespace ruamlint {

class FolderEvents {
 public:
  FolderEvents();
  ~FolderEvents();
  FolderEvents(const FolderEvents&) = delete;
  FolderEvents& operator=(const FolderEvents&) = delete;

  /// Those that are watched already stay so; those that are gone go by themselves.
  void watch(const std::vector<std::filesystem::path>& folders);

  /// Readable when something has happened; -1, which poll() passes over, where there are no events here.
  [[nodiscard]] int fd() const { return fd_; }
  void drain();

  /// Whether every change in the folders watched last is told. Not so on file systems that other machines
  /// write to as well (NFS, SMB, FUSE ...), and where the kernel's number of watches is used up: then looking
  /// often is the only way.
  [[nodiscard]] bool tell_all() const { return tell_all_; }

 private:
  int fd_ = -1;
  bool tell_all_ = false;
};

}  // namespace ruamlint
