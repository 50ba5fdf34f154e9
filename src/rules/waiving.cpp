#include "rules/waiving.hpp"

#include <algorithm>

namespace ruamlint {
namespace {

using State = WaiverOutcome::State;

bool can_be_waived(const Finding& finding) {
  return finding.result == Result::fail || finding.result == Result::ask;
}

bool quotes_nothing(const Finding& finding) {
  return std::all_of(finding.evidence.begin(), finding.evidence.end(),
                     [](const Evidence& evidence) { return evidence.quote.empty(); });
}

}  // namespace

WaiverDesk::WaiverDesk(std::vector<Waiver> waivers, Day closing_date) {
  for (Waiver& waiver : waivers) {
    const bool over = waiver.until < closing_date;
    const State state = over ? State::expired : waiver.file.empty() ? State::unused : State::not_met;
    outcomes_.push_back({std::move(waiver), state});
  }
}

void WaiverDesk::apply(std::string_view file, std::vector<Finding>& findings) {
  for (auto& [waiver, state] : outcomes_) {
    if (state == State::expired || (!waiver.file.empty() && waiver.file != file)) continue;
    if (state == State::not_met) state = State::unused;
    for (Finding& finding : findings) {
      if (finding.fingerprint != waiver.fingerprint || !can_be_waived(finding)) continue;
      if (waiver.file.empty() && quotes_nothing(finding)) {
        state = State::too_wide;
        continue;
      }
      finding.waiver = waiver;
      state = State::used;
    }
  }
}

const char* name_of(State state) {
  switch (state) {
    case State::used:
      return "used";
    case State::unused:
      return "unused";
    case State::expired:
      return "expired";
    case State::too_wide:
      return "too_wide";
    case State::not_met:
      break;
  }
  return "not_met";
}

}  // namespace ruamlint
