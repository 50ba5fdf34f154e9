// Findings that somebody has looked at and accepts: a file that an office keeps beside its forms.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "pack/pack.hpp"

namespace ruamlint {

/// One accepted finding, known by its fingerprint, which a resaved file keeps.
struct Waiver {
  std::string fingerprint;  ///< 16 hex digits
  std::string reason;
  std::string who;
  Day until{};       ///< the last closing date for which it holds
  std::string file;  ///< name of the only file that it is for, without folders; empty: any
};

/// Reads a YAML list of items with `fingerprint`, `reason`, `who` and `until` (YYYY-MM-DD), all of them
/// needed, and perhaps `file`. A fingerprint that stands twice for the same file is an error.
[[nodiscard]] std::variant<std::vector<Waiver>, PackError> load_waivers(const std::filesystem::path& file);

}  // namespace ruamlint
