#include <string>

#include "report/report.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"

namespace ruamlint {
namespace {

Word severity_word(Severity severity) {
  if (severity == Severity::error) return Word::severity_error;
  return severity == Severity::warning ? Word::severity_warning : Word::severity_note;
}

/// The verdict word for an excerpt's expected result; results that have none are named as in the pack.
std::string expected_text(const std::string& result, Language language) {
  if (result == "pass") return std::string(word(Word::verdict_pass, language));
  if (result == "fail") return std::string(word(Word::verdict_fail, language));
  if (result == "ask") return std::string(word(Word::verdict_ask, language));
  return result;
}

std::string categories_text(const Pack& pack, const Rule& rule, Language language) {
  if (rule.categories.empty()) return std::string(word(Word::all_categories, language));
  std::vector<std::string> names;
  for (const std::string& id : rule.categories) names.push_back(category_name(pack, id, language));
  return joined(names, language);
}

}  // namespace

std::string explain_rule(const Pack& pack, const Rule& rule, Language language) {
  std::string page = rule.id + "  " + in(rule.title, language) + "\n\n";
  const auto labelled = [&](Word label, const std::string& text) {
    if (!text.empty()) page += std::string(word(label, language)) + ": " + text + "\n";
  };
  labelled(Word::severity, std::string(word(severity_word(rule.severity), language)));
  labelled(Word::applies_to, categories_text(pack, rule, language));
  labelled(Word::source, source_text(rule.source, language));
  labelled(Word::pack, pack.id + " " + pack.version);
  labelled(Word::check, rule.check);
  page += '\n';
  labelled(Word::reason, in(rule.reason, language));
  labelled(Word::remedy, in(rule.remedy, language));

  if (!rule.messages.empty()) page += "\n" + std::string(word(Word::messages, language)) + "\n";
  for (const auto& [key, message] : rule.messages) page += "  " + in(message, language) + "\n";

  if (!rule.excerpts.empty()) page += "\n" + std::string(word(Word::excerpts, language)) + "\n";
  for (const Excerpt& excerpt : rule.excerpts) {
    page += "  " + expected_text(excerpt.expect, language) + ": “" + quoted_cut(excerpt.text) + "”\n";
  }
  return page;
}

}  // namespace ruamlint
