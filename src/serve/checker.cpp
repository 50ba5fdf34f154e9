#include "serve/checker.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <iterator>
#include <optional>

namespace ruamlint::serve {
namespace {

using std::chrono::milliseconds;

constexpr const char* reports_folder = "reports";

/// In a process group of its own, with nothing of ours but what is written here: Control-C at our terminal is
/// ours to obey, and what is in hand is finished.
std::optional<pid_t> start(const std::filesystem::path& program, std::vector<std::string> arguments,
                           const std::filesystem::path& folder) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addchdir_np(&files, folder.c_str());
  for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&files, standard, "/dev/null", O_RDWR, 0);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t child = -1;
  const int error = posix_spawn(&child, program.c_str(), &files, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return error == 0 ? std::optional(child) : std::nullopt;
}

bool ends_within(int child, milliseconds time) {
  pollfd ended{child, POLLIN, 0};
  const auto until = std::chrono::steady_clock::now() + time;
  for (;;) {
    const auto left = std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now());
    const int ready = poll(&ended, 1, static_cast<int>(std::max(left, milliseconds(0)).count()));
    if (ready >= 0 || errno != EINTR) return ready > 0;
  }
}

/// False where it had to be stopped.
bool wait_for(pid_t child, milliseconds longest) {
  constexpr milliseconds to_clean_up(5000);
  // Not by pidfd_open(): bookworm's header declares it for C only.
  const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  bool in_time = ends_within(handle, longest);
  if (!in_time) {
    kill(child, SIGINT);  // it ends its workers
    if (!ends_within(handle, to_clean_up)) kill(-child, SIGKILL);
  }
  close(handle);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return in_time;
}

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Besides the reports there is nothing in the folder but the copy, which has the form's own ending.
void take_copy(const std::filesystem::path& reports, const std::filesystem::path& ending, Checked& checked) {
  std::error_code unknown;
  for (const auto& entry : std::filesystem::directory_iterator(reports, unknown)) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != ending || ending == ".html" || ending == ".json") continue;
    checked.copy_name = path.filename().string();
    checked.copy = contents(path);
  }
}

}  // namespace

Checked check(const Checker& checker, const Upload& upload) {
  std::vector<std::string> arguments = {checker.program.string(),
                                        "check",
                                        upload.name(),
                                        "--annotate",
                                        "--format",
                                        "json,html",
                                        "--output",
                                        reports_folder};
  arguments.insert(arguments.end(), checker.options.begin(), checker.options.end());
  const std::optional<pid_t> child = start(checker.program, std::move(arguments), upload.folder());
  if (!child) return {};
  if (!wait_for(*child, checker.longest)) return {Checked::End::too_long, {}, {}, {}, {}};
  const std::filesystem::path reports = upload.folder() / reports_folder;
  Checked checked{Checked::End::reported,
                  contents(reports / "report.json"),
                  contents(reports / (upload.name() + ".html")),
                  {},
                  {}};
  if (checked.json.empty() || checked.html.empty()) checked.end = Checked::End::failed;
  take_copy(reports, std::filesystem::path(upload.name()).extension(), checked);
  return checked;
}

}  // namespace ruamlint::serve
