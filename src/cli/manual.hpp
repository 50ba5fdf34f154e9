// Manual page and completion, from the same source as --help: the commands and options themselves.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/session.hpp"

namespace ruamlint {

/// ruamlint(1) in man(7)'s language, UTF-8.
[[nodiscard]] std::string manual_page(const CLI::App& app, const Session& session);
/// A completion script for bash: commands, options, their choices, else files.
[[nodiscard]] std::string bash_completion(const CLI::App& app);

}  // namespace ruamlint
