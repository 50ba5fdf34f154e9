#include "rules/excerpts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/check.hpp"

namespace ruamlint {
namespace {

ExcerptOutcome run(const FactFinder& finder, const Pack& pack, const Rule& rule, const Excerpt& excerpt) {
  const Document document = document_of_text(excerpt.text);
  const Facts facts = finder.find(document, {excerpt.category});
  const Result result = gravest_result(check_facts(facts, pack, pack.closing_date), rule.id);
  return {&rule, &excerpt, result, excerpt.expect == name_of(result)};
}

bool is_result_name(const std::string& name) {
  constexpr std::array results = {Result::pass, Result::fail, Result::ask, Result::not_applicable,
                                  Result::could_not_check};
  return std::any_of(results.begin(), results.end(),
                     [&name](Result result) { return name == name_of(result); });
}

}  // namespace

std::vector<ExcerptOutcome> run_excerpts(const Pack& pack) {
  const FactFinder finder(pack);
  std::vector<ExcerptOutcome> outcomes;
  for (const Rule& rule : pack.rules)
    for (const Excerpt& excerpt : rule.excerpts) outcomes.push_back(run(finder, pack, rule, excerpt));
  return outcomes;
}

std::vector<std::string> faults_of(const Pack& pack) {
  const std::vector<std::string> checks = check_names();
  std::vector<std::string> faults;
  for (const Rule& rule : pack.rules) {
    if (!std::binary_search(checks.begin(), checks.end(), rule.check))
      faults.push_back(fmt::format("{}: there is no check “{}”", rule.id, rule.check));
    for (const Excerpt& excerpt : rule.excerpts)
      if (!is_result_name(excerpt.expect))
        faults.push_back(
            fmt::format("{}: an excerpt expects “{}”, which is no result", rule.id, excerpt.expect));
  }
  return faults;
}

}  // namespace ruamlint
