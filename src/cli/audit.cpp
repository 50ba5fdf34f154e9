// ruamlint audit DIR|LIST --output OUT
#include <memory>

#include "cli/audit_command.hpp"
#include "cli/audit_job.hpp"
#include "cli/audit_shares.hpp"
#include "cli/command.hpp"
#include "cli/sandbox_notice.hpp"

namespace ruamlint {
namespace {

int audit(const AuditOptions& options, const Session& session) {
  return with_output(options.output, session, [&]() -> int {
    AuditJob job(options, inputs_of(options, session), session);
    tell_of_missing_sandbox(session);
    std::vector<AuditRow> rows;
    if (!run_audit(job.plan, job.hooks(), rows)) return stopped(session);
    job.write_overview(rows);
    print_summary(rows);
    return exit_nothing_failed;
  });
}

}  // namespace

void add_audit_options(CLI::App& command, const Session& session, AuditOptions& options) {
  add_input(command, session, options.input);
  command.get_option("FILE")
      ->description(
          session.say("โฟลเดอร์ หรือไฟล์รายชื่อ (บรรทัดละหนึ่งไฟล์)", "a folder, or a list of files, one a line"))
      ->expected(1);
  command.add_option("--output,-o", options.output, session.say("โฟลเดอร์เก็บผล", "folder of the results"))
      ->required()
      ->type_name("DIR");
  command
      .add_option("--manifest", options.manifest,
                  session.say("ทะเบียนผู้สมัคร (CSV หรือ XLSX: id,agency,parent,category,file)",
                              "expected submissions (CSV or XLSX: id,agency,parent,category,file)"))
      ->type_name("FILE");
  add_closing_date(command, session, options.closing_date);
  command
      .add_option("--waivers", options.waivers,
                  session.say("ไฟล์ YAML ของข้อที่ยอมรับแล้ว", "YAML file of accepted findings"))
      ->type_name("FILE");
  command
      .add_option("--blank", options.likeness.blanks,
                  session.say("แบบฟอร์มเปล่า ข้อความในนั้นไม่นับเมื่อหาแบบที่เหมือนกัน",
                              "the blank form: its words do not count when alike forms are looked for"))
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      .add_option("--against", options.likeness.against,
                  session.say("หาแบบที่เหมือนกันในผลของปีก่อน ๆ ด้วย (ระบุได้หลายครั้ง)",
                              "look for alike forms in an earlier year's results too (may be repeated)"))
      ->type_name("DIR")
      ->allow_extra_args(false);
  add_pack_options(command, session, options.pack);
  add_language(command, session);
  command.add_flag("--quiet,-q", options.quiet, session.say("ไม่แสดงความคืบหน้า", "no progress"));
}

void add_audit_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<AuditOptions>();
  CLI::App* command =
      app.add_subcommand("audit", session.say("ตรวจแบบสมัครทั้งโฟลเดอร์ หยุดแล้วทำต่อได้",
                                              "check a whole folder of forms; can be stopped and goes on"));
  add_audit_options(*command, session, *options);
  command
      ->add_option("--since", options->since,
                   session.say("เทียบกับผลครั้งก่อนในโฟลเดอร์นี้: ใหม่ ดีขึ้น เหมือนเดิม แย่ลง",
                               "compare with the earlier audit in this folder: new, mended, same, worse"))
      ->type_name("DIR");
  // `audit plan` and its like need no folder of their own.
  command->get_option("FILE")->required(false);
  command->get_option("--output")->required(false);
  add_audit_share_commands(*command, session, action);
  command->footer(
      session.say("ตัวอย่าง:\n"
                  "  ruamlint audit samples --output /tmp/audit\n"
                  "  ruamlint audit forms --output results --manifest expected.csv\n"
                  "\n"
                  "สั่งซ้ำเพื่อทำต่อ: ไฟล์ที่ไม่เปลี่ยนจะไม่อ่านซ้ำ ผลอยู่ใน overview.html, overview.xlsx และ forms/\n"
                  "สถานะเมื่อจบ: 0 ตรวจครบทุกไฟล์ ไม่ว่าผลเป็นอย่างไร, 2 ใช้คำสั่งไม่ถูกต้อง, 4 โปรแกรมผิดพลาด,\n"
                  "75 ยังไม่จบ (ถูกสั่งหยุด หรือเขียนผลไม่ได้) ให้สั่งอีกครั้ง",
                  "Examples:\n"
                  "  ruamlint audit samples --output /tmp/audit\n"
                  "  ruamlint audit forms --output results --manifest expected.csv\n"
                  "\n"
                  "Give the command again to go on: unchanged files are not read twice.\n"
                  "The results are overview.html, overview.xlsx and forms/.\n"
                  "Exit status: 0 every file was processed, whatever was found, 2 wrong use,\n"
                  "4 a fault of the program, 75 not finished (stopped, or results could not be written):\n"
                  "give the command again"));
  command->callback([command, options, &session, &action] {
    if (!command->get_subcommands().empty()) return;
    if (options->input.files.empty()) throw CLI::RequiredError("FILE");
    if (options->output.empty()) throw CLI::RequiredError("--output");
    action = [options, &session] { return audit(*options, session); };
  });
}

}  // namespace ruamlint
