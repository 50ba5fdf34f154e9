#include "cli/copies.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <set>
#include <utility>

#include "cli/output.hpp"
#include "report/annotations.hpp"
#include "worker/annotating.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

bool can_bear_notes(const DocumentReport& document) {
  return !document.error && (document.format == "docx" || document.format == "pdf");
}

/// A name of its own in `folder` for a form's copy. `keeps` what is there already.
fs::path place_of_copy(const fs::path& folder, const std::string& form, bool keeps, std::set<fs::path>& taken,
                       Language language) {
  for (int number = 1;; ++number) {
    const fs::path path = folder / copy_name(fs::path(form).filename().string(), language, number);
    std::error_code unknown;
    if (keeps && fs::exists(fs::symlink_status(path, unknown))) continue;
    if (taken.insert(path).second) return path;
  }
}

}  // namespace

bool make_copies(const Run& run, int jobs, const Session& session, std::vector<FormCopy>& copies) {
  copies.assign(run.documents.size(), {});
  std::vector<AnnotatingTask> tasks;
  std::vector<std::size_t> documents;
  for (std::size_t i = 0; i < run.documents.size(); ++i) {
    const DocumentReport& document = run.documents[i];
    if (!can_bear_notes(document)) continue;
    std::vector<Annotation> notes = annotations_of(*run.pack, document, session.language);
    if (notes.empty()) continue;
    tasks.push_back({document.path, document.sha256, document.format, std::move(notes),
                     annotate_options(session.language)});
    documents.push_back(i);
  }
  return annotate_in_workers(tasks, {}, jobs, [&](std::size_t index, AnnotatedCopy made) {
    FormCopy& copy = copies[documents[index]];
    if (auto* bytes = std::get_if<std::string>(&made))
      copy.copy = std::move(*bytes);
    else
      copy.fault = std::get<AnnotateFault>(made);
  });
}

std::string fault_text(AnnotateFault fault, const Session& session) {
  switch (fault) {
    case AnnotateFault::locked:
      return session.say("ไฟล์ถูกล็อกไว้ไม่ให้เพิ่มข้อคิดเห็น", "the file is locked against comments");
    case AnnotateFault::too_large:
      return session.say("ไฟล์ใหญ่หรือซับซ้อนเกินไป", "the file is too large or too complex");
    case AnnotateFault::unreadable:
      break;
  }
  return session.say("โครงสร้างของไฟล์ไม่สมบูรณ์", "the file's structure is not sound");
}

void write_copies(const Run& run, const std::vector<FormCopy>& copies, const std::string& folder,
                  const Session& session) {
  std::set<fs::path> taken;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const std::string& form = run.documents[i].path;
    if (copies[i].fault)
      complain(fmt::format(
          fmt::runtime(session.say("{}: ทำสำเนาพร้อมข้อคิดเห็นไม่ได้ เพราะ{}", "{}: no copy with comments: {}")),
          form, fault_text(*copies[i].fault, session)));
    if (copies[i].copy.empty()) continue;
    const fs::path beside = fs::path(form).parent_path();
    const fs::path path = place_of_copy(folder.empty() ? beside : fs::path(folder), form, folder.empty(),
                                        taken, session.language);
    Output(path.string(), session).finish(copies[i].copy);
    complain(fmt::format(fmt::runtime(session.say("สำเนาพร้อมข้อคิดเห็น: {}", "copy with comments: {}")),
                         path.string()));
  }
}

}  // namespace ruamlint
