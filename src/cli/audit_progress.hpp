// How far an audit is, on standard error.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "audit/record.hpp"
#include "cli/session.hpp"

namespace ruamlint {

/// On a terminal one line that changes, elsewhere a line for every twentieth of the work: how many, how fast,
/// how long still, and how the forms have ended.
class AuditProgress {
 public:
  AuditProgress(bool quiet, const Session& session);

  void begin(std::size_t to_read, std::size_t files);
  void one_done(const AuditRecord& record);

 private:
  [[nodiscard]] std::string line() const;

  bool quiet_, terminal_;
  Session session_;
  std::size_t to_read_ = 0, done_ = 0;
  std::map<std::string, std::size_t> counts_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace ruamlint
