#include "worker/interrupt.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace ruamlint {
namespace {

sigset_t interrupt_only() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  return set;
}

/// A shell starts background jobs that way: Control-C is then meant for someone else.
bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

InterruptWatch::InterruptWatch() {
  if (is_ignored(SIGINT)) return;
  const sigset_t interrupt = interrupt_only();
  sigset_t before;
  sigprocmask(SIG_BLOCK, &interrupt, &before);
  unblock_ = sigismember(&before, SIGINT) == 0;
  fd_ = signalfd(-1, &interrupt, SFD_CLOEXEC | SFD_NONBLOCK);
}

InterruptWatch::~InterruptWatch() {
  if (fd_ >= 0) close(fd_);
  const sigset_t interrupt = interrupt_only();
  if (unblock_) sigprocmask(SIG_UNBLOCK, &interrupt, nullptr);
}

bool InterruptWatch::take() {
  signalfd_siginfo interrupt{};
  return fd_ >= 0 && read(fd_, &interrupt, sizeof interrupt) > 0;
}

}  // namespace ruamlint
