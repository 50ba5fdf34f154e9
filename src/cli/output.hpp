// Where a command's data goes: standard output, or a file that is there whole or not at all.
#pragma once

#include <string>

#include "cli/session.hpp"

namespace ruamlint {

class Output {
 public:
  /// Empty or "-" is standard output. A file is opened at once under a temporary name beside its own, so that
  /// a folder that cannot be written to is told before the work and not after it. Throws UsageError then.
  Output(const std::string& path, const Session& session);
  /// What was not finished leaves no trace.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] bool to_file() const { return !path_.empty(); }
  /// Writes all and puts the file in its place. Throws std::runtime_error where that fails.
  void finish(const std::string& data);

 private:
  [[noreturn]] void fail(const std::string& what) const;

  std::string path_, temporary_;
  int fd_ = -1;
};

/// Whether colour is welcome on standard output: a terminal, and NO_COLOR not set.
[[nodiscard]] bool standard_output_takes_colour();

}  // namespace ruamlint
