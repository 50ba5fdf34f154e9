// ruamlint serve
#include "serve/server.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/packs.hpp"
#include "cli/sandbox_notice.hpp"
#include "report/html/assets.hpp"

namespace ruamlint {
namespace {

struct ServeOptions {
  PackOptions pack;
  std::string address = "127.0.0.1";
  int port = 8765;
  int most_megabytes = 50;
  int jobs = 0;
  std::optional<std::string> closing_date;
};

/// What every file is checked with, as `check` takes it.
std::vector<std::string> check_options(const ServeOptions& options, const Session& session) {
  std::vector<std::string> arguments = {"--lang", session.language == Language::th ? "th" : "en"};
  const auto hand_on = [&](const char* name, const std::string& value) {
    if (!value.empty()) arguments.insert(arguments.end(), {name, value});
  };
  namespace fs = std::filesystem;
  // Files are checked in folders of their own.
  hand_on("--checks", options.pack.checks.empty() ? "" : fs::absolute(options.pack.checks).string());
  hand_on("--pack",
          fs::exists(options.pack.pack) ? fs::absolute(options.pack.pack).string() : options.pack.pack);
  hand_on("--closing-date", options.closing_date.value_or(""));
  return arguments;
}

int serve_page(const ServeOptions& options, const Session& session) {
  static_cast<void>(
      pack_of(options.pack, session));  // what is wrong with it is told now, not at the first file
  if (options.closing_date) static_cast<void>(closing_date_of(*options.closing_date, session));
  tell_of_missing_sandbox(session);
  serve::ServerOptions server;
  server.address = options.address;
  server.port = options.port;
  server.language = session.language == Language::th ? "th" : "en";
  server.version = program_version();
  server.report_script = html::script;
  server.checker.program = std::filesystem::read_symlink("/proc/self/exe");
  server.checker.options = check_options(options, session);
  server.most_bytes = static_cast<std::size_t>(options.most_megabytes) << 20;
  server.jobs = jobs_or_cores(options.jobs);
  const bool served = serve::serve(server, [&](const std::string& url) {
    fmt::print("{}\n",
               fmt::format(fmt::runtime(session.say("เปิดหน้านี้ในเบราว์เซอร์: {}  (หยุดด้วย Ctrl+C)",
                                                    "Open this page in a browser: {}  (Ctrl+C stops)")),
                           url));
    std::fflush(stdout);
  });
  if (served) return exit_nothing_failed;
  throw UsageError(
      fmt::format(fmt::runtime(session.say(
                      "ใช้ที่อยู่ {} พอร์ต {} ไม่ได้ อาจมีโปรแกรมอื่นใช้อยู่ โปรดเลือกพอร์ตอื่น เช่น --port 8766",
                      "{} port {} cannot be had; another program may have it. Choose another: --port 8766")),
                  options.address, options.port));
}

}  // namespace

void add_serve_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<ServeOptions>();
  CLI::App* command =
      app.add_subcommand("serve", session.say("เปิดหน้าเว็บในเครื่องนี้ วางไฟล์แล้วอ่านผลได้เลย",
                                              "a page on this machine: drop files, read reports"));
  add_number(*command, session, "--port", 0, 65535, options->port,
             session.say("พอร์ต (0: พอร์ตใดก็ได้ที่ว่าง)", "port (0: any that is free)"));
  command
      ->add_option(
          "--address", options->address,
          session.say(
              "ที่อยู่ที่เปิดหน้า นอกจากในเครื่องนี้แล้วผู้ใช้ต้องมีรหัสในที่อยู่ที่แจ้ง",
              "address to listen on; beyond this machine visitors need the token in the address told"))
      ->type_name("IP");
  add_number(*command, session, "--max-mb", 1, 1000, options->most_megabytes,
             session.say("ขนาดไฟล์ที่รับได้ เป็น MB", "largest file that is taken, in MB"));
  add_jobs(*command, session, options->jobs);
  add_closing_date(*command, session, options->closing_date);
  add_pack_options(*command, session, options->pack);
  add_language(*command, session);
  command->footer(session.say(
      "ตัวอย่าง:\n  ruamlint serve\n  ruamlint serve --port 9000 --max-mb 100\n\n"
      "ไม่เก็บไฟล์และผลไว้ ไม่ส่งข้อมูลออกนอกเครื่อง หยุดด้วย Ctrl+C หรือ SIGTERM ไฟล์ที่ตรวจค้างอยู่จะตรวจจนเสร็จ",
      "Examples:\n  ruamlint serve\n  ruamlint serve --port 9000 --max-mb 100\n\n"
      "Nothing is kept and nothing leaves this machine. Ctrl+C or SIGTERM stops it; files in hand are "
      "finished."));
  command->callback([options, &session, &action] {
    action = [options, &session] { return serve_page(*options, session); };
  });
}

}  // namespace ruamlint
