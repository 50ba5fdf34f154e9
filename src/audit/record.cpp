#include "audit/record.hpp"

#include <nlohmann/json.hpp>

#include "document/serialise.hpp"

namespace ruamlint {

using nlohmann::json;

AuditRecord record_of(const ReadError& error) {
  AuditRecord record;
  record.fault = name_of(error.fault);
  record.detail = error.detail;
  return record;
}

ReadError error_of(const AuditRecord& record) {
  for (int i = 0; i < static_cast<int>(ReadFault::crashed); ++i) {
    const auto fault = static_cast<ReadFault>(i);
    if (record.fault == name_of(fault)) return {fault, record.detail};
  }
  return {ReadFault::crashed, record.detail};
}

std::string encode_record(const AuditRecord& record) {
  const json value = {{"sha256", record.sha256}, {"fault", record.fault}, {"detail", record.detail},
                      {"format", record.format}, {"pages", record.pages}, {"category", record.category},
                      {"result", record.result}, {"rules", record.rules}, {"report", record.report}};
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

AuditRecord decode_record(const std::string& bytes) {
  try {
    const json value = json::parse(bytes);
    AuditRecord record;
    value.at("sha256").get_to(record.sha256);
    value.at("fault").get_to(record.fault);
    value.at("detail").get_to(record.detail);
    value.at("format").get_to(record.format);
    value.at("pages").get_to(record.pages);
    value.at("category").get_to(record.category);
    value.at("result").get_to(record.result);
    value.at("rules").get_to(record.rules);
    value.at("report").get_to(record.report);
    return record;
  } catch (const json::exception& error) {
    return record_of({ReadFault::crashed, error.what()});
  }
}

}  // namespace ruamlint
