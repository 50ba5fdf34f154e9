#include "worker/interrupt.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include <initializer_list>

namespace ruamlint {
namespace {

/// A shell starts background jobs that way: Control-C is then meant for someone else.
bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

InterruptWatch::InterruptWatch() {
  sigset_t watched;
  sigemptyset(&watched);
  for (const int signal : {SIGINT, SIGTERM})
    if (!is_ignored(signal)) sigaddset(&watched, signal);
  sigprocmask(SIG_BLOCK, &watched, &before_);
  fd_ = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
}

InterruptWatch::~InterruptWatch() {
  if (fd_ >= 0) close(fd_);
  sigprocmask(SIG_SETMASK, &before_, nullptr);
}

bool InterruptWatch::take() {
  signalfd_siginfo interrupt{};
  return fd_ >= 0 && read(fd_, &interrupt, sizeof interrupt) > 0;
}

}  // namespace ruamlint
