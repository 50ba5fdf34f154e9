#include "worker/worker.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

#include "document/bytes.hpp"
#include "document/serialise.hpp"
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
  const std::uint64_t megabytes = unknown ? 0 : std::min(bytes, largest_counted) >> 20;
  const auto memory = limits.memory_bytes + megabytes * limits.memory_bytes_a_megabyte;
  return {std::min(memory, limits.most_memory_bytes), limits.cpu, limits.cpu * limits.wall_times_cpu,
          longest_reply, limits.most_cpu};
}

ReadError fault_of(const ChildOutcome& outcome) {
  switch (outcome.end) {
    case ChildOutcome::End::out_of_time:
      return {ReadFault::out_of_time, outcome.detail};
    case ChildOutcome::End::out_of_memory:
    case ChildOutcome::End::killed:
      return {ReadFault::out_of_memory, outcome.detail};
    case ChildOutcome::End::reply_too_long:
      return {ReadFault::too_large, "text"};
    case ChildOutcome::End::replied:
    case ChildOutcome::End::crashed:
      break;
  }
  return {ReadFault::crashed, outcome.detail};
}

// What a worker tells: the page that it begins, or this.
constexpr std::uint32_t begins_picture = UINT32_MAX;

/// Reads files until each has its result: again without the page at which a worker ended, again where
/// somebody else has killed it.
class Reading {
 public:
  Reading(const std::vector<std::filesystem::path>& paths, const ExtractOptions& options,
          const WorkerLimits& limits, int jobs, const WorkerTask& task,
          const std::function<void(std::size_t, TaskResult)>& done)
      : paths_(paths), options_(options), limits_(limits), jobs_(jobs), task_(task), done_(done) {}

  bool run(OnInterrupt on_interrupt) {
    std::vector<std::size_t> wanted(paths_.size());
    std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    while (!wanted.empty()) {
      again_.clear();
      if (!read(wanted, on_interrupt)) return false;
      wanted.swap(again_);
    }
    return true;
  }

 private:
  /// What is known of a file whose worker has ended too early.
  struct Try {
    std::uint32_t page = 0;  ///< that it was at; 0: none
    int tries = 1;
    std::map<int, std::string> lost_pages;
  };
  static constexpr int most_tries = 4;

  bool read(const std::vector<std::size_t>& wanted, OnInterrupt on_interrupt) {
    const auto work = [&](std::size_t at) { return work_on(wanted[at]); };
    const auto limits_of = [&](std::size_t at) { return limits_for(paths_[wanted[at]], limits_); };
    const auto heard = [&](std::size_t at, std::uint32_t news) { return heard_from(wanted[at], news); };
    return run_in_children(
        wanted.size(), work, limits_of, jobs_,
        [&](std::size_t at, ChildOutcome outcome) { ended(wanted[at], std::move(outcome)); },
        {on_interrupt, heard});
  }

  /// In the child.
  std::string work_on(std::size_t index) const {
    ExtractOptions options = options_;
    options.page_begins = [](int page) { tell_parent(static_cast<std::uint32_t>(page)); };
    options.picture_begins = [] { tell_parent(begins_picture); };
    if (const auto before = tries_.find(index); before != tries_.end())
      options.lost_pages = before->second.lost_pages;
    return task_(index, read_one(paths_[index], options));
  }

  std::chrono::seconds heard_from(std::size_t index, std::uint32_t news) {
    if (news == begins_picture) return limits_.cpu_a_picture;
    tries_[index].page = news;
    return limits_.cpu_a_page;
  }

  void ended(std::size_t index, ChildOutcome outcome) {
    if (outcome.end == ChildOutcome::End::replied) {
      tries_.erase(index);
      return done_(index, std::move(outcome.reply));
    }
    Try& of_file = tries_[index];
    const ReadError fault = fault_of(outcome);
    const bool killed = outcome.end == ChildOutcome::End::killed;
    if ((!killed && of_file.page == 0) || of_file.tries == most_tries) {
      tries_.erase(index);
      return done_(index, fault);
    }
    // Who was killed may be tried as before; should it be the page's fault, its turn comes too.
    if (!killed || of_file.tries > 1) lose_page(of_file, fault);
    ++of_file.tries;
    of_file.page = 0;
    again_.push_back(index);
  }

  static void lose_page(Try& of_file, const ReadError& fault) {
    if (of_file.page > 0) of_file.lost_pages[static_cast<int>(of_file.page)] = name_of(fault.fault);
  }

  const std::vector<std::filesystem::path>& paths_;
  const ExtractOptions& options_;
  const WorkerLimits& limits_;
  int jobs_;
  const WorkerTask& task_;
  const std::function<void(std::size_t, TaskResult)>& done_;
  std::map<std::size_t, Try> tries_;
  std::vector<std::size_t> again_;
};

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
                    const std::function<void(std::size_t index, TaskResult result)>& done,
                    OnInterrupt on_interrupt) {
  return Reading(paths, options, limits, jobs, task, done).run(on_interrupt);
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
