#include "cli/packs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

#include "worker/worker.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

constexpr const char* default_pack = "pppa-2567";

bool is_folder(const fs::path& path) {
  std::error_code not_there;
  return fs::is_directory(path, not_there);
}

/// Where packs lie when nobody says: beside an installed program, else in the source tree it was built from.
fs::path own_checks_folder() {
  std::error_code unknown;
  const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
  const fs::path installed = program.parent_path().parent_path() / "share" / "ruamlint" / "checks";
  return is_folder(installed) ? installed : fs::path(RUAMLINT_DEFAULT_CHECKS_DIR);
}

/// Where packs are looked for, and whether the user said so.
struct ChecksFolder {
  fs::path path;
  bool chosen = false;
};

ChecksFolder checks_folder(const PackOptions& options) {
  if (!options.checks.empty()) return {options.checks, true};
  const char* variable = std::getenv("RUAMLINT_CHECKS");
  if (variable != nullptr && *variable != '\0') return {variable, true};
  return {own_checks_folder(), false};
}

/// The folder of packs and the name in it.
std::pair<ChecksFolder, std::string> place_of_pack(const PackOptions& options) {
  const std::string name = options.pack.empty() ? default_pack : options.pack;
  if (name.find('/') == std::string::npos) return {checks_folder(options), name};
  // A folder: packs that it extends lie beside it.
  const fs::path pack_folder = fs::weakly_canonical(name);
  return {{pack_folder.parent_path(), true}, pack_folder.filename().string()};
}

}  // namespace

void add_checks_folder(CLI::App& command, const Session& session, PackOptions& options) {
  command
      .add_option("--checks", options.checks,
                  session.say("โฟลเดอร์ที่เก็บชุดกฎทั้งหมด (หรือกำหนดด้วย RUAMLINT_CHECKS)",
                              "folder that holds the packs (or set RUAMLINT_CHECKS)"))
      ->type_name("DIR");
}

void add_pack_options(CLI::App& command, const Session& session, PackOptions& options) {
  command
      .add_option("--pack", options.pack,
                  fmt::format(fmt::runtime(session.say("ชุดกฎ: ชื่อ หรือโฟลเดอร์ของชุดกฎ (ปกติ {})",
                                                       "rule pack: its name or its folder (default: {})")),
                              default_pack))
      ->type_name("NAME|DIR");
  add_checks_folder(command, session, options);
}

Pack pack_of(const PackOptions& options, const Session& session) {
  const auto [folder, name] = place_of_pack(options);
  const bool chosen = folder.chosen || !options.pack.empty();
  if (!is_folder(folder.path / name)) {
    const std::string problem =
        fmt::format(fmt::runtime(session.say("ไม่พบชุดกฎ {} ใน {} เช่น --pack {}",
                                             "there is no rule pack {} in {}; for example --pack {}")),
                    name, folder.path.string(), default_pack);
    if (chosen) throw UsageError(problem);
    throw std::runtime_error(problem);
  }
  auto loaded = load_pack(folder.path, name);
  if (const auto* error = std::get_if<PackError>(&loaded)) {
    const std::string problem = fmt::format(
        fmt::runtime(session.say("ชุดกฎ {} มีข้อผิดพลาด: {}: {}", "rule pack {} has an error: {}: {}")), name,
        error->where, error->problem);
    if (chosen) throw UsageError(problem);
    throw std::runtime_error(problem);
  }
  return std::get<Pack>(std::move(loaded));
}

std::string digest_of_packs(const PackOptions& options) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(place_of_pack(options).first.path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::string digests;
  for (const fs::path& file : files) {
    const FileBytes bytes = bytes_of_file(file);
    if (const auto* read = std::get_if<std::string>(&bytes)) digests += sha256_of(*read);
  }
  return sha256_of(digests);
}

}  // namespace ruamlint
