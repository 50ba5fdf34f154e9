// What an audit keeps of a form: made in the worker, so that only this little travels home.
#pragma once

#include <map>
#include <string>

#include "document/read_result.hpp"

namespace ruamlint {

struct AuditRecord {
  std::string sha256;  ///< of the bytes that were read; empty where there were none
  std::string fault;   ///< name_of(ReadFault); empty where the form was checked
  std::string detail;
  std::string format;
  int pages = 0;
  std::string category;                      ///< as the form has it, or as it was told
  std::string result = "could_not_check";    ///< name_of(Result)
  std::map<std::string, std::string> rules;  ///< rule id to the gravest of its results
  std::string report;                        ///< the form's report as JSON; empty where the worker died
};

[[nodiscard]] AuditRecord record_of(const ReadError& error);
/// Of a record with a fault; a name that is none is `crashed`.
[[nodiscard]] ReadError error_of(const AuditRecord& record);

[[nodiscard]] std::string encode_record(const AuditRecord& record);
/// A reply that is no record comes back as the fault `crashed`: the worker may have been taken over.
[[nodiscard]] AuditRecord decode_record(const std::string& bytes);

}  // namespace ruamlint
