// ruamlint drop FILE…
#include <fmt/format.h>

#include <memory>

#include "cli/beside.hpp"
#include "cli/command.hpp"
#include "cli/sandbox_notice.hpp"
#include "report/standing.hpp"
#include "watch/folder.hpp"
#include "watch/notice.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_opened = 5;

struct DropOptions {
  std::vector<std::string> files;
  bool open = false;
  BesideOptions beside;
};

/// A folder stands for the forms in it.
std::vector<fs::path> forms_of(const std::vector<std::string>& files) {
  std::vector<fs::path> forms;
  for (const std::string& file : files) {
    if (const auto view = look_into(file))
      for (const SeenFile& seen : view->files) forms.push_back(seen.path);
    else
      forms.emplace_back(file);
  }
  return forms;
}

int drop(const DropOptions& options, const Session& session) {
  const CheckBeside beside(options.beside, session);
  tell_of_missing_sandbox(session);
  const std::vector<fs::path> forms = forms_of(options.files);
  std::vector<DocumentReport> documents;
  if (!beside.check(forms, documents)) return exit_interrupted;
  int status = exit_nothing_failed;
  for (const DocumentReport& document : documents) {
    std::error_code unknown;
    if (!fs::exists(document.path, unknown)) {
      complain(document.path + ": " + fault_text(*document.error, session.language));
      status = exit_could_not_check;
      continue;
    }
    try {
      const fs::path page = beside.put(document);
      fmt::print("{}\n", page.string());
      if (options.open && documents.size() <= most_opened) open_on_desktop(page);
      if (options.beside.notices) tell_of(document.path, verdict_word(document), page, session);
      if (document.error) status = exit_could_not_check;
    } catch (const PageError& error) {
      complain(fmt::format(
          fmt::runtime(session.say("เขียนผลข้างไฟล์ไม่ได้ ({}) โปรดคัดลอกแบบไปไว้ในโฟลเดอร์ที่เขียนได้แล้วลองใหม่",
                                   "no report can be written beside the file ({}); copy the form to a folder "
                                   "that can be written to, and try again")),
          error.what()));
      status = exit_could_not_check;
    }
  }
  return status;
}

}  // namespace

void add_drop_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<DropOptions>();
  CLI::App* command =
      app.add_subcommand("drop", session.say("ตรวจแบบ แล้ววางผลตรวจไว้ข้างไฟล์ (ใช้กับไอคอนบนเดสก์ท็อป)",
                                               "check forms and put each report beside its form, as watch does"));
  command->add_option("FILE", options->files, session.say("แบบสมัคร หรือโฟลเดอร์", "forms, or folders of them"))
      ->required()
      ->type_name("");
  command->add_flag("--open", options->open, session.say("เปิดผลตรวจเมื่อเสร็จ", "open the reports when done"));
  add_beside_options(*command, session, options->beside);
  command->footer(session.say("ตัวอย่าง:\n"
                              "  ruamlint drop ~/แบบสมัคร.docx --open",
                              "Example:\n"
                              "  ruamlint drop ~/form.docx --open"));
  command->callback(
      [options, &session, &action] { action = [options, &session] { return drop(*options, session); }; });
}

}  // namespace ruamlint
