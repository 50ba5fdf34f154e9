// ruamlint desktop install|uninstall
#include "desktop/install.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <vector>

#include "cli/command.hpp"
#include "cli/drop_folder.hpp"
#include "cli/options.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

constexpr const char* service = "ruamlint-watch.service";

fs::path from_environment(const char* name, const fs::path& otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? fs::path(value) : otherwise;
}

DesktopFolders folders_of_person(const Session& session) {
  const fs::path drop_folder = place_of_drop_folder(session);  // which needs HOME
  const fs::path home = std::getenv("HOME");
  DesktopFolders folders{home, from_environment("XDG_DATA_HOME", home / ".local/share"),
                         from_environment("XDG_CONFIG_HOME", home / ".config"), drop_folder.parent_path()};
  if (folders.desktop == home) folders.desktop.clear();
  return folders;
}

fs::path this_program(const Session& session) {
  std::error_code unknown;
  fs::path program = fs::read_symlink("/proc/self/exe", unknown);
  if (can_be_named(program)) return program;
  throw UsageError(session.say("ชื่อโฟลเดอร์ของโปรแกรมมีอักขระที่เดสก์ท็อปใช้ไม่ได้ โปรดย้ายโปรแกรมไปที่อื่น: ",
                               "the program's folder has signs in its name that desktops cannot use; move it: ") +
                   program.string());
}

/// Says nothing and tells whether it went well.
bool systemctl(const std::vector<std::string>& arguments) {
  const pid_t child = fork();
  if (child == 0) {
    const int nothing = open("/dev/null", O_RDWR);
    for (const int end : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, end);
    std::vector<char*> command = {const_cast<char*>("systemctl"), const_cast<char*>("--user")};
    for (const std::string& argument : arguments) command.push_back(const_cast<char*>(argument.c_str()));
    command.push_back(nullptr);
    execvp(command.front(), command.data());
    _exit(127);
  }
  int status = 0;
  return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void list(const std::vector<fs::path>& files) {
  for (const fs::path& file : files) fmt::print("  {}\n", file.string());
}

int install(const Session& session) {
  const DesktopFolders folders = folders_of_person(session);
  const fs::path program = this_program(session);
  const fs::path folder = own_drop_folder(session);
  const std::vector<fs::path> files = install_on_desktop(folders, program);
  fmt::print("{}\n", session.say("เขียนไฟล์เหล่านี้แล้ว", "These files were written:"));
  list(files);
  systemctl({"daemon-reload"});
  const bool watching = systemctl({"enable", "--now", service});
  fmt::print(fmt::runtime(session.say("โฟลเดอร์สำหรับวางแบบสมัคร: {}\n", "The folder to drop forms into: {}\n")),
             folder.string());
  if (watching) {
    fmt::print("{}\n", session.say("เริ่มเฝ้าดูโฟลเดอร์แล้ว และจะเริ่มเองทุกครั้งที่เข้าใช้เครื่อง",
                                   "It is being watched now, and will be whenever you log in."));
    return exit_nothing_failed;
  }
  complain(session.say("เริ่มบริการเฝ้าดูโฟลเดอร์ไม่ได้ (systemctl --user ใช้ไม่ได้ที่นี่) เฝ้าดูเองได้ด้วยคำสั่ง ruamlint watch",
                       "the service could not be started (no systemctl --user here); watch the folder with: "
                       "ruamlint watch"));
  return exit_nothing_failed;
}

/// The folder itself and what a person has put there stay.
int uninstall(const Session& session) {
  const DesktopFolders folders = folders_of_person(session);
  systemctl({"disable", "--now", service});
  const std::vector<fs::path> files = uninstall_from_desktop(folders);
  systemctl({"daemon-reload"});
  fmt::print("{}\n", files.empty() ? session.say("ไม่มีอะไรต้องถอน", "There was nothing to take back.")
                                   : session.say("ลบไฟล์เหล่านี้แล้ว", "These files were removed:"));
  list(files);
  const fs::path folder = place_of_drop_folder(session);
  std::error_code unknown;
  if (!remove_drop_folder_if_unused(folder) && fs::exists(folder, unknown))
    fmt::print(fmt::runtime(session.say("โฟลเดอร์นี้มีไฟล์ของท่าน จึงเก็บไว้: {}\n",
                                        "This folder holds files of yours and stays: {}\n")),
               folder.string());
  return exit_nothing_failed;
}

}  // namespace

void add_desktop_command(CLI::App& app, const Session& session, Action& action) {
  CLI::App* command = app.add_subcommand(
      "desktop", session.say("ติดตั้งโฟลเดอร์ ไอคอน และเมนูบนเดสก์ท็อป หรือถอนออก",
                             "set up the folder, the icon and the menus on your desktop, or take them back"));
  command->require_subcommand(1);
  CLI::App* to_install = command->add_subcommand(
      "install", session.say("ติดตั้งให้ผู้ใช้คนนี้ (ไม่ต้องเป็นผู้ดูแลเครื่อง)", "for this user; needs no administrator"));
  add_language(*to_install, session);
  to_install->callback([&session, &action] { action = [&session] { return install(session); }; });
  CLI::App* to_uninstall = command->add_subcommand(
      "uninstall", session.say("ถอนสิ่งที่ install ติดตั้งไว้ ไฟล์ของท่านอยู่ครบ",
                               "takes back what install has set up; your own files stay"));
  add_language(*to_uninstall, session);
  to_uninstall->callback([&session, &action] { action = [&session] { return uninstall(session); }; });
  command->footer(session.say("ตัวอย่าง:\n"
                              "  ruamlint desktop install",
                              "Example:\n"
                              "  ruamlint desktop install"));
}

}  // namespace ruamlint
