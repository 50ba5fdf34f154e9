// The last door that a worker goes through: behind it, it can compute, read the system's data files and write
// to what is open, and do nothing else.
//
// Two walls, each of which may be missing where the kernel is old or a container forbids it:
//   - seccomp: only the system calls of a reader. No sockets, no programs, no processes or threads, no
//   tracing, no
//     signals to others, no file opened for writing, made, renamed or removed.
//   - Landlock: of all files only those under /usr and a few places of fonts and libraries can be opened.
#pragma once

namespace ruamlint {

struct Sandbox {
  bool calls = false;  ///< seccomp holds
  bool files = false;  ///< Landlock holds

  [[nodiscard]] bool whole() const { return calls && files; }
};

/// Shuts the calling process in, for good; says which walls stand. What it will read beside the system's data
/// must be in memory before. Refused calls fail with EPERM or EACCES.
[[nodiscard]] Sandbox enter_sandbox();

/// Which walls can be had here: tried out in a child process, since there is no way back.
[[nodiscard]] Sandbox sandbox_here();

}  // namespace ruamlint
