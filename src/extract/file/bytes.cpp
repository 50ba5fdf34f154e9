#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "extract/file/extract.hpp"

namespace ruamlint {
namespace {

constexpr off_t largest_file = off_t{512} << 20;

/// Closes itself.
class OpenFile {
 public:
  // Without O_NONBLOCK the open alone would wait at a named pipe.
  explicit OpenFile(const char* path) : fd_(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd_ >= 0) close(fd_);
  }
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

ReadError fault_of_open(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
    case ELOOP:
      return {ReadFault::not_found, ""};
    case ENXIO:  // a socket
      return {ReadFault::not_a_form, ""};
    default:
      return {ReadFault::no_permission, ""};
  }
}

/// Up to `size` bytes; nothing more where the file has become longer in the meantime. False where the disk
/// fails.
bool read_whole(int fd, std::size_t size, std::string& bytes) {
  bytes.resize(size);
  std::size_t at = 0;
  while (at < size) {
    const ssize_t got = ::read(fd, bytes.data() + at, size - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    at += static_cast<std::size_t>(got);
  }
  bytes.resize(at);
  return true;
}

}  // namespace

FileBytes bytes_of_file(const std::filesystem::path& path) {
  const OpenFile file(path.c_str());
  if (file.fd() < 0) return fault_of_open(errno);
  struct stat status {};
  if (fstat(file.fd(), &status) != 0) return ReadError{ReadFault::damaged, ""};
  if (S_ISDIR(status.st_mode)) return ReadError{ReadFault::is_directory, ""};
  if (!S_ISREG(status.st_mode)) return ReadError{ReadFault::not_a_form, ""};
  if (status.st_size > largest_file) return ReadError{ReadFault::too_large, "512 MB"};
  std::string bytes;
  if (!read_whole(file.fd(), static_cast<std::size_t>(status.st_size), bytes))
    return ReadError{ReadFault::damaged, ""};
  return bytes;
}

}  // namespace ruamlint
