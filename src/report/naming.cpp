#include "report/naming.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "report/html/markup.hpp"
#include "report/wording.hpp"

namespace ruamlint {
namespace {

constexpr std::string_view name_to_come = "\uFDD1";

std::string replaced(const std::string& text, std::string_view what, const std::string& by) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t found; (found = text.find(what, at)) != std::string::npos; at = found + what.size())
    result.append(text, at, found - at).append(by);
  return result.append(text, at);
}

}  // namespace

std::string json_with_path(std::string json, const std::string& path) {
  const std::string quoted =
      nlohmann::json(path).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return replaced(json, path_to_come, quoted.substr(1, quoted.size() - 2));
}

std::string html_with_path(std::string html, const std::string& path) {
  const std::string name = std::filesystem::path(path).filename().string();
  html = replaced(html, path_to_come, html::Markup(quoted_path(path)).string());
  return replaced(html, name_to_come, html::Markup(quoted_path(name)).string());
}

}  // namespace ruamlint
