// What was read, as bytes from a worker process to its parent. Both are the same program, so the form is
// compact and has no version; for anything that lasts or that others read there is JSON (serialise.hpp).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "document/read_result.hpp"

namespace ruamlint {

/// The bytes are not what to_bytes() wrote.
class BadBytes : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[nodiscard]] std::string to_bytes(const ReadResult& result);
/// Throws BadBytes. Safe on any bytes, since they may come from a process that a hostile file has taken over:
/// kinds are known ones, lengths finite, text is UTF-8, spans lie within their text, and what is allocated
/// stays within a small multiple of the bytes' size.
[[nodiscard]] ReadResult read_result_from_bytes(std::string_view bytes);

}  // namespace ruamlint
