#pragma once

#include <cstddef>
#include <string>

#include "cli/session.hpp"

namespace ruamlint {

/// One line on standard error that tells how far a run is; only where that is a terminal. Gone when the
/// object is.
class Progress {
 public:
  Progress(std::size_t files, bool quiet, const Session& session);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void one_done();
  /// Takes the line away before something else is printed.
  void clear();

 private:
  void show() const;

  std::size_t files_, done_ = 0;
  bool shown_;
  std::string what_;
};

}  // namespace ruamlint
