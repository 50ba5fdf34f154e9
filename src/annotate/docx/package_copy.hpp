// A copy of a ZIP with some entries changed; all others are taken over as they are, packed bytes and all.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;
struct zip_source;

namespace ruamlint::docx {

class PackageCopy {
 public:
  /// `package` must outlive it. Nothing where it is no ZIP.
  [[nodiscard]] static std::optional<PackageCopy> of(std::string_view package);

  /// Puts a part in its place, or adds it. Names are compared as a Package compares them. False where that
  /// fails.
  [[nodiscard]] bool put(std::string_view part, std::string content);
  /// The copy's bytes, to be asked for once. The same changes give the same bytes: what is new bears no time.
  [[nodiscard]] std::optional<std::string> finish();

 private:
  PackageCopy(zip* archive, zip_source* target);

  std::unique_ptr<zip, void (*)(zip*)> archive_;
  std::unique_ptr<zip_source, void (*)(zip_source*)> target_;
  std::vector<std::unique_ptr<std::string>> contents_;  ///< libzip reads them when it writes
};

}  // namespace ruamlint::docx
