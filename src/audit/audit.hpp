// A folder of thousands of forms, each accounted for.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "audit/inputs.hpp"
#include "audit/manifest.hpp"
#include "audit/overview.hpp"
#include "audit/record.hpp"
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
  std::vector<std::string> rules;  ///< columns of the overview
};

struct AuditHooks {
  /// In the worker: judges what was read. `category`: what the manifest says, or empty.
  std::function<AuditRecord(const std::string& name, const std::string& category, WorkerReply reply)> judge;
  /// The form's report as a file has it, with its name in it.
  std::function<std::string(const std::string& report, const std::string& name)> report_of;
  std::function<std::string(const AuditRecord& record)> reason_of;
  /// Before the first form: how many have to be read, of how many.
  std::function<void(std::size_t to_read, std::size_t files)> begin;
  std::function<void(const AuditRecord& record)> one_done;
};

/// Reads what the store does not know yet, then writes the reports. Rows stand by name; submissions that are
/// missing come last, as the manifest has them. False when SIGINT came: what was done is kept, and the next
/// call goes on. Throws StoreError where the output cannot be written; then likewise.
[[nodiscard]] bool run_audit(const AuditPlan& plan, const AuditHooks& hooks, std::vector<OverviewRow>& rows);

}  // namespace ruamlint
