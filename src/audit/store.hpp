// OUT/audit.sqlite: what has been read stays read. docs/audit.md describes the tables.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "audit/record.hpp"

namespace ruamlint {

/// The store cannot be opened or written to: no room, no permission, in use, or of another version.
struct StoreError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A file of the last finished run.
struct AuditedFile {
  std::string name, sha256, key, fault;
  bool operator==(const AuditedFile&) const = default;
};

/// Every call may throw StoreError. What add() has returned from is kept, whatever happens to the process.
class Store {
 public:
  explicit Store(const std::filesystem::path& path);
  ~Store();
  Store(Store&&) = delete;

  [[nodiscard]] bool has(const std::string& key) const;
  [[nodiscard]] std::optional<AuditRecord> find(const std::string& key) const;
  /// One transaction.
  void add(const std::string& key, const AuditRecord& record);

  [[nodiscard]] std::vector<AuditedFile> files() const;
  /// Takes the place of the files of the run before.
  void set_files(const std::vector<AuditedFile>& files);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ruamlint
