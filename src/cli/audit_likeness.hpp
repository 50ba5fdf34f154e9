// Which forms of an audit may be one work, in this year or against earlier ones.
#pragma once

#include <string>
#include <vector>

#include "audit/row.hpp"
#include "audit/store.hpp"
#include "cli/options.hpp"
#include "overview/alike.hpp"

namespace ruamlint {

struct LikenessOptions {
  std::vector<std::string> blanks;   ///< files of the blank form
  std::vector<std::string> against;  ///< outputs of earlier audits
};

/// The user has stopped it, before there was anything to keep.
struct Stopped {};

/// Text of the blank forms, read in workers. Throws UsageError where one cannot be read, and Stopped.
[[nodiscard]] std::vector<std::string> texts_of_blanks(const LikenessOptions& options,
                                                       const Session& session);

/// Fills `alike` of the rows. Throws UsageError where an earlier audit cannot be opened.
[[nodiscard]] Likeness likeness_of(std::vector<AuditRow>& rows, const Store& store,
                                   std::vector<std::string> blanks, const LikenessOptions& options,
                                   const Session& session);

}  // namespace ruamlint
