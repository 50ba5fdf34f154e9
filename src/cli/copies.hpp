// Copies of forms with the report's notes in them.
#pragma once

#include <string>
#include <vector>

#include "annotate/annotation.hpp"
#include "cli/session.hpp"
#include "report/report.hpp"

namespace ruamlint {

/// A form's copy. Nothing stands in `copy` where there is none to be made: nothing to note, a picture, a form
/// that could not be read.
struct FormCopy {
  std::string copy;
  std::optional<AnnotateFault> fault;  ///< there should be a copy, and is not
};

/// For each document of the run, in its order. False when interrupted.
[[nodiscard]] bool make_copies(const Run& run, int jobs, const Session& session,
                               std::vector<FormCopy>& copies);

/// Why there is no copy, in a sentence.
[[nodiscard]] std::string fault_text(AnnotateFault fault, const Session& session);

/// Writes each into `folder`, or beside its form where that is empty, there under a name that no file has
/// yet; tells on standard error where it went, and of each that could not be made. Throws std::runtime_error
/// where it cannot be written.
void write_copies(const Run& run, const std::vector<FormCopy>& copies, const std::string& folder,
                  const Session& session);

}  // namespace ruamlint
