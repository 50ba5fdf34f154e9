// Each rule's results over hand-made facts. What the facts of real forms are is tested elsewhere.
#include <catch2/catch.hpp>

#include "rules/check.hpp"

using namespace ruamlint;

namespace {

Day day(int year, unsigned month, unsigned of_month) {
  return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month);
}

const Pack& pack() {
  static const Pack pack = [] {
    auto loaded = load_pack(RUAMLINT_CHECKS_DIR, "pppa-2567");
    REQUIRE(std::holds_alternative<Pack>(loaded));
    return std::get<Pack>(std::move(loaded));
  }();
  return pack;
}

Evidence evidence(const std::string& quote, float confidence = 1) {
  Evidence evidence;
  evidence.quote = quote;
  evidence.confidence = confidence;
  return evidence;
}

/// Facts of a form that passes.
Facts good_facts(const std::string& category = "effective-participation") {
  Facts facts;
  facts.applicant.named = true;
  facts.category.id = category;
  facts.category.stated = {category};
  for (const Section& section : pack().sections) {
    SectionFact fact;
    fact.id = section.id;
    fact.found = true;
    fact.content = SectionFact::Content::filled;
    fact.evidence = evidence(section.title.th);
    facts.sections.push_back(fact);
  }
  LevelMention stated;
  stated.kind = LevelMention::Kind::stated;
  stated.level = category == "open-governance" ? "consult" : "collaborate";
  stated.evidence = evidence("ระดับ " + stated.level);
  facts.levels.mentions = {stated};
  facts.levels.stated = {stated.level};
  facts.operation.found = true;
  facts.operation.least_months = 28;
  facts.operation.most_months = 28;
  facts.operation.evidence = {evidence("1 ตุลาคม 2564 ถึงปัจจุบัน")};
  Comparison pair;
  pair.measure = "เรื่องร้องเรียน";
  pair.before_text = "40";
  pair.after_text = "60";
  pair.verdict = Comparison::Verdict::consistent;
  pair.evidence = {evidence("จาก 40 เป็น 60")};
  facts.comparisons = {pair};
  return facts;
}

std::vector<Finding> findings_of(const Facts& facts, const std::string& rule) {
  std::vector<Finding> of_rule;
  for (const Finding& finding : check_facts(facts, pack(), pack().closing_date))
    if (finding.rule == rule) of_rule.push_back(finding);
  REQUIRE_FALSE(of_rule.empty());
  return of_rule;
}

/// The only finding of the rule, as "result message".
std::string outcome(const Facts& facts, const std::string& rule) {
  const auto findings = findings_of(facts, rule);
  REQUIRE(findings.size() == 1);
  return std::string(name_of(findings[0].result)) + " " + findings[0].message;
}

SectionFact& section(Facts& facts, const std::string& id) {
  for (SectionFact& fact : facts.sections)
    if (fact.id == id) return fact;
  FAIL("no such section: " << id);
  return facts.sections.front();
}

}  // namespace

TEST_CASE("every check of the packs exists, and every message has its words") {
  const auto names = check_names();
  for (const Rule& rule : pack().rules) {
    CAPTURE(rule.id);
    CHECK(std::find(names.begin(), names.end(), rule.check) != names.end());
  }
}

TEST_CASE("SEC") {
  Facts facts = good_facts();
  CHECK(outcome(facts, "SEC") == "pass pass");
  SECTION("only the problem's absence is an error") {
    section(facts, "problem").found = false;
    section(facts, "results").found = false;
    facts.comparisons.clear();
    const auto findings = findings_of(facts, "SEC");
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].message == "missing");
    CHECK(findings[0].severity == Severity::error);
    CHECK(findings[1].severity == Severity::warning);
    CHECK(overall_result(findings) == Result::fail);
  }
  SECTION("what is said elsewhere needs no heading") {
    section(facts, "results").found = false;
    section(facts, "period").content = SectionFact::Content::empty;
    CHECK(outcome(facts, "SEC") == "pass pass");
  }
  SECTION("prompts are no content") {
    section(facts, "results").content = SectionFact::Content::prompt_only;
    CHECK(outcome(facts, "SEC") == "fail prompt_only");
  }
  SECTION("too short is asked") {
    section(facts, "problem").content = SectionFact::Content::too_short;
    CHECK(outcome(facts, "SEC") == "ask too_short");
  }
  SECTION("nothing is missing from what was not read") {
    section(facts, "problem").found = false;
    facts.read_well = false;
    CHECK(outcome(facts, "SEC") == "could_not_check not_read");
  }
}

TEST_CASE("CAT-1") {
  Facts facts = good_facts();
  CHECK(outcome(facts, "CAT-1") == "pass pass");
  facts.category.id.clear();
  SECTION("several") {
    facts.category.stated = {"open-governance", "effective-participation"};
    CHECK(outcome(facts, "CAT-1") == "fail several");
  }
  SECTION("none") {
    facts.category.stated.clear();
    CHECK(outcome(facts, "CAT-1") == "fail none");
    CHECK(outcome(facts, "LVL-2") == "could_not_check no_category");
    facts.read_well = false;
    CHECK(outcome(facts, "CAT-1") == "could_not_check not_read");
  }
}

TEST_CASE("LVL-1 and LVL-2") {
  Facts facts = good_facts();
  CHECK(outcome(facts, "LVL-1") == "pass pass");
  CHECK(outcome(facts, "LVL-2") == "pass pass");
  LevelMention& mention = facts.levels.mentions[0];
  SECTION("below") {
    mention.level = "involve";
    facts.levels.stated = {"involve"};
    CHECK(outcome(facts, "LVL-2") == "fail below");
    mention.evidence.confidence = 0.5F;
    CHECK(outcome(facts, "LVL-2") == "ask unclear");
  }
  SECTION("unclear between two that are both below is below") {
    mention.level = "consult";
    mention.gloss_level = "involve";
    facts.levels.stated = {"consult"};
    CHECK(outcome(facts, "LVL-2") == "fail below");
    CHECK(outcome(facts, "LVL-6") == "ask differ");
  }
  SECTION("unclear whether it is reached") {
    mention.level = "consult";
    mention.gloss_level = "collaborate";
    facts.levels.stated = {"consult"};
    CHECK(outcome(facts, "LVL-2") == "ask unclear");
  }
  SECTION("beyond") {
    mention.level = "empower";
    facts.levels.stated = {"collaborate", "empower"};
    CHECK(outcome(facts, "LVL-2") == "pass pass");
  }
  SECTION("none") {
    facts.levels = {};
    CHECK(outcome(facts, "LVL-1") == "fail none");
    CHECK(outcome(facts, "LVL-2") == "ask none_stated");
    facts.levels.described = {"consult"};
    CHECK(outcome(facts, "LVL-1") == "fail only_described");
    facts.levels.unclear.push_back(good_facts().levels.mentions[0]);
    CHECK(outcome(facts, "LVL-1") == "ask only_described");
  }
  SECTION("another category reaches what it likes") {
    CHECK(outcome(good_facts("open-governance"), "LVL-2") == "not_applicable not_applicable");
  }
}

TEST_CASE("LVL-6 says a misspelling once") {
  Facts facts = good_facts();
  CHECK(outcome(facts, "LVL-6") == "pass pass");
  facts.levels.mentions[0].misspelt = "Colaborate";
  facts.levels.mentions.push_back(facts.levels.mentions[0]);
  CHECK(outcome(facts, "LVL-6") == "ask misspelt");
  CHECK(overall_result(findings_of(facts, "LVL-6")) == Result::pass);
}

TEST_CASE("OPR-1") {
  Facts facts = good_facts();
  OperationFact& operation = facts.operation;
  CHECK(outcome(facts, "OPR-1") == "pass pass");
  const auto with = [&](int least, int most) {
    operation.least_months = least;
    operation.most_months = most;
    return outcome(facts, "OPR-1");
  };
  CHECK(with(12, 12) == "pass pass");
  CHECK(with(11, 11) == "fail short");
  CHECK(with(1, 13) == "ask unclear");
  operation.approximate = true;
  CHECK(with(20, 24) == "ask approximate");
  CHECK(with(40, 44).starts_with("pass"));
  CHECK(with(5, 11) == "ask unclear");
  CHECK(with(5, 7) == "fail short");
  operation.ambiguous = true;
  CHECK(with(40, 44) == "ask approximate");
  CHECK(with(2, 4) == "fail short");
  operation.evidence[0].confidence = 0.4F;
  CHECK(with(40, 44) == "ask unsure");
  CHECK(with(2, 4) == "ask unsure");

  SECTION("without a start") {
    operation = {};
    CHECK(outcome(facts, "OPR-1") == "ask none");
    operation.claimed = DurationMention{};
    CHECK(outcome(facts, "OPR-1") == "ask only_claimed");
    operation.plan_only = true;
    CHECK(outcome(facts, "OPR-1") == "ask plan_only");
  }
  SECTION("the day that would settle it") {
    const auto findings = check_facts(facts, pack(), day(2024, 2, 29));
    for (const Finding& finding : findings)
      for (const Argument& argument : finding.arguments)
        if (argument.name == "latest_start") CHECK(iso_date(argument.date) == "2023-02-28");
  }
}

TEST_CASE("STAT-1") {
  Facts facts = good_facts();
  CHECK(outcome(facts, "STAT-1") == "pass pass");
  facts.comparisons[0].verdict = Comparison::Verdict::inconsistent;
  CHECK(outcome(facts, "STAT-1") == "pass pass");
  facts.comparisons[0].verdict = Comparison::Verdict::unit_differs;
  CHECK(outcome(facts, "STAT-1") == "ask units_differ");
  facts.comparisons.clear();
  CHECK(outcome(facts, "STAT-1") == "fail none");
  facts.after_only = true;
  CHECK(outcome(facts, "STAT-1") == "fail after_only");
  facts.read_well = false;
  CHECK(outcome(facts, "STAT-1") == "could_not_check not_read");
  CHECK(outcome(good_facts("open-governance"), "STAT-1") == "not_applicable not_applicable");
}

TEST_CASE("LVL-5 where Thai and English name different levels") {
  Facts facts = good_facts();
  LevelMention& mention = facts.levels.mentions[0];
  mention.level = "consult";
  mention.gloss_level = "involve";
  facts.levels.stated = {"consult", "involve"};
  facts.levels.borne_out = "consult";
  CHECK(outcome(facts, "LVL-5") == "ask unclear");
  facts.levels.borne_out = "inform";
  CHECK(outcome(facts, "LVL-5") == "fail lower_shown");
}

TEST_CASE("RES-5") {
  Facts facts = good_facts();
  CHECK(outcome(facts, "RES-5") == "not_applicable not_applicable");
  facts.topics = {{"extension", {evidence("ขยายผลไปยังตำบลใกล้เคียง")}, {}}};
  CHECK(outcome(facts, "RES-5") == "pass pass");
  facts.comparisons.clear();
  CHECK(outcome(facts, "RES-5") == "ask ask");
}

TEST_CASE("nothing is said to be in order that was not read well") {
  Facts facts = good_facts();
  facts.read_well = false;
  for (const char* rule : {"LVL-6", "STAT-2", "OPR-2", "OPR-3", "EVD-1", "CAT-3"}) {
    CAPTURE(rule);
    CHECK(outcome(facts, rule) == "could_not_check not_read");
  }
}

TEST_CASE("STAT-2") {
  Facts facts = good_facts();
  Comparison& pair = facts.comparisons[0];
  const auto with = [&](Comparison::Verdict verdict) {
    pair.verdict = verdict;
    return outcome(facts, "STAT-2");
  };
  using Verdict = Comparison::Verdict;
  CHECK(with(Verdict::by_rounding) == "pass pass");
  CHECK(with(Verdict::no_claim) == "pass pass");
  CHECK(with(Verdict::direction_differs) == "fail direction_differs");
  CHECK(with(Verdict::zero_base) == "fail zero_base");
  CHECK(with(Verdict::unit_differs) == "fail unit_differs");
  CHECK(with(Verdict::inconsistent) == "fail inconsistent");
  pair.claim_kind = Comparison::ClaimKind::points;
  CHECK(with(Verdict::inconsistent) == "fail inconsistent_points");
  pair.unsure = true;
  CHECK(with(Verdict::inconsistent) == "ask unsure");
  CHECK(with(Verdict::consistent) == "ask figures_unsure");
  pair.unsure = false;

  SECTION("each defect is said") {
    pair.verdict = Verdict::inconsistent;
    facts.comparisons.push_back(pair);
    facts.comparisons.push_back(good_facts().comparisons[0]);
    CHECK(findings_of(facts, "STAT-2").size() == 2);
  }
  SECTION("places that disagree") {
    pair.verdict = Verdict::consistent;
    Disagreement disagreement;
    disagreement.evidence = {evidence("รวม 58")};
    facts.disagreements = {disagreement};
    const auto of = [&](Disagreement::Kind kind) {
      facts.disagreements[0].kind = kind;
      return outcome(facts, "STAT-2");
    };
    CHECK(of(Disagreement::Kind::restated) == "fail restated");
    CHECK(of(Disagreement::Kind::claim_elsewhere) == "ask claim_elsewhere");
    facts.comparisons.clear();
    CHECK(of(Disagreement::Kind::total) == "fail total");
    facts.disagreements[0].unsure = true;
    CHECK(of(Disagreement::Kind::total) == "ask figures_unsure");
  }
  SECTION("no pairs") {
    facts.comparisons.clear();
    CHECK(outcome(facts, "STAT-2") == "not_applicable not_applicable");
  }
}

TEST_CASE("the result of a form") {
  const auto one = [](Result result, Severity severity) {
    Finding finding;
    finding.result = result;
    finding.severity = severity;
    return overall_result({finding});
  };
  CHECK(overall_result({}) == Result::pass);
  CHECK(one(Result::fail, Severity::error) == Result::fail);
  CHECK(one(Result::fail, Severity::warning) == Result::ask);
  CHECK(one(Result::fail, Severity::note) == Result::pass);
  CHECK(one(Result::ask, Severity::error) == Result::ask);
  CHECK(one(Result::ask, Severity::note) == Result::pass);
  CHECK(one(Result::could_not_check, Severity::error) == Result::could_not_check);
  CHECK(one(Result::could_not_check, Severity::warning) == Result::pass);
}

TEST_CASE("fingerprints tell findings apart and outlive a resaved file") {
  Facts facts = good_facts();
  facts.comparisons[0].verdict = Comparison::Verdict::inconsistent;
  const std::string first = findings_of(facts, "STAT-2")[0].fingerprint;
  CHECK(first.size() == 16);
  facts.comparisons[0].evidence[0].place.page = 7;
  facts.comparisons[0].evidence[0].quote = "จาก  ๔๐ เป็น ๖๐";
  CHECK(findings_of(facts, "STAT-2")[0].fingerprint == first);
  facts.comparisons[0].evidence[0].quote = "จาก 41 เป็น 60";
  CHECK(findings_of(facts, "STAT-2")[0].fingerprint != first);
}

TEST_CASE("RES-2") {
  Facts facts = good_facts();
  TopicFact problem;
  problem.id = "problem_figures";
  SECTION("the measure stands in the problem") {
    problem.evidence = {evidence("ปี 2563 มีเรื่องร้องเรียน 75 เรื่อง")};
    facts.topics = {problem};
    CHECK(outcome(facts, "RES-2") == "pass pass");
  }
  SECTION("or its figure before the work does") {
    problem.evidence = {evidence("ชาวบ้านมาร้อง 40 ครั้ง")};
    facts.topics = {problem};
    CHECK(outcome(facts, "RES-2") == "pass pass");
  }
  SECTION("else a person is asked") {
    CHECK(outcome(facts, "RES-2") == "ask ask");
  }
  SECTION("without figures there is nothing to ask") {
    facts.comparisons.clear();
    CHECK(outcome(facts, "RES-2") == "not_applicable not_applicable");
  }
}
