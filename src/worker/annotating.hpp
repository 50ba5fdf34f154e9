// Writes notes into copies of forms in child processes, which open the forms again for it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "annotate/annotation.hpp"
#include "worker/worker.hpp"

namespace ruamlint {

struct AnnotatingTask {
  std::filesystem::path path;
  std::string sha256;  ///< of the bytes that were read; of a file that has changed since there is no copy
  std::string format;  ///< the document's
  std::vector<Annotation> annotations;
  AnnotateOptions options;
};

/// Calls `done(index, copy)` in the calling thread as each task ends, in any order. The calling process must
/// have one thread only. False when SIGINT or SIGTERM came.
[[nodiscard]] bool annotate_in_workers(
    const std::vector<AnnotatingTask>& tasks, const WorkerLimits& limits, int jobs,
    const std::function<void(std::size_t index, AnnotatedCopy copy)>& done);

}  // namespace ruamlint
