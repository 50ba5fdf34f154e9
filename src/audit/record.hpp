// What an audit keeps of a form: made in the worker, so that only this little travels home.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "document/read_result.hpp"

namespace ruamlint {

/// Something that a person is to act on or to look at, in the language of the audit.
struct RecordedFinding {
  std::string rule;
  std::string standing;  ///< must_fix, should_fix, look, remark, unchecked, waived
  std::string message, place, quote, fingerprint;
};

/// A form in a line.
struct AuditRecord {
  std::string sha256;  ///< of the bytes that were read; empty where there were none
  std::string fault;   ///< name_of(ReadFault); empty where the form was checked
  std::string detail;
  std::string format;
  int pages = 0;
  std::string category;                      ///< as the form has it, or as it was told
  std::string result = "could_not_check";    ///< name_of(Result)
  std::map<std::string, std::string> rules;  ///< rule id to how its gravest finding stands
};

/// All of it.
struct FormRecord {
  AuditRecord line;
  std::vector<RecordedFinding> findings;
  std::string json, html;             ///< its reports, packed (packed.hpp), still without the form's name
  std::string text;                   ///< its words, packed; empty where none were read
  std::vector<std::uint32_t> sketch;  ///< of its words (likeness/sketch.hpp)
};

[[nodiscard]] AuditRecord record_of(const ReadError& error);
/// Of a record with a fault; a name that is none is `crashed`.
[[nodiscard]] ReadError error_of(const AuditRecord& record);

[[nodiscard]] std::string encode_record(const FormRecord& record);
/// A reply that is no record comes back as the fault `crashed`: the worker may have been taken over. Text in
/// it is UTF-8.
[[nodiscard]] FormRecord decode_record(const std::string& bytes);

}  // namespace ruamlint
