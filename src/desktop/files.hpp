#pragma once

#include <string_view>

namespace ruamlint {

/// A file of src/desktop/files, with @PROGRAM@ where the program's path goes; empty where there is none.
[[nodiscard]] std::string_view desktop_file(std::string_view name);

}  // namespace ruamlint
