// Options that several commands have, each with its check and a message that shows how it is written.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "extract/file/extract.hpp"

namespace ruamlint {

/// An option with a closed list of values.
CLI::Option* add_choice(CLI::App& command, const Session& session, const std::string& name,
                        const std::vector<std::string>& values, std::string& target,
                        const std::string& description);

/// Likewise for several values, with commas between.
CLI::Option* add_choices(CLI::App& command, const Session& session, const std::string& name,
                         const std::vector<std::string>& values, std::vector<std::string>& target,
                         const std::string& description);

/// An option whose value is a whole number within bounds.
CLI::Option* add_number(CLI::App& command, const Session& session, const std::string& name, int least, int most,
                        int& target, const std::string& description);

/// --jobs: how many files at a time, 0 where it is not given.
void add_jobs(CLI::App& command, const Session& session, int& jobs);

/// What --jobs says, or one for each core.
[[nodiscard]] int jobs_or_cores(int jobs);

/// --closing-date; see closing_date_of().
void add_closing_date(CLI::App& command, const Session& session, std::optional<std::string>& target);

/// A flag that takes something away: --no-pictures.
void add_switch_off(CLI::App& command, const std::string& name, bool& target, const std::string& description);

/// --lang. Its value has been taken by language_of() already; here it is only checked.
void add_language(CLI::App& command, const Session& session);

/// FILE…, and how they are read.
struct InputOptions {
  std::vector<std::string> files;
  int jobs = 0;  ///< 0: as many as there are cores
  std::string ocr = "auto";

  [[nodiscard]] std::vector<std::filesystem::path> paths() const { return {files.begin(), files.end()}; }
  [[nodiscard]] ExtractOptions extract_options() const;
};
void add_input(CLI::App& command, const Session& session, InputOptions& options);

void add_output(CLI::App& command, const Session& session, std::string& path);
void add_output(CLI::App& command, std::string& path, const std::string& description);
/// Throws UsageError where --output names one of the inputs: an original is never written to.
void refuse_input_as_output(const std::string& output, const InputOptions& input, const Session& session);

/// YYYY-MM-DD in the Gregorian calendar; throws UsageError otherwise, with a hint for a Buddhist year.
[[nodiscard]] Day closing_date_of(const std::string& text, const Session& session);

}  // namespace ruamlint
