#include "worker/reply.hpp"

#include "document/bytes.hpp"
#include "text/utf8.hpp"

namespace ruamlint {

std::string encode_reply(const WorkerReply& reply) {
  return reply.sha256 + '\n' + to_bytes(reply.result);
}

WorkerReply decode_reply(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) throw BadBytes("no reply");
  return {valid_utf8(bytes.substr(0, end)), read_result_from_bytes(bytes.substr(end + 1))};
}

}  // namespace ruamlint
