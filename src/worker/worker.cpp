#include "worker/worker.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

#include "document/bytes.hpp"
#include "worker/process.hpp"
#include "worker/reply.hpp"

namespace ruamlint {
namespace {

// A form's text with all its places is a few megabytes for hundreds of pages.
constexpr std::size_t longest_reply = std::size_t{256} << 20;

// Larger ones go to extract_file() unread, which names the fault.
constexpr off_t largest_file = off_t{512} << 20;

std::string sha256_of(const std::string& bytes) {
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

/// Appends up to `size` bytes of an open file.
bool read_all(int fd, std::size_t size, std::string& bytes) {
  bytes.resize(size);
  std::size_t at = 0;
  while (at < size) {
    const ssize_t got = ::read(fd, bytes.data() + at, size - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    at += static_cast<std::size_t>(got);
  }
  bytes.resize(at);
  return true;
}

/// The bytes of an ordinary file of sane size, and nothing for whatever cannot be read as one.
std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  // Without O_NONBLOCK the open alone would wait at a named pipe.
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return std::nullopt;
  std::string bytes;
  struct stat status {};
  const bool usable = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= largest_file &&
                      read_all(fd, static_cast<std::size_t>(status.st_size), bytes);
  close(fd);
  if (!usable) return std::nullopt;
  return bytes;
}

/// In the child. The file is read once, so that what was hashed is what was extracted.
WorkerReply read_one(const std::filesystem::path& path, const ExtractOptions& options) {
  const std::optional<std::string> bytes = bytes_of(path);
  if (!bytes) return {{}, extract_file(path, options)};
  return {sha256_of(*bytes), extract_bytes(*bytes, path.filename().string(), options)};
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

WorkerReply reply_of(const ChildOutcome& outcome) {
  if (outcome.end != ChildOutcome::End::replied) return {{}, fault_of(outcome)};
  try {
    return decode_reply(outcome.reply);
  } catch (const BadBytes& error) {
    return {{}, ReadError{ReadFault::crashed, error.what()}};
  }
}

}  // namespace

bool read_in_workers(const std::vector<std::filesystem::path>& paths, const ExtractOptions& options,
                     const WorkerLimits& limits, int jobs,
                     const std::function<void(std::size_t index, WorkerReply reply)>& done) {
  const ChildLimits child_limits{limits.memory_bytes, limits.cpu, limits.wall, longest_reply};
  const auto work = [&](std::size_t index) { return encode_reply(read_one(paths[index], options)); };
  return run_in_children(
      paths.size(), work, child_limits, jobs,
      [&](std::size_t index, const ChildOutcome& outcome) { done(index, reply_of(outcome)); });
}

}  // namespace ruamlint
