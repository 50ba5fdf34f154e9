// What every command shares: the language it speaks, its exit statuses, and how wrong use is told.
#pragma once

#include <stdexcept>
#include <string>

#include "report/report.hpp"

namespace ruamlint {

enum ExitStatus : int {
  exit_nothing_failed = 0,
  exit_something_failed = 1,
  exit_wrong_use = 2,
  exit_could_not_check = 3,
  exit_our_fault = 4,
  exit_try_again = 75,  ///< EX_TEMPFAIL, which schedulers know
  exit_interrupted = 130,
};

/// A command line that asks for what cannot be: exit status 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Speaks the user's language.
struct Session {
  Language language = Language::th;

  [[nodiscard]] std::string say(const char* th, const char* en) const {
    return language == Language::th ? th : en;
  }
};

/// --lang on the command line, else the locale (LC_ALL, LC_MESSAGES, LANG), else Thai. Looked up before the
/// command line is parsed, so that its errors are in the right language too.
[[nodiscard]] Language language_of(int argc, const char* const* argv);

[[nodiscard]] const char* program_version();

/// "ruamlint: ..." on standard error.
void complain(const std::string& line);

}  // namespace ruamlint
