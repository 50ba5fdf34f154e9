#include "report/standing.hpp"

namespace ruamlint {

Standing standing_of(const Finding& finding) {
  if (finding.waiver) return Standing::waived;
  switch (finding.result) {
    case Result::fail:
      if (finding.severity == Severity::error) return Standing::must_fix;
      return finding.severity == Severity::warning ? Standing::should_fix : Standing::remark;
    case Result::ask:
      return Standing::look;
    case Result::could_not_check:
      return Standing::unchecked;
    case Result::not_applicable:
      return Standing::not_applicable;
    case Result::pass:
      break;
  }
  return Standing::passed;
}

const char* name_of(Standing standing) {
  switch (standing) {
    case Standing::must_fix:
      return "must_fix";
    case Standing::should_fix:
      return "should_fix";
    case Standing::look:
      return "look";
    case Standing::remark:
      return "remark";
    case Standing::unchecked:
      return "unchecked";
    case Standing::waived:
      return "waived";
    case Standing::not_applicable:
      return "not_applicable";
    case Standing::passed:
      break;
  }
  return "passed";
}

Word word_of(Standing standing) {
  switch (standing) {
    case Standing::must_fix:
      return Word::severity_error;
    case Standing::should_fix:
      return Word::severity_warning;
    case Standing::look:
      return Word::severity_ask;
    case Standing::remark:
      return Word::severity_note;
    case Standing::unchecked:
      return Word::standing_unchecked;
    case Standing::waived:
      return Word::waived;
    case Standing::not_applicable:
      return Word::standing_not_applicable;
    case Standing::passed:
      break;
  }
  return Word::standing_passed;
}

Word verdict_word(const DocumentReport& document) {
  if (document.error) return Word::verdict_unread;
  switch (document.result) {
    case Result::fail:
      return Word::verdict_fail;
    case Result::ask:
      return Word::verdict_ask;
    case Result::could_not_check:
      return Word::verdict_partly;
    case Result::pass:
    case Result::not_applicable:
      break;
  }
  return Word::verdict_pass;
}

}  // namespace ruamlint
