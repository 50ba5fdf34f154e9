// What a child process may do to its parent: nothing but reply.
#include "worker/process.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <map>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace ruamlint;
using End = ChildOutcome::End;

namespace {

ChildLimits generous() {
  return {std::uint64_t{1} << 30, std::chrono::seconds{60}, std::chrono::seconds{60}, std::size_t{16} << 20};
}

ChildOutcome run_one(const std::function<std::string()>& work, const ChildLimits& limits = generous()) {
  ChildOutcome outcome;
  const bool finished = run_in_children(
      1, [&](std::size_t) { return work(); }, [&](std::size_t) { return limits; }, 1,
      [&](std::size_t, ChildOutcome end) { outcome = std::move(end); });
  REQUIRE(finished);
  return outcome;
}

std::string spin() {
  for (std::atomic<unsigned> turns = 0;; ++turns) {
  }
}

}  // namespace

TEST_CASE("a reply comes back whole", "[process]") {
  const std::string bytes("\0\n\xFF text", 8);
  const ChildOutcome outcome = run_one([&] { return bytes; });
  CHECK(outcome.end == End::replied);
  CHECK(outcome.reply == bytes);

  CHECK(run_one([] { return std::string(); }).end == End::replied);
}

TEST_CASE("a reply larger than the pipe comes back whole", "[process]") {
  std::string bytes(5'000'000, 'a');
  for (std::size_t i = 0; i < bytes.size(); i += 997) bytes[i] = static_cast<char>('b' + i % 20);
  const ChildOutcome outcome = run_one([&] { return bytes; });
  REQUIRE(outcome.end == End::replied);
  CHECK((outcome.reply == bytes));
}

TEST_CASE("a reply above the limit is not taken", "[process]") {
  ChildLimits limits = generous();
  limits.reply_bytes = 1000;
  CHECK(run_one([] { return std::string(1000, 'x'); }, limits).end == End::replied);
  const ChildOutcome outcome = run_one([] { return std::string(5'000'000, 'x'); }, limits);
  CHECK(outcome.end == End::reply_too_long);
  CHECK(outcome.reply.empty());
}

TEST_CASE("a child that aborts is told by its signal", "[process]") {
  const ChildOutcome outcome = run_one([]() -> std::string {
    signal(SIGABRT, SIG_DFL);  // the test runner has a handler of its own
    std::abort();
  });
  CHECK(outcome.end == End::crashed);
  CHECK(outcome.detail == "SIGABRT");
}

TEST_CASE("a child that exits without a word has crashed", "[process]") {
  const ChildOutcome outcome = run_one([]() -> std::string { _exit(7); });
  CHECK(outcome.end == End::crashed);
  CHECK(outcome.detail == "exit status 7");
}

TEST_CASE("an exception is told by its text", "[process]") {
  const ChildOutcome outcome = run_one([]() -> std::string { throw std::runtime_error("page 3"); });
  CHECK(outcome.end == End::crashed);
  CHECK(outcome.detail == "page 3");
}

TEST_CASE("a child that hangs is ended by the wall", "[process]") {
  ChildLimits limits = generous();
  limits.wall = std::chrono::milliseconds{200};
  CHECK(run_one(
            []() -> std::string {
              pause();
              return {};
            },
            limits)
            .end == End::out_of_time);
  CHECK(run_one(spin, limits).end == End::out_of_time);
}

TEST_CASE("a child that closes its pipe and stays is ended by the wall", "[process]") {
  ChildLimits limits = generous();
  limits.wall = std::chrono::milliseconds{200};
  const ChildOutcome outcome = run_one(
      []() -> std::string {
        for (int fd = 3; fd < 1024; ++fd) close(fd);
        pause();
        return {};
      },
      limits);
  CHECK(outcome.end == End::out_of_time);
}

TEST_CASE("a child that computes on and on is ended by its CPU time", "[process]") {
  ChildLimits limits = generous();
  limits.cpu = std::chrono::seconds{1};
  CHECK(run_one(spin, limits).end == End::out_of_time);
}

#ifndef RUAMLINT_SANITIZE
TEST_CASE("a child that allocates without end runs out of memory", "[process]") {
  ChildLimits limits = generous();
  limits.memory_bytes = std::uint64_t{1} << 30;  // several times what the libraries map without using it
  const auto hoard = [](bool survive) -> std::string {
    std::vector<std::unique_ptr<char[]>> hoarded;
    try {
      for (;;) hoarded.push_back(std::make_unique<char[]>(std::size_t{1} << 20));  // zeroed, so really taken
    } catch (const std::bad_alloc&) {
      if (!survive) throw;
      signal(SIGABRT, SIG_DFL);
      std::abort();  // as libraries in C do
    }
  };
  CHECK(run_one([&] { return hoard(false); }, limits).end == End::out_of_memory);
  CHECK(run_one([&] { return hoard(true); }, limits).end == End::out_of_memory);
}
#endif

TEST_CASE("one that dies leaves the others alone", "[process]") {
  std::map<std::size_t, ChildOutcome> outcomes;
  const auto work = [](std::size_t index) -> std::string {
    if (index % 3 == 1) _exit(1);
    return std::to_string(index);
  };
  for (const int jobs : {0, 1, 3, 50}) {
    outcomes.clear();
    REQUIRE(run_in_children(
        12, work, [](std::size_t) { return generous(); }, jobs,
        [&](std::size_t index, ChildOutcome end) { outcomes[index] = std::move(end); }));
    REQUIRE(outcomes.size() == 12);
    for (const auto& [index, outcome] : outcomes) {
      CHECK(outcome.end == (index % 3 == 1 ? End::crashed : End::replied));
      if (index % 3 != 1) CHECK(outcome.reply == std::to_string(index));
    }
  }
}

TEST_CASE("a child has nothing of its parent's", "[process]") {
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  const ChildOutcome outcome = run_one([&]() -> std::string {
    const bool closed = fcntl(pipe_ends[0], F_GETFD) == -1 && fcntl(pipe_ends[1], F_GETFD) == -1;
    char byte = 0;
    const bool silent = read(STDIN_FILENO, &byte, 1) == 0 && write(STDOUT_FILENO, "x", 1) == 1;
    return std::string(closed ? "closed " : "open ") + (silent ? "silent" : "loud");
  });
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  CHECK(outcome.reply == "closed silent");
}

TEST_CASE("an interrupt ends the run and the children", "[process]") {
  int done_calls = 0;
  const pid_t parent = getpid();
  const auto work = [&](std::size_t index) -> std::string {
    if (index == 1) kill(parent, SIGINT);
    pause();
    return {};
  };
  const bool finished = run_in_children(
      5, work, [](std::size_t) { return generous(); }, 2, [&](std::size_t, ChildOutcome) { ++done_calls; });
  CHECK_FALSE(finished);
  CHECK(done_calls == 0);
}

namespace {

/// Spins for that much CPU time.
void work_for(std::chrono::milliseconds cpu) {
  const std::clock_t end = std::clock() + cpu.count() * CLOCKS_PER_SEC / 1000;
  while (std::clock() < end) {
  }
}

}  // namespace

TEST_CASE("what a child tells gives it time, up to a limit", "[process]") {
  ChildLimits limits = generous();
  limits.cpu = std::chrono::seconds{1};
  limits.wall = std::chrono::seconds{60};
  limits.most_cpu = std::chrono::seconds{4};
  const auto ended = [&](int pages) {
    ChildOutcome outcome;
    std::vector<std::uint32_t> heard;
    ChildManners manners;
    manners.heard = [&](std::size_t, std::uint32_t news) {
      heard.push_back(news);
      return std::chrono::seconds{2};
    };
    REQUIRE(run_in_children(
        1,
        [&](std::size_t) {
          for (int page = 1; page <= pages; ++page) {
            tell_parent(static_cast<std::uint32_t>(page));
            work_for(std::chrono::milliseconds{700});
          }
          return std::string("done");
        },
        [&](std::size_t) { return limits; }, 1,
        [&](std::size_t, ChildOutcome end) { outcome = std::move(end); }, manners));
    return std::pair{outcome.end, heard.size()};
  };
  CHECK(ended(4) == std::pair{End::replied, std::size_t{4}});
  CHECK(ended(50).first == End::out_of_time);
}

TEST_CASE("one whom somebody kills is told from one who runs out of memory", "[process]") {
  CHECK(run_one([]() -> std::string {
          kill(getpid(), SIGKILL);
          return {};
        }).end == End::killed);
}

TEST_CASE("asked to end, children finish or are killed, and no other is started", "[process]") {
  for (const int request : {SIGINT, SIGTERM}) {
    for (const OnInterrupt manner : {OnInterrupt::finish, OnInterrupt::kill}) {
      std::map<std::size_t, ChildOutcome> outcomes;
      const pid_t parent = getpid();
      ChildManners manners;
      manners.on_interrupt = manner;
      CHECK_FALSE(run_in_children(
          9,
          [&](std::size_t index) {
            if (index == 0) kill(parent, request);
            usleep(200'000);
            return std::string("done");
          },
          [](std::size_t) { return generous(); }, 2,
          [&](std::size_t index, ChildOutcome end) { outcomes[index] = std::move(end); }, manners));
      CHECK(outcomes.size() == (manner == OnInterrupt::finish ? 2 : 0));
      for (const auto& [index, outcome] : outcomes) CHECK(outcome.end == End::replied);
    }
  }
}
