#include "audit/record.hpp"

#include <nlohmann/json.hpp>

#include "document/serialise.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

using nlohmann::json;

json binary(const std::string& bytes) {
  return json::binary({bytes.begin(), bytes.end()});
}

std::string bytes_at(const json& value, const char* name) {
  const json& field = value.at(name);
  if (!field.is_binary()) throw json::other_error::create(500, name, &value);
  return {field.get_binary().begin(), field.get_binary().end()};
}

std::string text_at(const json& value, const char* name) {
  return valid_utf8(value.at(name).get<std::string>());
}

AuditRecord line_from(const json& value) {
  AuditRecord line;
  line.sha256 = text_at(value, "sha256");
  line.fault = text_at(value, "fault");
  line.detail = text_at(value, "detail");
  line.format = text_at(value, "format");
  line.pages = value.at("pages").get<int>();
  line.category = text_at(value, "category");
  line.result = text_at(value, "result");
  for (const auto& [rule, standing] : value.at("rules").items())
    line.rules[valid_utf8(rule)] = valid_utf8(standing.get<std::string>());
  return line;
}

}  // namespace

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

std::string encode_record(const FormRecord& record) {
  const AuditRecord& line = record.line;
  json findings = json::array();
  for (const RecordedFinding& finding : record.findings)
    findings.push_back({{"rule", finding.rule},
                        {"standing", finding.standing},
                        {"message", finding.message},
                        {"place", finding.place},
                        {"quote", finding.quote},
                        {"fingerprint", finding.fingerprint}});
  const json value = {
      {"sha256", line.sha256},       {"fault", line.fault},         {"detail", line.detail},
      {"format", line.format},       {"pages", line.pages},         {"category", line.category},
      {"result", line.result},       {"rules", line.rules},         {"findings", findings},
      {"json", binary(record.json)}, {"html", binary(record.html)}, {"text", binary(record.text)},
      {"sketch", record.sketch}};
  const auto bytes = json::to_cbor(value);
  return {bytes.begin(), bytes.end()};
}

FormRecord decode_record(const std::string& bytes) {
  try {
    const json value = json::from_cbor(bytes);
    FormRecord record;
    record.line = line_from(value);
    for (const json& finding : value.at("findings"))
      record.findings.push_back({text_at(finding, "rule"), text_at(finding, "standing"),
                                 text_at(finding, "message"), text_at(finding, "place"),
                                 text_at(finding, "quote"), text_at(finding, "fingerprint")});
    record.json = bytes_at(value, "json");
    record.html = bytes_at(value, "html");
    record.text = bytes_at(value, "text");
    value.at("sketch").get_to(record.sketch);
    return record;
  } catch (const json::exception& error) {
    return {record_of({ReadFault::crashed, error.what()}), {}, {}, {}, {}, {}};
  }
}

}  // namespace ruamlint
