// A pack is read as a chain of folders, the one that extends nothing first; each changes what it inherits.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "pack/pack.hpp"
#include "pack/yaml.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_ancestors = 8;

Severity severity_of(const YamlNode& node) {
  const std::string name = node.text();
  if (name == "note") return Severity::note;
  if (name == "warning") return Severity::warning;
  if (name == "error") return Severity::error;
  node.fail(fmt::format("severity is note, warning or error, not “{}”", name));
}

/// `{months}` and its like, sorted.
std::set<std::string> placeholders(const std::string& sentence) {
  std::set<std::string> names;
  for (std::size_t at = sentence.find('{'); at != std::string::npos; at = sentence.find('{', at + 1)) {
    const std::size_t end = sentence.find('}', at);
    if (end == std::string::npos) break;
    names.insert(sentence.substr(at + 1, end - at - 1));
  }
  return names;
}

Bilingual message_of(const YamlNode& node) {
  const Bilingual message = node.bilingual();
  if (placeholders(message.th) != placeholders(message.en))
    node.fail("the Thai and the English message have different placeholders in braces");
  return message;
}

/// Values of a key, where it is there.
template <class Target, class Read>
void take(YamlMap& map, const char* key, Target& target, Read read) {
  if (const YamlNode* value = map.find(key)) target = read(*value);
}
void take(YamlMap& map, const char* key, std::string& target) {
  take(map, key, target, std::mem_fn(&YamlNode::text));
}
void take(YamlMap& map, const char* key, int& target) {
  take(map, key, target, std::mem_fn(&YamlNode::whole_number));
}
void take(YamlMap& map, const char* key, Bilingual& target) {
  take(map, key, target, std::mem_fn(&YamlNode::bilingual));
}

/// A list of words, replaced by `key`, lengthened by `key+`, shortened by `key-`.
void take_words(YamlMap& map, const std::string& key, std::vector<std::string>& words) {
  if (const YamlNode* all = map.find(key)) words = all->texts();
  if (const YamlNode* more = map.find(key + "+"))
    for (const std::string& word : more->texts())
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  if (const YamlNode* less = map.find(key + "-")) {
    for (const YamlNode& item : less->list()) {
      const auto found = std::find(words.begin(), words.end(), item.text());
      if (found == words.end()) item.fail(fmt::format("“{}” is not there to be taken away", item.text()));
      words.erase(found);
    }
  }
}

void read_category(YamlMap& map, Category& category) {
  take(map, "name", category.name);
  take_words(map, "aliases", category.aliases);
  take_words(map, "fits", category.fits);
  take(map, "must_reach", category.must_reach);
  take(map, "source", category.source);
}

void read_level(YamlMap& map, Level& level) {
  take(map, "name", level.name);
  take_words(map, "thai", level.thai);
  take_words(map, "glosses", level.glosses);
  take_words(map, "activities", level.activities);
  take_words(map, "hints", level.hints);
}

void read_section(YamlMap& map, Section& section) {
  take(map, "title", section.title);
  take_words(map, "aliases", section.aliases);
  take_words(map, "parts", section.parts);
  take_words(map, "required_in", section.required_in);
  take_words(map, "said_by", section.said_by);
  take(map, "severity", section.severity, severity_of);
  take(map, "least_letters", section.least_letters);
  take(map, "source", section.source);
}

/// The words go to the lexicon, where everything that is looked for in a form stands.
void read_topic(YamlMap& map, Topic& topic, std::map<std::string, std::vector<std::string>>& lexicon) {
  take(map, "name", topic.name);
  take_words(map, "sections", topic.sections);
  take(map, "with_figure", topic.with_figure, std::mem_fn(&YamlNode::flag));
  take(map, "in_headings", topic.in_headings, std::mem_fn(&YamlNode::flag));
  take(map, "whole_passage", topic.whole_passage, std::mem_fn(&YamlNode::flag));
  take(map, "even_if_planned", topic.even_if_planned, std::mem_fn(&YamlNode::flag));
  take_words(map, "not_in", topic.not_in);
  take_words(map, "hinted_in", topic.hinted_in);
  take(map, "shown_by", topic.shown_by);
  take(map, "of_others", topic.of_others, std::mem_fn(&YamlNode::flag));
  take(map, "least_times", topic.least_times);
  take_words(map, "words", lexicon["topic." + topic.id]);
  for (const std::string part : {"near_words", "near", "except", "hints"})
    take_words(map, part, lexicon["topic." + topic.id + "." + part]);
}

std::vector<Excerpt> excerpts_of(const YamlNode& node) {
  std::vector<Excerpt> excerpts;
  for (const YamlNode& item : node.list()) {
    YamlMap map(item);
    Excerpt excerpt;
    excerpt.text = map.need("text").text();
    excerpt.expect = map.need("expect").text();
    take(map, "category", excerpt.category);
    map.refuse_unknown();
    excerpts.push_back(std::move(excerpt));
  }
  return excerpts;
}

void read_rule(YamlMap& map, Rule& rule) {
  take(map, "check", rule.check);
  take_words(map, "categories", rule.categories);
  take(map, "severity", rule.severity, severity_of);
  take(map, "source", rule.source);
  take_words(map, "covers", rule.covers);
  take(map, "title", rule.title);
  take(map, "reason", rule.reason);
  take(map, "remedy", rule.remedy);
  take(map, "excerpts", rule.excerpts, excerpts_of);
  if (const YamlNode* parameters = map.find("parameters"))
    for (const auto& [key, value] : parameters->entries()) rule.parameters[key.text()] = value.text();
  if (const YamlNode* messages = map.find("messages"))
    for (const auto& [key, value] : messages->entries()) rule.messages[key.text()] = message_of(value);
}

/// Keys that an item must have when it is new; one that is inherited has them already.
using Needed = std::vector<const char*>;

/// Adds the items of a list file to what was inherited: an id that is known changes its item, a new one adds.
template <class Item, class Read>
void merge(const YamlNode& file, std::vector<Item>& items, const Needed& needed, std::set<std::string>& seen,
           Read read) {
  for (const YamlNode& node : file.list()) {
    YamlMap map(node);
    const YamlNode& id = map.need("id");
    if (!seen.insert(id.text()).second) id.fail(fmt::format("the id “{}” stands twice", id.text()));
    auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id.text(); });
    if (found == items.end()) {
      for (const char* key : needed) (void)map.need(key);
      Item item;
      item.id = id.text();
      found = items.insert(items.end(), std::move(item));
    }
    read(map, *found);
    map.refuse_unknown();
  }
}

void merge_lexicon(const YamlNode& file, std::map<std::string, std::vector<std::string>>& lexicon) {
  YamlMap map(file);
  std::set<std::string> names;
  for (const auto& [key, value] : file.entries()) {
    std::string name = key.text();
    const bool change = name.back() == '+' || name.back() == '-';
    if (change) name.pop_back();
    if (change && lexicon.count(name) == 0)
      key.fail(fmt::format("the pack that this one extends has no list “{}”", name));
    names.insert(std::move(name));
  }
  for (const std::string& name : names) take_words(map, name, lexicon[name]);
}

template <class Item>
void drop(YamlMap& map, const char* key, std::vector<Item>& items) {
  const YamlNode* ids = map.find(key);
  if (ids == nullptr) return;
  for (const YamlNode& id : ids->list()) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id.text(); });
    if (found == items.end()) id.fail(fmt::format("there is no “{}” to drop", id.text()));
    items.erase(found);
  }
}

void drop_all(const YamlNode& node, Pack& pack) {
  YamlMap map(node);
  drop(map, "categories", pack.categories);
  drop(map, "levels", pack.levels);
  drop(map, "sections", pack.sections);
  drop(map, "topics", pack.topics);
  drop(map, "rules", pack.rules);
  map.refuse_unknown();
}

std::vector<fs::path> rule_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder / "rules", none))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// What a pack refers to must be there once the whole chain is read. The message names item and word; the
/// place is the pack's, since the reference may be inherited.
void check_references(const Pack& pack, const std::string& where) {
  const auto fail = [&where](const std::string& item, const std::string& kind, const std::string& id) {
    throw PackFault{{where, fmt::format("{} refers to the {} “{}”, which is not there", item, kind, id)}};
  };
  const auto need_categories = [&](const std::string& item, const std::vector<std::string>& ids) {
    for (const std::string& id : ids)
      if (pack.category(id) == nullptr) fail(item, "category", id);
  };
  for (const Category& category : pack.categories) {
    for (const std::string& level : category.fits)
      if (pack.level(level) == nullptr) fail("category " + category.id, "level", level);
    if (!category.must_reach.empty() && pack.level(category.must_reach) == nullptr)
      fail("category " + category.id, "level", category.must_reach);
  }
  for (const Section& section : pack.sections) {
    need_categories("section " + section.id, section.required_in);
    for (const std::string& part : section.parts)
      if (pack.section(part) == nullptr) fail("section " + section.id, "section", part);
    for (const std::string& teller : section.said_by)
      if (!teller.starts_with("fact.") && pack.topic(teller) == nullptr)
        fail("section " + section.id, "topic", teller);
  }
  for (const Topic& topic : pack.topics) {
    for (const auto* sections : {&topic.sections, &topic.not_in, &topic.hinted_in})
      for (const std::string& section : *sections)
        if (pack.section(section) == nullptr) fail("topic " + topic.id, "section", section);
    if (!topic.shown_by.empty() && pack.level_rank(topic.shown_by) < 0)
      fail("topic " + topic.id, "level", topic.shown_by);
  }
  for (const Rule& rule : pack.rules) {
    need_categories("rule " + rule.id, rule.categories);
    for (const Excerpt& excerpt : rule.excerpts)
      if (!excerpt.category.empty()) need_categories("an excerpt of rule " + rule.id, {excerpt.category});
  }
}

class Loader {
 public:
  explicit Loader(fs::path checks_dir) : checks_dir_(std::move(checks_dir)) {}

  Pack load(const std::string& name) {
    read_chain(name, nullptr, 0);
    pack_.id = name;
    if (!dated_) throw PackFault{{name + "/pack.yaml", "the key “closing_date” is missing"}};
    check_references(pack_, name + "/pack.yaml");
    return std::move(pack_);
  }

 private:
  [[nodiscard]] std::optional<YamlNode> optional_file(const std::string& name,
                                                      const std::string& file) const {
    if (!fs::exists(checks_dir_ / name / file)) return std::nullopt;
    return YamlNode::load(checks_dir_ / name / file, name + "/" + file);
  }

  void read_chain(const std::string& name, const YamlNode* asked_by, std::size_t depth) {
    if (depth > most_ancestors) asked_by->fail("the packs extend each other in a circle");
    if (asked_by != nullptr && !fs::exists(checks_dir_ / name / "pack.yaml"))
      asked_by->fail(fmt::format("there is no pack “{}”", name));
    const YamlNode node = YamlNode::load(checks_dir_ / name / "pack.yaml", name + "/pack.yaml");
    YamlMap map(node);
    if (const YamlNode* base = map.find("extends")) read_chain(base->text(), base, depth + 1);
    read_head(map);
    read_files(name);
    if (const YamlNode* dropped = map.find("drop")) drop_all(*dropped, pack_);
    map.refuse_unknown();
  }

  void read_head(YamlMap& map) {
    pack_.version = map.need("version").text();
    pack_.title = map.need("title").bilingual();
    take(map, "closing_date_assumed", pack_.closing_date_assumed, std::mem_fn(&YamlNode::flag));
    if (const YamlNode* date = map.find("closing_date")) {
      pack_.closing_date = date->date();
      dated_ = true;
    }
  }

  void read_files(const std::string& name) {
    std::set<std::string> seen;
    if (const auto file = optional_file(name, "levels.yaml"))
      merge(*file, pack_.levels, {"name"}, seen, read_level);
    seen.clear();
    if (const auto file = optional_file(name, "categories.yaml"))
      merge(*file, pack_.categories, {"name", "aliases"}, seen, read_category);
    seen.clear();
    if (const auto file = optional_file(name, "sections.yaml"))
      merge(*file, pack_.sections, {"title", "aliases"}, seen, read_section);
    if (const auto file = optional_file(name, "lexicon.yaml")) merge_lexicon(*file, pack_.lexicon);
    seen.clear();
    if (const auto file = optional_file(name, "topics.yaml")) {
      merge(*file, pack_.topics, {"name", "words"}, seen,
            [this](YamlMap& map, Topic& topic) { read_topic(map, topic, pack_.lexicon); });
    }
    seen.clear();
    for (const fs::path& path : rule_files(checks_dir_ / name)) {
      const YamlNode file = YamlNode::load(path, name + "/rules/" + path.filename().string());
      merge(file, pack_.rules, {"check", "severity", "source", "title", "reason", "remedy"}, seen, read_rule);
    }
  }

  fs::path checks_dir_;
  Pack pack_;
  bool dated_ = false;
};

}  // namespace

std::variant<Pack, PackError> load_pack(const fs::path& checks_dir, const std::string& name) {
  try {
    return Loader(checks_dir).load(name);
  } catch (const PackFault& fault) {
    return fault.error;
  } catch (const YAML::Exception& error) {
    return PackError{fmt::format("{}:{}:{}", name, error.mark.line + 1, error.mark.column + 1), error.msg};
  }
}

}  // namespace ruamlint
