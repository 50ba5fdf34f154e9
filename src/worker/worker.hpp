// Opens a stranger's file in a child process that may die. Only plain data comes back.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/read_result.hpp"
#include "extract/file/extract.hpp"
#include "worker/process.hpp"

namespace ruamlint {

/// Budgets of one file: a base, and what each page and each picture that is recognised adds when its turn
/// comes. Memory grows with the bytes, which it holds. Memory and CPU are enforced by the kernel, wall time
/// from outside.
struct WorkerLimits {
  std::uint64_t memory_bytes = std::uint64_t{2} << 30;  ///< address space; not enforced under a sanitizer
  std::uint64_t memory_bytes_a_megabyte = std::uint64_t{16} << 20;
  std::uint64_t most_memory_bytes = std::uint64_t{4} << 30;
  std::chrono::seconds cpu{60};
  std::chrono::seconds cpu_a_page{2};
  std::chrono::seconds cpu_a_picture{60};
  std::chrono::seconds most_cpu{7200};
  int wall_times_cpu = 3;  ///< other programs want the machine too
};

/// What a worker hands back.
struct WorkerReply {
  std::string sha256;  ///< of the file's bytes, hex; empty where it could not be read
  ReadResult result;
};

/// What a worker makes of its file after reading it, still in the worker.
using WorkerTask = std::function<std::string(std::size_t index, WorkerReply reply)>;
/// The task's bytes, or how the worker ended without them: ReadFault::crashed, out_of_time, out_of_memory,
/// too_large.
using TaskResult = std::variant<std::string, ReadError>;

/// Opens every path in a worker of its own, at most `jobs` at a time, and calls `done(index, result)` in the
/// *calling* thread as each one ends, in any order. Before a byte is parsed, the worker enters the sandbox
/// (sandbox.hpp), as far as there is one here. A worker that dies, hangs or outgrows its limits costs its own
/// result only; where it was at a page then, the file is read again without that page, up to three times, so
/// that the page alone is lost. One that somebody else has killed is tried again too. The calling process
/// must have one thread only. False when SIGINT or SIGTERM came before all was read.
[[nodiscard]] bool run_in_workers(const std::vector<std::filesystem::path>& paths,
                                  const ExtractOptions& options, const WorkerLimits& limits, int jobs,
                                  const WorkerTask& task,
                                  const std::function<void(std::size_t index, TaskResult result)>& done,
                                  OnInterrupt on_interrupt = OnInterrupt::kill);

/// The same where the document itself is wanted.
[[nodiscard]] bool read_in_workers(const std::vector<std::filesystem::path>& paths,
                                   const ExtractOptions& options, const WorkerLimits& limits, int jobs,
                                   const std::function<void(std::size_t index, WorkerReply reply)>& done);

/// Hex digits.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace ruamlint
