// Which files of a watched folder still want an answer, and when. Knows no clock and no file system: what was
// seen, and at what time, is told to it.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "watch/folder.hpp"

namespace ruamlint {

using WatchClock = std::chrono::steady_clock;
using WatchTime = WatchClock::time_point;
using WatchDuration = WatchClock::duration;

class Ledger {
 public:
  /// A file is taken for whole when it has not changed for `settling`.
  explicit Ledger(WatchDuration settling) : settling_(settling) {}

  /// All files that are there now. Those that were there before and are no more come back.
  std::vector<std::filesystem::path> look(const std::vector<SeenFile>& seen, WatchTime now);

  /// At most `most` files that are whole and have no answer, in order of their paths.
  [[nodiscard]] std::vector<SeenFile> due(WatchTime now, std::size_t most) const;
  /// When the next will be; nothing where all are answered.
  [[nodiscard]] std::optional<WatchTime> next_due() const;
  /// How long this version has been seen.
  [[nodiscard]] WatchDuration age(const std::filesystem::path& path, WatchTime now) const;

  void answered(const std::filesystem::path& path);
  /// Not before `then`: somebody still writes it, or it looks cut off.
  void wait_until(const std::filesystem::path& path, WatchTime then);
  /// The answer could not be written: again later, each time after a longer while, up to a minute or so.
  void failed(const std::filesystem::path& path, WatchTime now);

 private:
  struct Entry {
    Stamp stamp;
    WatchTime since, due;
    bool answered = false;
    int failures = 0;
  };
  WatchDuration settling_;
  std::map<std::filesystem::path, Entry> entries_;
};

}  // namespace ruamlint
