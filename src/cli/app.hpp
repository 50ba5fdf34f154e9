#pragma once

namespace ruamlint {

/// The program. Returns its exit status (cli/session.hpp); no exception leaves it.
[[nodiscard]] int run_command_line(int argc, char** argv);

}  // namespace ruamlint
