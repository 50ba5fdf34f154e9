#include "cli/waivers.hpp"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace ruamlint {

std::vector<Waiver> waivers_of(const std::string& file, const Session& session) {
  if (file.empty()) return {};
  auto loaded = load_waivers(file);
  if (const auto* error = std::get_if<PackError>(&loaded)) {
    throw UsageError(fmt::format(
        fmt::runtime(session.say("--waivers: {} มีข้อผิดพลาด: {}: {}", "--waivers: {} has an error: {}: {}")),
        file, error->where, error->problem));
  }
  return std::get<std::vector<Waiver>>(std::move(loaded));
}

}  // namespace ruamlint
