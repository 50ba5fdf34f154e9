// Draws pages of forms in child processes: the pictures of a report.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "document/page_picture.hpp"
#include "worker/worker.hpp"

namespace ruamlint {

struct DrawingTask {
  std::filesystem::path path;
  std::string sha256;      ///< of the bytes that were read; a file that has changed since is not drawn
  std::vector<int> pages;  ///< from 1, rising
};

/// Calls `done(index, pictures)` in the calling thread as each task ends, in any order; without pictures
/// where the file cannot be drawn. The calling process must have one thread only. False when SIGINT came.
[[nodiscard]] bool draw_in_workers(
    const std::vector<DrawingTask>& tasks, const WorkerLimits& limits, int jobs,
    const std::function<void(std::size_t index, std::vector<PagePicture> pictures)>& done);

}  // namespace ruamlint
