// ruamlint check FILE…
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "cli/check_document.hpp"
#include "cli/command.hpp"
#include "cli/copies.hpp"
#include "cli/options.hpp"
#include "cli/packs.hpp"
#include "cli/pictures.hpp"
#include "cli/progress.hpp"
#include "cli/reports.hpp"
#include "cli/sandbox_notice.hpp"
#include "cli/waivers.hpp"

namespace ruamlint {
namespace {

struct CheckOptions {
  InputOptions input;
  PackOptions pack;
  ReportOptions report;
  std::optional<std::string> category, closing_date;
  std::string waivers;
  bool annotate = false;
};

/// What was read is judged as of this day.
void set_closing_date(Pack& pack, const CheckOptions& options, const Session& session) {
  if (!options.closing_date) return;
  pack.closing_date = closing_date_of(*options.closing_date, session);
  pack.closing_date_assumed = false;
}

/// The id of --category, or nothing where the form is to say it.
std::string category_of(const CheckOptions& options, const Pack& pack, const Session& session) {
  if (!options.category) return {};
  if (pack.category(*options.category) != nullptr) return *options.category;
  std::string known;
  for (const Category& category : pack.categories) known += (known.empty() ? "" : ", ") + category.id;
  throw UsageError(fmt::format(fmt::runtime(session.say("--category: ไม่รู้จักประเภท “{}” ใช้ได้: {}",
                                                        "--category: “{}” is unknown; there are: {}")),
                               *options.category, known));
}

ExitStatus exit_status_of(const std::vector<DocumentReport>& documents) {
  bool failed = false;
  for (const DocumentReport& document : documents) {
    if (document.result == Result::could_not_check) return exit_could_not_check;
    failed =
        failed || std::any_of(document.findings.begin(), document.findings.end(), [](const Finding& finding) {
          return finding.result == Result::fail && finding.severity != Severity::note && !finding.waiver;
        });
  }
  return failed ? exit_something_failed : exit_nothing_failed;
}

/// The reasons stand in the report; where that goes to a file or a program, a person is told as well.
void complain_of_unread(const std::vector<DocumentReport>& documents, Language language) {
  for (const DocumentReport& document : documents) {
    if (document.error) complain(document.path + ": " + fault_text(*document.error, language));
  }
}

int check(const CheckOptions& options, const Session& session) {
  refuse_input_as_output(options.report.output, options.input, session);
  Pack pack = pack_of(options.pack, session);
  set_closing_date(pack, options, session);
  const FactOptions fact_options{category_of(options, pack, session)};
  WaiverDesk waivers(waivers_of(options.waivers, session), pack.closing_date);
  Reports reports(options.report, session);

  Run run{program_version(), &pack, pack.closing_date, pack.closing_date_assumed, {}};
  run.documents.resize(options.input.files.size());
  tell_of_missing_sandbox(session);
  Progress progress(run.documents.size(), options.report.quiet, session);
  const bool finished =
      read_in_workers(options.input.paths(), options.input.extract_options(), {},
                      jobs_or_cores(options.input.jobs), [&](std::size_t index, WorkerReply reply) {
                        run.documents[index] =
                            check_document(options.input.files[index], std::move(reply), pack, fact_options);
                        progress.one_done();
                      });
  progress.clear();
  if (!finished) return exit_interrupted;
  for (DocumentReport& document : run.documents) apply_waivers(document, waivers);
  run.waivers = waivers.outcomes();
  if (reports.with_pictures() && !add_pictures(run, jobs_or_cores(options.input.jobs)))
    return exit_interrupted;
  std::vector<FormCopy> copies;
  if (options.annotate && !make_copies(run, jobs_or_cores(options.input.jobs), session, copies))
    return exit_interrupted;

  reports.write(run);
  write_copies(run, copies, reports.folder(), session);
  if (!reports.on_screen()) complain_of_unread(run.documents, session.language);
  return exit_status_of(run.documents);
}

}  // namespace

void add_check_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      app.add_subcommand("check", session.say("ตรวจแบบสมัครตามชุดกฎ แล้วรายงานผลพร้อมหลักฐาน",
                                              "check forms and report findings with their evidence"));
  add_input(*command, session, options->input);
  add_choices(
      *command, session, "--format", report_formats(), options->report.formats,
      session.say("รูปแบบรายงาน คั่นด้วยจุลภาคเมื่อต้องการหลายรูปแบบ: ข้อความ (text) หน้าเว็บ (html) ตาราง (csv, xlsx) "
                  "หรือสำหรับโปรแกรม (json, sarif, junit)",
                  "reports, several with commas between: text (default), html (a page to read and print), "
                  "csv and xlsx (tables), json, sarif and junit (for programs)"));
  add_choice(
      *command, session, "--for", {"applicant", "audit"}, options->report.audience,
      session.say("เขียนรายงานให้ผู้สมัคร (applicant) ว่ายังต้องทำอะไร หรือให้ผู้ตรวจ (audit) แบบสั้น",
                  "text for the applicant, with what is still to do (default), or a short one for audit"));
  add_output(
      *command, options->report.output,
      session.say("เขียนผลลงไฟล์นี้ หรือลงโฟลเดอร์นี้เมื่อลงท้ายด้วย / หรือมีหลายรูปแบบ (- คือหน้าจอ)",
                  "write to this file, or into this folder: with a / at its end, or for several formats "
                  "(-: standard output)"));
  add_switch_off(*command, "--no-pictures", options->report.pictures,
                 session.say("หน้าเว็บไม่มีภาพหน้าเอกสาร (เร็วและเล็กกว่า)",
                             "html without pictures of the pages: quicker and smaller"));
  command->add_flag(
      "--annotate", options->annotate,
      session.say("ทำสำเนาของ DOCX และ PDF ที่มีข้อคิดเห็นตรงจุดที่ต้องแก้ไข ไว้ข้างไฟล์ หรือในโฟลเดอร์ของ --output "
                  "(ต้นฉบับไม่เปลี่ยน)",
                  "copies of DOCX and PDF with comments at what is to be mended, beside the forms or in the "
                  "folder of --output; the originals stay as they are"));
  command
      ->add_option(
          "--category", options->category,
          session.say("ประเภทรางวัลที่ใช้ตรวจ แทนประเภทที่ระบุในแบบ: open-governance หรือ "
                      "effective-participation (ชุดกฎอื่นอาจมีประเภทอื่น)",
                      "category to check against, instead of what the form states: open-governance or "
                      "effective-participation (other packs may have others)"))
      ->type_name("ID");
  add_closing_date(*command, session, options->closing_date);
  command
      ->add_option("--waivers", options->waivers,
                   session.say("ไฟล์ YAML ของข้อที่ยอมรับแล้ว ตามรหัส (fingerprint) ในรายงาน",
                               "YAML file of accepted findings, by their fingerprints in the report"))
      ->type_name("FILE");
  add_pack_options(*command, session, options->pack);
  add_language(*command, session);
  command->add_flag("--quiet,-q", options->report.quiet,
                    session.say("แสดงไฟล์ละหนึ่งบรรทัด", "one line a file, no progress"));
  command->add_flag("--no-color,--no-colour", options->report.no_colour,
                    session.say("ไม่ใช้สี (หรือกำหนด NO_COLOR)", "no colour (or set NO_COLOR)"));
  command->footer(session.say(
      "ตัวอย่าง:\n"
      "  ruamlint check samples/effective-pass.docx\n"
      "  ruamlint check samples/effective-pass.docx samples/effective-pass.chromium.pdf --lang en\n"
      "  ruamlint check samples/effective-pass.docx --closing-date 2024-02-12\n"
      "  ruamlint check samples/effective-pass.docx --category effective-participation\n"
      "  ruamlint check samples/effective-pass.chromium.pdf --format html --output report.html\n"
      "  ruamlint check samples/* --format html,xlsx --output reports/\n"
      "  ruamlint check samples/effective-short.docx --annotate --output reports/\n"
      "  ruamlint check samples/* --format json --output report.json\n"
      "  ruamlint check samples/* --for audit --waivers waivers.yaml\n"
      "\n"
      "สถานะเมื่อจบ: 0 ไม่มีข้อที่ไม่ผ่าน, 1 มีข้อที่ไม่ผ่าน, 2 ใช้คำสั่งไม่ถูกต้อง,\n"
      "3 มีไฟล์ที่ตรวจไม่ได้, 4 โปรแกรมผิดพลาด, 130 ผู้ใช้สั่งหยุด",
      "Examples:\n"
      "  ruamlint check samples/effective-pass.docx\n"
      "  ruamlint check samples/effective-pass.docx samples/effective-pass.chromium.pdf --lang th\n"
      "  ruamlint check samples/effective-pass.docx --closing-date 2024-02-12\n"
      "  ruamlint check samples/effective-pass.docx --category effective-participation\n"
      "  ruamlint check samples/effective-pass.chromium.pdf --format html --output report.html\n"
      "  ruamlint check samples/* --format html,xlsx --output reports/\n"
      "  ruamlint check samples/effective-short.docx --annotate --output reports/\n"
      "  ruamlint check samples/* --format json --output report.json\n"
      "  ruamlint check samples/* --for audit --waivers waivers.yaml\n"
      "\n"
      "Exit status: 0 nothing failed, 1 something failed, 2 wrong use,\n"
      "3 some file could not be checked, 4 a fault of the program, 130 interrupted"));
  command->callback(
      [options, &session, &action] { action = [options, &session] { return check(*options, session); }; });
}

}  // namespace ruamlint
