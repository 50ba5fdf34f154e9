#include "report/html/drawings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "report/facts_text.hpp"
#include "report/html/bilingual.hpp"
#include "report/wording.hpp"

namespace ruamlint::html {
namespace {

using std::chrono::year;
using std::chrono::year_month_day;

std::string percent(double share) {
  return fmt::format("{:.2f}%", std::clamp(share, 0.0, 1.0) * 100);
}

Day first_day_of(year which) {
  return which / std::chrono::January / 1;
}

/// Whole years from the start to the closing date, or to the end where that is later.
class Scale {
 public:
  Scale(Day first, Day last)
      : first_year_(year_month_day{first}.year()),
        last_year_(year_month_day{last}.year()),
        begin_(first_day_of(first_year_)),
        days_(static_cast<double>((first_day_of(last_year_ + std::chrono::years{1}) - begin_).count())) {}

  [[nodiscard]] double at(Day day) const {
    return std::clamp(static_cast<double>((day - begin_).count()) / days_, 0.0, 1.0);
  }
  [[nodiscard]] year first_year() const { return first_year_; }
  [[nodiscard]] year last_year() const { return last_year_; }

 private:
  year first_year_, last_year_;
  Day begin_;
  double days_;
};

Markup bar(const char* css_class, double from, double to) {
  return void_element("rect", {{"class", css_class},
                               {"x", percent(from)},
                               {"width", percent(std::max(to - from, 0.004))},
                               {"y", "16"},
                               {"height", "14"},
                               {"rx", "3"}});
}

Markup year_marks(const Scale& scale) {
  constexpr int most_labels = 5, buddhist_era_ahead = 543;
  const int years = static_cast<int>(scale.last_year()) - static_cast<int>(scale.first_year()) + 1;
  const int step = (years + most_labels - 1) / most_labels;
  Markup marks;
  for (int i = 0; i < years; ++i) {
    const int number = static_cast<int>(scale.first_year()) + i;
    const std::string x = percent(scale.at(first_day_of(year{number})));
    marks += void_element("line", {{"class", "tick"}, {"x1", x}, {"x2", x}, {"y1", "10"}, {"y2", "36"}});
    if (i % step != 0) continue;
    marks += svg_text({{"class", "year"}, {"x", x}, {"dx", "3"}, {"y", "50"}}, [&](Language language) {
      return std::to_string(number + (language == Language::th ? buddhist_era_ahead : 0));
    });
  }
  return marks;
}

Markup change_row(const char* css_class, const Markup& label, double share, const Markup& value) {
  const Markup drawn = element(
      "svg", {{"class", "bar"}, {"height", "12"}, {"aria-hidden", "true"}},
      void_element("rect", {{"class", "track"}, {"width", "100%"}, {"height", "12"}, {"rx", "3"}}) +
          void_element("rect",
                       {{"class", css_class}, {"width", percent(share)}, {"height", "12"}, {"rx", "3"}}));
  return element("div", {{"class", "bar-row"}},
                 element("dt", label) + element("dd", drawn + element("span", {{"class", "value"}}, value)));
}

double share_of(double value, double other) {
  const double most = std::max(std::abs(value), std::abs(other));
  return most > 0 && std::isfinite(most) ? std::abs(value) / most : 0;
}

}  // namespace

Markup time_line(const OperationFact& operation, Day closing_date, const std::string& id) {
  const Day last = std::max(operation.end.latest, closing_date);
  const Day first = std::min(operation.start.earliest, closing_date);
  const Scale scale(first, last);
  const double closing = scale.at(closing_date);
  const Markup drawn =
      year_marks(scale) +
      bar("possible", scale.at(operation.start.earliest), scale.at(operation.end.latest)) +
      (operation.start.latest < operation.end.earliest
           ? bar("certain", scale.at(operation.start.latest), scale.at(operation.end.earliest))
           : Markup()) +
      void_element("line", {{"class", "closing"},
                            {"x1", percent(closing)},
                            {"x2", percent(closing)},
                            {"y1", "4"},
                            {"y2", "38"}});
  const Markup caption = both_of([&](Language language) {
    return filled(
        Said{"เส้นเวลา เส้นประคือวันปิดรับสมัคร {date}", "Time line; the dashed line is the closing date, {date}"}
            .in(language),
        {{"date", date_text(closing_date, language)}});
  });
  return element(
      "figure", {{"class", "time"}},
      element("svg", {{"class", "time-line"}, {"height", "56"}, {"role", "img"}, {"aria-labelledby", id}},
              drawn) +
          element("figcaption", {{"id", id}}, caption));
}

Markup change_bars(const Comparison& comparison) {
  const double before = comparison.before.value, after = comparison.after.value;
  Markup rows =
      change_row("before", both({"ก่อน", "before"}), share_of(before, after),
                 quoted_cut(comparison.before_text)) +
      change_row("after", both({"หลัง", "after"}), share_of(after, before), quoted_cut(comparison.after_text));
  const Markup recomputed = both_of([&](Language language) { return recomputed_text(comparison, language); });
  const bool claims = comparison.claim_kind != Comparison::ClaimKind::none;
  const double stated = claims ? comparison.claimed.value : 0;
  if (claims && !comparison.claimed_text.empty())
    rows += change_row("stated", both({"แบบระบุ", "stated"}),
                       recomputed.empty() ? 0 : share_of(stated, comparison.recomputed),
                       quoted_cut(comparison.claimed_text));
  if (!recomputed.empty())
    rows += change_row("recomputed", both({"คำนวณได้", "recomputed"}),
                       share_of(comparison.recomputed, claims ? stated : comparison.recomputed), recomputed);
  return element("dl", {{"class", "bars"}}, rows);
}

}  // namespace ruamlint::html
