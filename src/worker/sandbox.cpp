#include "worker/sandbox.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "worker/landlock.hpp"
#include "worker/system_calls.hpp"

namespace ruamlint {

Sandbox enter_sandbox() {
  // Without it only root may shut itself in. Workers have it already; a probe has not.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return {};
  Sandbox sandbox;
  sandbox.files = allow_system_files_only();
  sandbox.calls = allow_calls_of_a_reader_only();  // last: the walls themselves are built by such calls
  return sandbox;
}

Sandbox sandbox_here() {
  constexpr int calls_bit = 1, files_bit = 2;
  const pid_t pid = fork();
  if (pid == 0) {
    const Sandbox sandbox = enter_sandbox();
    _exit((sandbox.calls ? calls_bit : 0) | (sandbox.files ? files_bit : 0));
  }
  int status = 0;
  while (pid > 0 && waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) return {};
  }
  if (pid < 0 || !WIFEXITED(status)) return {};
  return {(WEXITSTATUS(status) & calls_bit) != 0, (WEXITSTATUS(status) & files_bit) != 0};
}

}  // namespace ruamlint
