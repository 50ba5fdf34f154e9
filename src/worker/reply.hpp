// The message that a worker sends home.
#pragma once

#include <string>
#include <string_view>

#include "worker/worker.hpp"

namespace ruamlint {

[[nodiscard]] std::string encode_reply(const WorkerReply& reply);
/// Throws BadBytes (document/bytes.hpp) where the bytes are no reply.
[[nodiscard]] WorkerReply decode_reply(std::string_view bytes);

}  // namespace ruamlint
