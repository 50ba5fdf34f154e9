#include "pack/yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "text/fuzzy.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// "file:line:column", the column in letters: yaml-cpp counts bytes, of which a Thai letter has three.
std::string place(const YamlNode::Source& source, const YAML::Mark& mark) {
  if (mark.is_null()) return source.shown;
  const auto end = std::min(static_cast<std::size_t>(mark.pos), source.text.size());
  const std::size_t begin = end - std::min(static_cast<std::size_t>(mark.column), end);
  const std::size_t column = to_utf32(std::string_view(source.text).substr(begin, end - begin)).size();
  return fmt::format("{}:{}:{}", source.shown, mark.line + 1, column + 1);
}

}  // namespace

std::string suggestion(const std::string& word, const std::set<std::string>& known) {
  const int most_edits = word.size() < 5 ? 1 : 2;
  const std::string* best = nullptr;
  int least = most_edits + 1;
  for (const std::string& candidate : known) {
    const int distance = edit_distance(to_utf32(word), to_utf32(candidate), most_edits);
    if (distance >= least) continue;
    least = distance;
    best = &candidate;
  }
  return best == nullptr ? std::string() : fmt::format(" (did you mean “{}”?)", *best);
}

YamlNode YamlNode::load(const std::filesystem::path& path, const std::string& shown) {
  std::ifstream file(path);
  if (!file) throw PackFault{{shown, "cannot be opened"}};
  const auto source =
      std::make_shared<const Source>(Source{shown, std::string(std::istreambuf_iterator<char>(file), {})});
  try {
    return {source, YAML::Load(source->text)};
  } catch (const YAML::ParserException& error) {
    throw PackFault{{place(*source, error.mark), error.msg}};
  }
}

void YamlNode::fail(const std::string& problem) const {
  throw PackFault{{place(*source_, node_.Mark()), problem}};
}

std::string YamlNode::text() const {
  if (!node_.IsScalar()) fail("must be a text");
  if (trimmed(node_.Scalar()).empty()) fail("must not be empty");
  return node_.Scalar();
}

bool YamlNode::flag() const {
  if (!node_.IsScalar() || (node_.Scalar() != "true" && node_.Scalar() != "false"))
    fail("must be true or false");
  return node_.Scalar() == "true";
}

int YamlNode::whole_number() const {
  const std::string written = node_.IsScalar() ? node_.Scalar() : "";
  int value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size()) fail("must be a whole number");
  return value;
}

Day YamlNode::date() const {
  Day day;
  if (!node_.IsScalar() || !parse_iso_date(node_.Scalar(), day)) fail("must be a date such as 2024-02-12");
  return day;
}

std::vector<YamlNode> YamlNode::list() const {
  if (!node_.IsSequence()) fail("must be a list");
  std::vector<YamlNode> items;
  for (const YAML::Node& item : node_) items.emplace_back(source_, item);
  return items;
}

std::vector<std::string> YamlNode::texts() const {
  std::vector<std::string> texts;
  for (const YamlNode& item : list()) {
    const std::string text = item.text();
    if (std::find(texts.begin(), texts.end(), text) != texts.end())
      item.fail(fmt::format("“{}” stands twice", text));
    texts.push_back(text);
  }
  return texts;
}

Bilingual YamlNode::bilingual() const {
  YamlMap map(*this);
  const Bilingual both{map.need("th").text(), map.need("en").text()};
  map.refuse_unknown();
  return both;
}

std::vector<std::pair<YamlNode, YamlNode>> YamlNode::entries() const {
  if (!node_.IsMap()) fail("must be a map of keys and values");
  std::vector<std::pair<YamlNode, YamlNode>> entries;
  std::set<std::string> seen;
  for (const auto& entry : node_) {
    const YamlNode key(source_, entry.first);
    if (!seen.insert(key.text()).second) key.fail(fmt::format("the key “{}” stands twice", key.text()));
    entries.emplace_back(key, YamlNode(source_, entry.second));
  }
  return entries;
}

const YamlNode* YamlMap::find(const std::string& key) {
  known_.insert(key);
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&key](const auto& entry) { return entry.first.text() == key; });
  return found == entries_.end() ? nullptr : &found->second;
}

const YamlNode& YamlMap::need(const std::string& key) {
  const YamlNode* value = find(key);
  if (value == nullptr) node_.fail(fmt::format("the key “{}” is missing", key));
  return *value;
}

void YamlMap::refuse_unknown() const {
  for (const auto& [key, value] : entries_) {
    const std::string name = key.text();
    if (known_.count(name) == 0) key.fail(fmt::format("unknown key “{}”{}", name, suggestion(name, known_)));
  }
}

}  // namespace ruamlint
