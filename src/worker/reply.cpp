#include "worker/reply.hpp"

#include <nlohmann/json.hpp>

#include "document/serialise.hpp"

namespace ruamlint {

using nlohmann::json;

std::string encode_reply(const WorkerReply& reply) {
  json message = {{"sha256", reply.sha256}};
  if (const auto* document = std::get_if<Document>(&reply.result)) {
    message["document"] = to_json(*document);
  } else {
    message["error"] = to_json(std::get<ReadError>(reply.result));
  }
  return message.dump(-1, ' ', false, json::error_handler_t::replace);
}

WorkerReply decode_reply(const std::string& bytes) {
  const json message = json::parse(bytes);
  WorkerReply reply;
  message.at("sha256").get_to(reply.sha256);
  if (message.contains("document")) {
    reply.result = document_from_json(message["document"]);
  } else {
    reply.result = read_error_from_json(message.at("error"));
  }
  return reply;
}

}  // namespace ruamlint
