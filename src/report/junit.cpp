// JUnit XML as continuous integration reads it: a suite a form, a case a finding.
#include <fmt/format.h>

#include <algorithm>

#include "report/report.hpp"
#include "report/standing.hpp"
#include "report/wording.hpp"
#include "report/words.hpp"
#include "text/utf8.hpp"

namespace ruamlint {
namespace {

/// Escaped for text and attributes; what XML 1.0 has no place for goes.
std::string escaped(std::string_view text) {
  std::string out;
  const std::string clean = valid_utf8(text);
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(clean, at);
    if (c == U'&') {
      out += "&amp;";
    } else if (c == U'<') {
      out += "&lt;";
    } else if (c == U'>') {
      out += "&gt;";
    } else if (c == U'"') {
      out += "&quot;";
    } else if (c == U'\n' || c == U'\t') {
      out += fmt::format("&#{};", static_cast<unsigned>(c));
    } else if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) {
      out.append(clean, begin, at - begin);
    }
  }
  return out;
}

/// What fails a build is what fails a form; what a person is asked about is told, and fails nothing.
bool fails(Standing standing) {
  return standing == Standing::must_fix || standing == Standing::should_fix;
}
bool is_skipped(Standing standing) {
  return standing == Standing::not_applicable || standing == Standing::unchecked ||
         standing == Standing::waived;
}

std::string details_of(const Run& run, const Finding& finding, Language language) {
  std::string text;
  for (const Evidence& evidence : finding.evidence)
    text += place_text(*run.pack, evidence, language) + ": " + quoted_cut(evidence.quote) + "\n";
  if (const Rule* rule = run.pack->rule(finding.rule)) text += in(rule->remedy, language);
  return text;
}

std::string case_of(const Run& run, const DocumentReport& document, const Finding& finding,
                    Language language) {
  const Standing standing = standing_of(finding);
  const std::string message = escaped(message_text(*run.pack, finding, language));
  const std::string open = fmt::format("    <testcase classname=\"{}\" name=\"{}: {}\"",
                                       escaped(document.path), escaped(finding.rule), message);
  if (fails(standing)) {
    return open + fmt::format(">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n",
                              name_of(standing), message, escaped(details_of(run, finding, language)));
  }
  if (is_skipped(standing)) {
    return open + fmt::format(">\n      <skipped>{}</skipped>\n    </testcase>\n",
                              escaped(word(word_of(standing), language)));
  }
  if (standing == Standing::passed) return open + "/>\n";
  return open + fmt::format(">\n      <system-out>{}: {}</system-out>\n    </testcase>\n",
                            escaped(word(word_of(standing), language)),
                            escaped(details_of(run, finding, language)));
}

struct Counts {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  Counts& operator+=(const Counts& more) {
    tests += more.tests;
    failures += more.failures;
    errors += more.errors;
    skipped += more.skipped;
    return *this;
  }
};

Counts counts_of(const DocumentReport& document) {
  if (document.error) return {1, 0, 1, 0};
  Counts counts{document.findings.size(), 0, 0, 0};
  for (const Finding& finding : document.findings) {
    if (fails(standing_of(finding))) ++counts.failures;
    if (is_skipped(standing_of(finding))) ++counts.skipped;
  }
  return counts;
}

std::string attributes_of(const Counts& counts) {
  return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\"", counts.tests, counts.failures,
                     counts.errors);
}

std::string suite_of(const Run& run, const DocumentReport& document, Language language) {
  const Counts counts = counts_of(document);
  // The schema counts what was skipped for a suite, and not for all of them.
  std::string xml = fmt::format("  <testsuite name=\"{}\" {} skipped=\"{}\">\n", escaped(document.path),
                                attributes_of(counts), counts.skipped);
  if (document.error) {
    xml += fmt::format(
        "    <testcase classname=\"{}\" name=\"{}\">\n      <error message=\"{}\"/>\n    </testcase>\n",
        escaped(document.path), escaped(word(Word::verdict_unread, language)),
        escaped(fault_text(*document.error, language)));
  }
  for (const Finding& finding : document.findings) xml += case_of(run, document, finding, language);
  return xml + "  </testsuite>\n";
}

}  // namespace

std::string junit_report(const Run& run, Language language) {
  Counts all;
  std::string suites;
  for (const DocumentReport& document : run.documents) {
    all += counts_of(document);
    suites += suite_of(run, document, language);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
         fmt::format("<testsuites name=\"ruamlint\" {}>\n", attributes_of(all)) + suites + "</testsuites>\n";
}

}  // namespace ruamlint
