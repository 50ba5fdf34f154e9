// A folder of thousands of forms, each accounted for.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "audit/inputs.hpp"
#include "audit/manifest.hpp"
#include "audit/row.hpp"
#include "audit/store.hpp"
#include "worker/worker.hpp"

namespace ruamlint {

struct AuditPlan {
  std::vector<AuditInput> inputs;
  std::vector<Expected> manifest;
  bool has_manifest = false;
  std::filesystem::path output;  ///< folder; made where it is not there
  std::string settings;          ///< whatever else a result depends on: program, models, pack, options
  ExtractOptions extract;
  WorkerLimits limits;
  int jobs = 1;
};

struct AuditHooks {
  /// In the worker: judges what was read. `category`: what the manifest says, or empty.
  std::function<FormRecord(const std::string& name, const std::string& category, WorkerReply reply)> judge;
  /// A form's reports as files have them, with its name in them.
  std::function<FormReports(FormReports reports, const std::string& name)> reports_of;
  /// What a result depends on through the file's name, if anything: a waiver may be for one file only.
  std::function<std::string(const std::string& name)> settings_of_name;
  /// Before the first form: how many have to be read, of how many.
  std::function<void(std::size_t to_read, std::size_t files)> begin;
  std::function<void(const AuditRecord& record)> one_done;
};

/// Where an audit with that output keeps its results.
[[nodiscard]] std::filesystem::path store_of(const std::filesystem::path& output);

// All of these throw StoreError where the output cannot be written, and return false when SIGINT or SIGTERM
// came: what was done is kept in both cases, and the next call goes on.

/// Reads what the store does not know yet, then writes the forms' reports. Rows stand by name; submissions
/// that are missing come last, as the manifest has them.
[[nodiscard]] bool run_audit(const AuditPlan& plan, const AuditHooks& hooks, std::vector<AuditRow>& rows);

/// The reading only, of `plan.inputs`: a share of an audit. What it leaves behind is for merge_shares().
[[nodiscard]] bool read_share(const AuditPlan& plan, const AuditHooks& hooks);

/// As run_audit(), from what shares have read: no form is opened. `shares`: their outputs. What none of them
/// has is `not_read`.
void merge_shares(const AuditPlan& plan, const AuditHooks& hooks,
                  const std::vector<std::filesystem::path>& shares, std::vector<AuditRow>& rows);

}  // namespace ruamlint
