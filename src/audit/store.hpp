// OUT/audit.sqlite: what has been read stays read. docs/audit.md describes the tables.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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

/// A file as a run has found it.
struct AuditedFile {
  std::string name;
  std::string sha256, key;    ///< empty where its bytes could not be had
  std::string fault, detail;  ///< why not, or why they could not be checked
  bool operator==(const AuditedFile&) const = default;
};

struct FormReports {
  std::string json, html;  ///< unpacked; empty where the worker died
};

/// How often a rule has told forms the same thing.
struct CommonFinding {
  std::string rule, message;
  std::size_t forms = 0;
};

/// Every call may throw StoreError. What add() has returned from is kept, whatever happens to the process.
class Store {
 public:
  enum class Access {
    write,  ///< made where it is not there
    read,   ///< of a finished audit
  };
  explicit Store(const std::filesystem::path& path, Access access = Access::write);
  ~Store();
  Store(Store&&) = delete;

  [[nodiscard]] bool has(const std::string& key) const;
  [[nodiscard]] std::optional<AuditRecord> find(const std::string& key) const;
  [[nodiscard]] std::vector<RecordedFinding> findings(const std::string& key) const;
  [[nodiscard]] FormReports reports(const std::string& key) const;
  [[nodiscard]] std::vector<std::uint32_t> sketch(const std::string& key) const;
  /// The form's words, unpacked.
  [[nodiscard]] std::string text(const std::string& key) const;
  /// Of each rule, over the files of the last run, its most usual message.
  [[nodiscard]] std::vector<CommonFinding> most_usual_findings() const;

  /// One transaction.
  void add(const std::string& key, const FormRecord& record);
  /// Adds the results of another store that this one does not have.
  void take_from(const std::filesystem::path& other);

  /// In the order of their names' bytes.
  [[nodiscard]] std::vector<AuditedFile> files() const;
  /// Takes the place of the files of the run before; results that none of them has are forgotten.
  void set_files(const std::vector<AuditedFile>& files);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ruamlint
