#pragma once

#include "report/report.hpp"

namespace ruamlint {

/// Has the pages with evidence drawn, `jobs` forms at a time. False when SIGINT came.
[[nodiscard]] bool add_pictures(Run& run, int jobs);

}  // namespace ruamlint
