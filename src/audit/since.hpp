// What has changed since an earlier audit.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "audit/row.hpp"

namespace ruamlint {

/// An earlier audit's forms, by their names. Kept in memory, so that its store may be the one that is written
/// to now.
class EarlierAudit {
 public:
  /// Throws StoreError where there is none.
  explicit EarlierAudit(const std::filesystem::path& store);

  /// Fills `since` of each row: new, same, and otherwise mended or worse, judged by the form's result first,
  /// then by how many points must be fixed, should be fixed and are to be looked at. Adds a row `gone` for
  /// each form that is here no more.
  void compare(std::vector<AuditRow>& rows) const;

 private:
  std::map<std::string, AuditRecord> forms_;  ///< by the name as people see it
};

}  // namespace ruamlint
