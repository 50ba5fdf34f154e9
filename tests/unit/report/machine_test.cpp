#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "fixture.hpp"

using namespace ruamlint;
using nlohmann::json;

TEST_CASE("SARIF has a result for every finding, with place and quote") {
  const Pack pack = small_pack();
  const Run run = small_run(pack);
  const json report = json::parse(sarif_report(run, Language::en));
  CHECK(report["version"] == "2.1.0");
  const json& whole = report["runs"][0];
  CHECK(whole["tool"]["driver"]["rules"].size() == pack.rules.size());
  REQUIRE(whole["results"].size() == run.documents[0].findings.size());
  for (const json& result : whole["results"]) {
    CHECK(whole["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK((result["kind"] == "fail" || result["level"] == "none"));
    CHECK(result["partialFingerprints"].contains("ruamlint/v1"));
    CHECK_FALSE(result["locations"].empty());
  }
  const auto with_quote =
      std::find_if(whole["results"].begin(), whole["results"].end(),
                   [](const json& result) { return result["locations"][0].contains("logicalLocations"); });
  REQUIRE(with_quote != whole["results"].end());
  const json& location = (*with_quote)["locations"][0];
  CHECK_FALSE(location["physicalLocation"]["region"]["snippet"]["text"].get<std::string>().empty());
  CHECK(location["logicalLocations"][0]["fullyQualifiedName"] == "page 2, section “Problem”");
}

TEST_CASE("SARIF tells files that could not be read as notifications, not as results") {
  const Pack pack = small_pack();
  const json whole = json::parse(sarif_report(small_run(pack), Language::en))["runs"][0];
  CHECK(whole["invocations"][0]["executionSuccessful"] == false);
  const json& notifications = whole["invocations"][0]["toolExecutionNotifications"];
  CHECK(std::any_of(notifications.begin(), notifications.end(), [](const json& one) {
    return one["level"] == "error" &&
           one["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 1;
  }));
}

TEST_CASE("SARIF encodes paths as URIs") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  run.documents[0].path = "แบบ 1#.pdf";
  run.documents[1].path = "/a b/c.pdf";
  const json artifacts = json::parse(sarif_report(run, Language::th))["runs"][0]["artifacts"];
  CHECK(artifacts[0]["location"]["uri"] == "%E0%B9%81%E0%B8%9A%E0%B8%9A%201%23.pdf");
  CHECK(artifacts[1]["location"]["uri"] == "file:///a%20b/c.pdf");
}

TEST_CASE("JUnit counts what it holds, and escapes what a form says") {
  const Pack pack = small_pack();
  Run run = small_run(pack);
  run.documents[0].path = "a<b>&\"\x02.pdf";
  const std::string xml = junit_report(run, Language::en);
  const auto count = [&](const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = xml.find(part); at != std::string::npos; at = xml.find(part, at + 1)) ++n;
    return std::to_string(n);
  };
  CHECK(xml.find("<testsuites name=\"ruamlint\" tests=\"" + count("<testcase ") + "\" failures=\"" +
                 count("<failure ") + "\" errors=\"" + count("<error ") + "\">") != std::string::npos);
  CHECK(xml.find("skipped=\"" + count("<skipped>") + "\"") != std::string::npos);
  CHECK(xml.find("name=\"a&lt;b&gt;&amp;&quot;.pdf\"") != std::string::npos);
}
