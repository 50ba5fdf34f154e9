// ruamlint rules: what is checked.
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/packs.hpp"
#include "document/serialise.hpp"
#include "rules/check.hpp"

namespace ruamlint {
namespace {

using nlohmann::ordered_json;

struct RulesOptions {
  PackOptions pack;
  std::string format = "text";
  std::string output;
};

const std::string& in(const Bilingual& text, Language language) {
  return language == Language::th ? text.th : text.en;
}

/// Plain columns; the titles stand last, where Thai marks can push nothing out of line.
std::string as_text(const Pack& pack, Language language) {
  std::string text;
  for (const Rule& rule : pack.rules) {
    std::string line = rule.id + "\t" + name_of(rule.severity) + "\t" + rule.source + "\t";
    text += line + in(rule.title, language) + "\n";
  }
  return text;
}

ordered_json rule_json(const Rule& rule, Language language) {
  ordered_json messages = ordered_json::object(), excerpts = ordered_json::array();
  for (const auto& [key, message] : rule.messages) messages[key] = in(message, language);
  for (const Excerpt& excerpt : rule.excerpts) {
    excerpts.push_back({{"expect", excerpt.expect}, {"category", excerpt.category}, {"text", excerpt.text}});
  }
  return {{"id", rule.id},
          {"check", rule.check},
          {"severity", name_of(rule.severity)},
          {"categories", rule.categories},
          {"source", rule.source},
          {"covers", rule.covers},
          {"parameters", rule.parameters},
          {"title", in(rule.title, language)},
          {"reason", in(rule.reason, language)},
          {"remedy", in(rule.remedy, language)},
          {"messages", messages},
          {"excerpts", excerpts}};
}

std::string as_json(const Pack& pack, Language language) {
  ordered_json list = ordered_json::array();
  for (const Rule& rule : pack.rules) list.push_back(rule_json(rule, language));
  return readable_json({{"pack", pack.id}, {"pack_version", pack.version}, {"rules", list}});
}

int list_rules(const RulesOptions& options, const Session& session) {
  const Pack pack = pack_of(options.pack, session);
  Output output(options.output, session);
  output.finish(options.format == "json" ? as_json(pack, session.language) : as_text(pack, session.language));
  return exit_nothing_failed;
}

}  // namespace

void add_rules_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<RulesOptions>();
  CLI::App* command = app.add_subcommand("rules", session.say("แสดงรายการกฎทั้งหมด", "list all rules"));
  add_choice(*command, session, "--format", {"text", "json"}, options->format,
             session.say("ข้อความ คั่นคอลัมน์ด้วยแท็บ (text) หรือ JSON",
                         "text, columns separated by tabs (default), or json"));
  add_output(*command, session, options->output);
  add_pack_options(*command, session, options->pack);
  add_language(*command, session);
  command->footer(
      session.say("ตัวอย่าง:\n"
                  "  ruamlint rules\n"
                  "  ruamlint rules --format json",
                  "Examples:\n"
                  "  ruamlint rules\n"
                  "  ruamlint rules --format json"));
  command->callback([options, &session, &action] {
    action = [options, &session] { return list_rules(*options, session); };
  });
}

}  // namespace ruamlint
