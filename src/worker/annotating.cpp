#include "worker/annotating.hpp"

#include "annotate/annotate.hpp"
#include "worker/process.hpp"
#include "worker/sandbox.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t longest_reply = std::size_t{512} << 20;
constexpr char copied = 'c', refused = 'r';

/// In the child.
std::string annotated(const AnnotatingTask& task) {
  const auto reply_of = [](AnnotateFault fault) { return std::string{refused, static_cast<char>(fault)}; };
  const FileBytes bytes = bytes_of_file(task.path);
  const auto* read = std::get_if<std::string>(&bytes);
  if (read == nullptr || sha256_of(*read) != task.sha256) return reply_of(AnnotateFault::unreadable);
  static_cast<void>(enter_sandbox());  // as in worker.cpp: the parent has told where a wall is missing
  const AnnotatedCopy copy = annotate(*read, task.format, task.annotations, task.options);
  if (const auto* fault = std::get_if<AnnotateFault>(&copy)) return reply_of(*fault);
  return copied + std::get<std::string>(copy);
}

AnnotatedCopy copy_of(const ChildOutcome& outcome) {
  if (outcome.end != ChildOutcome::End::replied)
    return outcome.end == ChildOutcome::End::crashed ? AnnotateFault::unreadable : AnnotateFault::too_large;
  if (outcome.reply.starts_with(copied)) return outcome.reply.substr(1);
  const bool sound = outcome.reply.size() == 2 && outcome.reply[1] >= 0 &&
                     outcome.reply[1] <= static_cast<char>(AnnotateFault::too_large);
  return sound ? static_cast<AnnotateFault>(outcome.reply[1]) : AnnotateFault::unreadable;
}

}  // namespace

bool annotate_in_workers(const std::vector<AnnotatingTask>& tasks, const WorkerLimits& limits, int jobs,
                         const std::function<void(std::size_t index, AnnotatedCopy copy)>& done) {
  const auto limits_of = [&](std::size_t) {
    return ChildLimits{limits.most_memory_bytes, limits.cpu, limits.cpu * limits.wall_times_cpu,
                       longest_reply};
  };
  return run_in_children(
      tasks.size(), [&](std::size_t index) { return annotated(tasks[index]); }, limits_of, jobs,
      [&](std::size_t index, const ChildOutcome& outcome) { done(index, copy_of(outcome)); });
}

}  // namespace ruamlint
