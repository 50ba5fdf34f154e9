// Bytes made small for the store: reports are nearly the same thousands of times.
#pragma once

#include <string>
#include <string_view>

namespace ruamlint {

/// zlib's format. The same bytes give the same bytes.
[[nodiscard]] std::string packed(std::string_view bytes);
/// Throws StoreError where the bytes are not what packed() made.
[[nodiscard]] std::string unpacked(std::string_view bytes);

}  // namespace ruamlint
