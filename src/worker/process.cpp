#include "worker/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "worker/confine.hpp"
#include "worker/interrupt.hpp"

namespace ruamlint {
namespace {

using Clock = std::chrono::steady_clock;
using End = ChildOutcome::End;

// A message on the pipe: one of these tags, a number as 8 bytes in the machine's order, and, but for news, as
// many bytes as the number says. Any number of news, then one of the others.
enum Tag : char { tag_news = 'n', tag_reply = 'r', tag_out_of_memory = 'm', tag_exception = 'x' };
constexpr std::size_t header_size = 1 + sizeof(std::uint64_t);

// How often a child that has closed its pipe is asked whether it is gone.
constexpr int reap_interval_ms = 10;

// ---- in the child

int pipe_home = -1;

void write_all(int fd, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(fd, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(EXIT_FAILURE);  // the parent is gone or has enough
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
}

void send_header(int fd, Tag tag, std::uint64_t number) {
  char header[header_size] = {tag};
  std::memcpy(header + 1, &number, sizeof number);
  write_all(fd, header, sizeof header);
}

void send(int fd, Tag tag, const char* bytes, std::uint64_t size) {
  send_header(fd, tag, size);
  write_all(fd, bytes, size);
}

[[noreturn]] void child_main(const ChildWork& work, std::size_t index, const ChildLimits& limits,
                             pid_t parent, int reply_fd) {
  pipe_home = reply_fd;
  try {
    if (!drop_privileges(limits, parent, reply_fd)) {
      send(reply_fd, tag_exception, "no confinement", std::strlen("no confinement"));
      _exit(EXIT_FAILURE);
    }
    const std::string reply = work(index);
    send(reply_fd, tag_reply, reply.data(), reply.size());
  } catch (const std::bad_alloc&) {
    send(reply_fd, tag_out_of_memory, "", 0);
  } catch (const std::exception& error) {
    send(reply_fd, tag_exception, error.what(), std::strlen(error.what()));
  } catch (...) {
    send(reply_fd, tag_exception, "", 0);
  }
  // Not exit(): what the parent had registered or buffered is the parent's to run and to write.
  _exit(EXIT_SUCCESS);
}

// ---- in the parent

/// A running child. Destroying it kills it.
class Child {
 public:
  Child(std::size_t index, pid_t pid, int fd, const ChildLimits& limits)
      : index_(index), pid_(pid), fd_(fd), limits_(limits), deadline_(Clock::now() + limits.wall) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (fd_ >= 0) close(fd_);
    if (pid_ > 0) reap();
  }

  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }

  /// Reads what is there. True when the child has nothing more to say that counts.
  bool read_some();
  /// What it has told since this was asked last, if anything.
  [[nodiscard]] std::optional<std::uint32_t> take_news() { return std::exchange(news_, std::nullopt); }
  /// More time, up to what its limits allow at most.
  void grant(std::chrono::seconds cpu);
  /// True when the child is gone by itself.
  bool has_exited();
  [[nodiscard]] bool has_replied() const {
    return received_.size() >= header_size && received_.size() == wanted();
  }
  [[nodiscard]] bool pipe_closed() const { return fd_ < 0; }
  /// To be asked once: the reply is handed over.
  [[nodiscard]] ChildOutcome outcome(bool timed_out);

 private:
  void reap();
  [[nodiscard]] std::uint64_t number() const;
  [[nodiscard]] std::size_t wanted() const;
  [[nodiscard]] ChildOutcome death() const;

  std::size_t index_;
  pid_t pid_;
  int fd_;
  ChildLimits limits_;
  Clock::time_point deadline_;
  std::string received_;
  std::optional<std::uint32_t> news_;
  bool too_long_ = false;
  int status_ = 0;
  rusage usage_{};
};

std::uint64_t Child::number() const {
  std::uint64_t number = 0;
  std::memcpy(&number, received_.data() + 1, sizeof number);
  return number;
}

/// Bytes of the whole message, once its header is there.
std::size_t Child::wanted() const {
  if (received_.size() < header_size) return header_size;
  const std::uint64_t size = number();
  return size > SIZE_MAX - header_size ? SIZE_MAX : header_size + static_cast<std::size_t>(size);
}

bool Child::read_some() {
  char buffer[1 << 16];
  const ssize_t got = ::read(fd_, buffer, std::min(sizeof buffer, wanted() - received_.size()));
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return false;
  if (got <= 0) {
    close(std::exchange(fd_, -1));
    return false;
  }
  received_.append(buffer, static_cast<std::size_t>(got));
  if (received_.size() == header_size && received_.front() == tag_news) {
    news_ = static_cast<std::uint32_t>(number());
    received_.clear();
    return false;
  }
  too_long_ = received_.size() >= header_size && wanted() - header_size > limits_.reply_bytes;
  if (!too_long_) received_.reserve(wanted());
  return too_long_ || has_replied();
}

void Child::grant(std::chrono::seconds cpu) {
  const auto more = std::min(cpu, limits_.most_cpu - limits_.cpu);
  if (more.count() <= 0 || pid_ <= 0) return;
  const auto wall_a_second = limits_.wall / std::max<std::int64_t>(limits_.cpu.count(), 1);
  limits_.cpu += more;
  limits_.wall += wall_a_second * more.count();
  deadline_ += wall_a_second * more.count();
  rlimit limit{};
  if (prlimit(pid_, RLIMIT_CPU, nullptr, &limit) != 0) return;
  limit.rlim_cur = std::min(static_cast<rlim_t>(limits_.cpu.count()), limit.rlim_max);
  prlimit(pid_, RLIMIT_CPU, &limit, nullptr);
}

bool Child::has_exited() {
  siginfo_t news{};
  if (pid_ > 0 && waitid(P_PID, static_cast<id_t>(pid_), &news, WEXITED | WNOHANG | WNOWAIT) == 0 &&
      news.si_pid == 0)
    return false;
  if (pid_ > 0) reap();
  return true;
}

/// Its process group is killed before it is waited for: afterwards the number may be someone else's.
void Child::reap() {
  kill(-pid_, SIGKILL);
  kill(pid_, SIGKILL);
  while (wait4(pid_, &status_, 0, &usage_) < 0 && errno == EINTR) {
  }
  pid_ = 0;
}

std::string signal_name(int signal) {
  const char* name = sigabbrev_np(signal);
  return name != nullptr ? std::string("SIG") + name : "signal " + std::to_string(signal);
}

/// Libraries in C answer a failed allocation with abort(), exit() or a null pointer that they follow. So a
/// child that dies while it holds most of what it may have is taken to have died of it.
bool near_memory_limit(const rusage& usage, const ChildLimits& limits) {
  const auto resident = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
  return resident > limits.memory_bytes - limits.memory_bytes / 4;
}

ChildOutcome Child::death() const {
  ChildOutcome outcome;
  const bool by_signal = WIFSIGNALED(status_);
  outcome.detail =
      by_signal ? signal_name(WTERMSIG(status_)) : "exit status " + std::to_string(WEXITSTATUS(status_));
  if (by_signal && WTERMSIG(status_) == SIGXCPU) {
    outcome.end = End::out_of_time;
  } else if (by_signal && WTERMSIG(status_) == SIGKILL) {
    // Not by us, who are not asked for this then.
    const bool cpu_spent = usage_.ru_utime.tv_sec + usage_.ru_stime.tv_sec >= limits_.cpu.count();
    outcome.end = cpu_spent ? End::out_of_time : End::killed;
  } else if (near_memory_limit(usage_, limits_)) {
    outcome.end = End::out_of_memory;
  }
  return outcome;
}

ChildOutcome Child::outcome(bool timed_out) {
  if (timed_out) return {End::out_of_time, {}, {}};
  if (too_long_) return {End::reply_too_long, {}, {}};
  if (!has_replied()) return death();
  const char tag = received_.front();
  received_.erase(0, header_size);
  switch (tag) {
    case tag_reply:
      return {End::replied, std::move(received_), {}};
    case tag_out_of_memory:
      return {End::out_of_memory, {}, {}};
    default:
      return {End::crashed, {}, std::move(received_)};
  }
}

struct Pipe {
  int read_end = -1, write_end = -1;
};

/// Both ends lie above the standard streams, which the child turns to /dev/null.
bool open_pipe(Pipe& pipe) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  for (int& end : ends) {
    if (end > STDERR_FILENO) continue;
    const int moved = fcntl(end, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    close(end);
    end = moved;
  }
  pipe = {ends[0], ends[1]};
  return pipe.read_end >= 0 && pipe.write_end >= 0;
}

/// nullptr, with errno set, where the system has no room for one more.
std::unique_ptr<Child> start(std::size_t index, const ChildWork& work, const ChildLimits& limits) {
  Pipe pipe;
  if (!open_pipe(pipe)) return nullptr;
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) child_main(work, index, limits, parent, pipe.write_end);
  const int fork_error = errno;
  if (pid > 0) setpgid(pid, pid);  // as the child does: whoever comes first
  close(pipe.write_end);
  if (pid < 0) {
    close(pipe.read_end);
    errno = fork_error;
    return nullptr;
  }
  return std::make_unique<Child>(index, pid, pipe.read_end, limits);
}

/// The children at work, and what the parent does while it waits for them.
class Pool {
 public:
  Pool(const ChildDone& done, const ChildManners& manners) : done_(done), manners_(manners) {}

  [[nodiscard]] std::size_t size() const { return children_.size(); }
  void add(std::unique_ptr<Child> child) { children_.push_back(std::move(child)); }
  /// Waits for news of a child or of the user. False when the user interrupted.
  bool wait(InterruptWatch& interrupts);

 private:
  [[nodiscard]] int timeout_ms() const;
  bool ended(Child& child, const pollfd& news, bool& timed_out) const;

  const ChildDone& done_;
  const ChildManners& manners_;
  std::vector<std::unique_ptr<Child>> children_;
};

int Pool::timeout_ms() const {
  std::int64_t timeout = 60'000;
  const auto now = Clock::now();
  for (const auto& child : children_) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(child->deadline() - now).count();
    timeout = std::min<std::int64_t>(timeout, child->pipe_closed() ? reap_interval_ms : left);
  }
  return static_cast<int>(std::max<std::int64_t>(timeout, 0));
}

bool Pool::ended(Child& child, const pollfd& news, bool& timed_out) const {
  if (news.revents != 0 && child.read_some()) return true;
  if (const auto told = child.take_news(); told && manners_.heard)
    child.grant(manners_.heard(child.index(), *told));
  if (child.pipe_closed() && child.has_exited()) return true;
  timed_out = Clock::now() >= child.deadline();
  return timed_out;
}

bool Pool::wait(InterruptWatch& interrupts) {
  std::vector<pollfd> watched;
  for (const auto& child : children_)
    watched.push_back({child->fd(), POLLIN, 0});  // a closed one (-1) is ignored
  watched.push_back({interrupts.fd(), POLLIN, 0});
  if (poll(watched.data(), watched.size(), timeout_ms()) < 0 && errno != EINTR) return true;
  if (interrupts.take()) return false;

  for (std::size_t i = children_.size(); i-- > 0;) {
    bool timed_out = false;
    if (!ended(*children_[i], watched[i], timed_out)) continue;
    const std::unique_ptr<Child> child = std::move(children_[i]);
    children_.erase(children_.begin() + static_cast<std::ptrdiff_t>(i));
    done_(child->index(), child->outcome(timed_out));
  }
  return true;
}

}  // namespace

void tell_parent(std::uint32_t news) {
  if (pipe_home >= 0) send_header(pipe_home, tag_news, news);
}

bool run_in_children(std::size_t count, const ChildWork& work, const LimitsOf& limits_of, int jobs,
                     const ChildDone& done, const ChildManners& manners) {
  InterruptWatch interrupts;
  const auto most = static_cast<std::size_t>(std::max(jobs, 1));
  Pool pool(done, manners);
  std::size_t next = 0;
  bool stopping = false;
  while ((next < count && !stopping) || pool.size() > 0) {
    while (next < count && !stopping && pool.size() < most) {
      std::unique_ptr<Child> child = start(next, work, limits_of(next));
      if (child == nullptr && pool.size() > 0) break;  // try again when one has ended
      if (child == nullptr) {
        done(next, {End::crashed, {}, std::string("no process: ") + std::strerror(errno)});
      } else {
        pool.add(std::move(child));
      }
      ++next;
    }
    if (pool.size() == 0 || pool.wait(interrupts)) continue;
    if (stopping || manners.on_interrupt == OnInterrupt::kill) return false;
    stopping = true;
  }
  return next == count;
}

}  // namespace ruamlint
