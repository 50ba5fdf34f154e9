#include "cli/audit_shares.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>

#include "audit/share.hpp"
#include "audit/whole_file.hpp"
#include "cli/audit_command.hpp"
#include "cli/audit_plan.hpp"
#include "cli/sandbox_notice.hpp"

namespace ruamlint {
namespace {

namespace fs = std::filesystem;

struct ShareOptions {
  std::string output, share, since;
  int jobs = 0;
  bool quiet = false;
};

std::string absolute_or_empty(const std::string& path) {
  return path.empty() ? path : fs::absolute(path).string();
}

fs::path plan_file(const fs::path& output) {
  return output / "plan.json";
}

// ---- plan

/// Other machines' working folders are other ones.
AuditOptions with_absolute_paths(AuditOptions options) {
  options.manifest = absolute_or_empty(options.manifest);
  options.waivers = absolute_or_empty(options.waivers);
  options.pack.checks = absolute_or_empty(options.pack.checks);
  if (options.pack.pack.find('/') != std::string::npos)
    options.pack.pack = absolute_or_empty(options.pack.pack);
  for (auto* paths : {&options.likeness.blanks, &options.likeness.against})
    for (std::string& path : *paths) path = absolute_or_empty(path);
  return options;
}

int make_plan(const AuditOptions& options, const Session& session) {
  return with_output(options.output, session, [&]() -> int {
    SharedPlan plan;
    plan.options = with_absolute_paths(options);
    plan.inputs = inputs_of(options, session);
    plan.language = session.language;
    plan.settings = sha256_of(AuditJob(plan.options, {}, session).plan.settings);
    for (AuditInput& input : plan.inputs) {
      std::error_code unknown;
      const std::uintmax_t size = fs::file_size(input.path, unknown);
      plan.sizes.push_back(unknown ? 0 : size);
      input.path = fs::absolute(input.path);
    }
    std::error_code error;
    fs::create_directories(options.output, error);
    write_whole(plan_file(options.output), encode_plan(plan));
    fmt::print(fmt::runtime(session.say("{} ไฟล์\n", "{} files\n")), plan.inputs.size());
    return exit_nothing_failed;
  });
}

SharedPlan plan_of(const std::string& output, const Session& session) {
  const FileBytes bytes = bytes_of_file(plan_file(output));
  const auto* text = std::get_if<std::string>(&bytes);
  std::optional<SharedPlan> plan;
  if (text != nullptr) plan = decode_plan(*text);
  if (plan) return *std::move(plan);
  throw UsageError(
      fmt::format(fmt::runtime(session.say("--output: ไม่มีแผนใน {} โปรดสั่ง ruamlint audit plan ก่อน",
                                           "--output: there is no plan in {}; give ruamlint audit "
                                           "plan first")),
                  output));
}

/// The job of a plan, under the plan's own options.
struct PlannedJob {
  PlannedJob(const ShareOptions& share, const Session& session)
      : plan(plan_of(share.output, session)), session_of_plan{plan.language} {
    plan.options.output = share.output;
    plan.options.since = share.since;
    plan.options.quiet = share.quiet;
    plan.options.input.jobs = share.jobs;
    job = std::make_unique<AuditJob>(plan.options, plan.inputs, session_of_plan);
    if (sha256_of(job->plan.settings) == plan.settings) return;
    throw UsageError(session.say("โปรแกรม ชุดกฎ หรือแบบจำลองไม่ตรงกับตอนทำแผน โปรดใช้ชุดเดียวกันทุกเครื่อง หรือทำแผนใหม่",
                                 "the program, the rule pack or the models differ from the plan's; use the "
                                 "same on all machines, or plan again"));
  }
  SharedPlan plan;
  Session session_of_plan;
  std::unique_ptr<AuditJob> job;
};

// ---- run

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

/// "2/4", or what Slurm (job arrays numbered from 1) and Kubernetes (from 0, with the count beside it) say.
std::optional<Share> share_from(const std::string& said) {
  std::optional<int> number, count;
  if (!said.empty()) {
    const std::size_t slash = std::min(said.find('/'), said.size());
    number = number_in(said.substr(0, slash));
    count = number_in(said.substr(std::min(slash + 1, said.size())));
  } else if (!environment("SLURM_ARRAY_TASK_ID").empty()) {
    number = number_in(environment("SLURM_ARRAY_TASK_ID"));
    count = number_in(environment("SLURM_ARRAY_TASK_COUNT"));
  }
  constexpr int most_shares = 100'000;
  if (!number || !count || *number < 1 || *count > most_shares || *number > *count) return std::nullopt;
  return Share{*number, *count};
}

std::string share_folder(Share share) {
  return fmt::format("{}-of-{}", share.number, share.count);
}

int run_share(const ShareOptions& options, const Session& session) {
  const auto share = share_from(options.share);
  if (!share) {
    throw UsageError(session.say("--share: ระบุส่วนที่เท่าไรจากทั้งหมดกี่ส่วน เช่น --share 2/4",
                                 "--share: say which of how many, for example --share 2/4"));
  }
  const fs::path output = fs::path(options.output) / "shares" / share_folder(*share);
  return with_output(output.string(), session, [&]() -> int {
    PlannedJob planned(options, session);
    AuditPlan& plan = planned.job->plan;
    std::vector<AuditInput> inputs;
    for (const std::size_t index : inputs_of_share(planned.plan.sizes, *share))
      inputs.push_back(std::move(plan.inputs[index]));
    plan.inputs = std::move(inputs);
    plan.output = output;
    tell_of_missing_sandbox(session);
    return read_share(plan, planned.job->hooks()) ? int{exit_nothing_failed} : stopped(session);
  });
}

// ---- merge

/// The shares that have been run, of whatever count.
std::vector<fs::path> shares_in(const fs::path& output) {
  std::vector<fs::path> shares;
  std::error_code unknown;
  for (const auto& entry : fs::directory_iterator(output / "shares", unknown))
    if (fs::exists(store_of(entry.path()), unknown)) shares.push_back(entry.path());
  std::sort(shares.begin(), shares.end());
  return shares;
}

int merge(const ShareOptions& options, const Session& session) {
  return with_output(options.output, session, [&]() -> int {
    PlannedJob planned(options, session);
    std::vector<AuditRow> rows;
    merge_shares(planned.job->plan, planned.job->hooks(), shares_in(options.output), rows);
    planned.job->write_overview(rows);
    print_summary(rows);
    const auto lacking =
        std::count_if(rows.begin(), rows.end(), [](const AuditRow& row) { return row.status == "not_read"; });
    if (lacking == 0) return exit_nothing_failed;
    complain(fmt::format(fmt::runtime(session.say("ยังขาดผลของ {} ไฟล์ โปรดรันส่วนที่ขาดแล้วสั่ง merge อีกครั้ง",
                                                  "{} files have no result yet; run the shares that are "
                                                  "missing, then merge again")),
                         lacking));
    return exit_try_again;
  });
}

void add_share_options(CLI::App& command, const Session& session, ShareOptions& options) {
  command.add_option("--output,-o", options.output, session.say("โฟลเดอร์ที่มีแผน", "folder of the plan"))
      ->required()
      ->type_name("DIR");
  add_language(command, session);
}

}  // namespace

void add_audit_share_commands(CLI::App& audit, const Session& session, Action& action) {
  const auto planned = std::make_shared<AuditOptions>();
  CLI::App* plan = audit.add_subcommand(
      "plan", session.say("แบ่งงานให้หลายเครื่อง: จดว่าต้องตรวจไฟล์ใด อย่างไร",
                          "share an audit among machines: write down which files are checked, and how"));
  add_audit_options(*plan, session, *planned);
  plan->callback([planned, &session, &action] {
    action = [planned, &session] { return make_plan(*planned, session); };
  });

  const auto options = std::make_shared<ShareOptions>();
  CLI::App* run =
      audit.add_subcommand("run", session.say("ตรวจหนึ่งส่วนของแผน หยุดแล้วทำต่อได้",
                                              "check one share of the plan; can be stopped and goes on"));
  add_share_options(*run, session, *options);
  run->add_option("--share,--shard", options->share,
                  session.say("ส่วนที่เท่าไรจากทั้งหมดกี่ส่วน เช่น 2/4 (ปกติใช้ค่าของ Slurm)",
                              "which of how many, such as 2/4 (default: what Slurm says)"))
      ->type_name("K/N");
  add_jobs(*run, session, options->jobs);
  run->add_flag("--quiet,-q", options->quiet, session.say("ไม่แสดงความคืบหน้า", "no progress"));
  run->callback([options, &session, &action] {
    action = [options, &session] { return run_share(*options, session); };
  });

  CLI::App* merging =
      audit.add_subcommand("merge", session.say("รวมผลทุกส่วนเป็นผลเดียว", "make one result of all shares"));
  add_share_options(*merging, session, *options);
  merging
      ->add_option("--since", options->since,
                   session.say("เทียบกับผลครั้งก่อนในโฟลเดอร์นี้", "compare with the earlier audit in this folder"))
      ->type_name("DIR");
  merging->callback(
      [options, &session, &action] { action = [options, &session] { return merge(*options, session); }; });
}

}  // namespace ruamlint
