#include "audit/audit.hpp"

#include <map>
#include <set>
#include <utility>

#include "audit/store.hpp"
#include "audit/whole_file.hpp"
#include "document/serialise.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

class Audit {
 public:
  Audit(const AuditPlan& plan, const AuditHooks& hooks)
      : plan_(plan),
        hooks_(hooks),
        store_(plan.output / "audit.sqlite"),
        matches_(match_manifest(plan.manifest, plan.inputs)),
        files_(plan.inputs.size()) {}

  bool run(std::vector<OverviewRow>& rows) {
    look_at_all();
    if (!read_new()) return false;
    write_reports(rows);
    return true;
  }

 private:
  void look_at_all();
  bool read_new();
  void keep(std::size_t index, TaskResult result);
  void write_reports(std::vector<OverviewRow>& rows);

  [[nodiscard]] std::string key_of(std::size_t index, const std::string& sha256) const;
  [[nodiscard]] Expected submission_of(std::size_t index) const {
    return matches_[index] < 0 ? Expected() : plan_.manifest[static_cast<std::size_t>(matches_[index])];
  }
  [[nodiscard]] AuditRecord record_of_file(std::size_t index) const;
  [[nodiscard]] OverviewRow row_of(std::size_t index, std::map<std::string, std::string>& first_of) const;
  void add_missing(std::vector<OverviewRow>& rows) const;

  const AuditPlan& plan_;
  const AuditHooks& hooks_;
  Store store_;
  std::vector<int> matches_;                   ///< of each input, into the manifest
  std::vector<AuditedFile> files_;             ///< of each input
  std::map<std::size_t, AuditRecord> unkept_;  ///< results of files whose bytes could not be had
};

/// What a result depends on beside the settings: the bytes, the extension (a wrong one is told) and the
/// category.
std::string Audit::key_of(std::size_t index, const std::string& sha256) const {
  const std::string extension = plan_.inputs[index].path.extension().string();
  return sha256_of(plan_.settings + '\0' + sha256 + '\0' + extension + '\0' + submission_of(index).category);
}

/// Hashing only; the parent parses nothing.
void Audit::look_at_all() {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    files_[i].name = plan_.inputs[i].name;
    const FileBytes bytes = bytes_of_file(plan_.inputs[i].path);
    if (const auto* error = std::get_if<ReadError>(&bytes)) {
      unkept_[i] = record_of(*error);
      continue;
    }
    files_[i].sha256 = sha256_of(std::get<std::string>(bytes));
    files_[i].key = key_of(i, files_[i].sha256);
  }
}

bool Audit::read_new() {
  std::vector<std::size_t> indices;
  std::vector<fs::path> paths;
  std::set<std::string> planned;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const std::string& key = files_[i].key;
    if (key.empty() || !planned.insert(key).second || store_.has(key)) continue;
    indices.push_back(i);
    paths.push_back(plan_.inputs[i].path);
  }
  hooks_.begin(indices.size(), files_.size());
  const auto judge = [&](std::size_t at, WorkerReply reply) {
    const std::size_t index = indices[at];
    return encode_record(hooks_.judge(files_[index].name, submission_of(index).category, std::move(reply)));
  };
  return run_in_workers(paths, plan_.extract, plan_.limits, plan_.jobs, judge,
                        [&](std::size_t at, TaskResult result) { keep(indices[at], std::move(result)); });
}

/// A file may have changed or gone since it was looked at: the bytes that the worker read are what counts.
void Audit::keep(std::size_t index, TaskResult result) {
  AuditedFile& file = files_[index];
  AuditRecord record;
  if (const auto* error = std::get_if<ReadError>(&result)) {
    record = record_of(*error);
    record.sha256 = file.sha256;
  } else {
    record = decode_record(std::get<std::string>(result));
  }
  if (record.sha256.empty()) {
    file.sha256.clear();
    file.key.clear();
    unkept_[index] = record;
  } else {
    file.sha256 = record.sha256;
    file.key = key_of(index, record.sha256);
    store_.add(file.key, record);
  }
  hooks_.one_done(record);
}

AuditRecord Audit::record_of_file(std::size_t index) const {
  if (const auto unkept = unkept_.find(index); unkept != unkept_.end()) return unkept->second;
  if (auto record = store_.find(files_[index].key)) return *std::move(record);
  return record_of({ReadFault::not_found, ""});  // its twin, which was to be read for both, changed meanwhile
}

OverviewRow Audit::row_of(std::size_t index, std::map<std::string, std::string>& first_of) const {
  OverviewRow row;
  row.record = record_of_file(index);
  row.name = files_[index].name;
  row.submission = submission_of(index);
  row.expected = !plan_.has_manifest || matches_[index] >= 0;
  row.status = row.record.fault.empty() ? "checked" : "could_not_check";
  if (!row.record.fault.empty()) row.reason = hooks_.reason_of(row.record);
  if (!row.record.report.empty()) row.report = "forms/" + sha256_of(row.name).substr(0, 16) + ".json";
  if (files_[index].sha256.empty()) return row;
  const auto [first, is_first] = first_of.emplace(files_[index].sha256, row.name);
  if (!is_first) {
    row.status = "doubled";
    row.same_as = first->second;
  }
  return row;
}

void Audit::add_missing(std::vector<OverviewRow>& rows) const {
  const std::set<int> there(matches_.begin(), matches_.end());
  for (std::size_t i = 0; i < plan_.manifest.size(); ++i) {
    if (there.contains(static_cast<int>(i))) continue;
    OverviewRow row;
    row.status = "missing";
    row.submission = plan_.manifest[i];
    rows.push_back(row);
  }
}

void Audit::write_reports(std::vector<OverviewRow>& rows) {
  std::error_code there;
  fs::create_directories(plan_.output / "forms", there);
  std::map<std::string, std::string> key_before, first_of;
  for (const AuditedFile& file : store_.files()) key_before[file.name] = file.key;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    OverviewRow row = row_of(i, first_of);
    files_[i].fault = row.record.fault;
    const fs::path report = plan_.output / row.report;
    const auto before = key_before.find(files_[i].name);
    const bool stands =
        before != key_before.end() && before->second == files_[i].key && fs::exists(report, there);
    if (!row.report.empty() && !stands) write_whole(report, hooks_.report_of(row.record.report, row.name));
    row.record.report.clear();  // thousands of them would fill the memory
    rows.push_back(std::move(row));
  }
  add_missing(rows);
  write_whole(plan_.output / "overview.csv", overview_csv(rows, plan_.rules));
  store_.set_files(files_);
}

}  // namespace

bool run_audit(const AuditPlan& plan, const AuditHooks& hooks, std::vector<OverviewRow>& rows) {
  std::error_code error;
  fs::create_directories(plan.output, error);
  if (error) throw StoreError(plan.output.string() + ": " + error.message());
  return Audit(plan, hooks).run(rows);
}

}  // namespace ruamlint
