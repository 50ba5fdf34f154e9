// Words for what was found: text for people, JSON for programs. Wording is chosen here and nowhere before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/page_picture.hpp"
#include "document/read_result.hpp"
#include "facts/facts.hpp"
#include "pack/pack.hpp"
#include "rules/finding.hpp"
#include "rules/waiving.hpp"

namespace ruamlint {

enum class Language { th, en };

/// One input of a run, checked or not.
struct DocumentReport {
  std::string path;    ///< as the user wrote it
  std::string sha256;  ///< hex; empty where the file could not be read at all
  std::string format;
  int pages = 0;                   ///< 0 where the format stores none
  std::optional<ReadError> error;  ///< set: could_not_check, and nothing below is filled
  Result result = Result::pass;
  Facts facts;
  std::vector<Finding> findings;
  std::vector<Note> notes;
  std::string link;  ///< to its own report, relative to the run's other reports; empty where it has none
  std::vector<PagePicture> pictures;  ///< of pages with evidence, in order; empty where none were asked for
};

struct Run {
  std::string version;  ///< the program's
  const Pack* pack = nullptr;
  Day closing_date{};
  bool closing_date_assumed = true;       ///< from the pack and marked assumed there
  std::vector<DocumentReport> documents;  ///< in the order of the command line
  std::vector<WaiverOutcome> waivers{};   ///< in the order of their file
};

/// Whom a text report is for: the same results, told in another way.
enum class Audience {
  applicant,  ///< what is still to do, with advice
  audit,      ///< strict and short (report/audit_text.hpp)
};

struct TextOptions {
  Language language = Language::th;
  bool colour = false;
  bool quiet = false;  ///< one line a document, no passes
  Audience audience = Audience::applicant;
};

[[nodiscard]] std::string text_report(const Run& run, const TextOptions& options);

/// docs/report.schema.json describes it. Ends with a line end. The same run gives the same bytes.
[[nodiscard]] std::string json_report(const Run& run, Language language);

/// One page of HTML in both languages that needs nothing from elsewhere; `language` is the one shown first.
[[nodiscard]] std::string html_report(const Run& run, Language language);

/// One row a form, one column a rule; UTF-8 with a byte order mark.
[[nodiscard]] std::string csv_report(const Run& run, Language language);
/// The same as a workbook, with a second sheet of the findings. Throws std::runtime_error where it cannot be
/// written.
[[nodiscard]] std::string xlsx_report(const Run& run, Language language);
[[nodiscard]] std::string sarif_report(const Run& run, Language language);
[[nodiscard]] std::string junit_report(const Run& run, Language language);

/// A rule as a page of text: title, why, what to do, source, messages, excerpts (`ruamlint explain`).
[[nodiscard]] std::string explain_rule(const Pack& pack, const Rule& rule, Language language);

/// The finding's message with its arguments worded.
[[nodiscard]] std::string message_text(const Pack& pack, const Finding& finding, Language language);
/// "หน้า 2 หัวข้อ “...” ตารางที่ 1 แถว 3" / "page 2, section “...”, table 1, row 3".
[[nodiscard]] std::string place_text(const Pack& pack, const Evidence& evidence, Language language);
/// One clear line: the cause and what to do. The path is not in it.
[[nodiscard]] std::string fault_text(const ReadError& error, Language language);
[[nodiscard]] std::string note_text(const Note& note, Language language);
/// Who accepts a finding, why and until when.
[[nodiscard]] std::string waiver_text(const Waiver& waiver, Language language);

/// "12 กุมภาพันธ์ 2567" / "12 February 2024".
[[nodiscard]] std::string date_text(Day day, Language language);

}  // namespace ruamlint
