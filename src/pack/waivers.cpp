#include "pack/waivers.hpp"

#include <set>
#include <utility>

#include "pack/yaml.hpp"

namespace ruamlint {
namespace {

constexpr std::size_t fingerprint_digits = 16;

std::string fingerprint_of(const YamlNode& node) {
  std::string text = node.text();
  const bool whole =
      text.size() == fingerprint_digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!whole) node.fail("a fingerprint has 16 digits 0-9 a-f, as the JSON report shows it");
  return text;
}

std::vector<Waiver> read(const YamlNode& file) {
  std::vector<Waiver> waivers;
  std::set<std::pair<std::string, std::string>> seen;
  for (const YamlNode& item : file.list()) {
    YamlMap map(item);
    Waiver waiver;
    const YamlNode& fingerprint = map.need("fingerprint");
    waiver.fingerprint = fingerprint_of(fingerprint);
    waiver.reason = map.need("reason").text();
    waiver.who = map.need("who").text();
    waiver.until = map.need("until").date();
    if (const YamlNode* file_name = map.find("file")) waiver.file = file_name->text();
    map.refuse_unknown();
    if (!seen.insert({waiver.fingerprint, waiver.file}).second)
      fingerprint.fail("the fingerprint " + waiver.fingerprint + " stands twice");
    waivers.push_back(std::move(waiver));
  }
  return waivers;
}

}  // namespace

std::variant<std::vector<Waiver>, PackError> load_waivers(const std::filesystem::path& file) {
  const std::string shown = file.filename().string();
  try {
    return read(YamlNode::load(file, shown));
  } catch (const PackFault& fault) {
    return fault.error;
  } catch (const YAML::Exception& error) {
    return PackError{
        shown + ":" + std::to_string(error.mark.line + 1) + ":" + std::to_string(error.mark.column + 1),
        error.msg};
  }
}

}  // namespace ruamlint
