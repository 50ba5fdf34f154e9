// A file a command: each adds itself to the command line and says what is to be done when it is chosen.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/session.hpp"

namespace ruamlint {

/// Returns the exit status. Set by the command that was chosen, run after the whole command line is
/// understood.
using Action = std::function<int()>;

void add_check_command(CLI::App& app, const Session& session, Action& action);
void add_audit_command(CLI::App& app, const Session& session, Action& action);
void add_watch_command(CLI::App& app, const Session& session, Action& action);
void add_drop_command(CLI::App& app, const Session& session, Action& action);
void add_desktop_command(CLI::App& app, const Session& session, Action& action);
void add_serve_command(CLI::App& app, const Session& session, Action& action);
void add_text_command(CLI::App& app, const Session& session, Action& action);
void add_explain_command(CLI::App& app, const Session& session, Action& action);
void add_rules_command(CLI::App& app, const Session& session, Action& action);
void add_manual_command(CLI::App& app, const Session& session, Action& action);
void add_pack_command(CLI::App& app, const Session& session, Action& action);

}  // namespace ruamlint
