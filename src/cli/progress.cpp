#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace ruamlint {

Progress::Progress(std::size_t files, bool quiet, const Session& session)
    : files_(files),
      shown_(!quiet && isatty(STDERR_FILENO) == 1),
      what_(session.say("กำลังอ่านไฟล์", "reading files")) {
  show();
}

Progress::~Progress() {
  clear();
}

void Progress::clear() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

void Progress::one_done() {
  ++done_;
  show();
}

void Progress::show() const {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K{} {}/{}", what_, done_, files_);
  std::fflush(stderr);
}

}  // namespace ruamlint
