// What a worker tries after a hostile file has taken it over, and what becomes of it.
#include "worker/sandbox.hpp"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "worker/process.hpp"
#include "worker/worker.hpp"

using namespace ruamlint;
using End = ChildOutcome::End;

namespace {

ChildOutcome in_child(const std::function<std::string()>& work, std::chrono::milliseconds wall) {
  const ChildLimits limits{std::uint64_t{2} << 30, std::chrono::seconds{20}, wall, std::size_t{1} << 20};
  ChildOutcome outcome;
  REQUIRE(run_in_children(
      1, [&](std::size_t) { return work(); }, [&](std::size_t) { return limits; }, 1,
      [&](std::size_t, ChildOutcome end) { outcome = std::move(end); }));
  return outcome;
}

ChildOutcome in_child(const std::function<std::string()>& work) {
  return in_child(work, std::chrono::seconds{20});
}

/// What became of `attempt` in the sandbox: it returns a negative number, with errno, where it was refused.
std::string tried(const std::function<long()>& attempt) {
  return in_child([&]() -> std::string {
           const Sandbox sandbox = enter_sandbox();
           static_cast<void>(sandbox);
           errno = 0;
           if (attempt() >= 0) return "done";
           return errno == EPERM || errno == EACCES ? "refused" : "failed: " + std::to_string(errno);
         })
      .reply;
}

/// Makes the kernel look like one without seccomp and Landlock, as some containers do.
void forbid_sandboxes() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  for (const int call : {SCMP_SYS(seccomp), SCMP_SYS(landlock_create_ruleset)})
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0);
  constexpr int set_seccomp = 22;  // PR_SET_SECCOMP, the older way
  seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, set_seccomp));
  seccomp_load(filter);
  seccomp_release(filter);
}

/// Neither gone nor a zombie that nobody has waited for yet. A killed process takes a moment to end.
bool is_running(pid_t pid) {
  for (int tries = 0; tries < 500; ++tries) {
    std::ifstream stat_file("/proc/" + std::to_string(pid) + "/stat");
    std::string number, name, state;
    if (!(stat_file >> number >> name >> state) || state == "Z" || state == "X") return false;
    usleep(10'000);
  }
  return true;
}

}  // namespace

TEST_CASE("a probe leaves the prober free", "[sandbox]") {
  static_cast<void>(sandbox_here());
  const int fd = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
  CHECK(fd >= 0);
  close(fd);
}

TEST_CASE("a worker is refused what a reader does not need", "[sandbox]") {
  if (!sandbox_here().calls) return;  // the fall-back has a test of its own
  CHECK(tried([] { return socket(AF_INET, SOCK_STREAM, 0); }) == "refused");
  CHECK(tried([] { return socket(AF_UNIX, SOCK_DGRAM, 0); }) == "refused");
  CHECK(tried([] { return open("/tmp/ruamlint-sandbox-test", O_WRONLY | O_CREAT, 0600); }) == "refused");
  CHECK(tried([] { return open("/dev/null", O_WRONLY); }) == "refused");
  CHECK(tried([] { return open("/tmp", O_TMPFILE | O_RDWR, 0600); }) == "refused");
  CHECK(tried([] { return mkdir("/tmp/ruamlint-sandbox-test", 0700); }) == "refused");
  CHECK(tried([] { return unlink("/tmp/ruamlint-sandbox-test"); }) == "refused");
  CHECK(tried([] { return std::rename("/tmp/ruamlint-a", "/tmp/ruamlint-b"); }) == "refused");
  CHECK(tried([] { return execl("/bin/true", "true", nullptr); }) == "refused");
  CHECK(tried([] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }) == "refused");
  CHECK(tried([] { return ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr); }) == "refused");
  CHECK(tried([] { return kill(getppid(), SIGTERM); }) == "refused");
  CHECK(tried([] { return fork(); }) == "refused");
  CHECK(tried([] { return chmod("/tmp", 0777); }) == "refused");
}

TEST_CASE("a worker reads the system's data and nobody's files", "[sandbox]") {
  if (!sandbox_here().files) return;
  const auto read_of = [](const char* path) {
    return tried([path] { return open(path, O_RDONLY | O_CLOEXEC); });
  };
  CHECK(read_of("/etc/passwd") == "refused");
  CHECK(read_of("/proc/self/environ") == "refused");
  CHECK(read_of(RUAMLINT_SOURCE_DIR "/README.md") ==
        (std::string(RUAMLINT_SOURCE_DIR).starts_with("/usr/") ? "done" : "refused"));
  CHECK(read_of("/usr/share/tesseract-ocr/5/tessdata/tha.traineddata") == "done");
}

TEST_CASE("a worker still computes, allocates and replies", "[sandbox]") {
  const ChildOutcome outcome = in_child([]() -> std::string {
    static_cast<void>(enter_sandbox());
    return std::string(100'000'000, 'x').substr(0, 3);
  });
  CHECK(outcome.end == End::replied);
  CHECK(outcome.reply == "xxx");
}

TEST_CASE("a worker that aborts in the sandbox is told by its signal", "[sandbox]") {
  const ChildOutcome outcome = in_child([]() -> std::string {
    static_cast<void>(enter_sandbox());
    signal(SIGABRT, SIG_DFL);
    std::abort();
  });
  CHECK(outcome.end == End::crashed);
  CHECK(outcome.detail == "SIGABRT");
}

TEST_CASE("an endless loop is ended from outside", "[sandbox]") {
  const ChildOutcome outcome = in_child(
      []() -> std::string {
        static_cast<void>(enter_sandbox());
        for (std::atomic<unsigned> turns = 0;; ++turns) {
        }
      },
      std::chrono::milliseconds{200});
  CHECK(outcome.end == End::out_of_time);
}

#ifndef RUAMLINT_SANITIZE
TEST_CASE("eight gigabytes are not given", "[sandbox]") {
  const ChildOutcome outcome = in_child([]() -> std::string {
    static_cast<void>(enter_sandbox());
    return std::string(std::size_t{8} << 30, 'x');
  });
  CHECK(outcome.end == End::out_of_memory);
}
#endif

TEST_CASE("a fork storm is nipped in the sandbox, and dies with its starter elsewhere", "[sandbox]") {
  const auto storm = [](bool sandboxed) -> std::string {
    if (sandboxed) static_cast<void>(enter_sandbox());
    std::string started;
    for (int i = 0; i < 50; ++i) {
      const pid_t pid = fork();
      if (pid == 0) {
        for (;;) pause();
      }
      if (pid > 0) started += std::to_string(pid) + " ";
    }
    return started;
  };
  if (sandbox_here().calls) CHECK(in_child([&] { return storm(true); }).reply.empty());

  const ChildOutcome outcome = in_child([&] { return storm(false); });
  REQUIRE(outcome.end == End::replied);
  std::istringstream started(outcome.reply);
  int alive = 0;
  for (pid_t pid = 0; started >> pid;) alive += is_running(pid) ? 1 : 0;
  CHECK(alive == 0);
}

TEST_CASE("where the kernel has no sandbox, work goes on and says so", "[sandbox]") {
  const ChildOutcome outcome = in_child([]() -> std::string {
    forbid_sandboxes();
    const Sandbox sandbox = enter_sandbox();
    return std::string(sandbox.calls ? "calls " : "") + (sandbox.files ? "files " : "") + "working";
  });
  CHECK(outcome.reply == "working");
}

TEST_CASE("without a sandbox a worker still leaves no files", "[sandbox]") {
  const std::string path = "/tmp/ruamlint-no-sandbox-" + std::to_string(getpid());
  const ChildOutcome outcome = in_child([&]() -> std::string {
    std::ofstream(path) << "text" << std::flush;
    return "went on";
  });
  struct stat status {};
  CHECK((stat(path.c_str(), &status) != 0 || status.st_size == 0));
  unlink(path.c_str());
  CHECK(outcome.end == End::crashed);
  CHECK(outcome.detail == "SIGXFSZ");
}
