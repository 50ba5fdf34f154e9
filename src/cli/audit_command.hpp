#pragma once

#include <CLI/CLI.hpp>

#include "cli/audit_job.hpp"

namespace ruamlint {

/// The options that say what is audited and how, with --output and --quiet.
void add_audit_options(CLI::App& command, const Session& session, AuditOptions& options);

}  // namespace ruamlint
