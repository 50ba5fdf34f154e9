#pragma once

namespace ruamlint {

/// From now on the process opens only files that readers need: libraries, fonts, encodings, language models.
/// False where the kernel has no Landlock, or it is switched off.
[[nodiscard]] bool allow_system_files_only();

}  // namespace ruamlint
