#include "pack/pack.hpp"

#include <algorithm>
#include <charconv>

namespace ruamlint {
namespace {

template <class Item>
const Item* find_id(const std::vector<Item>& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

int Rule::parameter(const std::string& name, int otherwise) const {
  const auto found = parameters.find(name);
  if (found == parameters.end()) return otherwise;
  const std::string& text = found->second;
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

const Category* Pack::category(std::string_view name) const {
  return find_id(categories, name);
}
const Level* Pack::level(std::string_view name) const {
  return find_id(levels, name);
}
const Section* Pack::section(std::string_view name) const {
  return find_id(sections, name);
}
const Topic* Pack::topic(std::string_view name) const {
  return find_id(topics, name);
}
const Rule* Pack::rule(std::string_view name) const {
  return find_id(rules, name);
}

int Pack::level_rank(std::string_view name) const {
  const Level* found = level(name);
  return found == nullptr ? -1 : static_cast<int>(found - levels.data());
}

const std::vector<std::string>& Pack::words(const std::string& name) const {
  static const std::vector<std::string> none;
  const auto found = lexicon.find(name);
  return found == lexicon.end() ? none : found->second;
}

}  // namespace ruamlint
