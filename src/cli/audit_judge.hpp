// What an audit makes of a form, in the form's worker.
#pragma once

#include <string>
#include <vector>

#include "audit/record.hpp"
#include "pack/pack.hpp"
#include "pack/waivers.hpp"
#include "report/report.hpp"
#include "worker/worker.hpp"

namespace ruamlint {

struct Judge {
  const Pack& pack;
  const std::vector<Waiver>& waivers;
  Language language = Language::th;

  /// `category`: what the manifest says; one that the pack does not know is left to the form.
  [[nodiscard]] FormRecord operator()(const std::string& name, const std::string& category,
                                      WorkerReply reply) const;
};

}  // namespace ruamlint
