// A visitor's file on its way through a check.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace ruamlint::serve {

/// Lies in a folder of its own that nobody else may read, and that goes with it.
class Upload {
 public:
  /// `name` as the visitor's browser gives it; see safe_name(). Throws std::system_error where there is no
  /// place.
  explicit Upload(std::string_view name);
  ~Upload();
  Upload(const Upload&) = delete;
  Upload& operator=(const Upload&) = delete;

  /// False where it cannot be written.
  [[nodiscard]] bool append(const char* bytes, std::size_t size);
  /// After this nothing is appended. False where something could not be written.
  [[nodiscard]] bool finish();

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  /// Within the folder.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::filesystem::path folder_;
  std::string name_;
  int file_ = -1;
};

/// A name without folders, control characters or a dash at its beginning, of at most 150 bytes, its ending
/// kept.
[[nodiscard]] std::string safe_name(std::string_view name);

}  // namespace ruamlint::serve
