// Rules on what a form says or leaves unsaid, by the pack's topics. A new one is data only.
#include <algorithm>

#include "rules/family.hpp"

namespace ruamlint {
namespace {

/// The items of a list, divided by `mark`.
std::vector<std::string> items_of(const std::string& list, char mark) {
  std::vector<std::string> items;
  std::string item;
  for (const char c : list + mark) {
    if (c == mark) {
      if (!item.empty()) items.push_back(std::move(item));
      item.clear();
    } else if (c != ' ') {
      item += c;
    }
  }
  return items;
}

std::vector<std::string> listed(const Rule& rule, const std::string& parameter) {
  const auto found = rule.parameters.find(parameter);
  return found == rule.parameters.end() ? std::vector<std::string>{} : items_of(found->second, ',');
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

/// Where the form speaks of one of the topics, or else may mean one.
std::vector<Evidence> first_said(const Facts& facts, const std::vector<std::string>& topics, bool hints) {
  for (const std::string& topic : topics) {
    const auto& said = hints ? facts.topic_hints(topic) : facts.topic(topic);
    if (!said.empty()) return said;
  }
  return {};
}

/// What is missing of a topic that the form surely does not speak of. Where it may mean it, a person looks.
Finding unsaid(const CheckContext& context, const std::vector<std::string>& topics, bool only_asked) {
  const std::string& topic = topics.front();
  Finding defect = missing(context, message_for(context, topic, "missing"), {named(topic)});
  if (defect.result != Result::fail) return defect;
  defect.evidence = first_said(context.facts, topics, true);
  if (only_asked || !defect.evidence.empty()) defect.result = Result::ask;
  return defect;
}

/// Parameters: `topics`, each of which the form must speak of ("a|b": of one of them); `asked`, those whose
/// absence is only asked about; `only_if`, a topic without which the rule does not apply; `unless`, topics
/// that settle it.
std::vector<Finding> present(const CheckContext& context) {
  for (const std::string& condition : listed(context.rule, "only_if"))
    if (context.facts.topic(condition).empty())
      return {found(context, Result::not_applicable, "not_applicable")};
  for (const std::string& settled : listed(context.rule, "unless"))
    if (!context.facts.topic(settled).empty())
      return {found(context, Result::not_applicable, "not_applicable")};
  const std::vector<std::string> asked = listed(context.rule, "asked");
  std::vector<Finding> defects;
  std::vector<Evidence> evidence;
  for (const std::string& item : listed(context.rule, "topics")) {
    const std::vector<std::string> topics = items_of(item, '|');
    const std::vector<Evidence> said = first_said(context.facts, topics, false);
    if (said.empty())
      defects.push_back(unsaid(context, topics, is_one_of(asked, topics.front())));
    else
      evidence.push_back(said.front());
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
