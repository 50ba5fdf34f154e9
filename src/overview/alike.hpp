// Forms that may be one work, side by side.
#pragma once

#include <string>
#include <vector>

#include "likeness/alike.hpp"
#include "overview/overview.hpp"

namespace ruamlint {

/// A form of this audit, or of an earlier year's.
struct ComparedForm {
  std::string name, agency;
  std::string page;     ///< of its report, relative to OUT; empty where there is none
  std::string earlier;  ///< name of the earlier audit; empty for this one's
};

struct Likeness {
  std::vector<ComparedForm> forms;  ///< that the pairs' places are in
  std::vector<AlikePair> pairs;
};

/// A row a pair.
[[nodiscard]] std::string alike_csv(const Likeness& likeness);

/// The pairs with their passages, in both languages; the passages of the first few hundred only.
[[nodiscard]] std::string alike_page(const AuditOverview& audit, const Likeness& likeness);

}  // namespace ruamlint
