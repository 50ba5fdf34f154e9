#include "cli/manual.hpp"

#include <fmt/format.h>

#include <memory>
#include <vector>

#include "cli/command.hpp"
#include "cli/options.hpp"

namespace ruamlint {
namespace {

/// Text as man(7) prints it unchanged.
std::string plain(const std::string& text) {
  std::string escaped;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '-' || c == '\\')
      escaped += c == '-' ? "\\-" : "\\e";
    else
      escaped += c;
    line_begins = c == '\n';
  }
  return escaped;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
  return app.get_options([](const CLI::Option* option) { return !option->get_group().empty(); });
}

std::string option_head(const CLI::Option& option) {
  std::string head = option.get_name(option.get_positional(), true);
  if (option.get_type_size() != 0 && !option.get_type_name().empty()) head += " " + option.get_type_name();
  return head;
}

void add_options(std::string& page, const CLI::App& app) {
  for (const CLI::Option* option : options_of(app))
    page += fmt::format(".TP\n\\fB{}\\fR\n{}\n", plain(option_head(*option)), plain(option->get_description()));
}

void add_command(std::string& page, const CLI::App& app, const std::string& name) {
  page += fmt::format(".SS {}\n{}\n", plain(name), plain(app.get_description()));
  add_options(page, app);
  const std::string footer = app.get_footer();
  if (!footer.empty()) page += fmt::format(".PP\n.nf\n{}\n.fi\n", plain(footer));
  for (const CLI::App* command : commands_of(app)) add_command(page, *command, name + " " + command->get_name());
}

/// Long names, and short ones, with their dashes.
std::string names_for_shell(const CLI::App& app) {
  std::string names;
  for (const CLI::Option* option : options_of(app)) {
    for (const std::string& name : option->get_lnames()) names += " --" + name;
    for (const std::string& name : option->get_snames()) names += " -" + name;
  }
  for (const CLI::App* command : commands_of(app)) names += " " + command->get_name();
  return names.empty() ? names : names.substr(1);
}

}  // namespace

std::string manual_page(const CLI::App& app, const Session& session) {
  std::string page = fmt::format(
      ".TH RUAMLINT 1 \"\" \"ruamlint {}\" \"{}\"\n.SH {}\nruamlint \\- {}\n.SH {}\n.B ruamlint\n\\fI{}\\fR "
      "[\\fI{}\\fR...]\n",
      program_version(), session.say("คู่มือผู้ใช้", "User Commands"), session.say("ชื่อ", "NAME"),
      plain(app.get_description()), session.say("วิธีใช้", "SYNOPSIS"), session.say("คำสั่ง", "COMMAND"),
      session.say("ตัวเลือก", "OPTION"));
  page += fmt::format(".SH {}\n", session.say("ตัวเลือก", "OPTIONS"));
  add_options(page, app);
  page += fmt::format(".SH {}\n", session.say("คำสั่ง", "COMMANDS"));
  for (const CLI::App* command : commands_of(app)) add_command(page, *command, command->get_name());
  page += fmt::format(".SH {}\n.nf\n{}\n.fi\n", session.say("ตัวอย่าง", "EXAMPLES"), plain(app.get_footer()));
  return page;
}

std::string bash_completion(const CLI::App& app) {
  std::string cases;
  for (const CLI::App* command : commands_of(app))
    cases += fmt::format("    {}) words='{}' ;;\n", command->get_name(), names_for_shell(*command));
  return fmt::format(
      "# bash completion for ruamlint; made by `ruamlint manual --completion`\n"
      "_ruamlint() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} words='{}'\n"
      "  case ${{COMP_WORDS[1]}} in\n"
      "{}"
      "  esac\n"
      "  [ \"$COMP_CWORD\" -eq 1 ] && words='{}'\n"
      "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
      "}}\n"
      "complete -o default -F _ruamlint ruamlint\n",
      names_for_shell(app), cases, names_for_shell(app));
}

void add_manual_command(CLI::App& app, const Session& session, Action& action) {
  const auto completion = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand(
      "manual", session.say("พิมพ์คู่มือ (man page) ของโปรแกรม", "print the program's manual page"));
  command->add_flag("--completion", *completion,
                    session.say("พิมพ์สคริปต์เติมคำสั่งของ bash แทน", "print a completion script for bash instead"));
  add_language(*command, session);
  command->footer(session.say("ตัวอย่าง:\n  ruamlint manual | man -l -", "Example:\n  ruamlint manual | man -l -"));
  command->callback([&app, &session, &action, completion] {
    action = [&app, &session, completion] {
      fmt::print("{}", *completion ? bash_completion(app) : manual_page(app, session));
      return static_cast<int>(exit_nothing_failed);
    };
  });
}

}  // namespace ruamlint
