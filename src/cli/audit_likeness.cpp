#include "cli/audit_likeness.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "audit/audit.hpp"
#include "overview/verdict.hpp"
#include "worker/worker.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

/// Where a form's words are to be had.
struct Source {
  const Store* store;
  std::string key;
};

std::unique_ptr<Store> earlier_store(const std::string& output, const Session& session) {
  try {
    return std::make_unique<Store>(store_of(output), Store::Access::read);
  } catch (const StoreError& error) {
    throw UsageError(
        fmt::format(fmt::runtime(session.say("--against: ไม่มีผลการตรวจใน {} ({})",
                                             "--against: there is no finished audit in {} ({})")),
                    output, error.what()));
  }
}

std::string folder_name(const std::string& output) {
  const fs::path path = fs::path(output).lexically_normal();
  return (path.has_filename() ? path.filename() : path.parent_path().filename()).string();
}

}  // namespace

std::vector<std::string> texts_of_blanks(const LikenessOptions& options, const Session& session) {
  std::vector<std::string> texts(options.blanks.size());
  const std::vector<fs::path> paths(options.blanks.begin(), options.blanks.end());
  const bool all = read_in_workers(paths, {}, {}, 1, [&](std::size_t index, WorkerReply reply) {
    if (const auto* error = std::get_if<ReadError>(&reply.result))
      throw UsageError("--blank: " + options.blanks[index] + ": " + fault_text(*error, session.language));
    texts[index] = plain_text(std::get<Document>(reply.result));
  });
  if (!all) throw Stopped();
  return texts;
}

Likeness likeness_of(std::vector<AuditRow>& rows, const Store& store, std::vector<std::string> blanks,
                     const LikenessOptions& options, const Session& session) {
  Likeness likeness;
  LikenessTask task;
  task.blanks = std::move(blanks);
  std::vector<Source> sources;
  std::vector<std::size_t> row_of;
  const auto add = [&](const Store& from, const std::string& key, ComparedForm form) {
    task.sketches.push_back(from.sketch(key));
    sources.push_back({&from, key});
    likeness.forms.push_back(std::move(form));
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].status != "checked") continue;
    const std::string page = rows[i].form.empty() ? "" : "forms/" + rows[i].form + ".html";
    add(store, rows[i].key, {rows[i].name, overview::agency_of(rows[i]), page, ""});
    row_of.push_back(i);
  }
  task.judged = sources.size();
  std::vector<std::unique_ptr<Store>> earlier;
  for (const std::string& output : options.against) {
    earlier.push_back(earlier_store(output, session));
    for (const AuditedFile& file : earlier.back()->files())
      if (file.fault.empty()) add(*earlier.back(), file.key, {file.name, "", "", folder_name(output)});
  }
  task.text_of = [&](std::size_t form) { return sources[form].store->text(sources[form].key); };
  likeness.pairs = find_alike(std::move(task));
  for (const AlikePair& pair : likeness.pairs)
    for (const std::size_t form : {pair.first, pair.second})
      if (form < row_of.size()) ++rows[row_of[form]].alike;
  return likeness;
}

}  // namespace ruamlint
