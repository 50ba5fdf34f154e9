// SIGINT and SIGTERM as something that poll() can wait for.
#pragma once

#include <csignal>

namespace ruamlint {

/// While one lives, Control-C or a request to end does not end the program but makes `fd()` readable.
/// Afterwards it does again, also one that came in the meantime and was not taken. For programs of one thread.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  /// -1, which poll() passes over, where interrupts are ignored or the system has no descriptor left.
  [[nodiscard]] int fd() const { return fd_; }
  /// Uses up an interrupt that has come. False where none has.
  [[nodiscard]] bool take();

 private:
  int fd_ = -1;
  sigset_t before_{};
};

}  // namespace ruamlint
