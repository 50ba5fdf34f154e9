// Findings that somebody accepts: they stay in the report, marked, and count for nothing.
#pragma once

#include <string_view>
#include <vector>

#include "rules/finding.hpp"

namespace ruamlint {

/// A waiver, and what became of it in a run.
struct WaiverOutcome {
  enum class State {
    used,
    unused,    ///< no form has that finding, or not any more
    expired,   ///< the closing date lies behind its last day
    too_wide,  ///< the finding quotes nothing, so that every form may have it, and the waiver names no file
    not_met,   ///< the file that it is for is not among those checked
  };
  Waiver waiver;
  State state = State::unused;
};

/// The waivers of a run. Each form's findings are to be given to `apply` once.
class WaiverDesk {
 public:
  WaiverDesk() = default;
  WaiverDesk(std::vector<Waiver> waivers, Day closing_date);

  /// Marks those of a form's findings that fail or ask and are accepted. `file` is its name without folders.
  void apply(std::string_view file, std::vector<Finding>& findings);
  /// In the order of the file of waivers.
  [[nodiscard]] const std::vector<WaiverOutcome>& outcomes() const { return outcomes_; }

 private:
  std::vector<WaiverOutcome> outcomes_;
};

[[nodiscard]] const char* name_of(WaiverOutcome::State state);

}  // namespace ruamlint
