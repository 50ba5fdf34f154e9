#include "cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <thread>

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

constexpr int most_jobs = 1024;

std::string listed(const std::vector<std::string>& values, const std::string& glue,
                   const std::string& last_glue) {
  std::string list;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) list += i + 1 == values.size() ? last_glue : glue;
    list += values[i];
  }
  return list;
}

/// The same day with the year counted as Gregorian, or nothing where the text is no date of a Buddhist year.
std::string as_gregorian(const std::string& text) {
  constexpr int buddhist_era_ahead = 543, earliest_buddhist = 2400;
  int year = 0;
  if (text.size() != 10 || std::from_chars(text.data(), text.data() + 4, year).ptr != text.data() + 4)
    return {};
  if (year < earliest_buddhist) return {};
  const std::string gregorian = fmt::format("{:04}{}", year - buddhist_era_ahead, text.substr(4));
  Day day;
  return parse_iso_date(gregorian, day) ? gregorian : std::string();
}

/// The check of one value, and the message that it gives.
CLI::Validator one_of(const std::vector<std::string>& values, const std::string& name,
                      const Session& session) {
  const std::string message =
      fmt::format(fmt::runtime(session.say("ต้องเป็น {0} เช่น {1} {2}", "must be {0}, for example {1} {2}")),
                  listed(values, ", ", session.say(" หรือ ", " or ")), name, values.front());
  return {[values, message](const std::string& value) {
            return std::find(values.begin(), values.end(), value) == values.end() ? message : std::string();
          },
          ""};
}

}  // namespace

CLI::Option* add_choice(CLI::App& command, const Session& session, const std::string& name,
                        const std::vector<std::string>& values, std::string& target,
                        const std::string& description) {
  return command.add_option(name, target, description)
      ->check(one_of(values, name, session))
      ->type_name(listed(values, "|", "|"));
}

CLI::Option* add_choices(CLI::App& command, const Session& session, const std::string& name,
                         const std::vector<std::string>& values, std::vector<std::string>& target,
                         const std::string& description) {
  const CLI::Validator one = one_of(values, name, session);
  const auto each = [one](const std::string& list) {
    for (const std::string& value : CLI::detail::split(list, ','))
      if (std::string problem = one(value); !problem.empty()) return problem;
    return std::string();
  };
  const auto take = [&target](const std::string& list) { target = CLI::detail::split(list, ','); };
  return command.add_option_function<std::string>(name, take, description)
      ->check(each)
      ->type_name(listed(values, "|", "|"));
}

CLI::Option* add_number(CLI::App& command, const Session& session, const std::string& name, int least, int most,
                        int& target, const std::string& description) {
  const std::string message = fmt::format(
      fmt::runtime(session.say("ต้องเป็นจำนวนเต็มตั้งแต่ {0} ถึง {1} เช่น {2} {3}",
                               "must be a whole number from {0} to {1}, for example {2} {3}")),
      least, most, name.substr(0, name.find(',')), target > 0 ? target : std::max(least, 2));
  const auto check = [=](const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= least && value <= most ? std::string() : message;
  };
  return command.add_option(name, target, description)->check(check)->type_name("N");
}

void add_jobs(CLI::App& command, const Session& session, int& jobs) {
  add_number(command, session, "--jobs,-j", 1, most_jobs, jobs,
             session.say("ทำพร้อมกันกี่ไฟล์ (ปกติเท่าจำนวนแกนประมวลผล)",
                         "how many files at a time (default: one for each core)"));
}

int jobs_or_cores(int jobs) {
  return jobs > 0 ? jobs : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void add_closing_date(CLI::App& command, const Session& session, std::optional<std::string>& target) {
  command
      .add_option("--closing-date", target,
                  session.say("วันปิดรับสมัคร เป็นปี ค.ศ.-เดือน-วัน เช่น 2024-02-12 (ปกติใช้วันที่ในชุดกฎ)",
                              "closing date, such as 2024-02-12 (default: the rule pack's)"))
      ->type_name("YYYY-MM-DD");
}

void add_switch_off(CLI::App& command, const std::string& name, bool& target, const std::string& description) {
  command.add_flag_callback(name, [&target] { target = false; }, description);
}

void add_language(CLI::App& command, const Session& session) {
  const auto check = [session](const std::string& text) {
    return text == "th" || text == "en"
               ? std::string()
               : session.say("ต้องเป็น th หรือ en เช่น --lang th", "must be th or en, for example --lang en");
  };
  command
      .add_option_function<std::string>(
          "--lang", [](const std::string&) {},
          session.say("ภาษาที่ใช้แสดงผล (ปกติใช้ตามเครื่อง)", "language of the output (default: by locale)"))
      ->check(check)
      ->type_name("th|en");
}

ExtractOptions InputOptions::extract_options() const {
  if (ocr == "never") return {OcrMode::never};
  if (ocr == "always") return {OcrMode::always};
  return {OcrMode::automatic};
}

void add_input(CLI::App& command, const Session& session, InputOptions& options) {
  command
      .add_option("FILE", options.files,
                  session.say("ไฟล์แบบสมัคร: PDF, DOCX หรือภาพสแกน", "forms: PDF, DOCX or scanned pictures"))
      ->required()
      ->type_name("");
  add_choice(command, session, "--ocr", {"auto", "never", "always"}, options.ocr,
             session.say("อ่านข้อความจากภาพ: เฉพาะหน้าที่จำเป็น (auto) ไม่อ่าน หรือทุกหน้า",
                         "read text from pictures: where needed (auto), never, or always"));
  add_jobs(command, session, options.jobs);
}

void add_output(CLI::App& command, std::string& path, const std::string& description) {
  command.add_option("--output,-o", path, description)->type_name("PATH");
}

void add_output(CLI::App& command, const Session& session, std::string& path) {
  add_output(command, path,
             session.say("เขียนผลลงไฟล์นี้แทนการแสดงบนหน้าจอ (- คือหน้าจอ)",
                         "write to this file instead of standard output (-: standard output)"));
}

void refuse_input_as_output(const std::string& output, const InputOptions& input, const Session& session) {
  for (const std::string& file : input.files) {
    std::error_code no_such_file;
    if (!fs::equivalent(output, file, no_such_file)) continue;
    throw UsageError(fmt::format(
        fmt::runtime(session.say(
            "--output: {} เป็นไฟล์ที่ส่งมาตรวจ โปรดใช้ชื่ออื่น เช่น --output report.txt",
            "--output: {} is one of the inputs; use another name, for example --output report.txt")),
        output));
  }
}

Day closing_date_of(const std::string& text, const Session& session) {
  Day day;
  const std::string gregorian = as_gregorian(text);
  if (!gregorian.empty()) {
    throw UsageError(fmt::format(
        fmt::runtime(session.say(
            "--closing-date: ใช้ปี ค.ศ. ถ้าหมายถึงปี พ.ศ. ให้เขียนว่า --closing-date {}",
            "--closing-date: the year is Gregorian; for that Buddhist year write --closing-date {}")),
        gregorian));
  }
  if (!parse_iso_date(text, day)) {
    throw UsageError(fmt::format(
        fmt::runtime(session.say(
            "--closing-date: “{}” ไม่ใช่วันที่ ให้เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น --closing-date 2024-02-12",
            "--closing-date: “{}” is no date; write year-month-day, for example --closing-date 2024-02-12")),
        text));
  }
  return day;
}

}  // namespace ruamlint
