// ruamlint pack check|diff: for those who write rule packs.
#include <fmt/format.h>

#include <memory>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/packs.hpp"
#include "report/pack_changes.hpp"
#include "rules/check.hpp"
#include "rules/excerpts.hpp"

namespace ruamlint {
namespace {

struct PackCommandOptions {
  PackOptions pack;
  PackOptions other;  ///< diff: the later pack
};

std::string shown(const ExcerptOutcome& outcome, const Session& session) {
  std::string text = outcome.excerpt->text;
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return fmt::format(
      fmt::runtime(session.say("{}: คาดว่าได้ {} แต่ได้ {}:\n{}\n", "{}: expected {}, got {}:\n{}\n")),
      outcome.rule->id, outcome.excerpt->expect, name_of(outcome.result), text);
}

int check_pack(const PackCommandOptions& options, const Session& session) {
  const Pack pack = pack_of(options.pack, session);
  std::string text;
  std::size_t wrong = 0;
  for (const std::string& fault : faults_of(pack)) text += fault + '\n';
  if (text.empty()) {
    const auto outcomes = run_excerpts(pack);
    for (const ExcerptOutcome& outcome : outcomes) {
      if (outcome.as_expected) continue;
      text += shown(outcome, session);
      ++wrong;
    }
    text += fmt::format(fmt::runtime(session.say("{}: กฎ {} ข้อ ตัวอย่าง {} ข้อ ไม่เป็นตามคาด {} ข้อ\n",
                                                 "{}: {} rules, {} excerpts, {} not as expected\n")),
                        pack.id, pack.rules.size(), outcomes.size(), wrong);
    Output("", session).finish(text);
    return wrong == 0 ? exit_nothing_failed : exit_something_failed;
  }
  Output("", session).finish(text);
  return exit_something_failed;
}

int compare_packs(const PackCommandOptions& options, const Session& session) {
  const Pack before = pack_of(options.pack, session), after = pack_of(options.other, session);
  std::string text;
  for (const std::string& change : changes_between(before, after, session.language)) text += change + '\n';
  if (text.empty()) text = session.say("ไม่มีข้อแตกต่าง\n", "no differences\n");
  Output("", session).finish(text);
  return exit_nothing_failed;
}

void add_check(CLI::App& parent, const Session& session, Action& action) {
  const auto options = std::make_shared<PackCommandOptions>();
  CLI::App* command = parent.add_subcommand(
      "check", session.say("ตรวจชุดกฎ และทดลองตัวอย่างของทุกกฎ", "validate a pack and run its rules' excerpts"));
  command
      ->add_option("PACK", options->pack.pack,
                   session.say("ชื่อหรือโฟลเดอร์ของชุดกฎ", "the pack's name or folder"))
      ->required()
      ->type_name("");
  add_checks_folder(*command, session, options->pack);
  add_language(*command, session);
  command->footer(session.say("ตัวอย่าง:\n  ruamlint pack check checks/pppa-2567",
                              "Examples:\n  ruamlint pack check checks/pppa-2567"));
  command->callback([options, &session, &action] {
    action = [options, &session] { return check_pack(*options, session); };
  });
}

void add_diff(CLI::App& parent, const Session& session, Action& action) {
  const auto options = std::make_shared<PackCommandOptions>();
  CLI::App* command = parent.add_subcommand(
      "diff",
      session.say("บอกข้อแตกต่างของชุดกฎสองชุดเป็นข้อ ๆ", "list what differs between two packs, in plain words"));
  command->add_option("BEFORE", options->pack.pack, session.say("ชุดเดิม", "the earlier pack"))
      ->required()
      ->type_name("");
  command->add_option("AFTER", options->other.pack, session.say("ชุดใหม่", "the later pack"))
      ->required()
      ->type_name("");
  add_checks_folder(*command, session, options->pack);
  add_language(*command, session);
  command->footer(session.say("ตัวอย่าง:\n  ruamlint pack diff pppa-2567 pppa-example",
                              "Examples:\n  ruamlint pack diff pppa-2567 pppa-example"));
  command->callback([options, &session, &action] {
    action = [options, &session] {
      options->other.checks = options->pack.checks;
      return compare_packs(*options, session);
    };
  });
}

}  // namespace

void add_pack_command(CLI::App& app, const Session& session, Action& action) {
  CLI::App* command =
      app.add_subcommand("pack", session.say("สำหรับผู้เขียนชุดกฎ: ตรวจ และเปรียบเทียบชุดกฎ",
                                             "for authors of rule packs: check and compare them"));
  command->require_subcommand(1);
  add_check(*command, session, action);
  add_diff(*command, session, action);
  command->footer(
      session.say("ตัวอย่าง:\n"
                  "  ruamlint pack check checks/pppa-2567\n"
                  "  ruamlint pack diff pppa-2567 pppa-example\n"
                  "\n"
                  "ดูวิธีใช้แต่ละคำสั่ง: ruamlint pack check --help",
                  "Examples:\n"
                  "  ruamlint pack check checks/pppa-2567\n"
                  "  ruamlint pack diff pppa-2567 pppa-example\n"
                  "\n"
                  "More on a command: ruamlint pack check --help"));
}

}  // namespace ruamlint
