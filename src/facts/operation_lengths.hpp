// Lengths of time that a form gives for its work: "รวม 3 ปี", "(6 เดือน)". Internal to facts/.
#pragma once

#include <string>
#include <vector>

#include "facts/context.hpp"
#include "facts/form.hpp"

namespace ruamlint {

/// Whole months from the start to the day after the finish, at least and at most; the reference day `today`
/// itself is no whole day yet.
[[nodiscard]] MonthRange months_between(const DayRange& start, const DayRange& finish, Day today);

class LengthReader {
 public:
  LengthReader(const Form& form, Day today);

  /// Adds what the passage says. `heading` is read before it; `periods` are those of both together.
  void read(const Passage& passage, const std::string& heading, const std::vector<PeriodMention>& periods,
            std::vector<DurationClaim>& claims) const;

 private:
  [[nodiscard]] bool is_about_work(const Passage& passage, std::size_t begin) const;
  [[nodiscard]] bool is_total(const Passage& passage, std::size_t begin, std::size_t end,
                              const DurationClaim& claim) const;
  [[nodiscard]] bool is_rate(std::string_view before) const;

  ContextReader context_;
  int words_, totals_;
  const std::vector<std::string>& rates_;
  const std::vector<std::string>& gone_by_;
  Day today_;
};

}  // namespace ruamlint
