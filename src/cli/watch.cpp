// ruamlint watch [FOLDER]
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "cli/beside.hpp"
#include "cli/command.hpp"
#include "cli/drop_folder.hpp"
#include "cli/sandbox_notice.hpp"
#include "report/standing.hpp"
#include "watch/events.hpp"
#include "watch/ledger.hpp"
#include "watch/notice.hpp"
#include "worker/interrupt.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr WatchDuration settling = 1s;       // without a change before a file is taken for whole
constexpr WatchDuration second_look = 10s;   // before a file that cannot be read is called so: copies may pause
constexpr WatchDuration often = 2s;          // between looks where no events come
constexpr WatchDuration now_and_then = 10s;  // where they do: a net below the net
constexpr WatchDuration gathering = 200ms;   // events come in swarms
constexpr std::size_t most_single_notices = 3;

struct WatchOptions {
  std::string folder;
  bool once = false;
  BesideOptions beside;
};

/// As poll() has it.
int milliseconds(WatchDuration duration) {
  return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(duration).count());
}

/// One watcher a folder: two would check everything twice.
class FolderLock {
 public:
  FolderLock(const fs::path& folder, const Session& session)
      : fd_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (fd_ < 0 || flock(fd_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    close(fd_);
    throw UsageError(fmt::format(fmt::runtime(session.say("{} มีโปรแกรมเฝ้าดูอยู่แล้ว",
                                                          "{} is being watched already")),
                                 folder.string()));
  }
  ~FolderLock() {
    if (fd_ >= 0) close(fd_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int fd_;
};

class FolderWatch {
 public:
  FolderWatch(fs::path folder, const WatchOptions& options, const Session& session)
      : folder_(std::move(folder)),
        options_(options),
        session_(session),
        lock_(folder_, session),
        beside_(options.beside, session) {}

  int run() {
    for (;;) {
      look();
      const std::vector<SeenFile> forms = ready();
      if (!forms.empty()) {
        if (!check(forms)) return exit_nothing_failed;
        continue;
      }
      tell_of_all();
      if (options_.once && (failing_ || !ledger_.next_due()))
        return failing_ ? exit_try_again : exit_nothing_failed;
      if (!wait()) return exit_nothing_failed;
    }
  }

 private:
  void look() {
    const auto view = look_into(folder_);
    if (!view && !vanished_)
      complain(fmt::format(fmt::runtime(session_.say("ไม่พบโฟลเดอร์ {} จะรอจนกว่าจะกลับมา",
                                                     "{} is gone; waiting until it is back")),
                           folder_.string()));
    vanished_ = !view;
    for (fs::path& path : ledger_.look(view ? view->files : std::vector<SeenFile>(), WatchClock::now()))
      gone_.insert(std::move(path));
    // A form that is back has not been renamed: its report is its own again.
    if (view)
      for (const SeenFile& file : view->files) gone_.erase(file.path);
    if (view) events_.watch(view->folders);
  }

  /// Files that are whole, have no report and a place for one.
  std::vector<SeenFile> ready() {
    const WatchTime now = WatchClock::now();
    std::vector<SeenFile> forms;
    for (SeenFile& file : ledger_.due(now, 2 * static_cast<std::size_t>(beside_.jobs()))) {
      if (has_writer(file.path))
        ledger_.wait_until(file.path, now + settling);
      else if (beside_.is_done(file.path))
        ledger_.answered(file.path);
      else if (has_room(file.path))
        forms.push_back(std::move(file));
    }
    return forms;
  }

  bool has_room(const fs::path& form) {
    try {
      expect_room_beside(form);
      return true;
    } catch (const PageError& error) {
      refuse(form, error);
      return false;
    }
  }

  /// Told once, until something can be written again.
  void refuse(const fs::path& form, const PageError& error) {
    ledger_.failed(form, WatchClock::now());
    if (std::exchange(failing_, true)) return;
    const std::string problem = fmt::format(
        fmt::runtime(session_.say("เขียนผลลงโฟลเดอร์ไม่ได้ ({}) โปรดแก้ไข โปรแกรมจะลองใหม่เอง",
                                  "no report can be written ({}); please mend that, it will be tried again")),
        error.what());
    complain(problem);
    if (options_.beside.notices)
      show_notice({form.filename().string(), problem, session_.say("เปิดโฟลเดอร์", "Open the folder"), folder_});
  }

  bool check(const std::vector<SeenFile>& forms) {
    std::vector<fs::path> paths;
    for (const SeenFile& form : forms) paths.push_back(form.path);
    std::vector<DocumentReport> documents;
    if (!beside_.check(paths, documents)) return false;
    for (std::size_t i = 0; i < forms.size(); ++i) publish(forms[i], documents[i]);
    return true;
  }

  /// Unless the file has changed or gone meanwhile; then the next look takes it up.
  void publish(const SeenFile& form, const DocumentReport& document) {
    if (stamp_of(form.path) != form.stamp) return;
    const WatchTime now = WatchClock::now();
    const WatchDuration age = ledger_.age(form.path, now);
    if (document.error && age < second_look) {
      ledger_.wait_until(form.path, now + (second_look - age));
      return;
    }
    try {
      const fs::path report = beside_.put(document);
      if (!stamp_of(form.path)) {  // gone at the last moment
        std::error_code unknown;
        fs::remove(report, unknown);
        return;
      }
      ledger_.answered(form.path);
      failing_ = false;
      follow_renames(document.sha256);
      fmt::print("{}\n", report.lexically_relative(folder_).string());
      std::fflush(stdout);
      told_.push_back({document.path, report, verdict_word(document)});
    } catch (const PageError& error) {
      refuse(form.path, error);
    }
  }

  /// The same bytes under another name: the report under the old one has lost its form.
  void follow_renames(const std::string& content) {
    for (const fs::path& gone : gone_) remove_pages(gone, content, beside_.words());
  }

  struct Told {
    fs::path form, report;
    Word verdict;
  };

  void tell_of_all() {
    const std::vector<Told> all = std::exchange(told_, {});
    if (!options_.beside.notices || all.empty()) return;
    if (all.size() <= most_single_notices) {
      for (const Told& one : all) tell_of(one.form, one.verdict, one.report, session_);
      return;
    }
    std::map<std::string, int> counts;
    for (const Told& one : all) ++counts[std::string(word(one.verdict, session_.language))];
    std::string text;
    for (const auto& [verdict, count] : counts) text += fmt::format("{} {}\n", verdict, count);
    show_notice({fmt::format(fmt::runtime(session_.say("ตรวจแล้ว {} ไฟล์", "{} files checked")), all.size()), text,
                 session_.say("เปิดโฟลเดอร์", "Open the folder"), folder_});
  }

  /// Until something may have changed. False when the program is asked to end.
  bool wait() {
    const WatchTime now = WatchClock::now();
    WatchDuration pause = events_.tell_all() && !vanished_ ? now_and_then : often;
    if (const auto next = ledger_.next_due()) pause = std::min(pause, std::max(*next - now, WatchDuration(50ms)));
    pollfd ends[] = {{interrupt_.fd(), POLLIN, 0}, {events_.fd(), POLLIN, 0}};
    poll(ends, 2, milliseconds(pause));
    if (ends[1].revents != 0)
      poll(ends, 1, milliseconds(gathering));
    events_.drain();
    return !interrupt_.take();
  }

  fs::path folder_;
  const WatchOptions& options_;
  const Session& session_;
  FolderLock lock_;
  CheckBeside beside_;
  InterruptWatch interrupt_;
  FolderEvents events_;
  Ledger ledger_{settling};
  std::set<fs::path> gone_;
  std::vector<Told> told_;  ///< since the last notice
  bool vanished_ = false, failing_ = false;
};

int watch(const WatchOptions& options, const Session& session) {
  const fs::path folder = options.folder.empty() ? own_drop_folder(session) : fs::path(options.folder);
  std::error_code unknown;
  if (!fs::is_directory(folder, unknown))
    throw UsageError(fmt::format(fmt::runtime(session.say("ไม่พบโฟลเดอร์ {}", "there is no folder {}")),
                                 folder.string()));
  FolderWatch watching(folder, options, session);
  tell_of_missing_sandbox(session);
  if (!options.once)
    complain(fmt::format(fmt::runtime(session.say("เฝ้าดู {} วางแบบสมัครลงในโฟลเดอร์นี้ (กด Ctrl+C เพื่อหยุด)",
                                                  "watching {}; drop forms into it (Ctrl+C ends)")),
                         folder.string()));
  return watching.run();
}

}  // namespace

void add_watch_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<WatchOptions>();
  CLI::App* command = app.add_subcommand(
      "watch", session.say("เฝ้าดูโฟลเดอร์ วางแบบลงไปแล้วผลตรวจจะอยู่ข้างไฟล์",
                           "watch a folder: drop a form into it, and its report stands beside it"));
  command
      ->add_option("FOLDER", options->folder,
                   session.say("โฟลเดอร์ที่เฝ้าดู (ปกติคือ “ตรวจแบบสมัคร” บนเดสก์ท็อป สร้างให้เมื่อเริ่มครั้งแรก)",
                               "folder to watch (default: “ตรวจแบบสมัคร” on the desktop, made on the first start)"))
      ->type_name("DIR");
  command->add_flag("--once", options->once,
                    session.say("ตรวจไฟล์ที่มีอยู่ตอนนี้แล้วจบ", "check what is there now, then end"));
  add_beside_options(*command, session, options->beside);
  command->footer(session.say(
      "ผลตรวจชื่อ “ชื่อไฟล์ – ผ่าน.html” (หรือ ต้องแก้ไข, โปรดตรวจดู, ตรวจได้ไม่ครบ, อ่านไม่ได้) อยู่ข้างแบบแต่ละฉบับ\n"
      "แก้แบบแล้วบันทึกทับ ผลตรวจใหม่จะแทนที่ผลเดิม โปรแกรมไม่ลบ ไม่ย้าย และไม่แก้ไขไฟล์ของท่าน\n"
      "\n"
      "ตัวอย่าง:\n"
      "  ruamlint watch\n"
      "  ruamlint watch ~/แบบสมัคร --closing-date 2024-02-12\n"
      "  ruamlint watch ~/แบบสมัคร --once",
      "The report is called “NAME – passes.html” (or: must be fixed, please look, partly checked, could not be\n"
      "read) and stands beside its form. Save the form anew, and a new report replaces the old one. Your own\n"
      "files are never deleted, moved or changed.\n"
      "\n"
      "Examples:\n"
      "  ruamlint watch\n"
      "  ruamlint watch ~/forms --closing-date 2024-02-12\n"
      "  ruamlint watch ~/forms --once"));
  command->callback(
      [options, &session, &action] { action = [options, &session] { return watch(*options, session); }; });
}

}  // namespace ruamlint
