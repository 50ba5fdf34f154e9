// What waivers mark, and what becomes of them.
#include "rules/waiving.hpp"

#include <catch2/catch.hpp>

#include "rules/check.hpp"

using namespace ruamlint;
using State = WaiverOutcome::State;

namespace {

const Day closing = std::chrono::year{2024} / 2 / 12;

Finding finding(const std::string& fingerprint, Result result, const std::string& quote = "จาก 40 เป็น 60") {
  Finding finding;
  finding.result = result;
  finding.severity = Severity::error;
  finding.fingerprint = fingerprint;
  finding.evidence.emplace_back();
  finding.evidence[0].quote = quote;
  return finding;
}

Waiver waiver(const std::string& fingerprint, Day until = closing, const std::string& file = {}) {
  return {fingerprint, "ตรวจแล้ว", "กองกลาง", until, file};
}

/// The state of a lone waiver after one form.
State state_after(const Waiver& waiver, const std::string& file, std::vector<Finding>& findings) {
  WaiverDesk desk({waiver}, closing);
  desk.apply(file, findings);
  return desk.outcomes()[0].state;
}

}  // namespace

TEST_CASE("a waived failure decides nothing") {
  std::vector<Finding> findings = {finding("a", Result::fail)};
  CHECK(overall_result(findings) == Result::fail);
  CHECK(state_after(waiver("a"), "form.docx", findings) == State::used);
  CHECK(findings[0].waiver->who == "กองกลาง");
  CHECK(overall_result(findings) == Result::pass);
}

TEST_CASE("only what fails or asks can be waived") {
  for (const Result result : {Result::pass, Result::could_not_check, Result::not_applicable}) {
    std::vector<Finding> findings = {finding("a", result)};
    CHECK(state_after(waiver("a"), "form.docx", findings) == State::unused);
    CHECK_FALSE(findings[0].waiver);
  }
  std::vector<Finding> asked = {finding("a", Result::ask)};
  CHECK(state_after(waiver("a"), "form.docx", asked) == State::used);
}

TEST_CASE("a waiver holds up to its last closing date") {
  std::vector<Finding> findings = {finding("a", Result::fail)};
  CHECK(state_after(waiver("a", closing - std::chrono::days{1}), "form.docx", findings) == State::expired);
  CHECK_FALSE(findings[0].waiver);
}

TEST_CASE("a waiver for a file is for that one only") {
  std::vector<Finding> findings = {finding("a", Result::fail)};
  CHECK(state_after(waiver("a", closing, "other.docx"), "form.docx", findings) == State::not_met);
  CHECK_FALSE(findings[0].waiver);
  CHECK(state_after(waiver("b", closing, "form.docx"), "form.docx", findings) == State::unused);
}

TEST_CASE("what quotes nothing is waived for a named file only") {
  std::vector<Finding> findings = {finding("a", Result::fail, "")};
  CHECK(state_after(waiver("a"), "form.docx", findings) == State::too_wide);
  CHECK_FALSE(findings[0].waiver);
  CHECK(state_after(waiver("a", closing, "form.docx"), "form.docx", findings) == State::used);
}
