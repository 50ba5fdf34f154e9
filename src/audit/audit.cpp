#include "audit/audit.hpp"

#include <map>
#include <set>
#include <utility>

#include "audit/packed.hpp"
#include "audit/whole_file.hpp"
#include "document/serialise.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

class Audit {
 public:
  Audit(const AuditPlan& plan, const AuditHooks& hooks, bool writes_forms)
      : plan_(plan),
        hooks_(hooks),
        writes_forms_(writes_forms),
        store_(store_of(plan.output)),
        matches_(match_manifest(plan.manifest, plan.inputs)),
        files_(plan.inputs.size()) {
    for (std::size_t i = 0; i < files_.size(); ++i) files_[i].name = plan_.inputs[i].name;
  }

  /// False when the user interrupted.
  bool read();
  void take_shares(const std::vector<fs::path>& shares);
  /// The forms' reports, and a row for each.
  void account_for(std::vector<AuditRow>& rows);

 private:
  void look_at_all();
  void keep(std::size_t index, TaskResult result);
  [[nodiscard]] std::string key_of(std::size_t index, const std::string& sha256) const;
  [[nodiscard]] Expected submission_of(std::size_t index) const {
    return matches_[index] < 0 ? Expected() : plan_.manifest[static_cast<std::size_t>(matches_[index])];
  }
  [[nodiscard]] AuditRow row_of(std::size_t index, std::map<std::string, std::size_t>& first_of) const;
  void write_form(const AuditedFile& file, const FormReports& reports) const;
  void add_missing(std::vector<AuditRow>& rows) const;
  void remove_other_forms(const std::set<std::string>& wanted) const;

  const AuditPlan& plan_;
  const AuditHooks& hooks_;
  bool writes_forms_;
  Store store_;
  std::vector<int> matches_;        ///< of each input, into the manifest
  std::vector<AuditedFile> files_;  ///< of each input
};

std::string unpacked_or_empty(const std::string& bytes) {
  return bytes.empty() ? std::string() : unpacked(bytes);
}

/// What a result depends on beside the settings: the bytes, the extension (a wrong one is told), the category
/// and, where a waiver asks for it, the name.
std::string Audit::key_of(std::size_t index, const std::string& sha256) const {
  const AuditInput& input = plan_.inputs[index];
  return sha256_of(plan_.settings + '\0' + sha256 + '\0' + input.path.extension().string() + '\0' +
                   submission_of(index).category + '\0' + hooks_.settings_of_name(input.name));
}

/// Hashing only; the parent parses nothing.
void Audit::look_at_all() {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const FileBytes bytes = bytes_of_file(plan_.inputs[i].path);
    if (const auto* error = std::get_if<ReadError>(&bytes)) {
      files_[i].fault = name_of(error->fault);
      files_[i].detail = error->detail;
      continue;
    }
    files_[i].sha256 = sha256_of(std::get<std::string>(bytes));
    files_[i].key = key_of(i, files_[i].sha256);
  }
}

bool Audit::read() {
  look_at_all();
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
  const bool all = run_in_workers(
      paths, plan_.extract, plan_.limits, plan_.jobs, judge,
      [&](std::size_t at, TaskResult result) { keep(indices[at], std::move(result)); }, OnInterrupt::finish);
  if (!all) return false;
  for (AuditedFile& file : files_) {
    const std::optional<AuditRecord> record = store_.find(file.key);
    if (!record) continue;
    file.fault = record->fault;
    file.detail = record->detail;
  }
  store_.set_files(files_);
  return true;
}

/// A file may have changed or gone since it was looked at: the bytes that the worker read are what counts.
void Audit::keep(std::size_t index, TaskResult result) {
  AuditedFile& file = files_[index];
  FormRecord record;
  if (const auto* error = std::get_if<ReadError>(&result)) {
    record.line = record_of(*error);
    record.line.sha256 = file.sha256;
  } else {
    record = decode_record(std::get<std::string>(result));
  }
  const AuditRecord& line = record.line;
  file.fault = line.fault;
  file.detail = line.detail;
  file.sha256 = line.sha256;
  file.key = line.sha256.empty() ? std::string() : key_of(index, line.sha256);
  if (!file.key.empty()) {
    store_.add(file.key, record);
    // At once, while the workers keep the processors busy; a share leaves it to the merge.
    if (writes_forms_) write_form(file, {unpacked_or_empty(record.json), unpacked_or_empty(record.html)});
  }
  hooks_.one_done(line);
}

void Audit::take_shares(const std::vector<fs::path>& shares) {
  std::map<std::string, AuditedFile> read;
  for (const fs::path& share : shares) {
    store_.take_from(store_of(share));
    for (AuditedFile& file : Store(store_of(share), Store::Access::read).files())
      read[file.name] = std::move(file);
  }
  for (AuditedFile& file : files_) {
    const auto found = read.find(file.name);
    if (found != read.end()) file = found->second;
  }
  store_.set_files(files_);
}

void Audit::write_form(const AuditedFile& file, const FormReports& reports) const {
  if (reports.json.empty()) return;
  const FormReports named = hooks_.reports_of(reports, file.name);
  const fs::path path = plan_.output / "forms" / form_name(file.name, file.key);
  // The page last: where it stands, the other does.
  write_whole(path.string() + ".json", named.json);
  write_whole(path.string() + ".html", named.html);
}

AuditRow Audit::row_of(std::size_t index, std::map<std::string, std::size_t>& first_of) const {
  const AuditedFile& file = files_[index];
  AuditRow row;
  row.name = file.name;
  row.key = file.key;
  row.submission = submission_of(index);
  row.expected = !plan_.has_manifest || matches_[index] >= 0;
  std::optional<AuditRecord> record = store_.find(file.key);
  if (!record && file.fault.empty()) {
    row.status = "not_read";  // no share has it; or the twin, which was to be read for both, has changed
    return row;
  }
  if (!record) {
    record.emplace();
    record->fault = file.fault;
    record->detail = file.detail;
  }
  row.record = *std::move(record);
  row.status = row.record.fault.empty() ? "checked" : "could_not_check";
  if (file.sha256.empty()) return row;
  const auto [first, is_first] = first_of.emplace(file.sha256, index);
  if (!is_first) {
    row.status = "doubled";
    row.same_as = files_[first->second].name;
  }
  return row;
}

void Audit::add_missing(std::vector<AuditRow>& rows) const {
  const std::set<int> there(matches_.begin(), matches_.end());
  for (std::size_t i = 0; i < plan_.manifest.size(); ++i) {
    if (there.contains(static_cast<int>(i))) continue;
    AuditRow row;
    row.status = "missing";
    row.submission = plan_.manifest[i];
    row.name = row.submission.file;
    rows.push_back(row);
  }
}

void Audit::account_for(std::vector<AuditRow>& rows) {
  std::map<std::string, std::size_t> first_of;
  std::set<std::string> wanted;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    AuditRow row = row_of(i, first_of);
    if (!row.key.empty()) {
      const std::string form = form_name(files_[i].name, files_[i].key);
      const fs::path page = plan_.output / "forms" / (form + ".html");
      std::error_code unknown;
      if (!fs::exists(page, unknown)) write_form(files_[i], store_.reports(files_[i].key));
      if (fs::exists(page, unknown)) row.form = form;
      if (!row.form.empty()) wanted.insert(form);
    }
    rows.push_back(std::move(row));
  }
  add_missing(rows);
  remove_other_forms(wanted);
}

/// Of files that have changed or gone, and what a killed run had begun to write.
void Audit::remove_other_forms(const std::set<std::string>& wanted) const {
  std::error_code unknown;
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(plan_.output / "forms", unknown)) {
    const std::string extension = entry.path().extension().string();
    const bool known = extension == ".html" || extension == ".json";
    if (!known || !wanted.contains(entry.path().stem().string())) others.push_back(entry.path());
  }
  for (const fs::path& other : others) fs::remove(other, unknown);
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw StoreError(folder.string() + ": " + error.message());
}

}  // namespace

fs::path store_of(const fs::path& output) {
  return output / "audit.sqlite";
}

bool run_audit(const AuditPlan& plan, const AuditHooks& hooks, std::vector<AuditRow>& rows) {
  make_folder(plan.output / "forms");
  Audit audit(plan, hooks, true);
  if (!audit.read()) return false;
  audit.account_for(rows);
  return true;
}

bool read_share(const AuditPlan& plan, const AuditHooks& hooks) {
  make_folder(plan.output);
  return Audit(plan, hooks, false).read();
}

void merge_shares(const AuditPlan& plan, const AuditHooks& hooks, const std::vector<fs::path>& shares,
                  std::vector<AuditRow>& rows) {
  make_folder(plan.output / "forms");
  Audit audit(plan, hooks, true);
  audit.take_shares(shares);
  audit.account_for(rows);
}

}  // namespace ruamlint
