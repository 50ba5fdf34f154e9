// The way of one form behind the worker: Document to Facts to Findings.
#pragma once

#include <string>

#include "pack/pack.hpp"
#include "report/report.hpp"
#include "worker/worker.hpp"

namespace ruamlint {

/// Pure: the same reply and pack give the same report. The closing date is the pack's.
[[nodiscard]] DocumentReport check_document(const std::string& path, WorkerReply reply, const Pack& pack,
                                            const FactOptions& options);

/// Marks what is accepted, and draws the result anew from what is left.
void apply_waivers(DocumentReport& report, WaiverDesk& waivers);

}  // namespace ruamlint
