// What reading a stranger's file ends in: a Document, or the reason why there is none. Failing is normal here,
// so it is a value.
#pragma once

#include <string>
#include <variant>

#include "document/document.hpp"

namespace ruamlint {

enum class ReadFault {
  not_found,
  is_directory,
  no_permission,
  empty_file,
  not_a_form,        ///< the bytes are of no kind that is read; detail: the kind, where it is known ("text", "zip")
  wrong_extension,   ///< e.g. a text file named .pdf; detail: what it is instead
  encrypted,
  damaged,           ///< detail: where or what, for a person who asks
  old_word,          ///< .doc (OLE2)
  other_office,      ///< detail: "odt", "rtf", "pages", "xlsx", "pptx" ...
  no_text,           ///< read, but there is nothing to check in it
  too_large,         ///< a limit was passed; detail: which
  out_of_time,
  out_of_memory,
  crashed,           ///< the worker died; detail: the signal
};

struct ReadError {
  ReadFault fault = ReadFault::damaged;
  std::string detail;
};

using ReadResult = std::variant<Document, ReadError>;

}  // namespace ruamlint
