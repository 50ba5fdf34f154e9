#include "cli/reports.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "report/report.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

struct Format {
  const char* name;
  const char* extension;
  bool binary = false;
};

constexpr Format formats[] = {{"text", "txt"},        {"json", "json"},   {"html", "html"}, {"csv", "csv"},
                              {"xlsx", "xlsx", true}, {"sarif", "sarif"}, {"junit", "xml"}};

const Format& format_of(const std::string& name) {
  return *std::find_if(std::begin(formats), std::end(formats),
                       [&](const Format& one) { return one.name == name; });
}

bool means_folder(const ReportOptions& options) {
  std::error_code unknown;
  return options.formats.size() > 1 || options.output.ends_with('/') ||
         (!options.output.empty() && fs::is_directory(options.output, unknown));
}

/// Throws UsageError where there can be no such folder, or nothing can be put into it.
void make_folder(const std::string& path, const Session& session) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error && access(path.c_str(), W_OK | X_OK) == 0 && fs::is_directory(path, error)) return;
  throw UsageError(fmt::format(
      fmt::runtime(session.say("--output: ใช้โฟลเดอร์ {} ไม่ได้ โปรดระบุโฟลเดอร์ที่เขียนได้ เช่น --output reports/",
                               "--output: {} is no folder that can be written to; name another, for example "
                               "--output reports/")),
      path));
}

/// A name of its own for each form's report: its file's name, numbered where several forms share it.
std::string page_name(const std::string& path, std::set<std::string>& taken) {
  const std::string stem = fs::path(path).filename().string();
  std::string name = stem + ".html";
  for (int n = 2; !taken.insert(name).second; ++n) name = fmt::format("{}-{}.html", stem, n);
  return name;
}

}  // namespace

std::vector<std::string> report_formats() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

Reports::Reports(const ReportOptions& options, const Session& session)
    : options_(options), session_(session), folder_mode_(means_folder(options)) {
  if (!folder_mode_) {
    const Format& format = format_of(options_.formats.front());
    output_ = std::make_unique<Output>(options_.output, session_);
    if (!format.binary || output_->to_file() || isatty(STDOUT_FILENO) != 1) return;
    throw UsageError(session_.say("--format xlsx: โปรดระบุไฟล์ที่จะเขียน เช่น --output report.xlsx",
                                  "--format xlsx: name a file to write, for example --output report.xlsx"));
  }
  if (options_.output.empty() || options_.output == "-") {
    throw UsageError(session_.say("--format: หลายรูปแบบพร้อมกันต้องระบุโฟลเดอร์ เช่น --output reports/",
                                  "--format: several formats need a folder, for example --output reports/"));
  }
  make_folder(options_.output, session_);
  for (const std::string& name : options_.formats) {
    const std::string file = std::string("report.") + format_of(name).extension;
    outputs_.push_back(name == "html" ? nullptr
                                      : std::make_unique<Output>(fs::path(options_.output) / file, session_));
  }
}

bool Reports::has(const std::string& format) const {
  return std::find(options_.formats.begin(), options_.formats.end(), format) != options_.formats.end();
}

std::string Reports::text_of(const std::string& format, const Run& run) const {
  const Language language = session_.language;
  if (format == "json") return json_report(run, language);
  if (format == "html") return html_report(run, language);
  if (format == "csv") return csv_report(run, language);
  if (format == "xlsx") return xlsx_report(run, language);
  if (format == "sarif") return sarif_report(run, language);
  if (format == "junit") return junit_report(run, language);
  const bool colour =
      !folder_mode_ && !output_->to_file() && !options_.no_colour && standard_output_takes_colour();
  const Audience audience = options_.audience == "audit" ? Audience::audit : Audience::applicant;
  return text_report(run, {language, colour, options_.quiet, audience});
}

/// In a folder each form has a page of its own, to be handed to those who sent it in.
void Reports::write_pages(Run& run) const {
  std::set<std::string> taken;
  for (DocumentReport& document : run.documents) {
    document.link = page_name(document.path, taken);
    Run alone{run.version, run.pack, run.closing_date, run.closing_date_assumed, {document}, {}};
    Output(fs::path(options_.output) / document.link, session_).finish(html_report(alone, session_.language));
  }
}

void Reports::write(Run& run) {
  if (!folder_mode_) {
    output_->finish(text_of(options_.formats.front(), run));
    return;
  }
  if (has("html")) write_pages(run);
  for (std::size_t i = 0; i < outputs_.size(); ++i)
    if (outputs_[i] != nullptr) outputs_[i]->finish(text_of(options_.formats[i], run));
}

}  // namespace ruamlint
