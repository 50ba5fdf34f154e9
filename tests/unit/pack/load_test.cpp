// Packs as people write them: what is inherited, and where a fault is said to be.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <random>

#include "pack/pack.hpp"

using namespace ruamlint;
namespace fs = std::filesystem;

namespace {

/// A folder of packs that lives as long as the test.
class Checks {
 public:
  Checks() : path_(fs::temp_directory_path() / ("ruamlint-packs-" + std::to_string(std::random_device{}()))) {
    write("base/pack.yaml", head);
    write("base/levels.yaml",
          "- {id: inform, name: {th: ก, en: Inform}}\n- {id: consult, name: {th: ข, en: Consult}}\n");
    write(
        "base/categories.yaml",
        "- {id: open, name: {th: เปิดใจ, en: Open}, aliases: [เปิดใจ], fits: [inform], must_reach: consult}\n");
    write("base/sections.yaml",
          "- {id: problem, title: {th: ปัญหา, en: Problem}, aliases: [ปัญหา], required_in: [open], severity: "
          "error}\n");
    write("base/lexicon.yaml", "units: [คน, บาท]\n");
    write("base/rules/sections.yaml", rule("SEC"));
  }
  ~Checks() { fs::remove_all(path_); }
  Checks(const Checks&) = delete;
  Checks& operator=(const Checks&) = delete;

  void write(const std::string& file, const std::string& text) {
    fs::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file) << text;
  }
  [[nodiscard]] std::variant<Pack, PackError> load(const std::string& name) const {
    return load_pack(path_, name);
  }
  [[nodiscard]] Pack pack(const std::string& name) const {
    const auto loaded = load(name);
    if (const auto* error = std::get_if<PackError>(&loaded)) FAIL(error->where + ": " + error->problem);
    return std::get<Pack>(loaded);
  }
  [[nodiscard]] PackError error(const std::string& name = "base") const {
    const auto loaded = load(name);
    REQUIRE(std::holds_alternative<PackError>(loaded));
    return std::get<PackError>(loaded);
  }

  static std::string rule(const std::string& id) {
    return "- id: " + id +
           "\n  check: some.check\n  severity: error\n  source: Q1\n  title: {th: ก, en: a}\n"
           "  reason: {th: ก, en: a}\n  remedy: {th: ก, en: a}\n  messages: {short: {th: \"{months} ก\", en: "
           "\"a {months}\"}}\n";
  }

  static constexpr const char* head = "version: \"1\"\ntitle: {th: ก, en: a}\nclosing_date: 2024-02-12\n";

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a pack is what its files say") {
  const Pack pack = Checks().pack("base");
  CHECK(pack.id == "base");
  CHECK(pack.version == "1");
  CHECK(iso_date(pack.closing_date) == "2024-02-12");
  REQUIRE(pack.category("open") != nullptr);
  CHECK(pack.category("open")->must_reach == "consult");
  CHECK(pack.level_rank("consult") == 1);
  CHECK(pack.level_rank("none") == -1);
  CHECK(pack.section("problem")->severity == Severity::error);
  CHECK(pack.words("units") == std::vector<std::string>{"คน", "บาท"});
  CHECK(pack.words("none").empty());
  REQUIRE(pack.rule("SEC") != nullptr);
  CHECK(pack.rule("SEC")->messages.at("short").en == "a {months}");
}

TEST_CASE("a pack that extends another lists only the differences") {
  Checks checks;
  checks.write("year/pack.yaml",
               "extends: base\nversion: \"2\"\ntitle: {th: ข, en: b}\nclosing_date: 2025-01-31\ndrop: "
               "{levels: [inform]}\n");
  checks.write("year/categories.yaml", "- {id: open, \"aliases+\": [เปิดบ้าน], fits: [consult]}\n");
  checks.write("year/sections.yaml", "- {id: goal, title: {th: เป้าหมาย, en: Goal}, aliases: [เป้าหมาย]}\n");
  checks.write("year/lexicon.yaml", "units+: [ไร่]\nunits-: [บาท]\nnew: [ก]\n");
  checks.write("year/rules/a.yaml", "- {id: SEC, severity: warning}\n");
  const Pack pack = checks.pack("year");
  CHECK(pack.id == "year");
  CHECK(pack.title.en == "b");
  CHECK(iso_date(pack.closing_date) == "2025-01-31");
  CHECK(pack.category("open")->aliases == std::vector<std::string>{"เปิดใจ", "เปิดบ้าน"});
  CHECK(pack.category("open")->name.en == "Open");
  CHECK(pack.levels.size() == 1);
  CHECK(pack.sections.size() == 2);
  CHECK(pack.words("units") == std::vector<std::string>{"คน", "ไร่"});
  CHECK(pack.words("new") == std::vector<std::string>{"ก"});
  CHECK(pack.rule("SEC")->severity == Severity::warning);
  CHECK(pack.rule("SEC")->check == "some.check");
}

TEST_CASE("faults have their place and say what would be right") {
  Checks checks;
  const auto faulty = [&checks](const std::string& file, const std::string& text) {
    checks.write(file, text);
    return checks.error();
  };
  SECTION("unknown key") {
    const PackError error = faulty("base/rules/sections.yaml", Checks::rule("SEC") + "  severty: note\n");
    CHECK(error.where == "base/rules/sections.yaml:9:3");
    CHECK(error.problem == "unknown key “severty” (did you mean “severity”?)");
  }
  SECTION("missing key") {
    const PackError error = faulty("base/sections.yaml", "- {id: problem, aliases: [ก]}\n");
    CHECK(error.where == "base/sections.yaml:1:3");
    CHECK(error.problem == "the key “title” is missing");
  }
  SECTION("wrong type") {
    const PackError error = faulty("base/lexicon.yaml", "units:\n  - คน\nwords: คน\n");
    CHECK(error.where == "base/lexicon.yaml:3:8");
    CHECK(error.problem == "must be a list");
  }
  SECTION("doubled id") {
    const PackError error = faulty("base/rules/z.yaml", Checks::rule("SEC"));
    CHECK(error.where == "base/rules/z.yaml:1:7");
    CHECK(error.problem == "the id “SEC” stands twice");
  }
  SECTION("doubled key") {
    CHECK(faulty("base/lexicon.yaml", "units: [คน]\nunits: [บาท]\n").where == "base/lexicon.yaml:2:1");
  }
  SECTION("doubled word") {
    CHECK(faulty("base/lexicon.yaml", "units: [คน, คน]\n").where == "base/lexicon.yaml:1:13");
  }
  SECTION("no such severity") {
    CHECK(faulty("base/sections.yaml", "- {id: p, title: {th: ก, en: a}, aliases: [ก], severity: fatal}\n")
              .problem == "severity is note, warning or error, not “fatal”");
  }
  SECTION("no date") {
    CHECK(faulty("base/pack.yaml", "version: a\ntitle: {th: ก, en: a}\nclosing_date: 2567-13-01\n").where ==
          "base/pack.yaml:3:15");
  }
  SECTION("no YAML") {
    CHECK(faulty("base/lexicon.yaml", "units: [คน\n").where.substr(0, 18) == "base/lexicon.yaml:");
  }
  SECTION("placeholders differ") {
    std::string text = Checks::rule("SEC");
    text.replace(text.find("a {months}"), 10, "a {month}");
    CHECK(faulty("base/rules/sections.yaml", text).problem.find("placeholders") != std::string::npos);
  }
  SECTION("dangling reference") {
    const PackError error = faulty("base/categories.yaml",
                                   "- {id: open, name: {th: ก, en: a}, aliases: [ก], must_reach: involve}\n");
    CHECK(error.problem == "category open refers to the level “involve”, which is not there");
  }
  SECTION("extends nothing") {
    const PackError error = faulty("base/pack.yaml", "extends: nothing\n" + std::string(Checks::head));
    CHECK(error.where == "base/pack.yaml:1:10");
    CHECK(error.problem == "there is no pack “nothing”");
  }
  SECTION("extends itself") {
    CHECK(faulty("base/pack.yaml", "extends: base\n" + std::string(Checks::head)).problem ==
          "the packs extend each other in a circle");
  }
  SECTION("nothing to drop") {
    CHECK(faulty("base/pack.yaml", std::string(Checks::head) + "drop: {rules: [OPR-1]}\n").problem ==
          "there is no “OPR-1” to drop");
  }
}

TEST_CASE("a folder without a pack is named") {
  CHECK(Checks().error("none").problem == "cannot be opened");
}

TEST_CASE("the shipped packs load") {
  for (const char* name : {"pppa", "pppa-2567"}) {
    const auto loaded = load_pack(RUAMLINT_CHECKS_DIR, name);
    if (const auto* error = std::get_if<PackError>(&loaded)) FAIL(error->where + ": " + error->problem);
    const Pack& pack = std::get<Pack>(loaded);
    CHECK(pack.categories.size() == 2);
    CHECK(pack.levels.size() >= 4);
    CHECK_FALSE(pack.rules.empty());
  }
}
