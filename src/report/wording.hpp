// Values as a reader's language writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace ruamlint {

/// "1,240", "12.5"; at most two decimals, or as many as asked for.
[[nodiscard]] std::string number_text(double value);
[[nodiscard]] std::string number_text(double value, int decimals);
/// "1 ปี 4 เดือน" / "1 year and 4 months".
[[nodiscard]] std::string months_text(int months, Language language);
[[nodiscard]] std::string months_text(int least, int most, Language language);
/// The shortest true way to say it: a day, a month, a year, a fiscal year, or "between ... and ...".
[[nodiscard]] std::string range_text(const DayRange& range, Language language);
/// "ก, ข และ ค" / "a, b and c".
[[nodiscard]] std::string joined(const std::vector<std::string>& items, Language language);
/// A rule's source: "Q3, Q14" or "assumed" in words, anything else as it stands.
[[nodiscard]] std::string source_text(const std::string& source, Language language);

[[nodiscard]] const std::string& in(const Bilingual& text, Language language);
/// Names from the pack; an id that it does not know stays as it is.
[[nodiscard]] std::string category_name(const Pack& pack, const std::string& id, Language language);
[[nodiscard]] std::string level_name(const Pack& pack, const std::string& id, Language language);
[[nodiscard]] std::string topic_name(const Pack& pack, const std::string& id, Language language);
[[nodiscard]] std::string section_name(const Pack& pack, const std::string& id, Language language);

/// A stranger's text made fit for a line of a terminal: no control characters, white space folded, cut to
/// about 120 clusters.
[[nodiscard]] std::string quoted_cut(std::string_view text);
/// A file name likewise, but whole.
[[nodiscard]] std::string quoted_path(std::string_view path);

}  // namespace ruamlint
