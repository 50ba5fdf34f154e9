// SIGINT and SIGTERM as something that poll() can wait for.
#pragma once

#include <csignal>

namespace ruamlint {

/// While one lives, Control-C and a polite request to end do not end the program but make `fd()` readable.
/// Afterwards they do again, also one that came in the meantime and was not taken. For programs of one
/// thread. They may stand within each other: the inner one takes what comes.
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
