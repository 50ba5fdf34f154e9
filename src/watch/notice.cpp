#include "watch/notice.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <string_view>
#include <vector>

namespace ruamlint {
namespace {

constexpr unsigned longest_wait = 3600;  // seconds that a notice waits for its click

/// In a process that belongs to nobody, so that nobody has to wait for it.
void apart(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child < 0) return;
  if (child > 0) {
    waitpid(child, nullptr, 0);
    return;
  }
  if (fork() == 0) {
    setsid();
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);  // what the program waits for is not this process's
    work();
  }
  _exit(0);
}

void be_silent() {
  const int nothing = open("/dev/null", O_RDWR);
  if (nothing < 0) return;
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDERR_FILENO);
}

void become(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments.front(), arguments.data());
  _exit(127);
}

/// What a program writes, up to its end.
std::string output_of(const std::vector<std::string>& command) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  if (fork() == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    become(command);
  }
  close(ends[1]);
  std::string output;
  char piece[256];
  for (ssize_t got = 0; (got = read(ends[0], piece, sizeof piece)) > 0;)
    output.append(piece, static_cast<std::size_t>(got));
  return output;
}

}  // namespace

void show_notice(const DesktopNotice& notice) {
  apart([&] {
    be_silent();
    alarm(longest_wait);
    const std::string clicked =
        output_of({"notify-send", "--app-name=ruamlint", "--icon=ruamlint",
                   "--action=default=" + notice.open_label, "--", notice.title, notice.text});
    if (std::string_view(clicked).starts_with("default")) become({"xdg-open", notice.opens.string()});
  });
}

void open_on_desktop(const std::filesystem::path& file) {
  apart([&] {
    be_silent();
    become({"xdg-open", file.string()});
  });
}

}  // namespace ruamlint
