// ruamlint audit plan, run and merge: an audit on several machines.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.hpp"

namespace ruamlint {

/// Below `audit`.
void add_audit_share_commands(CLI::App& audit, const Session& session, Action& action);

}  // namespace ruamlint
