// ruamlint audit DIR|LIST --output OUT
#include "audit/audit.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "audit/store.hpp"
#include "cli/check_document.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/packs.hpp"
#include "cli/sandbox_notice.hpp"
#include "document/serialise.hpp"
#include "rules/check.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

struct AuditOptions {
  InputOptions input;
  PackOptions pack;
  std::string output, manifest;
  std::optional<std::string> closing_date;
  bool quiet = false;
};

std::string bytes_or_complaint(const std::string& path, const Session& session) {
  const FileBytes bytes = bytes_of_file(path);
  if (const auto* error = std::get_if<ReadError>(&bytes))
    throw UsageError(path + ": " + fault_text(*error, session.language));
  return std::get<std::string>(bytes);
}

std::vector<AuditInput> inputs_of(const AuditOptions& options, const Session& session) {
  const fs::path source = options.input.files.front();
  std::error_code unknown;
  if (fs::is_directory(source, unknown)) return files_of_folder(source, options.output);
  return files_of_list(bytes_or_complaint(source.string(), session));
}

void read_manifest(const AuditOptions& options, const Session& session, AuditPlan& plan) {
  if (options.manifest.empty()) return;
  auto manifest = parse_manifest(bytes_or_complaint(options.manifest, session));
  if (!manifest) {
    throw UsageError(
        options.manifest + ": " +
        session.say("บรรทัดแรกต้องมีหัวคอลัมน์ เช่น id,agency,parent,category,file",
                    "the first line must name the columns, such as id,agency,parent,category,file"));
  }
  plan.manifest = *std::move(manifest);
  plan.has_manifest = true;
}

/// The program itself, so that another build's results are not taken for this one's.
std::string digest_of_program() {
  const FileBytes bytes = bytes_of_file("/proc/self/exe");
  const auto* program = std::get_if<std::string>(&bytes);
  return program == nullptr ? std::string() : sha256_of(*program);
}

std::string settings_of(const AuditOptions& options, const Pack& pack, const Session& session) {
  return fmt::format("{}\n{}\n{} {}\n{}\n{}\n{}\n{}", program_version(), digest_of_program(), pack.id,
                     pack.version, digest_of_packs(options.pack), iso_date(pack.closing_date),
                     options.input.ocr, session.language == Language::th ? "th" : "en");
}

std::map<std::string, std::string> gravest_results(const std::vector<Finding>& findings) {
  std::map<std::string, std::string> names;
  for (const Finding& finding : findings) {
    if (names.count(finding.rule) == 0) names[finding.rule] = name_of(gravest_result(findings, finding.rule));
  }
  return names;
}

/// In the worker.
AuditRecord judge(const std::string& name, const std::string& category, WorkerReply reply, const Pack& pack,
                  Language language) {
  const FactOptions options{pack.category(category) == nullptr ? std::string() : category};
  Run run{program_version(), &pack, pack.closing_date, pack.closing_date_assumed, {}};
  run.documents.push_back(check_document(name, std::move(reply), pack, options));
  const DocumentReport& document = run.documents.front();
  AuditRecord record = document.error ? record_of(*document.error) : AuditRecord();
  record.sha256 = document.sha256;
  record.format = document.format;
  record.pages = document.pages;
  record.category = document.facts.category.id;
  record.result = name_of(document.result);
  record.rules = gravest_results(document.findings);
  record.report = json_report(run, language);
  return record;
}

/// The same bytes may have come under another name before.
std::string report_under_name(const std::string& report, const std::string& name) {
  auto value = nlohmann::ordered_json::parse(report);
  value["documents"][0]["path"] = name;
  return readable_json(value);
}

/// How far it is: on a terminal one line that changes, elsewhere a line for every twentieth of the work.
class AuditProgress {
 public:
  AuditProgress(bool quiet, const Session& session)
      : quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1), session_(session) {}

  void begin(std::size_t to_read, std::size_t files) {
    to_read_ = to_read;
    if (quiet_) return;
    fmt::print(stderr, fmt::runtime(session_.say("พบ {} ไฟล์ ต้องอ่าน {} ไฟล์\n", "{} files, {} to read\n")),
               files, to_read);
  }

  void one_done(const AuditRecord& record) {
    ++done_;
    ++counts_[record.result];
    if (quiet_) return;
    const std::size_t step = std::max<std::size_t>(to_read_ / 20, 1);
    if (!terminal_ && done_ % step != 0 && done_ != to_read_) return;
    fmt::print(stderr, "{}{}{}", terminal_ ? "\r\x1b[K" : "", line(),
               terminal_ && done_ != to_read_ ? "" : "\n");
    std::fflush(stderr);
  }

 private:
  [[nodiscard]] std::string line() const {
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
    const double rate = static_cast<double>(done_) / std::max(spent.count(), 0.001);
    const auto left = static_cast<std::int64_t>(static_cast<double>(to_read_ - done_) / rate);
    std::string text = fmt::format(fmt::runtime(session_.say("{}/{} {:.1f} ไฟล์/วินาที เหลือ {}:{:02} นาที",
                                                             "{}/{} {:.1f} files/s, {}:{:02} left")),
                                   done_, to_read_, rate, left / 60, left % 60);
    for (const auto& [result, count] : counts_) text += fmt::format(" {}={}", result, count);
    return text;
  }

  bool quiet_, terminal_;
  const Session& session_;
  std::size_t to_read_ = 0, done_ = 0;
  std::map<std::string, std::size_t> counts_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Counts by status and result, on standard output.
void print_summary(const std::vector<OverviewRow>& rows) {
  std::map<std::string, std::size_t> counts;
  for (const OverviewRow& row : rows) {
    ++counts[row.status == "checked" ? row.status + "\t" + row.record.result : row.status];
    if (!row.expected) ++counts["extra"];
  }
  for (const auto& [what, count] : counts) fmt::print("{}\t{}\n", what, count);
}

int audit(const AuditOptions& options, const Session& session) {
  Pack pack = pack_of(options.pack, session);
  if (options.closing_date) {
    pack.closing_date = closing_date_of(*options.closing_date, session);
    pack.closing_date_assumed = false;
  }
  AuditPlan plan;
  plan.inputs = inputs_of(options, session);
  read_manifest(options, session, plan);
  plan.output = options.output;
  plan.settings = settings_of(options, pack, session);
  plan.extract = options.input.extract_options();
  plan.jobs = jobs_or_cores(options.input.jobs);
  for (const Rule& rule : pack.rules) plan.rules.push_back(rule.id);

  tell_of_missing_sandbox(session);
  AuditProgress progress(options.quiet, session);
  AuditHooks hooks;
  hooks.judge = [&](const std::string& name, const std::string& category, WorkerReply reply) {
    return judge(name, category, std::move(reply), pack, session.language);
  };
  hooks.report_of = report_under_name;
  hooks.reason_of = [&](const AuditRecord& record) { return fault_text(error_of(record), session.language); };
  hooks.begin = [&](std::size_t to_read, std::size_t files) { progress.begin(to_read, files); };
  hooks.one_done = [&](const AuditRecord& record) { progress.one_done(record); };
  std::vector<OverviewRow> rows;
  try {
    if (!run_audit(plan, hooks, rows)) return exit_interrupted;
  } catch (const StoreError& error) {
    complain(
        fmt::format(fmt::runtime(session.say("เขียนผลลง {} ไม่ได้ ({}) แก้ไขแล้วสั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ",
                                             "cannot write to {} ({}); mend that and give the same command "
                                             "again to go on")),
                    options.output, error.what()));
    return exit_try_again;
  }
  print_summary(rows);
  return exit_nothing_failed;
}

}  // namespace

void add_audit_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<AuditOptions>();
  CLI::App* command =
      app.add_subcommand("audit", session.say("ตรวจแบบสมัครทั้งโฟลเดอร์ หยุดแล้วทำต่อได้",
                                              "check a whole folder of forms; can be stopped and goes on"));
  add_input(*command, session, options->input);
  command->get_option("FILE")
      ->description(
          session.say("โฟลเดอร์ หรือไฟล์รายชื่อ (บรรทัดละหนึ่งไฟล์)", "a folder, or a list of files, one a line"))
      ->expected(1);
  command->add_option("--output,-o", options->output, session.say("โฟลเดอร์เก็บผล", "folder of the results"))
      ->required()
      ->type_name("DIR");
  command
      ->add_option("--manifest", options->manifest,
                   session.say("ทะเบียนผู้สมัคร (CSV: id,agency,parent,category,file)",
                               "expected submissions (CSV: id,agency,parent,category,file)"))
      ->type_name("CSV");
  add_closing_date(*command, session, options->closing_date);
  add_pack_options(*command, session, options->pack);
  add_language(*command, session);
  command->add_flag("--quiet,-q", options->quiet, session.say("ไม่แสดงความคืบหน้า", "no progress"));
  command->footer(
      session.say("ตัวอย่าง:\n"
                  "  ruamlint audit samples --output /tmp/audit\n"
                  "  ruamlint audit forms --output results --manifest expected.csv\n"
                  "\n"
                  "สั่งซ้ำเพื่อทำต่อ: ไฟล์ที่ไม่เปลี่ยนจะไม่อ่านซ้ำ ผลอยู่ใน overview.csv, forms/ และ audit.sqlite\n"
                  "สถานะเมื่อจบ: 0 ตรวจครบทุกไฟล์ ไม่ว่าผลเป็นอย่างไร, 2 ใช้คำสั่งไม่ถูกต้อง, 4 โปรแกรมผิดพลาด,\n"
                  "75 เขียนผลไม่ได้ ให้ลองใหม่, 130 ผู้ใช้สั่งหยุด",
                  "Examples:\n"
                  "  ruamlint audit samples --output /tmp/audit\n"
                  "  ruamlint audit forms --output results --manifest expected.csv\n"
                  "\n"
                  "Give the command again to go on: unchanged files are not read twice.\n"
                  "The results are overview.csv, forms/ and audit.sqlite.\n"
                  "Exit status: 0 every file was processed, whatever was found, 2 wrong use,\n"
                  "4 a fault of the program, 75 results could not be written: try again, 130 interrupted"));
  command->callback(
      [options, &session, &action] { action = [options, &session] { return audit(*options, session); }; });
}

}  // namespace ruamlint
