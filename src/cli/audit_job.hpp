// An audit as a command line asks for it: what `audit`, `audit plan`, `audit run` and `audit merge` share.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "audit/audit.hpp"
#include "audit/since.hpp"
#include "cli/audit_likeness.hpp"
#include "cli/audit_progress.hpp"
#include "cli/options.hpp"
#include "cli/packs.hpp"
#include "cli/session.hpp"
#include "pack/waivers.hpp"

namespace ruamlint {

struct AuditOptions {
  InputOptions input;
  PackOptions pack;
  std::string output, manifest, waivers, since;
  std::optional<std::string> closing_date;
  LikenessOptions likeness;
  bool quiet = false;
};

/// The files that are to be audited. Throws UsageError where the folder or the list cannot be read.
[[nodiscard]] std::vector<AuditInput> inputs_of(const AuditOptions& options, const Session& session);

/// Everything that an audit needs, loaded. What it lends out must not outlive it.
class AuditJob {
 public:
  /// Throws UsageError where something that was asked for cannot be had.
  AuditJob(const AuditOptions& options, std::vector<AuditInput> inputs, const Session& session);
  AuditJob(const AuditJob&) = delete;
  AuditJob& operator=(const AuditJob&) = delete;

  AuditPlan plan;

  [[nodiscard]] AuditHooks hooks();
  /// Compares with the earlier audit, where there is one, and writes what is about all forms.
  void write_overview(std::vector<AuditRow>& rows) const;

 private:
  const AuditOptions& options_;
  const Session& session_;
  Pack pack_;
  std::vector<Waiver> waivers_;
  std::optional<EarlierAudit> earlier_;
  std::vector<std::string> blanks_;
  AuditProgress progress_;
};

/// Counts by status and result, on standard output.
void print_summary(const std::vector<AuditRow>& rows);

/// Runs `work`, which may throw StoreError or Stopped and returns an exit status, and says what to do where the
/// output cannot be written. SIGINT and SIGTERM do not end the program meanwhile.
[[nodiscard]] int with_output(const std::string& output, const Session& session,
                              const std::function<int()>& work);

/// Says that the user has stopped it: the exit status for "give the command again".
[[nodiscard]] int stopped(const Session& session);

}  // namespace ruamlint
