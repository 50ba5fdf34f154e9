#include "cli/audit_plan.hpp"

#include <nlohmann/json.hpp>

#include "document/serialise.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using nlohmann::ordered_json;

constexpr int plan_version = 1;

/// Names are any bytes, JSON is UTF-8: what is none, and the percent sign itself, is written %XX.
std::string escaped(const std::string& name) {
  constexpr char digits[] = "0123456789ABCDEF";
  const bool readable = valid_utf8(name) == name;
  std::string text;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || byte < 0x20 || (!readable && byte >= 0x80)) {
      text += {'%', digits[byte >> 4], digits[byte & 0xF]};
    } else {
      text += c;
    }
  }
  return text;
}

std::vector<std::string> escaped(std::vector<std::string> names) {
  for (std::string& name : names) name = escaped(name);
  return names;
}

int hex_value(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 0;
}

std::string unescaped(const std::string& text) {
  std::string name;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      name += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      name += text[i];
    }
  }
  return name;
}

}  // namespace

std::string encode_plan(const SharedPlan& plan) {
  const AuditOptions& options = plan.options;
  ordered_json value = {{"version", plan_version},
                        {"settings", plan.settings},
                        {"lang", plan.language == Language::th ? "th" : "en"},
                        {"pack", escaped(options.pack.pack)},
                        {"checks", escaped(options.pack.checks)},
                        {"ocr", options.input.ocr},
                        {"closing_date", options.closing_date.value_or("")},
                        {"manifest", escaped(options.manifest)},
                        {"waivers", escaped(options.waivers)},
                        {"blanks", escaped(options.likeness.blanks)},
                        {"against", escaped(options.likeness.against)},
                        {"files", ordered_json::array()}};
  for (std::size_t i = 0; i < plan.inputs.size(); ++i)
    value["files"].push_back({{"name", escaped(plan.inputs[i].name)},
                              {"path", escaped(plan.inputs[i].path.string())},
                              {"bytes", plan.sizes[i]}});
  return readable_json(value);
}

std::optional<SharedPlan> decode_plan(const std::string& text) {
  try {
    const ordered_json value = ordered_json::parse(text);
    if (value.at("version") != plan_version) return std::nullopt;
    SharedPlan plan;
    plan.settings = value.at("settings");
    plan.language = value.at("lang") == "en" ? Language::en : Language::th;
    plan.options.pack.pack = unescaped(value.at("pack"));
    plan.options.pack.checks = unescaped(value.at("checks"));
    plan.options.input.ocr = value.at("ocr");
    if (const std::string date = value.at("closing_date"); !date.empty()) plan.options.closing_date = date;
    plan.options.manifest = unescaped(value.at("manifest"));
    plan.options.waivers = unescaped(value.at("waivers"));
    for (const std::string blank : value.at("blanks"))
      plan.options.likeness.blanks.push_back(unescaped(blank));
    for (const std::string output : value.at("against"))
      plan.options.likeness.against.push_back(unescaped(output));
    for (const ordered_json& file : value.at("files")) {
      plan.inputs.push_back({unescaped(file.at("name")), unescaped(file.at("path"))});
      plan.sizes.push_back(file.at("bytes"));
    }
    return plan;
  } catch (const ordered_json::exception&) {
    return std::nullopt;
  }
}

}  // namespace ruamlint
