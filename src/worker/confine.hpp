// What a child gives up before it touches a stranger's bytes.
#pragma once

#include <sys/types.h>

#include "worker/process.hpp"

namespace ruamlint {

/// Called in a fresh child, once. Afterwards it has the limits, no core dumps, no file that it could write
/// to, no way to gain privileges, no
/// descriptor but `reply_fd` (standard input, output and error are /dev/null), and dies with its parent.
/// False where one of these could not be had: then nothing may be read.
[[nodiscard]] bool drop_privileges(const ChildLimits& limits, pid_t parent, int reply_fd);

}  // namespace ruamlint
