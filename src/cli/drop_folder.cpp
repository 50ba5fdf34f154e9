#include "cli/drop_folder.hpp"

#include <cstdlib>
#include <fstream>
#include <string>

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

constexpr const char* folder_name = "ตรวจแบบสมัคร";
constexpr const char* how_to_name = "วิธีใช้.txt";
constexpr const char* how_to =
    "วางแบบสมัคร (Word, PDF หรือภาพสแกน) ลงในโฟลเดอร์นี้ แล้วรอสักครู่\n"
    "ผลตรวจจะปรากฏข้างไฟล์ของท่าน เช่น\n"
    "\n"
    "    แบบสมัคร.docx\n"
    "    แบบสมัคร – ต้องแก้ไข.html      เปิดอ่านได้ทันที\n"
    "\n"
    "ท้ายชื่อไฟล์คือผลตรวจ\n"
    "    ผ่าน           ไม่พบข้อที่ต้องแก้ไข\n"
    "    ต้องแก้ไข       มีข้อที่ต้องแก้ไขก่อนส่ง\n"
    "    โปรดตรวจดู     มีข้อที่ท่านต้องพิจารณาเอง\n"
    "    ตรวจได้ไม่ครบ   อ่านไฟล์ได้เพียงบางส่วน\n"
    "    อ่านไม่ได้       เปิดไฟล์ไม่ได้ ในรายงานบอกสาเหตุและวิธีแก้\n"
    "\n"
    "แก้ไขแบบแล้วบันทึกทับไฟล์เดิม ผลตรวจใหม่จะแทนที่ผลเดิม\n"
    "โปรแกรมไม่ลบ ไม่ย้าย ไม่แก้ไขไฟล์ของท่าน และไม่ส่งข้อมูลออกจากเครื่องนี้\n"
    "\n"
    "------------------------------------------------------------------------\n"
    "\n"
    "Drop an application form (Word, PDF or a scan) into this folder and wait a moment. Its report appears\n"
    "beside it, with the result in its name. Save the form anew, and a new report replaces the old one.\n"
    "Your own files are never deleted, moved or changed, and nothing leaves this computer.\n";

fs::path home(const Session& session) {
  const char* value = std::getenv("HOME");
  if (value != nullptr && *value != '\0') return value;
  throw UsageError(session.say("ไม่ทราบว่าโฟลเดอร์ของท่านอยู่ที่ใด (ไม่มี HOME) โปรดระบุโฟลเดอร์ เช่น ruamlint watch ~/แบบสมัคร",
                               "HOME is not set; name a folder, for example: ruamlint watch ~/forms"));
}

/// XDG_DESKTOP_DIR of user-dirs.dirs, which is written as "$HOME/..." or "/..." (xdg-user-dirs(5)).
fs::path desktop_by_settings(const fs::path& home_folder) {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  const fs::path settings = config != nullptr && *config != '\0' ? fs::path(config) : home_folder / ".config";
  std::ifstream file(settings / "user-dirs.dirs");
  const std::string key = "XDG_DESKTOP_DIR=\"", from_home = "$HOME";
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(key)) continue;
    std::string path = line.substr(key.size(), line.find('"', key.size()) - key.size());
    if (path.starts_with(from_home)) path = home_folder.string() + path.substr(from_home.size());
    return path;
  }
  return {};
}

}  // namespace

fs::path place_of_drop_folder(const Session& session) {
  const fs::path home_folder = home(session);
  std::error_code unknown;
  for (const fs::path& desktop : {desktop_by_settings(home_folder), home_folder / "Desktop"})
    if (fs::is_directory(desktop, unknown)) return desktop / folder_name;
  return home_folder / folder_name;
}

fs::path own_drop_folder(const Session& session) {
  fs::path folder = place_of_drop_folder(session);
  std::error_code error;
  if (fs::create_directory(folder, error)) std::ofstream(folder / how_to_name) << how_to;
  if (error) throw UsageError(folder.string() + ": " + error.message());
  return folder;
}

bool remove_drop_folder_if_unused(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().filename() != how_to_name) return false;
  if (error) return false;
  fs::remove(folder / how_to_name, error);
  return fs::remove(folder, error);
}

}  // namespace ruamlint
