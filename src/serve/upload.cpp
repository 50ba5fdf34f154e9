#include "serve/upload.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "text/utf8.hpp"

namespace ruamlint::serve {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void no_place(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// The end of `text` in at most `most` bytes, letters whole.
std::string_view last_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  text.remove_prefix(text.size() - most);
  while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80) text.remove_prefix(1);
  return text;
}

}  // namespace

std::string safe_name(std::string_view name) {
  constexpr std::size_t most_bytes = 150;
  name.remove_prefix(std::min(name.find_last_of("/\\") + 1, name.size()));
  std::string clean;
  for (const char c : valid_utf8(name))
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) clean += c;
  clean = last_bytes(clean, most_bytes);
  clean.erase(0, clean.find_first_not_of("-. "));
  return clean.empty() ? "form" : clean;
}

Upload::Upload(std::string_view name) : name_(safe_name(name)) {
  std::string made = (fs::temp_directory_path() / "ruamlint-XXXXXX").string();
  if (mkdtemp(made.data()) == nullptr) no_place("mkdtemp");
  folder_ = made;
  file_ = open((folder_ / name_).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file_ >= 0) return;
  const int why = errno;
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  errno = why;
  no_place("open");
}

Upload::~Upload() {
  static_cast<void>(finish());
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

bool Upload::append(const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = write(file_, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool Upload::finish() {
  const int file = std::exchange(file_, -1);
  return file < 0 || close(file) == 0;
}

}  // namespace ruamlint::serve
