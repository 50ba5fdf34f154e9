#include "cli/session.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace ruamlint {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

/// C, POSIX and no locale at all say nothing of a reader; Thai is then the better guess for a Thai award.
Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string_view locale = environment(name);
    if (!locale.empty()) return locale.starts_with("en") ? Language::en : Language::th;
  }
  return Language::th;
}

}  // namespace

Language language_of(int argc, const char* const* argv) {
  constexpr std::string_view option = "--lang";
  for (int i = 1; i < argc; ++i) {
    std::string_view argument = argv[i];
    if (argument == "--") break;
    if (argument == option && i + 1 < argc) {
      argument = argv[i + 1];
    } else if (argument.starts_with(option) && argument.substr(option.size()).starts_with("=")) {
      argument.remove_prefix(option.size() + 1);
    } else {
      continue;
    }
    if (argument == "en") return Language::en;
    if (argument == "th") return Language::th;
  }
  return language_of_locale();
}

const char* program_version() {
  return RUAMLINT_VERSION;
}

void complain(const std::string& line) {
  fmt::print(stderr, "ruamlint: {}\n", line);
}

}  // namespace ruamlint
