#include "rules/check.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "rules/family.hpp"
#include "text/fuzzy.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

std::vector<NamedCheck> all_checks() {
  std::vector<NamedCheck> all;
  for (const auto family : {section_checks(), agency_checks(), category_checks(), level_checks(), operation_checks(),
                            statistics_checks(), topic_checks()})
    all.insert(all.end(), family.begin(), family.end());
  return all;
}

Check check_named(const std::vector<NamedCheck>& checks, const std::string& name) {
  const auto known =
      std::find_if(checks.begin(), checks.end(), [&](const NamedCheck& check) { return check.name == name; });
  if (known == checks.end()) throw std::runtime_error("no such check: " + name);
  return known->check;
}

bool applies(const Rule& rule, const Category* category) {
  if (rule.categories.empty()) return true;
  return category != nullptr &&
         std::find(rule.categories.begin(), rule.categories.end(), category->id) != rule.categories.end();
}

/// The rule is for some categories, and which one the form is of is not known.
bool needs_category(const Rule& rule, const Category* category) {
  return !rule.categories.empty() && category == nullptr;
}

/// Of rule, message, the words in its arguments and what it quotes first, folded so that neither place,
/// layout nor font matters; the same finding in a resaved file has the same. Further quotes are left out: a
/// sentence added elsewhere may be one more.
std::string fingerprint_of(const Finding& finding) {
  std::string named = finding.rule + '\n' + finding.message;
  for (const Argument& argument : finding.arguments)
    for (const std::string& text : argument.texts) named += '\n' + text;
  if (!finding.evidence.empty()) named += '\n' + to_utf8(folded(finding.evidence.front().quote).letters);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(named.data(), named.size(), digest.data(), &size, EVP_sha256(), nullptr);
  constexpr std::size_t bytes = 8;
  std::string hex;
  for (std::size_t i = 0; i < std::min<std::size_t>(size, bytes); ++i)
    for (const int digit : {digest[i] >> 4, digest[i] & 0xF}) hex += "0123456789abcdef"[digit];
  return hex;
}

}  // namespace

bool is_sure(const std::vector<Evidence>& evidence) {
  return std::all_of(evidence.begin(), evidence.end(),
                     [](const Evidence& each) { return each.confidence >= least_confidence; });
}

std::vector<Finding> check_facts(const Facts& facts, const Pack& pack, Day closing_date) {
  const std::vector<NamedCheck> checks = all_checks();
  const Category* category = pack.category(facts.category.id);
  std::vector<Finding> findings;
  for (const Rule& rule : pack.rules) {
    const CheckContext context{facts, pack, rule, closing_date, category};
    if (needs_category(rule, category)) {
      // CAT-1 has said how grave that is.
      findings.push_back(found(context, Result::could_not_check, "no_category"));
      findings.back().severity = Severity::note;
    } else if (!applies(rule, category)) {
      findings.push_back(found(context, Result::not_applicable, "not_applicable"));
    } else {
      for (Finding& finding : check_named(checks, rule.check)(context))
        findings.push_back(std::move(finding));
    }
  }
  for (Finding& finding : findings) finding.fingerprint = fingerprint_of(finding);
  return findings;
}

Result overall_result(const std::vector<Finding>& findings) {
  const auto any = [&findings](Result result, Severity least) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.result == result && finding.severity >= least && !finding.waiver;
    });
  };
  if (any(Result::fail, Severity::error)) return Result::fail;
  if (any(Result::could_not_check, Severity::error)) return Result::could_not_check;
  if (any(Result::fail, Severity::warning) || any(Result::ask, Severity::warning)) return Result::ask;
  return Result::pass;
}

Result gravest_result(const std::vector<Finding>& findings, std::string_view rule) {
  for (const Result result : {Result::fail, Result::could_not_check, Result::ask, Result::pass})
    if (std::any_of(findings.begin(), findings.end(),
                    [&](const Finding& finding) { return finding.rule == rule && finding.result == result; }))
      return result;
  return Result::not_applicable;
}

std::vector<std::string> check_names() {
  std::vector<std::string> names;
  for (const NamedCheck& check : all_checks()) names.emplace_back(check.name);
  std::sort(names.begin(), names.end());
  return names;
}

const char* name_of(Result result) {
  switch (result) {
    case Result::pass:
      return "pass";
    case Result::fail:
      return "fail";
    case Result::ask:
      return "ask";
    case Result::not_applicable:
      return "not_applicable";
    case Result::could_not_check:
      break;
  }
  return "could_not_check";
}

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

}  // namespace ruamlint
