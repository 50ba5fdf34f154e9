// Typed access to YAML that people write by hand: every fault has its file, line and column and says what
// would be right. Internal to pack/.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "pack/pack.hpp"

namespace ruamlint {

/// Thrown within pack/ only; load_pack turns it into its result.
struct PackFault {
  PackError error;
};

/// A node and the file that it stands in, for the words of a fault.
class YamlNode {
 public:
  /// What is read, for its faults' places.
  struct Source {
    std::string shown;  ///< the file's name, as faults are to say it
    std::string text;
  };
  YamlNode(std::shared_ptr<const Source> source, YAML::Node node)
      : source_(std::move(source)), node_(std::move(node)) {}

  /// Throws PackFault where the file cannot be read or is no YAML. `shown` names it in faults.
  [[nodiscard]] static YamlNode load(const std::filesystem::path& path, const std::string& shown);

  [[noreturn]] void fail(const std::string& problem) const;

  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool flag() const;
  [[nodiscard]] int whole_number() const;
  [[nodiscard]] Day date() const;
  [[nodiscard]] std::vector<YamlNode> list() const;
  /// A list of texts, none empty and none twice.
  [[nodiscard]] std::vector<std::string> texts() const;
  /// A map with `th` and `en`.
  [[nodiscard]] Bilingual bilingual() const;
  /// Keys in the order of the file, with their values; a doubled key is a fault.
  [[nodiscard]] std::vector<std::pair<YamlNode, YamlNode>> entries() const;

 private:
  std::shared_ptr<const Source> source_;
  YAML::Node node_;
};

/// A map of which only the named keys may occur. Ask for each key with `find`; then call `refuse_unknown`.
class YamlMap {
 public:
  explicit YamlMap(const YamlNode& node) : node_(node), entries_(node.entries()) {}

  /// nullptr where the map has no such key.
  [[nodiscard]] const YamlNode* find(const std::string& key);
  /// Throws PackFault where it has none.
  [[nodiscard]] const YamlNode& need(const std::string& key);
  /// Throws PackFault for the first key that nobody asked for, with the nearest one that is known.
  void refuse_unknown() const;
  [[noreturn]] void fail(const std::string& problem) const { node_.fail(problem); }

 private:
  YamlNode node_;
  std::vector<std::pair<YamlNode, YamlNode>> entries_;
  std::set<std::string> known_;
};

/// " (did you mean “x”?)", or nothing where no word of `known` is near.
[[nodiscard]] std::string suggestion(const std::string& word, const std::set<std::string>& known);

}  // namespace ruamlint
