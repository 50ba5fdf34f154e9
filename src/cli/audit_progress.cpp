#include "cli/audit_progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace ruamlint {

AuditProgress::AuditProgress(bool quiet, const Session& session)
    : quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1), session_(session) {}

void AuditProgress::begin(std::size_t to_read, std::size_t files) {
  to_read_ = to_read;
  if (quiet_) return;
  fmt::print(stderr, fmt::runtime(session_.say("พบ {} ไฟล์ ต้องอ่าน {} ไฟล์\n", "{} files, {} to read\n")), files,
             to_read);
}

void AuditProgress::one_done(const AuditRecord& record) {
  ++done_;
  ++counts_[record.result];
  if (quiet_) return;
  const std::size_t step = std::max<std::size_t>(to_read_ / 20, 1);
  if (!terminal_ && done_ % step != 0 && done_ != to_read_) return;
  fmt::print(stderr, "{}{}{}", terminal_ ? "\r\x1b[K" : "", line(),
             terminal_ && done_ != to_read_ ? "" : "\n");
  std::fflush(stderr);
}

std::string AuditProgress::line() const {
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
  const double rate = static_cast<double>(done_) / std::max(spent.count(), 0.001);
  const auto left = static_cast<std::int64_t>(static_cast<double>(to_read_ - done_) / rate);
  std::string text = fmt::format(fmt::runtime(session_.say("{}/{} {:.1f} ไฟล์/วินาที เหลือ {}:{:02} นาที",
                                                           "{}/{} {:.1f} files/s, {}:{:02} left")),
                                 done_, to_read_, rate, left / 60, left % 60);
  for (const auto& [result, count] : counts_) text += fmt::format(" {}={}", result, count);
  return text;
}

}  // namespace ruamlint
