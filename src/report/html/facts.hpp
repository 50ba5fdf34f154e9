// What the form says, drawn: levels as a ladder, the period on a time line, changes as bars.
#pragma once

#include "report/html/evidence.hpp"

namespace ruamlint::html {

[[nodiscard]] Markup facts(const FormContext& form);

}  // namespace ruamlint::html
