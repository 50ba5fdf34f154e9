#include "cli/beside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/check_document.hpp"
#include "cli/pictures.hpp"
#include "report/standing.hpp"
#include "watch/notice.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

constexpr std::array verdicts = {Word::verdict_pass, Word::verdict_fail, Word::verdict_ask, Word::verdict_partly,
                                 Word::verdict_unread};

VerdictWords all_verdict_words() {
  VerdictWords words;
  for (const Language language : {Language::th, Language::en})
    for (const Word verdict : verdicts) words.emplace_back(word(verdict, language));
  return words;
}

Pack pack_as_of(const BesideOptions& options, const Session& session) {
  Pack pack = pack_of(options.pack, session);
  if (options.closing_date) {
    pack.closing_date = closing_date_of(*options.closing_date, session);
    pack.closing_date_assumed = false;
  }
  return pack;
}

}  // namespace

CheckBeside::CheckBeside(const BesideOptions& options, const Session& session)
    : session_(session),
      pack_(pack_as_of(options, session)),
      extract_(InputOptions{{}, options.jobs, options.ocr}.extract_options()),
      jobs_(jobs_or_cores(options.jobs)),
      settings_(sha256_of(fmt::format("{}\n{} {}\n{}\n{}\n{}\n{}", program_version(), pack_.id, pack_.version,
                                      digest_of_packs(options.pack), iso_date(pack_.closing_date), options.ocr,
                                      session.language == Language::th ? "th" : "en"))),
      words_(all_verdict_words()) {}

bool CheckBeside::check(const std::vector<fs::path>& forms, std::vector<DocumentReport>& documents) const {
  Run run{program_version(), &pack_, pack_.closing_date, pack_.closing_date_assumed, {}};
  run.documents.resize(forms.size());
  const bool finished =
      read_in_workers(forms, extract_, {}, jobs_, [&](std::size_t index, WorkerReply reply) {
        run.documents[index] = check_document(forms[index].string(), std::move(reply), pack_, {});
      });
  if (!finished || !add_pictures(run, jobs_)) return false;
  documents = std::move(run.documents);
  return true;
}

fs::path CheckBeside::put(const DocumentReport& document) const {
  DocumentReport shown = document;
  shown.path = fs::path(document.path).filename().string();  // the page goes where its form goes
  const Run run{program_version(), &pack_, pack_.closing_date, pack_.closing_date_assumed, {std::move(shown)}};
  return put_page(document.path, std::string(word(verdict_word(document), session_.language)),
                    html_report(run, session_.language),
                    mark_of(document.path, document.sha256, settings_), words_);
}

bool CheckBeside::is_done(const fs::path& form) const {
  const std::vector<FormPage> reports = pages_of(form, words_);
  if (reports.empty()) return false;
  const FileBytes bytes = bytes_of_file(form);
  const auto* content = std::get_if<std::string>(&bytes);
  if (content == nullptr) return false;
  const PageMark mark = mark_of(form, sha256_of(*content), settings_);
  const auto current = std::find_if(reports.begin(), reports.end(),
                                    [&](const FormPage& report) { return report.mark == mark; });
  if (current == reports.end()) return false;
  std::error_code unknown;
  for (const FormPage& report : reports)
    if (report.path != current->path) fs::remove(report.path, unknown);
  return true;
}

void add_beside_options(CLI::App& command, const Session& session, BesideOptions& options) {
  add_closing_date(command, session, options.closing_date);
  add_choice(command, session, "--ocr", {"auto", "never", "always"}, options.ocr,
             session.say("อ่านข้อความจากภาพ: auto เฉพาะหน้าที่จำเป็น",
                         "text recognition: auto (pages that need it), never, always"));
  add_jobs(command, session, options.jobs);
  add_switch_off(command, "--no-notices", options.notices,
                 session.say("ไม่แสดงการแจ้งเตือนบนหน้าจอ", "no notices on the desktop"));
  add_pack_options(command, session, options.pack);
  add_language(command, session);
}

void tell_of(const fs::path& form, Word verdict, const fs::path& report, const Session& session) {
  show_notice({fmt::format("{}: {}", form.filename().string(), word(verdict, session.language)),
               session.say("คลิกเพื่อเปิดรายงาน", "Click to open the report."),
               session.say("เปิดรายงาน", "Open the report"), report});
}

}  // namespace ruamlint
