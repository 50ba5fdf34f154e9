// ruamlint text FILE…: what was read, before any judgement.
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/sandbox_notice.hpp"
#include "document/serialise.hpp"
#include "worker/worker.hpp"

namespace ruamlint {
namespace {

using nlohmann::ordered_json;

constexpr int schema_version = 1;

struct TextCommandOptions {
  InputOptions input;
  std::string format = "text";
  std::string output;
  bool quiet = false;
};

/// As head(1) does: a line with the name before each where there are several.
std::string as_text(const std::vector<std::string>& files, const std::vector<WorkerReply>& replies) {
  std::string text;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto* document = std::get_if<Document>(&replies[i].result);
    if (document == nullptr) continue;
    if (files.size() > 1) text += (text.empty() ? "==> " : "\n==> ") + files[i] + " <==\n";
    text += plain_text(*document);
    if (!text.empty() && text.back() != '\n') text += '\n';
  }
  return text;
}

ordered_json document_json(const std::string& file, const WorkerReply& reply, Language language) {
  const auto* document = std::get_if<Document>(&reply.result);
  ordered_json value = {{"path", file},
                        {"sha256", reply.sha256.empty() ? ordered_json() : ordered_json(reply.sha256)},
                        {"status", document != nullptr ? "read" : "could_not_read"},
                        {"reason", nullptr},
                        {"document", nullptr}};
  if (document != nullptr) {
    value["document"] = to_json(*document);
  } else {
    const auto& error = std::get<ReadError>(reply.result);
    value["reason"] = to_json(error);
    value["reason"]["message"] = fault_text(error, language);
  }
  return value;
}

std::string as_json(const std::vector<std::string>& files, const std::vector<WorkerReply>& replies,
                    Language language) {
  ordered_json output;
  output["schema_version"] = schema_version;
  output["tool"] = {{"name", "ruamlint"}, {"version", program_version()}};
  output["documents"] = ordered_json::array();
  for (std::size_t i = 0; i < files.size(); ++i) {
    output["documents"].push_back(document_json(files[i], replies[i], language));
  }
  return readable_json(output);
}

int print_text(const TextCommandOptions& options, const Session& session) {
  const std::vector<std::string>& files = options.input.files;
  refuse_input_as_output(options.output, options.input, session);
  Output output(options.output, session);

  std::vector<WorkerReply> replies(files.size());
  tell_of_missing_sandbox(session);
  Progress progress(files.size(), options.quiet, session);
  const bool finished =
      read_in_workers(options.input.paths(), options.input.extract_options(), {},
                      jobs_or_cores(options.input.jobs), [&](std::size_t index, WorkerReply reply) {
                        replies[index] = std::move(reply);
                        progress.one_done();
                      });
  progress.clear();
  if (!finished) return exit_interrupted;

  output.finish(options.format == "json" ? as_json(files, replies, session.language)
                                         : as_text(files, replies));
  ExitStatus status = exit_nothing_failed;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (const auto* error = std::get_if<ReadError>(&replies[i].result)) {
      complain(files[i] + ": " + fault_text(*error, session.language));
      status = exit_could_not_check;
    }
  }
  return status;
}

}  // namespace

void add_text_command(CLI::App& app, const Session& session, Action& action) {
  const auto options = std::make_shared<TextCommandOptions>();
  CLI::App* command = app.add_subcommand(
      "text", session.say("แสดงข้อความที่อ่านได้จากไฟล์ทีละหน้า", "print what was read from a file, page by page"));
  add_input(*command, session, options->input);
  add_choice(*command, session, "--format", {"text", "json"}, options->format,
             session.say("ข้อความล้วน (text) หรือ JSON พร้อมตำแหน่งบนหน้า",
                         "plain text (default), or json with the place of each line"));
  add_output(*command, session, options->output);
  add_language(*command, session);
  command->add_flag("--quiet,-q", options->quiet, session.say("ไม่แสดงความคืบหน้า", "no progress"));
  command->footer(
      session.say("ตัวอย่าง:\n"
                  "  ruamlint text samples/effective-pass.docx\n"
                  "  ruamlint text samples/effective-pass.chromium.pdf --format json\n"
                  "\n"
                  "ระหว่างหน้าคั่นด้วยอักขระขึ้นหน้าใหม่ (form feed)",
                  "Examples:\n"
                  "  ruamlint text samples/effective-pass.docx\n"
                  "  ruamlint text samples/effective-pass.chromium.pdf --format json\n"
                  "\n"
                  "A form feed stands between pages."));
  command->callback([options, &session, &action] {
    action = [options, &session] { return print_text(*options, session); };
  });
}

}  // namespace ruamlint
