// Runs work in child processes that may hang, crash or eat memory, and outlives them. Knows nothing of forms:
// the work is any function, its reply any bytes.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace ruamlint {

struct ChildLimits {
  std::uint64_t memory_bytes = 0;  ///< address space; not enforced under a sanitizer, which maps terabytes
  std::chrono::seconds cpu{0};
  std::chrono::milliseconds wall{0};  ///< enforced by the parent
  std::size_t reply_bytes = 0;        ///< a longer reply is not taken
  std::chrono::seconds most_cpu{0};   ///< what `cpu` may grow to by what the child tells; wall time likewise
};

/// How a child ended.
struct ChildOutcome {
  enum class End {
    replied,
    out_of_time,  ///< CPU or wall time
    out_of_memory,
    killed,  ///< by SIGKILL, which was not ours: the kernel was short of memory, or it was somebody
    reply_too_long,
    crashed,  ///< a signal, an exception, an exit without a reply; or it could not be started
  };
  End end = End::crashed;
  std::string reply;   ///< complete with `replied`, else empty
  std::string detail;  ///< "SIGSEGV", "exit status 1", the exception's text
};

/// What child number `index` does, in the child. What it returns is the reply.
using ChildWork = std::function<std::string(std::size_t index)>;
/// Called in the parent as each child ends, in any order.
using ChildDone = std::function<void(std::size_t index, ChildOutcome outcome)>;

using LimitsOf = std::function<ChildLimits(std::size_t index)>;

/// What becomes of the children at work when SIGINT or SIGTERM comes. The rest is not started in any case.
enum class OnInterrupt {
  kill,    ///< at once, and `done` is not called for them
  finish,  ///< they come to their end; a second signal kills them
};

struct ChildManners {
  OnInterrupt on_interrupt = OnInterrupt::kill;
  /// Called in the parent with what a child has told; returns the CPU time that it gets for that, beside
  /// what it has.
  std::function<std::chrono::seconds(std::size_t index, std::uint32_t news)> heard{};
};

/// In a child at work: a number for the parent, which learns of it at once, whatever becomes of the child.
void tell_parent(std::uint32_t news);

/// Runs `count` children, at most `jobs` at a time. The calling process must have one thread only: a fork
/// copies no other. Whatever processes a child has left behind die with it. False when a signal came before
/// all were done.
[[nodiscard]] bool run_in_children(std::size_t count, const ChildWork& work, const LimitsOf& limits_of,
                                   int jobs, const ChildDone& done, const ChildManners& manners = {});

}  // namespace ruamlint
