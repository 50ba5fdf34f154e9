#include "worker/confine.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace ruamlint {
namespace {

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  rlimit current{};
  if (getrlimit(resource, &current) != 0) return false;
  // A limit that is tighter already stays: an ordinary user may not raise it.
  if (current.rlim_max != RLIM_INFINITY && hard > current.rlim_max) hard = current.rlim_max;
  const rlimit wanted{soft < hard ? soft : hard, hard};
  return setrlimit(resource, &wanted) == 0;
}

bool silence_standard_streams() {
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return false;
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (dup2(null, stream) < 0) return false;
  }
  return true;  // `null` itself is closed with the rest
}

bool close_all_but(int kept) {
  const auto first = static_cast<unsigned>(STDERR_FILENO) + 1;
  const auto keep = static_cast<unsigned>(kept);
  return (keep <= first || close_range(first, keep - 1, 0) == 0) && close_range(keep + 1, ~0U, 0) == 0;
}

bool limit_resources(const ChildLimits& limits) {
  const auto cpu = static_cast<rlim_t>(limits.cpu.count());
  const auto most_cpu = std::max(cpu, static_cast<rlim_t>(limits.most_cpu.count()));
#ifndef RUAMLINT_SANITIZE
  if (!limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes)) return false;
#endif
  // SIGXCPU comes at the soft limit, which the parent raises with what the child tells it. Whoever outlives
  // that is killed at the hard one, or from outside when its wall time is over.
  return limit(RLIMIT_CPU, cpu, most_cpu + 1) && limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_FSIZE, 0, 0);
}

/// A group of its own: whatever it starts can be killed with it.
bool lead_own_group() {
  return setpgid(0, 0) == 0 || getpgrp() == getpid();
}

/// A Control-C reaches the whole process group, a scheduler's SIGTERM the whole job; the parent alone decides
/// what becomes of its children.
void leave_interrupts_to_parent() {
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

bool die_with(pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return false;
  return getppid() == parent;  // it may have died before the line above
}

}  // namespace

bool drop_privileges(const ChildLimits& limits, pid_t parent, int reply_fd) {
  leave_interrupts_to_parent();
  return lead_own_group() && die_with(parent) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         silence_standard_streams() && close_all_but(reply_fd) && limit_resources(limits);
}

}  // namespace ruamlint
