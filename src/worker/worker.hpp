// Opens a stranger's file in a child process that may die. Only plain data comes back.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "document/read_result.hpp"
#include "extract/file/extract.hpp"

namespace ruamlint {

/// Budgets of one file, enforced by the kernel (memory, CPU) and from outside (wall time).
struct WorkerLimits {
  std::uint64_t memory_bytes = std::uint64_t{2} << 30;  ///< address space; not enforced under a sanitizer
  std::chrono::seconds cpu{600};
  std::chrono::seconds wall{900};
};

/// What a worker hands back.
struct WorkerReply {
  std::string sha256;  ///< of the file's bytes, hex; empty where it could not be read
  ReadResult result;
};

/// Reads every path in a worker of its own, at most `jobs` at a time, and calls `done(index, reply)` in the
/// *calling* thread as each one ends, in any order. A worker that dies, hangs or outgrows its limits yields
/// ReadFault::crashed, out_of_time, out_of_memory or too_large; the others go on. The calling process must
/// have one thread only. False when SIGINT came: the workers are killed and the rest is not read.
[[nodiscard]] bool read_in_workers(const std::vector<std::filesystem::path>& paths,
                                   const ExtractOptions& options, const WorkerLimits& limits, int jobs,
                                   const std::function<void(std::size_t index, WorkerReply reply)>& done);

}  // namespace ruamlint
