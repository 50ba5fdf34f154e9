#pragma once

namespace ruamlint {

/// From now on the process makes only the system calls of a program that reads, computes and replies; all
/// others fail with EPERM. False where the kernel has no seccomp filters, or a container forbids them.
[[nodiscard]] bool allow_calls_of_a_reader_only();

}  // namespace ruamlint
