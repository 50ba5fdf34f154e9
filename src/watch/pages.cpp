#include "watch/pages.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>

#include "worker/worker.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view separator = " – ";
constexpr std::array<std::string_view, 2> copy_words = {"ตรวจแล้ว", "checked"};
constexpr std::size_t longest_name = 255;  // bytes, on every file system that people use
constexpr int most_numbers = 99;

constexpr std::string_view mark_begins = "<!-- ruamlint-page ";
constexpr std::size_t digest_length = 64;
constexpr std::size_t mark_length = mark_begins.size() + 3 * (digest_length + 1) + 4;  // "-->\n"

std::string marked(const PageMark& mark) {
  return fmt::format("{}{} {} {} -->\n", mark_begins, mark.form, mark.content, mark.settings);
}

/// The last bytes of a file, as many as a mark has.
std::string tail_of(const fs::path& file) {
  const int fd = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (fd < 0) return {};
  std::string tail(mark_length, '\0');
  const off_t end = lseek(fd, 0, SEEK_END);
  const ssize_t got = end < static_cast<off_t>(mark_length)
                          ? -1
                          : pread(fd, tail.data(), mark_length, end - static_cast<off_t>(mark_length));
  close(fd);
  return got == static_cast<ssize_t>(mark_length) ? tail : std::string();
}

std::optional<PageMark> mark_in(const fs::path& page) {
  const std::string tail = tail_of(page);
  if (!tail.starts_with(mark_begins)) return std::nullopt;
  const auto digest = [&](std::size_t n) {
    return tail.substr(mark_begins.size() + n * (digest_length + 1), digest_length);
  };
  PageMark mark{digest(0), digest(1), digest(2)};
  return marked(mark) == tail ? std::optional(mark) : std::nullopt;
}

/// Cut between letters, with room for what stands behind it.
std::string shortened(std::string stem, std::size_t most) {
  if (stem.size() <= most) return stem;
  constexpr std::string_view cut = "…";
  std::size_t end = most - cut.size();
  while (end > 0 && (static_cast<unsigned char>(stem[end]) & 0xC0U) == 0x80U) --end;
  return stem.substr(0, end).append(cut);
}

/// The names that a form's answer with this verdict may have, the best first.
std::string name_of_page(const fs::path& form, const std::string& verdict, int attempt) {
  const std::string stem = (attempt == 0 ? form.stem() : form.filename()).string();
  std::string ending = fmt::format("{}{}", separator, verdict);
  if (attempt > 1) ending += fmt::format(" ({})", attempt);
  ending += ".html";
  return shortened(stem, longest_name - ending.size()) + ending;
}

bool is_there(const fs::path& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

[[noreturn]] void fail(const fs::path& folder) {
  throw PageError(fmt::format("{}: {}", folder.string(), std::strerror(errno)));
}

/// A file of our own that nobody has seen yet. Gone when the object is, unless it was put in place.
class HalfWritten {
 public:
  explicit HalfWritten(const fs::path& folder)
      : folder_(folder), path_((folder / ".ruamlint-XXXXXX").string()), fd_(mkstemp(path_.data())) {
    if (fd_ < 0) fail(folder_);
  }
  ~HalfWritten() {
    close(fd_);
    if (!path_.empty()) unlink(path_.c_str());
  }
  HalfWritten(const HalfWritten&) = delete;
  HalfWritten& operator=(const HalfWritten&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(folder_);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  /// False where there is a file of that name already and `replace` does not allow for it.
  bool put(const fs::path& path, bool replace) {
    const mode_t mask = umask(0);
    umask(mask);
    if (fchmod(fd_, 0666 & ~mask) != 0 && errno != EPERM) fail(folder_);
    if (fsync(fd_) != 0) fail(folder_);
    int result = renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, path.c_str(), replace ? 0U : RENAME_NOREPLACE);
    if (result != 0 && errno == EINVAL && !is_there(path))  // a file system that cannot promise it
      result = rename(path_.c_str(), path.c_str());
    if (result != 0 && errno == EEXIST) return false;
    if (result != 0) fail(folder_);
    path_.clear();
    return true;
  }

 private:
  fs::path folder_;
  std::string path_;
  int fd_;
};

fs::path folder_of(const fs::path& form) {
  return form.has_parent_path() ? form.parent_path() : fs::path(".");
}

}  // namespace

PageMark mark_of(const fs::path& form, const std::string& content, const std::string& settings) {
  return {sha256_of(form.filename().string()), content.empty() ? sha256_of("") : content, settings};
}

std::vector<FormPage> pages_of(const fs::path& form, const VerdictWords& words) {
  const std::string owner = sha256_of(form.filename().string());
  std::vector<FormPage> pages;
  for (const std::string& word : words) {
    for (int attempt = 0; attempt <= most_numbers; ++attempt) {
      const fs::path path = folder_of(form) / name_of_page(form, word, attempt);
      if (!is_there(path)) {
        if (attempt > 0) break;  // the next names are only taken where this one was
        continue;
      }
      const auto mark = mark_in(path);
      const bool counted = !pages.empty() && pages.back().path == path;  // two names are one when they are cut
      if (mark && mark->form == owner && !counted) pages.push_back({path, *mark});
    }
  }
  return pages;
}

void expect_room_beside(const fs::path& form) {
  HalfWritten(folder_of(form)).write("\n");
}

fs::path put_page(const fs::path& form, const std::string& verdict, std::string_view page,
                    const PageMark& mark, const VerdictWords& words) {
  HalfWritten file(folder_of(form));
  file.write(page);
  file.write(marked(mark));
  const std::vector<FormPage> before = pages_of(form, words);
  for (int attempt = 0; attempt <= most_numbers; ++attempt) {
    const fs::path path = folder_of(form) / name_of_page(form, verdict, attempt);
    const auto is_this = [&](const FormPage& old) { return old.path == path; };
    if (!file.put(path, std::any_of(before.begin(), before.end(), is_this))) continue;
    for (const FormPage& old : before)
      if (old.path != path) unlink(old.path.c_str());
    return path;
  }
  errno = EEXIST;
  fail(folder_of(form));
}

void remove_pages(const fs::path& gone_form, const std::string& content, const VerdictWords& words) {
  for (const FormPage& old : pages_of(gone_form, words))
    if (old.mark.content == content) unlink(old.path.c_str());
}

bool is_copy_name(std::string_view stem) {
  return std::any_of(copy_words.begin(), copy_words.end(), [&](std::string_view word) {
    return stem.ends_with(word) && stem.substr(0, stem.size() - word.size()).ends_with(separator);
  });
}

}  // namespace ruamlint
