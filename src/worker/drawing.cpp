#include "worker/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "extract/file/draw.hpp"
#include "worker/process.hpp"
#include "worker/sandbox.hpp"

namespace ruamlint {
namespace {

using nlohmann::json;

constexpr std::size_t longest_reply = std::size_t{32} << 20;

std::string encode(const std::vector<PagePicture>& pictures) {
  json list = json::array();
  for (const PagePicture& picture : pictures)
    list.push_back({picture.page, picture.width_pt, picture.height_pt, picture.media_type, picture.base64});
  return list.dump();
}

/// In the child.
std::string draw(const DrawingTask& task) {
  const FileBytes bytes = bytes_of_file(task.path);
  const auto* read = std::get_if<std::string>(&bytes);
  if (read == nullptr || sha256_of(*read) != task.sha256) return encode({});
  static_cast<void>(enter_sandbox());  // as in worker.cpp: the parent has told where a wall is missing
  return encode(draw_pages(*read, task.pages));
}

bool is_base64(const std::string& text) {
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") ==
         std::string::npos;
}

/// Whether a picture is what was asked for: the child may have been taken over by what it drew.
bool is_sound(const PagePicture& picture, const DrawingTask& task) {
  const auto is_length = [](double points) { return std::isfinite(points) && points > 0 && points < 1e6; };
  const bool wanted = std::find(task.pages.begin(), task.pages.end(), picture.page) != task.pages.end();
  const bool known_type = picture.media_type == "image/png" || picture.media_type == "image/jpeg";
  return wanted && known_type && is_length(picture.width_pt) && is_length(picture.height_pt) &&
         is_base64(picture.base64);
}

std::vector<PagePicture> decode(const std::string& reply, const DrawingTask& task) {
  std::vector<PagePicture> pictures;
  try {
    for (const json& entry : json::parse(reply)) {
      PagePicture picture{entry.at(0), entry.at(1), entry.at(2), entry.at(3), entry.at(4)};
      if (is_sound(picture, task)) pictures.push_back(std::move(picture));
    }
  } catch (const json::exception&) {
    return {};
  }
  return pictures;
}

}  // namespace

bool draw_in_workers(const std::vector<DrawingTask>& tasks, const WorkerLimits& limits, int jobs,
                     const std::function<void(std::size_t index, std::vector<PagePicture> pictures)>& done) {
  // A few pages, whatever the file's size.
  const auto limits_of = [&](std::size_t) {
    return ChildLimits{limits.memory_bytes, limits.cpu, limits.cpu * limits.wall_times_cpu, longest_reply};
  };
  return run_in_children(
      tasks.size(), [&](std::size_t index) { return draw(tasks[index]); }, limits_of, jobs,
      [&](std::size_t index, const ChildOutcome& outcome) {
        const bool replied = outcome.end == ChildOutcome::End::replied;
        done(index, replied ? decode(outcome.reply, tasks[index]) : std::vector<PagePicture>{});
      });
}

}  // namespace ruamlint
