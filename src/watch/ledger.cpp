#include "watch/ledger.hpp"

#include <algorithm>
#include <set>

namespace ruamlint {
namespace {

using namespace std::chrono_literals;

constexpr auto first_retry = 2s;
constexpr int most_doublings = 5;  // a little over a minute

}  // namespace

std::vector<std::filesystem::path> Ledger::look(const std::vector<SeenFile>& seen, WatchTime now) {
  std::set<std::filesystem::path> there;
  for (const SeenFile& file : seen) {
    there.insert(file.path);
    const auto [at, is_new] = entries_.try_emplace(file.path);
    if (is_new || at->second.stamp != file.stamp)
      at->second = {file.stamp, now, now + settling_, false, 0};
  }
  std::vector<std::filesystem::path> gone;
  for (auto at = entries_.begin(); at != entries_.end();) {
    if (there.count(at->first) != 0) {
      ++at;
      continue;
    }
    gone.push_back(at->first);
    at = entries_.erase(at);
  }
  return gone;
}

std::vector<SeenFile> Ledger::due(WatchTime now, std::size_t most) const {
  std::vector<SeenFile> files;
  for (const auto& [path, entry] : entries_) {
    if (files.size() == most) break;
    if (!entry.answered && entry.due <= now) files.push_back({path, entry.stamp});
  }
  return files;
}

std::optional<WatchTime> Ledger::next_due() const {
  std::optional<WatchTime> next;
  for (const auto& [path, entry] : entries_)
    if (!entry.answered && (!next || entry.due < *next)) next = entry.due;
  return next;
}

WatchDuration Ledger::age(const std::filesystem::path& path, WatchTime now) const {
  const auto at = entries_.find(path);
  return at == entries_.end() ? WatchDuration::zero() : now - at->second.since;
}

void Ledger::answered(const std::filesystem::path& path) {
  const auto at = entries_.find(path);
  if (at != entries_.end()) at->second.answered = true;
}

void Ledger::wait_until(const std::filesystem::path& path, WatchTime then) {
  const auto at = entries_.find(path);
  if (at != entries_.end()) at->second.due = then;
}

void Ledger::failed(const std::filesystem::path& path, WatchTime now) {
  const auto at = entries_.find(path);
  if (at == entries_.end()) return;
  at->second.due = now + first_retry * (1 << std::min(at->second.failures, most_doublings));
  ++at->second.failures;
}

}  // namespace ruamlint
