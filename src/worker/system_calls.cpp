#include "worker/system_calls.hpp"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

namespace ruamlint {
namespace {

struct Release {
  void operator()(scmp_filter_ctx filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, Release>;

// A list of what is allowed: what the kernel learns later is refused by itself.
constexpr std::array allowed = {
    // files that are open, or may be opened for reading
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(lseek), SCMP_SYS(_llseek), SCMP_SYS(fstat),
    SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(fstat64), SCMP_SYS(stat64),
    SCMP_SYS(fstatat64), SCMP_SYS(statx), SCMP_SYS(fstatfs), SCMP_SYS(statfs), SCMP_SYS(access),
    SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),
    SCMP_SYS(getdents64), SCMP_SYS(fcntl), SCMP_SYS(fcntl64), SCMP_SYS(dup), SCMP_SYS(poll), SCMP_SYS(ppoll),
    SCMP_SYS(fadvise64),
    // memory
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect),
    SCMP_SYS(madvise), SCMP_SYS(mincore), SCMP_SYS(membarrier),
    // time, chance and oneself
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(getrandom), SCMP_SYS(getpid),
    SCMP_SYS(getppid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrusage), SCMP_SYS(getrlimit),
    SCMP_SYS(ugetrlimit), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_yield), SCMP_SYS(getcpu),
    // the C library's own
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(set_tid_address), SCMP_SYS(rseq),
    SCMP_SYS(arch_prctl), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),
#ifdef RUAMLINT_SANITIZE
    // with which the sanitizers probe whether memory may be read
    SCMP_SYS(pipe), SCMP_SYS(pipe2),
#endif
    SCMP_SYS(sigaltstack), SCMP_SYS(sigreturn), SCMP_SYS(pause), SCMP_SYS(restart_syscall), SCMP_SYS(exit),
    SCMP_SYS(exit_group)};

bool allow(const Filter& filter, int call) {
  const int error = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
  return error == 0 || error == -EDOM;  // a call that this processor's Linux never had
}

bool allow_where(const Filter& filter, int call, scmp_arg_cmp condition) {
  const int error = seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1, condition);
  return error == 0 || error == -EDOM;
}

bool allow_with_conditions(const Filter& filter) {
  constexpr scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
  const auto self = static_cast<scmp_datum_t>(getpid());
  return allow_where(filter, SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)) &&
         allow_where(filter, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0)) &&
         // abort() signals itself
         allow_where(filter, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, self)) &&
         // limits may be asked for, not set
         allow_where(filter, SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0)) &&
         allow_where(filter, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_VMA));
}

}  // namespace

bool allow_calls_of_a_reader_only() {
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (filter == nullptr) return false;
  for (const int call : allowed) {
    if (!allow(filter, call)) return false;
  }
  return allow_with_conditions(filter) && seccomp_load(filter.get()) == 0;
}

}  // namespace ruamlint
