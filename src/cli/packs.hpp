// Finding and loading the rule pack that a command works with.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/session.hpp"
#include "pack/pack.hpp"

namespace ruamlint {

struct PackOptions {
  std::string pack;    ///< a name, or the folder of a pack; empty: the default one
  std::string checks;  ///< folder of packs; empty: RUAMLINT_CHECKS, or the installed one, or the source's
};

void add_pack_options(CLI::App& command, const Session& session, PackOptions& options);
/// --checks only, where the pack is an argument of its own.
void add_checks_folder(CLI::App& command, const Session& session, PackOptions& options);

/// Throws UsageError where the pack that was asked for cannot be had, std::runtime_error where the program's
/// own cannot.
[[nodiscard]] Pack pack_of(const PackOptions& options, const Session& session);

/// Over all files of the folder that packs are taken from: another digest, perhaps another judgement.
[[nodiscard]] std::string digest_of_packs(const PackOptions& options);

}  // namespace ruamlint
