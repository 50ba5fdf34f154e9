#include "overview/page_data.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "overview/verdict.hpp"
#include "report/standing.hpp"
#include "report/wording.hpp"
#include "text/utf8.hpp"

namespace ruamlint::overview {
namespace {

using nlohmann::ordered_json;

ordered_json both(const std::string& th, const std::string& en) {
  return ordered_json::array({th, en});
}
ordered_json both(const Bilingual& text) {
  return both(in(text, Language::th), in(text, Language::en));
}

template <typename Words>
ordered_json words_of(const Words& words) {
  ordered_json list = ordered_json::array();
  for (const Verdict& one : words) list.push_back({one.id, one.th, one.en});
  return list;
}

ordered_json standing_words() {
  ordered_json list = ordered_json::array();
  for (const Standing standing : all_standings)
    list.push_back(
        {name_of(standing), word(word_of(standing), Language::th), word(word_of(standing), Language::en)});
  return list;
}

/// One character a rule: its standing's place among all, or a hyphen.
std::string standings_of(const AuditRow& row, const Pack& pack) {
  std::string standings;
  for (const Rule& rule : pack.rules) {
    const auto found = row.record.rules.find(rule.id);
    char sign = '-';
    for (std::size_t i = 0; found != row.record.rules.end() && i < all_standings.size(); ++i)
      if (found->second == name_of(all_standings[i])) sign = static_cast<char>('0' + i);
    standings += sign;
  }
  return standings;
}

ordered_json rules_of(const AuditOverview& audit) {
  ordered_json rules = ordered_json::array();
  for (const Rule& rule : audit.pack.rules) {
    const auto usual = std::find_if(audit.usual.begin(), audit.usual.end(),
                                    [&](const CommonFinding& one) { return one.rule == rule.id; });
    ordered_json entry = {rule.id, both(rule.title)};
    if (usual != audit.usual.end()) {
      entry.push_back(usual->message);
      entry.push_back(usual->forms);
    }
    rules.push_back(std::move(entry));
  }
  return rules;
}

ordered_json row_of(const AuditRow& row, const Pack& pack) {
  return {quoted_path(row.name),
          valid_utf8(row.submission.id),
          agency_of(row),
          valid_utf8(row.submission.parent),
          row.expected ? 1 : 0,
          verdict_of(row).id,
          row.record.category,
          row.form,
          row.since,
          row.record.fault.empty() ? ordered_json(0)
                                   : both(reason_of(row, Language::th), reason_of(row, Language::en)),
          quoted_path(row.same_as),
          standings_of(row, pack),
          row.alike};
}

}  // namespace

std::string page_data(const AuditOverview& audit) {
  ordered_json data;
  data["verdicts"] = words_of(verdicts);
  data["changes"] = words_of(changes);
  data["standings"] = standing_words();
  data["rules"] = rules_of(audit);
  data["categories"] = ordered_json::array();
  for (const Category& category : audit.pack.categories)
    data["categories"].push_back(
        {category.id, in(category.name, Language::th), in(category.name, Language::en)});
  data["rows"] = ordered_json::array();
  for (const AuditRow& row : audit.rows) data["rows"].push_back(row_of(row, audit.pack));
  std::string text;
  // Nothing may end the script element, or begin a comment in it.
  for (const char c : data.dump(-1, ' ', false, ordered_json::error_handler_t::replace))
    text += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return text;
}

}  // namespace ruamlint::overview
