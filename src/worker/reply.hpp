// The message that a worker sends home. JSON text and not a binary form: it is read from a process that a
// hostile file may have taken over, and the library reads text without recursion, so that no nesting can
// overflow the parent's stack.
#pragma once

#include <string>

#include "worker/worker.hpp"

namespace ruamlint {

[[nodiscard]] std::string encode_reply(const WorkerReply& reply);
/// Throws nlohmann::json::exception where the bytes are no reply.
[[nodiscard]] WorkerReply decode_reply(const std::string& bytes);

}  // namespace ruamlint
