// Checks forms and puts the report beside each: what `watch` and `drop` share.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/packs.hpp"
#include "report/report.hpp"
#include "report/words.hpp"
#include "watch/pages.hpp"

namespace ruamlint {

struct BesideOptions {
  PackOptions pack;
  std::optional<std::string> closing_date;
  std::string ocr = "auto";
  int jobs = 0;  ///< 0: as many as there are cores
  bool notices = true;
};
void add_beside_options(CLI::App& command, const Session& session, BesideOptions& options);

class CheckBeside {
 public:
  /// Throws UsageError where the pack or the closing date is not to be had.
  CheckBeside(const BesideOptions& options, const Session& session);
  CheckBeside(const CheckBeside&) = delete;
  CheckBeside& operator=(const CheckBeside&) = delete;

  /// In the order of the paths, with pictures of the pages. False when interrupted.
  [[nodiscard]] bool check(const std::vector<std::filesystem::path>& forms,
                           std::vector<DocumentReport>& documents) const;
  /// Where the report stands. Throws PageError.
  std::filesystem::path put(const DocumentReport& document) const;
  /// Whether there is a report on these very bytes under these settings already. Reports on other versions
  /// that stand beside it, as a crash may leave them, are taken away then.
  [[nodiscard]] bool is_done(const std::filesystem::path& form) const;

  [[nodiscard]] const VerdictWords& words() const { return words_; }
  [[nodiscard]] int jobs() const { return jobs_; }

 private:
  const Session& session_;
  Pack pack_;
  ExtractOptions extract_;
  int jobs_;
  std::string settings_;
  VerdictWords words_;
};

/// A notice of one form's report; a click opens it.
void tell_of(const std::filesystem::path& form, Word verdict, const std::filesystem::path& report,
             const Session& session);

}  // namespace ruamlint
