// The reports that a command was asked for, and where each goes.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "cli/session.hpp"

namespace ruamlint {

struct ReportOptions {
  std::vector<std::string> formats = {"text"};
  std::string
      output;  ///< a file, or a folder (there already, with a slash at its end, or for several formats)
  std::string audience = "applicant";
  bool quiet = false, no_colour = false;
  bool pictures = true;
};

[[nodiscard]] std::vector<std::string> report_formats();

class Reports {
 public:
  /// Makes the folder and opens what can be opened, so that a place that cannot be written to is told before
  /// the work. Throws UsageError then, and where the options do not fit together.
  Reports(const ReportOptions& options, const Session& session);

  [[nodiscard]] bool with_pictures() const { return options_.pictures && has("html"); }
  /// Whether a person at the terminal reads what was found.
  [[nodiscard]] bool on_screen() const { return !folder_mode_ && has("text") && !output_->to_file(); }
  /// Where the reports go, where that is a folder; else empty.
  [[nodiscard]] std::string folder() const { return folder_mode_ ? options_.output : std::string(); }
  /// Writes all of them. `run` is told where each form's own report lies.
  void write(Run& run);

 private:
  [[nodiscard]] bool has(const std::string& format) const;
  [[nodiscard]] std::string text_of(const std::string& format, const Run& run) const;
  void write_pages(Run& run) const;

  ReportOptions options_;
  const Session& session_;
  bool folder_mode_ = false;
  std::unique_ptr<Output> output_;                ///< outside folder mode
  std::vector<std::unique_ptr<Output>> outputs_;  ///< in folder mode, of each format; null for html
};

}  // namespace ruamlint
