#include "audit/row.hpp"

#include <filesystem>

#include "text/utf8.hpp"
#include "worker/worker.hpp"

namespace ruamlint {

std::string form_name(const std::string& name, const std::string& key) {
  constexpr std::size_t most_bytes = 120, digits = 12;
  const std::string stem = valid_utf8(std::filesystem::path(name).filename().string());
  std::string safe;
  for (std::size_t at = 0; at < stem.size() && safe.size() < most_bytes;) {
    const char32_t c = next_code_point(stem, at);
    const bool plain = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
                       is_thai(c) || c == U'.' || c == U'-';
    append_utf8(safe, plain ? c : U'_');
  }
  return safe + "-" + sha256_of(name + '\0' + key).substr(0, digits);
}

}  // namespace ruamlint
