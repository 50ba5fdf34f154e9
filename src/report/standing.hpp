// How a finding stands for its reader, in the order in which a person should take them up.
#pragma once

#include <array>

#include "report/report.hpp"
#include "report/words.hpp"

namespace ruamlint {

enum class Standing { must_fix, should_fix, look, remark, unchecked, waived, passed, not_applicable };

inline constexpr std::array all_standings = {Standing::must_fix, Standing::should_fix,    Standing::look,
                                             Standing::remark,   Standing::unchecked,     Standing::waived,
                                             Standing::passed,   Standing::not_applicable};

[[nodiscard]] Standing standing_of(const Finding& finding);
/// Something that a person is to do.
[[nodiscard]] inline bool wants_action(Standing standing) {
  return standing <= Standing::remark;
}
/// "must_fix" ...: for classes and columns.
[[nodiscard]] const char* name_of(Standing standing);
/// "ต้องแก้ไข" / "must fix".
[[nodiscard]] Word word_of(Standing standing);
/// The document's verdict in a word: "ผ่าน", "อ่านไม่ได้" ...
[[nodiscard]] Word verdict_word(const DocumentReport& document);

}  // namespace ruamlint
