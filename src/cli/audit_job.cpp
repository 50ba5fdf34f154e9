#include "cli/audit_job.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "audit/since.hpp"
#include "audit/whole_file.hpp"
#include "cli/audit_judge.hpp"
#include "cli/waivers.hpp"
#include "overview/overview.hpp"
#include "report/naming.hpp"
#include "worker/interrupt.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

std::string bytes_or_complaint(const std::string& path, const Session& session) {
  const FileBytes bytes = bytes_of_file(path);
  if (const auto* error = std::get_if<ReadError>(&bytes))
    throw UsageError(path + ": " + fault_text(*error, session.language));
  return std::get<std::string>(bytes);
}

std::vector<Expected> manifest_of(const AuditOptions& options, const Session& session) {
  if (options.manifest.empty()) return {};
  auto manifest = parse_manifest(bytes_or_complaint(options.manifest, session));
  if (manifest) return *std::move(manifest);
  throw UsageError(
      options.manifest + ": " +
      session.say("บรรทัดแรกต้องมีหัวคอลัมน์ เช่น id,agency,parent,category,file",
                  "the first line must name the columns, such as id,agency,parent,category,file"));
}

Pack pack_for(const AuditOptions& options, const Session& session) {
  Pack pack = pack_of(options.pack, session);
  if (options.closing_date) {
    pack.closing_date = closing_date_of(*options.closing_date, session);
    pack.closing_date_assumed = false;
  }
  return pack;
}

std::string digest_of_file(const fs::path& path) {
  const FileBytes bytes = bytes_of_file(path);
  const auto* read = std::get_if<std::string>(&bytes);
  return read == nullptr ? std::string() : sha256_of(*read);
}

std::string settings_of(const AuditOptions& options, const Pack& pack, const Session& session) {
  std::string models;
  for (const fs::path& file : model_files()) models += digest_of_file(file);
  // The program itself, so that another build's results are not taken for this one's.
  const std::string program = digest_of_file("/proc/self/exe");
  return fmt::format("{}\n{}\n{} {}\n{}\n{}\n{}\n{}\n{}\n{}", program_version(), program, pack.id,
                     pack.version, digest_of_packs(options.pack), iso_date(pack.closing_date),
                     options.input.ocr, session.language == Language::th ? "th" : "en", models,
                     options.waivers.empty() ? std::string() : digest_of_file(options.waivers));
}

std::optional<EarlierAudit> earlier_of(const AuditOptions& options, const Session& session) {
  if (options.since.empty()) return std::nullopt;
  try {
    return std::make_optional<EarlierAudit>(store_of(options.since));
  } catch (const StoreError& error) {
    throw UsageError(fmt::format(fmt::runtime(session.say("--since: {} ไม่มีผลการตรวจครั้งก่อน ({})",
                                                          "--since: there is no finished audit in {} ({})")),
                                 options.since, error.what()));
  }
}

}  // namespace

std::vector<AuditInput> inputs_of(const AuditOptions& options, const Session& session) {
  const fs::path source = options.input.files.front();
  std::error_code unknown;
  if (fs::is_directory(source, unknown)) return files_of_folder(source, options.output);
  return files_of_list(bytes_or_complaint(source.string(), session));
}

AuditJob::AuditJob(const AuditOptions& options, std::vector<AuditInput> inputs, const Session& session)
    : options_(options),
      session_(session),
      pack_(pack_for(options, session)),
      waivers_(waivers_of(options.waivers, session)),
      earlier_(earlier_of(options, session)),
      blanks_(texts_of_blanks(options.likeness, session)),
      progress_(options.quiet, session) {
  plan.inputs = std::move(inputs);
  plan.manifest = manifest_of(options, session);
  plan.has_manifest = !options.manifest.empty();
  plan.output = options.output;
  plan.settings = settings_of(options, pack_, session);
  plan.extract = options.input.extract_options();
  plan.jobs = jobs_or_cores(options.input.jobs);
}

AuditHooks AuditJob::hooks() {
  AuditHooks hooks;
  hooks.judge = Judge{pack_, waivers_, session_.language};
  hooks.reports_of = [](FormReports reports, const std::string& name) {
    return FormReports{json_with_path(std::move(reports.json), name),
                       html_with_path(std::move(reports.html), name)};
  };
  hooks.settings_of_name = [this](const std::string& name) {
    const std::string file = fs::path(name).filename().string();
    const bool named = std::any_of(waivers_.begin(), waivers_.end(),
                                   [&](const Waiver& waiver) { return waiver.file == file; });
    return named ? file : std::string();
  };
  hooks.begin = [this](std::size_t to_read, std::size_t files) { progress_.begin(to_read, files); };
  hooks.one_done = [this](const AuditRecord& record) { progress_.one_done(record); };
  return hooks;
}

void AuditJob::write_overview(std::vector<AuditRow>& rows) const {
  if (earlier_) earlier_->compare(rows);
  const Store store(store_of(plan.output), Store::Access::read);
  const Likeness likeness = likeness_of(rows, store, blanks_, options_.likeness, session_);
  const AuditOverview overview{pack_, program_version(), session_.language, rows,
                               store.most_usual_findings()};
  write_whole(plan.output / "alike.csv", alike_csv(likeness));
  write_whole(plan.output / "alike.html", alike_page(overview, likeness));
  write_whole(plan.output / "overview.csv", overview_csv(overview));
  write_whole(plan.output / "overview.xlsx",
              overview_xlsx(overview, [&](const AuditRow& row) { return store.findings(row.key); }));
  write_whole(plan.output / "overview.html", overview_page(overview));
}

void print_summary(const std::vector<AuditRow>& rows) {
  std::map<std::string, std::size_t> counts;
  for (const AuditRow& row : rows) {
    ++counts[row.status == "checked" ? row.status + "\t" + row.record.result : row.status];
    if (!row.expected) ++counts["extra"];
    if (!row.since.empty()) ++counts["since\t" + row.since];
  }
  for (const auto& [what, count] : counts) fmt::print("{}\t{}\n", what, count);
}

int with_output(const std::string& output, const Session& session, const std::function<int()>& work) {
  // A signal that comes while no worker runs is taken up when one does; behind the last it is too late to
  // stop anything.
  InterruptWatch watch;
  try {
    const int status = work();
    static_cast<void>(watch.take());
    return status;
  } catch (const Stopped&) {
    return stopped(session);
  } catch (const StoreError& error) {
    complain(
        fmt::format(fmt::runtime(session.say("เขียนผลลง {} ไม่ได้ ({}) แก้ไขแล้วสั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ",
                                             "cannot write to {} ({}); mend that and give the same command "
                                             "again to go on")),
                    output, error.what()));
    return exit_try_again;
  }
}

int stopped(const Session& session) {
  complain(session.say("หยุดแล้ว ผลที่ตรวจเสร็จเก็บไว้ครบ สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ",
                       "stopped; what was done is kept, give the same command again to go on"));
  return exit_try_again;
}

}  // namespace ruamlint
