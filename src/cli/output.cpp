#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>

namespace ruamlint {
namespace {

bool write_all(int fd, std::string_view data) {
  while (!data.empty()) {
    const ssize_t written = ::write(fd, data.data(), data.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    data.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// mkstemp() makes files that only their owner may read; a report is to have what the user's umask allows.
bool give_usual_permissions(int fd) {
  const mode_t mask = umask(0);
  umask(mask);
  return fchmod(fd, 0666 & ~mask) == 0;
}

/// A device or a pipe is written to as it is: a file put in its place would be no report but a trap.
bool is_special(const std::filesystem::path& path) {
  std::error_code unknown;
  const auto kind = std::filesystem::status(path, unknown).type();
  return kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::not_found;
}

}  // namespace

Output::Output(const std::string& path, const Session& session) : path_(path == "-" ? "" : path) {
  if (path_.empty()) return;
  if (is_special(path_)) {
    fd_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);  // fails for a folder, as it should
  } else {
    std::error_code unknown;
    path_ =
        std::filesystem::weakly_canonical(path_, unknown).string();  // the file behind a link, not the link
    temporary_ = path_ + ".XXXXXX";
    fd_ = mkstemp(temporary_.data());
  }
  if (fd_ >= 0) return;
  const std::string cause = std::strerror(errno);
  temporary_.clear();
  throw UsageError(fmt::format(
      fmt::runtime(session.say("--output: เขียนลง {} ไม่ได้ ({}) เช่น --output report.txt",
                               "--output: cannot write to {} ({}); for example --output report.txt")),
      path, cause));
}

Output::~Output() {
  if (fd_ >= 0) close(fd_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void Output::fail(const std::string& what) const {
  throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno)));
}

void Output::finish(const std::string& data) {
  if (path_.empty()) {
    if (!write_all(STDOUT_FILENO, data)) fail("stdout");
    return;
  }
  if (!write_all(fd_, data)) fail(path_);
  if (temporary_.empty()) return;
  if (!give_usual_permissions(fd_) || fsync(fd_) != 0) fail(path_);
  if (rename(temporary_.c_str(), path_.c_str()) != 0) fail(path_);
  temporary_.clear();
}

bool standard_output_takes_colour() {
  const char* no_color = std::getenv("NO_COLOR");
  return (no_color == nullptr || *no_color == '\0') && isatty(STDOUT_FILENO) == 1;
}

}  // namespace ruamlint
