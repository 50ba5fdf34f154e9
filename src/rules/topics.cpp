// Rules on what a form says or leaves unsaid, by the pack's topics. A new one is data only.
#include <algorithm>

#include "rules/family.hpp"

namespace ruamlint {
namespace {

/// "a, b" as its items.
std::vector<std::string> listed(const Rule& rule, const std::string& parameter) {
  const auto found = rule.parameters.find(parameter);
  std::vector<std::string> items;
  if (found == rule.parameters.end()) return items;
  std::string item;
  for (const char c : found->second + ",") {
    if (c == ',') {
      if (!item.empty()) items.push_back(std::move(item));
      item.clear();
    } else if (c != ' ') {
      item += c;
    }
  }
  return items;
}

/// A message of the topic's own, where the rule has one.
std::string message_for(const CheckContext& context, const std::string& topic, const std::string& otherwise) {
  return context.rule.messages.count(topic) > 0 ? topic : otherwise;
}

Argument named(const std::string& topic) {
  return argument("topic", Argument::Kind::topic, {topic});
}

bool is_one_of(const std::vector<std::string>& items, const std::string& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

/// Parameters: `topics`, each of which the form must speak of; `asked`, those of them whose absence is only
/// asked about; `only_if`, a topic without which the rule does not apply.
std::vector<Finding> present(const CheckContext& context) {
  for (const std::string& condition : listed(context.rule, "only_if"))
    if (context.facts.topic(condition).empty())
      return {found(context, Result::not_applicable, "not_applicable")};
  const std::vector<std::string> asked = listed(context.rule, "asked");
  std::vector<Finding> defects;
  std::vector<Evidence> evidence;
  for (const std::string& topic : listed(context.rule, "topics")) {
    const auto& said = context.facts.topic(topic);
    if (!said.empty()) {
      evidence.push_back(said.front());
      continue;
    }
    Finding defect = missing(context, message_for(context, topic, "missing"), {named(topic)});
    if (defect.result == Result::fail && is_one_of(asked, topic)) defect.result = Result::ask;
    defects.push_back(std::move(defect));
  }
  if (!defects.empty()) return defects;
  return {found(context, Result::pass, "pass", std::move(evidence))};
}

/// Parameters: `topics`, each of which is a remark where the form speaks of it; `asked`, those that are asked
/// about; `unless`, topics that settle it.
std::vector<Finding> absent(const CheckContext& context) {
  for (const std::string& settled : listed(context.rule, "unless"))
    if (!context.facts.topic(settled).empty())
      return {found(context, Result::pass, "pass", context.facts.topic(settled))};
  const std::vector<std::string> asked = listed(context.rule, "asked");
  std::vector<Finding> defects;
  for (const std::string& topic : listed(context.rule, "topics")) {
    const auto& said = context.facts.topic(topic);
    if (said.empty()) continue;
    const Result result = is_one_of(asked, topic) ? Result::ask : Result::fail;
    defects.push_back(found(context, result, message_for(context, topic, "found"), said, {named(topic)}));
  }
  if (!defects.empty()) return defects;
  return {nothing_wrong(context)};
}

constexpr NamedCheck checks[] = {
    {"topics.present", present},
    {"topics.absent", absent},
};

}  // namespace

std::span<const NamedCheck> topic_checks() {
  return checks;
}

}  // namespace ruamlint
