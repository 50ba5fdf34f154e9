#include "worker/worker.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <utility>

#include "document/bytes.hpp"
#include "worker/process.hpp"
#include "worker/reply.hpp"
#include "worker/sandbox.hpp"

namespace ruamlint {
namespace {

// A form's text with all its places is a few megabytes for hundreds of pages.
constexpr std::size_t longest_reply = std::size_t{256} << 20;

// Larger ones are not read.
constexpr std::uintmax_t largest_counted = std::uintmax_t{512} << 20;

/// In the child. The file is read once, so that what was hashed is what was extracted; and whole before the
/// sandbox, which has no way to it.
WorkerReply read_one(const std::filesystem::path& path, const ExtractOptions& options) {
  const FileBytes bytes = bytes_of_file(path);
  const auto* read = std::get_if<std::string>(&bytes);
  const std::string sha256 = read != nullptr ? sha256_of(*read) : std::string();
  // Where a wall is missing, the parent has told its user (sandbox_here()), and the other limits must do.
  static_cast<void>(enter_sandbox());
  if (read == nullptr) return {{}, std::get<ReadError>(bytes)};
  return {sha256, extract_bytes(*read, path.filename().string(), options)};
}

ChildLimits limits_for(const std::filesystem::path& path, const WorkerLimits& limits) {
  std::error_code unknown;
  const std::uintmax_t bytes = std::filesystem::file_size(path, unknown);
  const auto megabytes = unknown ? 0 : static_cast<std::int64_t>(std::min(bytes, largest_counted) >> 20);
  const auto memory =
      limits.memory_bytes + static_cast<std::uint64_t>(megabytes) * limits.memory_bytes_a_megabyte;
  const auto cpu = std::min(limits.cpu + megabytes * limits.cpu_a_megabyte, limits.most_cpu);
  return {std::min(memory, limits.most_memory_bytes), cpu, cpu * limits.wall_times_cpu, longest_reply};
}

ReadError fault_of(const ChildOutcome& outcome) {
  switch (outcome.end) {
    case ChildOutcome::End::out_of_time:
      return {ReadFault::out_of_time, outcome.detail};
    case ChildOutcome::End::out_of_memory:
      return {ReadFault::out_of_memory, outcome.detail};
    case ChildOutcome::End::reply_too_long:
      return {ReadFault::too_large, "text"};
    case ChildOutcome::End::replied:
    case ChildOutcome::End::crashed:
      break;
  }
  return {ReadFault::crashed, outcome.detail};
}

WorkerReply reply_of(const TaskResult& result) {
  if (const auto* error = std::get_if<ReadError>(&result)) return {{}, *error};
  try {
    return decode_reply(std::get<std::string>(result));
  } catch (const BadBytes& error) {
    return {{}, ReadError{ReadFault::crashed, error.what()}};
  }
}

}  // namespace

bool run_in_workers(const std::vector<std::filesystem::path>& paths, const ExtractOptions& options,
                    const WorkerLimits& limits, int jobs, const WorkerTask& task,
                    const std::function<void(std::size_t index, TaskResult result)>& done) {
  const auto work = [&](std::size_t index) { return task(index, read_one(paths[index], options)); };
  const auto limits_of = [&](std::size_t index) { return limits_for(paths[index], limits); };
  return run_in_children(paths.size(), work, limits_of, jobs, [&](std::size_t index, ChildOutcome outcome) {
    if (outcome.end == ChildOutcome::End::replied) {
      done(index, std::move(outcome.reply));
    } else {
      done(index, fault_of(outcome));
    }
  });
}

bool read_in_workers(const std::vector<std::filesystem::path>& paths, const ExtractOptions& options,
                     const WorkerLimits& limits, int jobs,
                     const std::function<void(std::size_t index, WorkerReply reply)>& done) {
  return run_in_workers(
      paths, options, limits, jobs, [](std::size_t, const WorkerReply& reply) { return encode_reply(reply); },
      [&](std::size_t index, const TaskResult& result) { done(index, reply_of(result)); });
}

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) return {};
  constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += digits[digest[i] >> 4];
    hex += digits[digest[i] & 0xF];
  }
  return hex;
}

}  // namespace ruamlint
