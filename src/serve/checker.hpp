// Has a file checked by a process of its own: a server has many threads, and workers are forked by programs
// of one.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "serve/upload.hpp"

namespace ruamlint::serve {

struct Checker {
  std::filesystem::path program;     ///< ruamlint
  std::vector<std::string> options;  ///< of `check`, such as --checks
  std::chrono::seconds longest{300};
};

struct Checked {
  enum class End { reported, too_long, failed } end = End::failed;
  std::string json, html;       ///< where it reported: the reports of the one form
  std::string copy_name, copy;  ///< of the form with comments in it; empty where there is nothing to note
};

/// Runs `program check FILE --annotate --format json,html` in the upload's folder and waits for it.
/// Thread-safe.
[[nodiscard]] Checked check(const Checker& checker, const Upload& upload);

}  // namespace ruamlint::serve
