// Facts as drawings in SVG whose words keep their size on any screen.
#pragma once

#include "facts/facts.hpp"
#include "report/html/markup.hpp"

namespace ruamlint::html {

/// The period of operation up to the closing date; what is only possibly part of it is drawn lighter.
/// `operation.found` must hold; ids begin with `id`.
[[nodiscard]] Markup time_line(const OperationFact& operation, Day closing_date, const std::string& id);
/// Before and after, and the change as stated beside the change as recomputed.
[[nodiscard]] Markup change_bars(const Comparison& comparison);

}  // namespace ruamlint::html
