#include "cli/app.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "cli/command.hpp"
#include "cli/output.hpp"

namespace ruamlint {
namespace {

/// The words that CLI11 itself puts into a help text.
void label_in(CLI::App& app, const Session& session) {
  const auto formatter = app.get_formatter();
  formatter->label("Usage", session.say("วิธีใช้", "Usage"));
  formatter->label("OPTIONS", session.say("ตัวเลือก", "OPTIONS"));
  formatter->label("Positionals", session.say("สิ่งที่ต้องระบุ", "Arguments"));
  formatter->label("REQUIRED", "");
  formatter->label("SUBCOMMAND", session.say("คำสั่ง", "COMMAND"));
  app.option_defaults()->group(session.say("ตัวเลือก", "Options"));
}

/// Under headings in the user's language, commands of commands too.
void group_commands(CLI::App& app, const std::string& options, const Session& session) {
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(session.say("คำสั่ง", "Commands"));
    command->get_help_ptr()->group(options);
    group_commands(*command, options, session);
  }
}

void set_up(CLI::App& app, const Session& session, Action& action) {
  label_in(app, session);
  app.name("ruamlint");
  app.description(session.say(
      "ตรวจแบบสมัครรางวัลการบริหารราชการแบบมีส่วนร่วม (PDF, DOCX, ภาพสแกน)",
      "Checks application forms for Thailand's participatory-governance award (PDF, DOCX, scans)"));
  app.set_help_flag("--help,-h", session.say("แสดงวิธีใช้", "show this help"));
  app.set_version_flag("--version", std::string("ruamlint ") + program_version(),
                       session.say("แสดงรุ่นของโปรแกรม", "show the program's version"));
  app.footer(
      session.say("ตัวอย่าง:\n"
                  "  ruamlint check samples/effective-pass.docx\n"
                  "  ruamlint text samples/effective-pass.chromium.pdf\n"
                  "  ruamlint explain OPR-1\n"
                  "\n"
                  "ดูวิธีใช้แต่ละคำสั่ง: ruamlint check --help",
                  "Examples:\n"
                  "  ruamlint check samples/effective-pass.docx\n"
                  "  ruamlint text samples/effective-pass.chromium.pdf\n"
                  "  ruamlint explain OPR-1\n"
                  "\n"
                  "More on a command: ruamlint check --help"));
  add_check_command(app, session, action);
  add_audit_command(app, session, action);
  add_watch_command(app, session, action);
  add_drop_command(app, session, action);
  add_desktop_command(app, session, action);
  add_serve_command(app, session, action);
  add_text_command(app, session, action);
  add_explain_command(app, session, action);
  add_rules_command(app, session, action);
  add_pack_command(app, session, action);
  add_manual_command(app, session, action);
  group_commands(app, app.option_defaults()->get_group(), session);
}

std::string command_in_use(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? "ruamlint" : "ruamlint " + chosen.front()->get_name();
}

int wrong_use(const CLI::App& app, const Session& session, const std::string& problem) {
  complain(problem);
  complain(
      fmt::format(fmt::runtime(session.say("ดูวิธีใช้และตัวอย่าง: {} --help", "usage and examples: {} --help")),
                  command_in_use(app)));
  return exit_wrong_use;
}

/// CLI11's own complaints, in the user's language. Those of our checks are so already.
std::string problem_of(const CLI::App& app, const CLI::ParseError& error, const Session& session) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    std::string unknown;
    for (const std::string& name : app.remaining(true)) unknown += (unknown.empty() ? "" : " ") + name;
    return session.say("ไม่รู้จัก: ", "unknown: ") + (unknown.empty() ? text : unknown);
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return text.substr(0, text.find(':')) + session.say(": ต้องมีค่าตามหลังหนึ่งค่า", ": needs one value behind it");
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    const std::string command = command_in_use(app);
    const std::string missing = command == "ruamlint explain" ? "OPR-1" : "samples/effective-pass.docx";
    return session.say("ยังระบุไม่ครบ เช่น ", "something is missing; for example: ") + command + " " + missing;
  }
  return text;
}

int run(int argc, char** argv) {
  const Session session{language_of(argc, argv)};
  CLI::App app;
  Action action;
  set_up(app, session, action);
  try {
    app.parse(argc, argv);
    if (action) return action();
    return wrong_use(app, session,
                     session.say("ยังไม่ได้ระบุคำสั่ง เช่น ruamlint check samples/effective-pass.docx",
                                 "no command is named; for example: ruamlint check "
                                 "samples/effective-pass.docx"));
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForVersion& version) {
    return app.exit(version);
  } catch (const CLI::ParseError& error) {
    return wrong_use(app, session, problem_of(app, error, session));
  } catch (const UsageError& error) {
    return wrong_use(app, session, error.what());
  }
}

}  // namespace

int run_command_line(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    complain(error.what());
  } catch (...) {
    complain("unknown fault");
  }
  return exit_our_fault;
}

}  // namespace ruamlint
