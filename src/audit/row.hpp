// One row for every submission: those that came, those that did not, those that nobody expected.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/manifest.hpp"
#include "audit/record.hpp"

namespace ruamlint {

struct AuditRow {
  std::string status;  ///< checked, could_not_check, doubled, missing; not_read: its share has no result yet;
                       ///< gone: only the earlier audit has it
  bool expected = true;  ///< false: extra, where there is a manifest
  Expected submission;   ///< from the manifest; empty without one
  std::string name;      ///< of the file; for `missing` the one that the manifest has
  std::string same_as;   ///< the first file of the same bytes, for `doubled`
  std::string key;       ///< of its result in the store; empty where there is none
  std::string form;   ///< name of its reports below OUT/forms, without extension; empty where there are none
  std::string since;  ///< against an earlier audit: new, mended, same, worse, gone; empty without one
  int alike = 0;      ///< how many other forms may be the same work
  AuditRecord record;
};

/// Which files an office can tell apart at a glance, and no two of the same name: the file's own name as far
/// as every file system takes it, and a digest of the whole and of the result.
[[nodiscard]] std::string form_name(const std::string& name, const std::string& key);

}  // namespace ruamlint
