// ruamlint explain RULE
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/packs.hpp"
#include "text/fuzzy.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

struct ExplainOptions {
  PackOptions pack;
  std::vector<std::string> rules;
};

std::string upper_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

const Rule* rule_of(const Pack& pack, const std::string& id) {
  const auto found = std::find_if(pack.rules.begin(), pack.rules.end(),
                                  [&](const Rule& rule) { return upper_case(rule.id) == upper_case(id); });
  return found == pack.rules.end() ? nullptr : &*found;
}

/// Rules that may have been meant: those of the family named ("OPR" for OPR-1), else the nearest ones, an
/// edit or two away.
std::vector<std::string> near_misses(const Pack& pack, const std::string& id) {
  constexpr int most_edits = 2;
  constexpr std::size_t most_named = 5;
  const std::string wanted = upper_case(id);
  std::vector<std::pair<int, std::string>> near;
  for (const Rule& rule : pack.rules) {
    const std::string its = upper_case(rule.id);
    const int distance =
        its.starts_with(wanted) ? 0 : edit_distance(to_utf32(its), to_utf32(wanted), most_edits);
    if (distance <= most_edits) near.emplace_back(distance, rule.id);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (const auto& [distance, name] : near) {
    if (distance == near.front().first && names.size() < most_named) names.push_back(name);
  }
  return names;
}

std::string unknown_rule_text(const Pack& pack, const std::string& id, const Session& session) {
  std::string text =
      fmt::format(fmt::runtime(session.say("ไม่มีกฎ {} ในชุดกฎ {}", "there is no rule {} in {}")), id, pack.id);
  const std::vector<std::string> near = near_misses(pack, id);
  for (std::size_t i = 0; i < near.size(); ++i) {
    text += i == 0 ? session.say(" หมายถึง ", "; do you mean ") : session.say(" หรือ ", " or ");
    text += near[i];
  }
  if (!near.empty()) return text + session.say(" ใช่หรือไม่", "?");
  return text + session.say(" ดูกฎทั้งหมด: ruamlint rules", "; see them all: ruamlint rules");
}

int explain(const ExplainOptions& options, const Session& session) {
  const Pack pack = pack_of(options.pack, session);
  std::string pages;
  for (const std::string& id : options.rules) {
    const Rule* rule = rule_of(pack, id);
    if (rule == nullptr) throw UsageError(unknown_rule_text(pack, id, session));
    pages += (pages.empty() ? "" : "\n") + explain_rule(pack, *rule, session.language);
  }
  Output("", session).finish(pages);
  return exit_nothing_failed;
}

}  // namespace

void add_explain_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App* command =
      app.add_subcommand("explain", session.say("อธิบายกฎ: ตรวจอะไร เพราะเหตุใด แก้อย่างไร",
                                                "explain a rule: what it checks, why, and what to do"));
  command->add_option("RULE", options->rules, session.say("รหัสกฎ เช่น OPR-1", "the rule's id, such as OPR-1"))
      ->required()
      ->type_name("");
  add_pack_options(*command, session, options->pack);
  add_language(*command, session);
  command->footer(
      session.say("ตัวอย่าง:\n"
                  "  ruamlint explain OPR-1\n"
                  "  ruamlint explain stat-2 --lang en",
                  "Examples:\n"
                  "  ruamlint explain OPR-1\n"
                  "  ruamlint explain stat-2 --lang th"));
  command->callback(
      [options, &session, &action] { action = [options, &session] { return explain(*options, session); }; });
}

}  // namespace ruamlint
